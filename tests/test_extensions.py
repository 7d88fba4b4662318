"""The page of extensions says what the code reads, in the order in which it wins."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sdkwright.ir import enums, extensions
from sdkwright.ir.extensions import first_text, group_of, is_ignored

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "extensions.md").read_text(encoding="utf-8")
CODE = "".join(
    path.read_text(encoding="utf-8")
    for folder in ("ir", "spec")
    for path in (ROOT / "generator" / "sdkwright" / folder).rglob("*.py")
)
HEADERS = {"x-idempotency-key"}
NOT_APPLIED = {"x-fern-audiences", "x-stainless-const", "x-tagGroups"}


@pytest.mark.parametrize(
    ("row", "keys"),
    [
        ("a method, a webhook's function", extensions.METHOD_NAMES),
        ("an argument", extensions.PARAMETER_NAMES),
        ("a class or an alias", extensions.TYPE_NAMES),
        ("an attribute", extensions.PROPERTY_NAMES),
        ("a server", extensions.SERVER_NAMES),
        ("the arguments for a security scheme", extensions.SCHEME_NAMES),
        ("members of an enum", ("x-fern-enum", "x-ms-enum", *enums.NAMES)),
        ("what members mean", ("x-fern-enum", "x-ms-enum", *enums.DESCRIPTIONS)),
    ],
)
def test_rows(row: str, keys: tuple[str, ...]) -> None:
    """A row lists the extensions of its kind, and the first wins."""
    (line,) = [each for each in PAGE.splitlines() if each.startswith(f"| {row} |")]
    assert tuple(re.findall(r"`(x-[^`]+)`", line)) == keys


def test_the_page_is_whole() -> None:
    """What the code reads is on the page, and what is on the page is read."""
    written = set(re.findall(r"`(x-[A-Za-z-]+)", PAGE))
    read = set(re.findall(r'"(x-[A-Za-z]+-?[A-Za-z-]*)[/"]', CODE))
    assert written - NOT_APPLIED == read - HEADERS


def test_the_first_wins() -> None:
    """Of several names the first of its kind counts, and only where it is text."""
    several = {"x-fern-type-name": "", "x-speakeasy-name-override": "B"}
    assert first_text(several, extensions.TYPE_NAMES) == "B"
    naming: extensions.Extensions = {
        "x-stainless-naming": {"python": {"type_name": "C"}}
    }
    assert first_text(naming, extensions.TYPE_NAMES) == "C"
    assert first_text(naming, extensions.METHOD_NAMES) is None


@pytest.mark.parametrize(
    ("said", "group"),
    [
        ({"x-fern-sdk-group-name": ["a", "b"]}, ("a", "b")),
        ({"x-fern-sdk-group-name": []}, ()),
        ({"x-speakeasy-group": "a.b"}, ("a", "b")),
        ({"x-speakeasy-group": "v1.0"}, ("v1.0",)),
        ({"x-sdkwright-group": "a", "x-speakeasy-group": "b"}, ("a",)),
        ({"x-sdkwright-group": 7}, None),
    ],
)
def test_groups(said: extensions.Extensions, group: tuple[str, ...] | None) -> None:
    """A group is a list of steps, or text with dots between them."""
    assert group_of(said) == group


@pytest.mark.parametrize(
    ("said", "ignored"),
    [
        ({"x-fern-ignore": True}, True),
        ({"x-fern-ignore": False}, False),
        ({"x-stainless-skip": ["go"]}, False),
        ({"x-stainless-skip": ["go", "python"]}, True),
        ({}, False),
    ],
)
def test_ignored(said: extensions.Extensions, ignored: bool) -> None:
    """What is to be left out says so in the words of any generator."""
    assert is_ignored(said) is ignored
