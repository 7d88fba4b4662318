"""The door for values: what goes through is the value and nothing else."""

from __future__ import annotations

import ast

import black
import pytest
from black.mode import TargetVersion
from hypothesis import given, settings
from hypothesis import strategies as st
from sdkwright.python.text.literals import literal
from sdkwright.spec.objects import Json

ANY_TEXT = st.one_of(
    st.text(st.characters()),
    st.text("\"'\\\n\r\t\0\x0c\x85\u2028\u202e\ud800\ufeff\u00ad\u00a0{}🎉a"),
)
VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(allow_nan=False, allow_infinity=False),
        ANY_TEXT,
    ),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(ANY_TEXT, inner)),
    max_leaves=8,
)
MODE = black.Mode(target_versions={TargetVersion.PY311})


@given(VALUES)
def test_values_come_back(value: Json) -> None:
    """A literal is one printable line that evaluates to the value, type and all."""
    source = literal(value)
    assert repr(ast.literal_eval(source)) == repr(value)
    assert source.isprintable()
    source.encode()


@settings(max_examples=60, deadline=None)
@given(st.one_of(ANY_TEXT, VALUES))
def test_black_agrees(value: Json) -> None:
    """Black leaves a literal as it is written."""
    line = f"x = {literal(value)}\n"
    if len(line) < 88:
        assert black.format_str(line, mode=MODE) == line


@pytest.mark.parametrize(
    ("value", "source"),
    [
        ("plain", '"plain"'),
        ('say "hi"', "'say \"hi\"'"),
        ("it's", '"it\'s"'),
        ("'\"", '"\'\\""'),
        ("a\\b", '"a\\\\b"'),
        ("\ud800", '"\\ud800"'),
        ("\u202eevil", '"\\u202eevil"'),
        ("\0", '"\\x00"'),
        ("\u2028", '"\\u2028"'),
        ("\U000e0001", '"\\U000e0001"'),
        ("名前 é 🎉", '"名前 é 🎉"'),
        (float("inf"), 'float("inf")'),
        (float("nan"), 'float("nan")'),
        (1e300, "1e300"),
        (True, "True"),
        ([], "[]"),
        ({"a": [1, None]}, '{"a": [1, None]}'),
    ],
)
def test_literals(value: Json, source: str) -> None:
    """What prints is shown, what does not print is escaped."""
    assert literal(value) == source
