from __future__ import annotations

import inspect
from importlib import import_module
from types import ModuleType

from features.wire import Wire, both


def test_a_later_one_of_the_same_id(sdk: ModuleType) -> None:
    """Of two with one id the later is called after its verb and path."""
    wire = Wire(status=204)
    both(sdk, wire, lambda client: client.list(), client="Library")
    assert wire.last.url.path == "/rooms"
    both(sdk, wire, lambda client: client.list_room_books("a"), client="Library")
    assert wire.last.url.path == "/rooms/a/books"


def test_a_parameter_that_only_the_path_names(sdk: ModuleType) -> None:
    """It is text, needed, and stands where the path has it."""
    wire = Wire(status=204)
    both(sdk, wire, lambda client: client.get_book("a/b", 7), client="Library")
    assert wire.last.url.raw_path == b"/rooms/a%2Fb/books/7"
    parameters = inspect.signature(sdk.Library.get_book).parameters
    assert parameters["room_id"].annotation == "str"
    assert parameters["room_id"].default is inspect.Parameter.empty


def test_a_path_without_its_slash(sdk: ModuleType) -> None:
    """It is read as if it had one."""
    wire = Wire(status=204)
    both(sdk, wire, lambda client: client.list_authors(), client="Library")
    assert wire.last.url.path == "/authors"


def test_two_paths_of_one_item(sdk: ModuleType) -> None:
    """A path that refers to another's item is an operation of its own."""
    wire = Wire(status=204)
    both(sdk, wire, lambda client: client.list_writers(), client="Library")
    assert wire.last.url.path == "/writers"
    webhooks = import_module(f"{sdk.__name__}.webhooks")
    assert {"parse_opened", "parse_closed"} <= set(dir(webhooks))
