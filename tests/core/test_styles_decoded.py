"""What is sent is read back by the specification's tables, not by our encoder."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qsl, unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PACKAGE._core.param import Param
from PACKAGE._core.styles import path, query

# No letter of it is a delimiter that percent-encoding leaves alone (RFC 3986, 2.3).
texts = st.text(st.characters(exclude_characters=".", exclude_categories=["Cs"]))
lists = st.lists(texts.filter(bool), min_size=2, max_size=5)
objects = st.dictionaries(texts.filter(bool), texts, min_size=1, max_size=4)


def split(written: str, delimiter: str) -> list[str]:
    return [unquote(each) for each in written.split(delimiter)]


def pairs(items: list[str]) -> dict[str, str]:
    return dict(zip(items[::2], items[1::2], strict=True))


def equals(written: str, delimiter: str) -> list[tuple[str, str]]:
    """`a=b` between delimiters; without `=` the value is empty."""
    split = (each.partition("=") for each in written.split(delimiter))
    return [(unquote(name), unquote(value)) for name, _, value in split]


def in_path(style: str, explode: bool, value: object) -> str:
    param = Param("p", style=style, explode=explode)
    return path("/{p}", [param], [value]).removeprefix("/")


def in_query(style: str, explode: bool, value: object) -> str:
    return "&".join(query(Param("p", style=style, explode=explode), value))


def in_cookie(style: str, explode: bool, value: object) -> str:
    return "; ".join(Param("p", style=style, explode=explode).in_cookie(value))


LISTS: list[tuple[Callable[[object], str], Callable[[str], list[str]]]] = [
    (lambda v: in_path("simple", False, v), lambda w: split(w, ",")),
    (lambda v: in_path("simple", True, v), lambda w: split(w, ",")),
    (lambda v: in_path("label", False, v), lambda w: split(w[1:], ",")),
    (lambda v: in_path("label", True, v), lambda w: split(w[1:], ".")),
    (
        lambda v: in_path("matrix", False, v),
        lambda w: split(w.removeprefix(";p="), ","),
    ),
    (
        lambda v: in_path("matrix", True, v),
        lambda w: [value for _, value in equals(w[1:], ";")],
    ),
    (
        lambda v: in_query("form", False, v),
        lambda w: split(w.removeprefix("p="), ","),
    ),
    (
        lambda v: in_query("form", True, v),
        lambda w: [value for _, value in parse_qsl(w, keep_blank_values=True)],
    ),
    (
        lambda v: in_query("pipeDelimited", False, v),
        lambda w: split(w.removeprefix("p="), "%7C"),
    ),
    (
        lambda v: in_cookie("form", True, v),
        lambda w: [value for _, value in equals(w, "&")],
    ),
    (
        lambda v: in_cookie("form", False, v),
        lambda w: split(w.removeprefix("p="), ","),
    ),
]

OBJECTS: list[tuple[Callable[[object], str], Callable[[str], dict[str, str]]]] = [
    (lambda v: in_path("simple", False, v), lambda w: pairs(split(w, ","))),
    (lambda v: in_path("simple", True, v), lambda w: dict(equals(w, ","))),
    (lambda v: in_path("label", False, v), lambda w: pairs(split(w[1:], ","))),
    (lambda v: in_path("label", True, v), lambda w: dict(equals(w[1:], "."))),
    (
        lambda v: in_path("matrix", False, v),
        lambda w: pairs(split(w.removeprefix(";p="), ",")),
    ),
    (lambda v: in_path("matrix", True, v), lambda w: dict(equals(w[1:], ";"))),
    (
        lambda v: in_query("form", False, v),
        lambda w: pairs(split(w.removeprefix("p="), ",")),
    ),
    (
        lambda v: in_query("form", True, v),
        lambda w: dict(parse_qsl(w, keep_blank_values=True)),
    ),
    (
        lambda v: in_query("deepObject", True, v),
        lambda w: {
            name.removeprefix("p[").removesuffix("]"): value
            for name, value in parse_qsl(w, keep_blank_values=True)
        },
    ),
    (lambda v: in_cookie("form", True, v), lambda w: dict(equals(w, "&"))),
]


@pytest.mark.parametrize(("write", "read"), LISTS)
@settings(max_examples=50)
@given(value=lists)
def test_lists(
    write: Callable[[object], str], read: Callable[[str], list[str]], value: list[str]
) -> None:
    """A list of any texts comes back, from every place and in every style."""
    without_pipes = [each.replace("|", "-") for each in value]
    assert read(write(without_pipes)) == without_pipes


@pytest.mark.parametrize(("write", "read"), OBJECTS)
@settings(max_examples=50)
@given(value=objects)
def test_objects(
    write: Callable[[object], str],
    read: Callable[[str], dict[str, str]],
    value: dict[str, str],
) -> None:
    """An object of any texts comes back, from every place and in every style."""
    assert read(write(value)) == value
