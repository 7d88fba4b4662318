from __future__ import annotations

import inspect
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both

CALLS: list[tuple[Callable[[Any], Any], str, str]] = [
    (lambda c: c.remove_file("a/b", "tar.gz"), "DELETE", "/files/a%2Fb.tar.gz"),
    (lambda c: c.cancel_job(7), "POST", "/jobs/7:cancel"),
    (lambda c: c.find(kind="x y"), "GET", "/find?version=2&kind=x%20y"),
    (lambda c: c.find(kind="x", limit=1), "GET", "/find?version=2&kind=x&limit=1"),
    (lambda c: c.list_pages(), "GET", "/pages"),
    (lambda c: c.list_pages(limit=3, after="a"), "GET", "/pages?limit=3&after=a"),
    (lambda c: c.get_escaped("ü"), "GET", "/a%20b/%C3%BCn%C3%AFcode/%C3%BC/"),
    (lambda c: c.get_pet(1), "GET", "/pets/1"),
    (lambda c: c.get_pet_by_name("#1?"), "GET", "/pets/%231%3F"),
]


@pytest.mark.parametrize(("call", "method", "target"), CALLS)
def test_where_a_call_goes(
    sdk: ModuleType, call: Callable[[Any], Any], method: str, target: str
) -> None:
    """Everything but the braces is sent as the document has it; a fragment is not."""
    wire = Wire(status=204)
    both(sdk, wire, call, client="Paths")
    assert wire.last.method == method
    assert wire.last.url.raw_path.decode() == target


def test_an_operation_overrides_its_path(sdk: ModuleType) -> None:
    """A header's name has no case, so the two are one, and the operation's counts."""
    get, remove = sdk.Paths.get_file, sdk.Paths.remove_file
    assert list(inspect.signature(get).parameters)[3:] == ["x_trace"]
    assert inspect.signature(get).parameters["x_trace"].annotation == "int"
    assert inspect.signature(remove).parameters["x_trace"].annotation == "str | None"


def test_what_is_said_of_a_path(sdk: ModuleType) -> None:
    """An operation that says nothing of itself is described by its path."""
    assert "What is said of a path" in (sdk.Paths.cancel_job.__doc__ or "")


@pytest.mark.parametrize(("name", "extension"), [("", ""), (".", "")])
def test_two_values_that_make_dots(sdk: ModuleType, name: str, extension: str) -> None:
    """What leads elsewhere is refused, also where two values make it together."""
    with pytest.raises(sdk.InvalidRequestError):
        both(sdk, Wire(), lambda c: c.remove_file(name, extension), client="Paths")
