from __future__ import annotations

import asyncio
import inspect
from importlib import import_module
from types import ModuleType

import pytest


def test_every_kind_of_component_is_followed(sdk: ModuleType) -> None:
    """A path, a parameter, a body, an answer, a media type: each by its reference."""
    testing = import_module(f"{sdk.__name__}.testing")
    fake = testing.FakeCellar()
    wine = sdk.Wine(name="Merlot")
    answer = fake.client.wines.add(page=2, request=wine)
    assert asyncio.run(fake.async_client.wines.add(page=2, request=wine)) == answer
    assert answer == sdk.Wine(name="Rioja"), "the example of the document"
    for call in fake.calls:
        assert (call.query["page"], call.body) == ("2", {"name": "Merlot"})


def test_errors_and_callbacks(sdk: ModuleType) -> None:
    """An error's body and a callback's are of the types that they refer to."""
    fake = import_module(f"{sdk.__name__}.testing").FakeCellar()
    fake.on(fake.client.wines.add).fails(402, {"why": "poor"})
    with pytest.raises(sdk.ApiError) as raised:
        fake.client.wines.add(request=sdk.Wine(name="x"))
    assert raised.value.body == sdk.Problem(why="poor")
    webhooks = import_module(f"{sdk.__name__}.webhooks")
    assert webhooks.parse_add_wine_tasted(b'{"name": "x"}') == sdk.Wine(name="x")


def test_more_to_read(sdk: ModuleType) -> None:
    """The docstring says where more is to be read of an operation."""
    resource = import_module(f"{sdk.__name__}.resources.wines").Wines
    assert "See https://cellar.example.com/adding" in (
        inspect.getdoc(resource.add) or ""
    )


def test_titles_tell_variants_apart(sdk: ModuleType) -> None:
    """A variant that is written in place is called by its title."""
    problem = sdk.Problem.model_validate({"why": "x", "where": {"oak": True}})
    assert type(problem.where).__name__ == "ProblemWhereBarrel"
