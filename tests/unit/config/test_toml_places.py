"""Keys and values of TOML are found where they stand, whatever stands around them."""

from __future__ import annotations

import tomllib
from typing import TypeAlias

from hypothesis import given
from hypothesis import strategies as st
from sdkwright.diagnostics import Diagnostic, Severity
from sdkwright.pointer import ROOT, child
from sdkwright.toml_places import locate_toml

TEXT = '''\
# spec = "a comment"
title = """
[not.a.table]
spec = 'no'
""" # after
[tool."s d k".'w']
a.b . "c.d" = [1, 2, # in an array
  "]", {x = 1}]
e = { f = "}", "g h" = { i = 2 } } # end
[[tool.list]]
j = 1979-05-27 07:32:00
'''


def place(*path: str, on_key: bool = False, text: str = TEXT) -> str:
    """What stands at the place that a diagnostic on this path is given."""
    diagnostic = Diagnostic(
        code="c",
        severity=Severity.ERROR,
        message="m",
        at=child(ROOT, *path),
        on_key=on_key,
    )
    (placed,) = locate_toml([diagnostic], text, "x.toml")
    assert placed.span is not None
    line = text.split("\n")[placed.span.line - 1]
    return line[placed.span.column - 1 : placed.span.end_column - 1]


def test_values() -> None:
    """A value's place is its text, or the first line of it."""
    assert place("title") == '"""'
    assert place("tool", "s d k", "w", "a", "b", "c.d") == "[1, 2, # in an array"
    assert place("tool", "s d k", "w", "e") == '{ f = "}", "g h" = { i = 2 } }'
    assert place("tool", "s d k", "w", "e", "g h", "i") == "2"
    assert place("tool", "list", "j") == "1979-05-27 07:32:00"


def test_keys() -> None:
    """A key's place is the last part of it."""
    assert place("title", on_key=True) == "title"
    assert place("tool", "s d k", "w", "a", "b", "c.d", on_key=True) == '"c.d"'
    assert place("tool", "s d k", "w", "e", "g h", on_key=True) == '"g h"'
    assert place("tool", "s d k", "w") == "'w'"


def test_what_is_not_there() -> None:
    """It gets the key of the nearest thing around it; without one, the first line."""
    assert place("tool", "s d k", "w", "nothing") == "'w'"
    assert place("nothing") == "#"


Plain: TypeAlias = int | bool | str
KEYS = st.from_regex(r"[a-z]{1,3}", fullmatch=True)
SCALARS = st.one_of(
    st.integers(0, 99), st.booleans(), st.text("a]}#,=\"'\\ \n", max_size=6)
)


@given(st.dictionaries(KEYS, st.one_of(SCALARS, st.lists(SCALARS)), min_size=1))
def test_values_parse_to_themselves(value: dict[str, Plain | list[Plain]]) -> None:
    """What stands at a value's place is that value, as TOML reads it."""
    text = "".join(f"{key} = {_toml(each)} # no\n" for key, each in value.items())
    for key, each in value.items():
        assert tomllib.loads(f"v = {place(key, text=text)}") == {"v": each}


def _toml(value: Plain | list[Plain]) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            escaped = value.replace("\\", "\\\\").replace('"', '\\"')
            return '"' + escaped.replace("\n", "\\n") + '"'
        case list():
            return "[" + ", ".join(map(_toml, value)) + "]"
        case _:
            return str(value)
