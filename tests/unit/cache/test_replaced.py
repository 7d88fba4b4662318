"""Texts that are others now are found in the JSON of two documents."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright import replaced as replacing


def replaced(old: str, new: str) -> list[tuple[str, str]] | None:
    return replacing.replaced(old.encode(), new.encode())


TEXTS = st.text(alphabet='ab"\\, é\n', max_size=6)
DOCUMENTS = st.dictionaries(TEXTS, TEXTS | st.integers() | st.lists(TEXTS), max_size=4)


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=6))
def test_each_text_is_found(several: list[tuple[str, str, str]]) -> None:
    """All that are others, in their order, and none that is not."""
    old = json.dumps([[same, before] for same, before, _ in several])
    new = json.dumps([[same, after] for same, _, after in several])
    assert replaced(old, new) == [
        (before, after) for _, before, after in several if before != after
    ]


@given(DOCUMENTS, DOCUMENTS)
def test_it_always_ends(old: object, new: object) -> None:
    """Whatever the documents are; the same have no differences."""
    found = replaced(json.dumps(old), json.dumps(new))
    assert (found == []) == (json.dumps(old) == json.dumps(new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('{"a": 1}', '{"a": 1.0}'),
        ('{"a": 1}', '{"a": true}'),
        ('{"a": "b"}', '{"a": "b", "c": "d"}'),
        ('["a"]', '["a", "b"]'),
        ('["a", "b"]', '["a"]'),
        ('"a"', "null"),
    ],
)
def test_what_is_more_than_texts(old: str, new: str) -> None:
    """Nothing, or what is no text of the document: never only what really is one."""
    found = replaced(old, new)
    assert found is None or any(f'"{before}"' not in old for before, _ in found)


def test_keys_are_texts() -> None:
    """A document in another order is one of other texts, more than its prose has."""
    found = replaced('{"a": "b", "c": "d"}', '{"c": "d", "a": "b"}')
    assert found == [("a", "c"), ("b", "d"), ("c", "a"), ("d", "b")]
