from __future__ import annotations

import datetime
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both


def url(sdk: ModuleType, *path: Any, **keywords: Any) -> str:
    wire = Wire(status=204)
    both(sdk, wire, lambda client: client.find(*path, **keywords), client="Styles")
    return wire.last.url.raw_path.decode()


def test_path_styles(sdk: ModuleType) -> None:
    """A label path parameter begins with a dot; values are percent-encoded."""
    assert url(sdk, [3, 4, 5], "a/b?c") == "/items/.3.4.5/a%2Fb%3Fc"


@pytest.mark.parametrize(
    ("keywords", "query"),
    [
        ({"plain": ["a", "b c"]}, "plain=a&plain=b%20c"),
        ({"comma": ["a", "b"]}, "comma=a,b"),
        ({"pipe": ["a", "b"]}, "pipe=a%7Cb"),
        ({"since": datetime.date(2030, 1, 2)}, "since=2030-01-02"),
        ({"filter": {"a": "b"}}, "filter=%7B%22a%22%3A%22b%22%7D"),
    ],
)
def test_query_styles(sdk: ModuleType, keywords: dict[str, Any], query: str) -> None:
    """Each style is written as the specification's table of styles has it."""
    assert url(sdk, [1], "x", **keywords) == f"/items/.1/x?{query}"


def test_deep_object(sdk: ModuleType) -> None:
    """A deepObject parameter names each property in brackets; models and dicts do."""
    deep = sdk.FindDeep(from_=1, to=2)
    assert (
        url(sdk, [1], "x", deep=deep) == "/items/.1/x?deep%5Bfrom%5D=1&deep%5Bto%5D=2"
    )


def test_header_and_cookie(sdk: ModuleType) -> None:
    """Header and cookie parameters are keywords too."""
    wire = Wire(status=204)
    both(
        sdk,
        wire,
        lambda client: client.find([1], "x", x_trace="t", theme="dark"),
        client="Styles",
    )
    assert wire.last.headers["x-trace"] == "t"
    assert wire.last.headers["cookie"] == "theme=dark"


@pytest.mark.parametrize("segment", [".", "..", ""])
def test_segments_that_lead_elsewhere(sdk: ModuleType, segment: str) -> None:
    """A path value that would change the path is refused before sending."""
    with pytest.raises(sdk.InvalidRequestError):
        url(sdk, [1], segment)
