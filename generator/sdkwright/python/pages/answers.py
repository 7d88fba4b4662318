"""List items on a page for what comes with an answer: its headers, its links."""

from __future__ import annotations

from ...ir.beside import Header, Link
from ...spec.objects import Json
from ..text.items import line
from ..text.literals import literal
from ..text.markdown import code


def header_item(header: Header) -> str:
    """A header, or another parameter of a webhook: its name, what it is, what for."""
    place = "" if header.place == "header" else f" in the {header.place}"
    return line(
        f"{code(header.name)}{place} - {code(header.kind)}"
        + (", always there." if header.required else "."),
        header.description,
        f"One of {', '.join(map(_value, header.values))}." if header.values else "",
    )


def _value(value: Json) -> str:
    return code(literal(value))


def link_item(link: Link, call: str) -> str:
    """Where an answer leads: the method, and what it is given."""
    handed = (
        f"{code(name) if name else 'its body'} {_said(value)}"
        for name, value in link.arguments.items()
    )
    arguments = " and ".join(handed)
    return line(
        f"{code(link.name)} - {code(call)}{f' with {arguments}' if arguments else ''}.",
        link.description,
    )


def _said(value: Json) -> str:
    """A runtime expression as it is written, any other value as Python has it."""
    if isinstance(value, str) and value.startswith("$"):
        return f"from {code(value)}"
    return f"= {code(literal(value))}"
