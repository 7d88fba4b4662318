"""Rules are compared as the values are that keep to them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from sdkwright.compare.constraints import Change, compared
from sdkwright.spec.objects import Json

NUMBERS = st.integers(-6, 6)
RULES: st.SearchStrategy[dict[str, Json]] = st.fixed_dictionaries(
    {},
    optional={
        "minimum": NUMBERS,
        "exclusiveMinimum": NUMBERS,
        "maximum": NUMBERS,
        "exclusiveMaximum": NUMBERS,
        "multipleOf": st.integers(1, 6),
        "minLength": st.integers(0, 3),
        "maxLength": st.integers(0, 3),
        "pattern": st.sampled_from(["^a", "b$"]),
        "minItems": st.integers(0, 3),
        "maxItems": st.integers(0, 3),
        "uniqueItems": st.booleans(),
    },
)
VALUES: list[Json] = [
    *range(-12, 13),
    *("", "a", "ab", "b", "aab", "aaaa"),
    [],
    [1],
    [1, 1],
    [1, 2, 3],
    [1, 1, 1, 1],
]


def kept(rules: dict[str, Json]) -> set[str]:
    """The values that keep to rules, by the specification."""
    checker = Draft202012Validator(rules)
    return {repr(each) for each in VALUES if checker.is_valid(each)}  # pyright: ignore


@given(RULES, RULES)
def test_no_value_is_forgotten(old: dict[str, Json], new: dict[str, Json]) -> None:
    """A value that comes or goes is seen to; rules that are equal change nothing."""
    found = compared(old, new)
    if kept(old) - kept(new):
        assert Change.FEWER in found
    if kept(new) - kept(old):
        assert Change.MORE in found
    assert compared(old, dict(old)) == frozenset()


@given(RULES, st.sampled_from(["minimum", "maxLength", "pattern", "minItems"]))
def test_direction(rules: dict[str, Json], keyword: str) -> None:
    """A rule that is taken away lets values in, and shuts none out."""
    rest = {key: value for key, value in rules.items() if key != keyword}
    assert compared(rules, rest) <= {Change.MORE}
    assert compared(rest, rules) <= {Change.FEWER}
