"""Places in JSON and in YAML are the same: the text of one is text of the other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.diagnostics import Span
from sdkwright.pointer import ROOT, Pointer, child
from sdkwright.spec.json_places import json_places
from sdkwright.spec.locate import places
from sdkwright.spec.objects import Json
from sdkwright.spec.source import Source

KEYS = st.text('ab/~"\\é{[,: ', max_size=4)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | KEYS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3)
    ),
    max_leaves=12,
)


def pointers(value: Json, at: Pointer = ROOT) -> Iterator[Pointer]:
    """The places of everything in a value."""
    yield at
    if isinstance(value, dict):
        for key, each in value.items():
            yield from pointers(each, child(at, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from pointers(each, child(at, index))


def found(text: str, asked: list[Pointer]) -> dict[Pointer, Span]:
    source = Source(path=Path("a"), file="", name="a", text=text, digest="")
    return places(asked, {"": source})


@given(
    st.dictionaries(KEYS, VALUES) | st.lists(VALUES),
    st.sampled_from([None, 1, 4]),
    st.booleans(),
)
def test_as_yaml_has_them(value: Json, indent: int | None, ascii_only: bool) -> None:
    """Behind a comment, which JSON does not have, the same text is read as YAML."""
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    asked = list(pointers(value))
    in_yaml = found(f"# a comment\n{text}\n", asked)
    assert found(f"{text}\n", asked) == {
        at: replace(span, line=span.line - 1) for at, span in in_yaml.items()
    }


@pytest.mark.parametrize("text", ["", "{", '{"a"', '{"a": 1', "[1,", "{a: 1}", "["])
def test_no_json(text: str) -> None:
    """What is no JSON, or stops in the middle, is for the other parser."""
    with pytest.raises(ValueError, match=r"no JSON|Expecting|column"):
        json_places(text, ROOT, {ROOT, Pointer("#/a"), Pointer("#/0")})
