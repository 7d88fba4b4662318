"""Documents that are too large or too strange to be kept as files."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hostile.deep import CASES as DEEP
from hostile.deep import HEAD, MEGABYTE, TIMES, _ref, as_json, document


def long_description() -> bytes:
    text = "A word and another one. " * (TIMES * 2 * MEGABYTE // 24)
    return as_json(document(A={"type": "object", "description": text}))


def long_line() -> bytes:
    return as_json(
        document(A={"type": "object", "description": "x" * TIMES * 2 * MEGABYTE})
    )


def long_backticks() -> bytes:
    """Runs of backticks, each of another length: none of them closes."""
    text = " ".join("`" * n for n in range(1, 1500))
    return as_json(document(A={"type": "object", "description": text}))


def long_brackets() -> bytes:
    return as_json(document(A={"type": "object", "description": "[" * 100_000}))


def long_title() -> bytes:
    made = document()
    made["info"]["title"] = "Ab " * 50_000
    return as_json(made)


def long_path() -> bytes:
    made = document()
    made["paths"] = {"/" + "a{" * 100_000 + "}" * 100_000: {"get": {"responses": {}}}}
    return as_json(made)


def large_enum() -> bytes:
    return as_json(
        document(
            A={"type": "string", "enum": [f"value_{n}" for n in range(TIMES * 20_000)]}
        )
    )


def clashing_enum() -> bytes:
    """Values that all want one name: numbers in two characters that are in no name."""
    unseen = str.maketrans("01", "-.")
    values = [f"{n:b}".translate(unseen) for n in range(20_000)]
    return as_json(document(A={"type": "string", "enum": values}))


def many_properties() -> bytes:
    several = {f"p{n}": {"type": "string"} for n in range(TIMES * 4_000)}
    return as_json(document(A={"type": "object", "properties": several}))


def many_keys() -> bytes:
    made = document()
    made["x-many"] = {f"k{n}": n for n in range(100_000)}
    return as_json(made)


def long_property() -> bytes:
    name = "a" * 100_000
    several = {f"{name}{n}": {"type": "string"} for n in range(3)}
    return as_json(document(A={"type": "object", "properties": several}))


def long_key_doubled() -> bytes:
    return f"{HEAD}paths: {{}}\n? {'k' * 900}\n: 1\n? {'k' * 900}\n: 2\n".encode()


def many_faults() -> bytes:
    several = {f"S{n}": _ref(f"Nowhere{n}") for n in range(3000)}
    return as_json(document(**several))


def giant_numbers() -> bytes:
    facts = (
        f"default: 1{'0' * 5000}, maximum: 1e400, minimum: -1e400, "
        f"multipleOf: 0x{'f' * 5000}, example: 1{'0' * 390}"
    )
    inner = f"A: {{type: object, properties: {{a: {{type: integer, {facts}}}}}}}"
    return f"{HEAD}paths: {{}}\ncomponents: {{schemas: {{{inner}}}}}\n".encode()


def giant_json_number() -> bytes:
    return (
        '{"openapi": "3.1.0", "info": {"title": "a", "version": "1"}, "paths": {}, '
        f'"x": 1{"0" * 10_000}, "y": -1e999}}'
    ).encode()


def utf_16() -> bytes:
    return f"{HEAD}paths: {{}}\n".encode("utf-16")


def not_utf_8() -> bytes:
    return HEAD.encode() + b"paths: {}\nx: \xff\xfe\x80\n"


def byte_order_mark() -> bytes:
    return b"\xef\xbb\xbf" + f"{HEAD}paths: {{}}\n".encode()


def carriage_returns() -> bytes:
    return f"{HEAD}paths: {{}}\n".replace("\n", "\r").encode()


def nul_bytes() -> bytes:
    return HEAD.encode() + b"paths: {}\nx: a\0b\n"


# What each gives: "files", or the code of the error that is expected.
CASES: Mapping[str, tuple[Callable[[], bytes], str]] = {
    **DEEP,
    "byte-order-mark.yaml": (byte_order_mark, "files"),
    "carriage-returns.yaml": (carriage_returns, "files"),
    "clashing-enum.json": (clashing_enum, "files"),
    "giant-json-number.json": (giant_json_number, "files"),
    "giant-numbers.yaml": (giant_numbers, "files"),
    "large-enum.json": (large_enum, "files"),
    "long-backticks.json": (long_backticks, "files"),
    "long-brackets.json": (long_brackets, "files"),
    "long-description.json": (long_description, "files"),
    "long-key-doubled.yaml": (long_key_doubled, "duplicate-key"),
    "long-line.json": (long_line, "files"),
    "long-path.json": (long_path, "files"),
    "long-property.json": (long_property, "files"),
    "long-title.json": (long_title, "files"),
    "many-faults.json": (many_faults, "unresolved-reference"),
    "many-keys.json": (many_keys, "files"),
    "many-properties.json": (many_properties, "files"),
    "not-utf-8.yaml": (not_utf_8, "unreadable-file"),
    "nul-bytes.yaml": (nul_bytes, "syntax"),
    "utf-16.yaml": (utf_16, "unreadable-file"),
}
