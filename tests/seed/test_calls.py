"""Each of the 60 methods against a socket: what is sent, and what is read."""

from __future__ import annotations

import asyncio
import inspect
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from seed.document import Argument, Operation, model_name, operations, sample
from seed.service import Service, serving

pytestmark = pytest.mark.usefixtures("julep_on_path")
OPERATIONS = operations()


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    with serving() as running:
        yield running


def call(service: Service, operation: Operation, is_async: bool, values: Any) -> Any:
    """Call the method with these arguments and return what it gives."""
    import julep as sdk

    positional = [
        values.pop(each.name) for each in operation.arguments if each.place == "path"
    ]
    if not is_async:
        with sdk.JulepApi(base_url=service.url, api_key="the key") as client:
            return getattr(client, operation.name)(*positional, **values)

    async def main() -> Any:
        async with sdk.AsyncJulepApi(base_url=service.url, api_key="the key") as client:
            return await getattr(client, operation.name)(*positional, **values)

    return asyncio.run(main())


def typed(argument: Argument, value: Any) -> Any:
    """The value as a user would give it: models where the document has objects."""
    import julep as sdk

    if value is None:
        return None
    name = model_name(argument.schema)
    if name is not None:
        return getattr(sdk, name).model_validate(value)
    items = argument.schema.get("items")
    item_name = model_name(items) if items else None
    if item_name is not None:
        return [getattr(sdk, item_name).model_validate(item) for item in value]
    return value


def expected_body(operation: Operation, values: dict[str, Any]) -> Any:
    whole = [each for each in operation.arguments if each.place == "whole body"]
    if whole:
        return values[whole[0].name]
    names = [each.name for each in operation.arguments if each.place == "body"]
    return {name: values[name] for name in names if name in values} if names else None


def check(service: Service, operation: Operation, is_async: bool, chosen: Any) -> Any:
    """Make the call with the chosen JSON values and compare what arrived."""
    by_name = {each.name: each for each in operation.arguments}
    service.answer = None if operation.answer is None else sample(operation.answer)
    before = len(service.received)
    given = {name: typed(by_name[name], value) for name, value in chosen.items()}
    result = call(service, operation, is_async, given)
    assert len(service.received) == before + 1
    request = service.last
    path = operation.path
    for each in operation.arguments:
        if each.place == "path":
            path = path.replace(f"{{{each.name}}}", quote(chosen[each.name], safe=""))
    query = [
        (each.name, str(chosen[each.name]))
        for each in operation.arguments
        if each.place == "query" and chosen.get(each.name) is not None
    ]
    assert (request.verb, request.path) == (operation.verb, path)
    assert request.query == query
    assert request.headers["authorization"] == "the key"
    body = expected_body(operation, chosen)
    if body is None:
        assert request.body == b""
    else:
        assert request.headers["content-type"] == "application/json"
        assert json.loads(request.body) == body
    return result


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
class TestEveryMethod:
    def test_required_only(
        self, service: Service, operation: Operation, is_async: bool
    ) -> None:
        """What is not given is not sent, in the query or in the body."""
        chosen = {
            each.name: sample(each.schema, whole=False)
            for each in operation.arguments
            if each.required
        }
        check(service, operation, is_async, chosen)

    def test_all_arguments(
        self, service: Service, operation: Operation, is_async: bool
    ) -> None:
        """Every argument arrives where and as the document says; but for the

        stream flag, as here the answer comes whole.
        """
        chosen = {each.name: sample(each.schema) for each in operation.arguments}
        if "stream" in chosen:
            chosen["stream"] = False
        result = check(service, operation, is_async, chosen)
        if operation.answer is None:
            assert result is None
        else:
            name = str(operation.answer["$ref"]).rpartition("/")[2]
            assert type(result).__name__ == name
            dumped = result.model_dump(mode="json", by_alias=True, exclude_unset=True)
            assert dumped == service.answer

    def test_explicit_none(
        self, service: Service, operation: Operation, is_async: bool
    ) -> None:
        """None is left out of a query and sent as null in a body."""
        chosen = {
            each.name: sample(each.schema) if each.required else None
            for each in operation.arguments
        }
        check(service, operation, is_async, chosen)


def test_all_methods_are_known() -> None:
    """The document has 30 operations, and both clients have a method for each."""
    import julep as sdk

    assert len(OPERATIONS) == 30
    for operation in OPERATIONS:
        assert callable(getattr(sdk.JulepApi, operation.name))
        assert inspect.iscoroutinefunction(getattr(sdk.AsyncJulepApi, operation.name))
