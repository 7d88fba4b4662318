"""Text → values: what YAML allows and no author thinks of."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright.diagnostics import Diagnostics
from sdkwright.spec.objects import Json
from sdkwright.spec.parse import DEEPEST, parse
from sdkwright.spec.source import Source


def parsed(text: str) -> tuple[Json, list[str]]:
    """The value of a text and the codes of what was found."""
    found = Diagnostics()
    source = Source(path=Path("x.yaml"), file="", name="x.yaml", text=text, digest="")
    value = parse(source, found)
    return value, [each.code for each in found]


def test_a_key_may_end_with_nul() -> None:
    """No character of a key means anything to the parser itself."""
    assert parsed('"a\\0": 1') == ({"a\0": 1}, [])
    assert parsed('"a\\0": 1\na: 2') == ({"a\0": 1, "a": 2}, [])
    assert parsed('"a\\0": 1\n"a\\0": 2') == ({"a\0": 2}, ["duplicate-key"])


def test_a_key_wins_over_a_merged_one() -> None:
    """`<<` gives what is not there otherwise, wherever it stands; that is no double."""
    base = "x: &x {a: 1, b: 2}\n"
    assert parsed(f"{base}y: {{<<: *x, a: 3}}")[0] == {
        "x": {"a": 1, "b": 2},
        "y": {"a": 3, "b": 2},
    }
    assert parsed(f"{base}y: {{<<: *x, a: 3}}")[1] == []
    assert parsed(f"{base}y: {{a: 3, <<: *x}}")[1] == []
    assert parsed(f"{base}y: {{<<: *x, a: 3, a: 4}}")[1] == ["duplicate-key"]


def test_a_merge_that_is_none() -> None:
    """In quotes it is a key like any other, and nothing but mappings can be merged."""
    assert parsed('a: {"<<": {b: 1}, c: 2}')[0] == {"a": {"<<": {"b": 1}, "c": 2}}
    assert parsed('{"<<": 1, "<<": 2}')[1] == ["duplicate-key"]
    for value, made in (("text", {}), ("[{b: 1}, 2]", {"b": 1})):
        assert parsed(f"a: {{<<: {value}}}") == ({"a": made}, ["unusable-value"])
    assert parsed("a: {<<: }") == ({"a": {}}, [])


def test_a_key_may_have_an_anchor() -> None:
    """What it names is the key's text."""
    assert parsed("&a name: 1\nother: *a") == ({"name": 1, "other": "name"}, [])


@pytest.mark.parametrize("many", [399, 5000])
@pytest.mark.parametrize("form", ["1{}", "0x{}", "0o{}", "-{}"])
def test_numbers_can_be_printed(form: str, many: int) -> None:
    """A number too long for Python to print is text."""
    value, _ = parsed(form.format("1" * many))
    assert isinstance(value, str if many > 399 else int | str)
    assert str(value)


def test_aliases_nest_as_what_they_stand_for() -> None:
    """Nesting made of aliases counts like nesting that is written."""
    half = DEEPEST // 2 + 1
    nested = f"{'[' * half}1{']' * half}"
    text = f"a: &a {nested}\nb: {'[' * half}*a{']' * half}"
    assert parsed(f"a: {nested}")[1] == []
    assert parsed(text) == (None, ["too-deep"])


def test_a_key_may_be_an_alias() -> None:
    """An alias of a text is a key like the text; one of anything else is none."""
    assert parsed("x: &a b\n*a : c") == ({"x": "b", "b": "c"}, [])
    assert parsed("x: &a [b]\n*a : c") == (None, ["syntax"])
