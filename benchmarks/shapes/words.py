"""More and more to say."""

from __future__ import annotations

from .making import TEXT, Files, model, one, schemas


def description(size: int) -> Files:
    return one(
        description=" ".join(
            f"Word `{n}` of a [long](https://e.org/{n}) text <b>that"
            for n in range(size)
        )
    )


def paragraphs(size: int) -> Files:
    return _told("\n\n".join(f"* Point {n}: what it is, and why." for n in range(size)))


def lines(size: int) -> Files:
    return _told("\n".join(f"Line {n} of one long paragraph" for n in range(size)))


def headings(size: int) -> Files:
    return _told("\n\n".join(f"## Part {n}\n\nWhat it says." for n in range(size)))


def table(size: int) -> Files:
    rows = "\n".join(f"| {n} | what it is | why |" for n in range(size))
    return _told(f"| a | b | c |\n|---|---|---|\n{rows}")


def code(size: int) -> Files:
    return _told("\n\n".join(f"```sh\ncurl {n}\n```\n\nand then" for n in range(size)))


def unclosed(size: int) -> Files:
    """What opens and never closes."""
    return _told(" ".join(f"**{n} [a `b <c _d ~~e ![f](" for n in range(size)))


def one_word(size: int) -> Files:
    return _told("x" * (100 * size))


def _told(text: str) -> Files:
    return schemas({"Thing": {**model(id=TEXT), "description": text}})
