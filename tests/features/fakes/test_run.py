from __future__ import annotations

import asyncio
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from types import ModuleType
from typing import Any

import pytest
from library import httpx


@pytest.fixture
def fake(sdk: ModuleType) -> Any:
    return import_module(f"{sdk.__name__}.testing").FakeZoo()


def both(fake: Any, call: Callable[[Any], Any]) -> Any:
    """What a call gives, with the sync client and with the async one."""

    async def main() -> Any:
        return await call(fake.async_client)

    value = call(fake.client)
    assert asyncio.run(main()) == value
    return value


def test_the_documents_example_answers(sdk: ModuleType, fake: Any) -> None:
    """A method that nothing was said of answers as the document shows."""
    leo = both(fake, lambda client: client.animals.get(1))
    assert leo == sdk.Animal(id=7, name="Leo", home=sdk.Cage(kind="cage", bars=20))


def test_a_value_of_the_type_answers(sdk: ModuleType, fake: Any) -> None:
    """Where the document shows nothing, its types say what an answer is."""
    page = both(fake, lambda client: client.animals.list())
    assert page.items == [sdk.Animal(id=1, name="name")]
    assert both(fake, lambda client: client.animals.remove(1)) is None
    assert both(fake, lambda client: client.get_photo(1)) == b"data"
    assert both(fake, lambda client: client.get_tree()) == sdk.Tree(
        branches=[], roots={}
    )
    assert list(fake.client.watch()) == [sdk.Animal(id=1, name="name")]


def test_given_values_answer_in_turn(sdk: ModuleType, fake: Any) -> None:
    """Each answer serves one call, the last one all others."""
    first, second = sdk.Animal(id=1, name="a"), sdk.Animal(id=2, name="b")
    client = fake.client
    fake.on(client.animals.get).answers(first).answers(second)
    assert [client.animals.get(each).id for each in (1, 2, 3)] == [1, 2, 2]
    fake.on(fake.async_client.animals.get).answers(first)
    assert both(fake, lambda client: client.animals.get(9)) == first


def test_pages(sdk: ModuleType, fake: Any) -> None:
    """Pages given in turn are gone through to their end."""
    animals = [sdk.Animal(id=each, name="x") for each in range(3)]
    one = sdk.Animals(items=animals[:2], next_cursor="c")
    two = sdk.Animals(items=animals[2:])

    def told() -> Any:
        return fake.on(fake.client.animals.list).answers(one).answers(two)

    told()
    assert list(fake.client.animals.list()) == animals

    async def main() -> list[Any]:
        return [each async for each in await fake.async_client.animals.list()]

    told()
    assert asyncio.run(main()) == animals
    cursors = [call.query.get("cursor") for call in fake.calls]
    assert cursors == [None, "c", None, "c"]


def test_streams(sdk: ModuleType, fake: Any) -> None:
    """Items come one after the other, models and plain dicts alike."""
    fake.on(fake.client.watch).streams(
        sdk.Animal(id=1, name="a"), {"id": 2, "name": "b"}
    )
    with fake.client.watch() as stream:
        assert [each.name for each in stream] == ["a", "b"]

    async def main() -> list[str]:
        async with await fake.async_client.watch() as stream:
            return [each.name async for each in stream]

    assert asyncio.run(main()) == ["a", "b"]


def test_only_streams_stream(fake: Any) -> None:
    """Items of a method that gives a value are a mistake of the test."""
    fake.on(fake.client.animals.get).streams({})
    with pytest.raises(TypeError, match="does not answer in items"):
        fake.client.animals.get(1)


def test_errors(sdk: ModuleType, fake: Any) -> None:
    """A status is an error of its class, with a body of its documented type."""
    get = fake.client.animals.get
    fake.on(get).fails(404).fails(404, {"home": {"kind": "pond"}}).fails(418)
    with pytest.raises(sdk.NotFoundError) as raised:
        get(1)
    assert raised.value.body == sdk.Problem(home=sdk.Cage(kind="cage"))
    with pytest.raises(sdk.NotFoundError) as raised:
        get(1)
    assert raised.value.body.home == sdk.Pond(kind="pond")
    with pytest.raises(sdk.ApiError) as other:
        both(fake, lambda client: client.animals.get(1))
    assert other.value.status_code == 418


def test_faults(sdk: ModuleType, fake: Any) -> None:
    """A connection can break, and time can run out, without any waiting."""
    get = fake.client.animals.get
    fake.on(get).disconnects().times_out()
    with pytest.raises(sdk.ApiConnectionError):
        get(1)
    with pytest.raises(sdk.ApiTimeoutError):
        both(fake, lambda client: client.animals.get(1))


def test_retries(fake: Any) -> None:
    """A client that is asked to repeats what failed in passing."""
    soon = {"Retry-After": "0"}
    fake.on(fake.client.animals.get).fails(503, headers=soon).computes(
        lambda call: {"id": call.path_params["id"], "name": call.name}
    )
    leo = fake.client.with_options(max_retries=1).animals.get(5)
    assert (leo.id, leo.name, len(fake.calls)) == (5, "animals.get", 2)


def test_files(fake: Any) -> None:
    """Bytes and text are answered as they are; what is uploaded can be seen."""
    client = fake.client
    fake.on(client.get_photo).answers(b"png", headers={"ETag": "x"})
    raw = client.with_raw_response.get_photo(1)
    assert (raw.content, raw.headers["etag"]) == (b"png", "x")
    fake.on(client.put_photo).answers("kept")
    put = both(fake, lambda client: client.put_photo(1, photo=BytesIO(b"me")))
    assert put == "kept"
    assert b"me" in fake.calls_of(client.put_photo)[-1].body


def test_calls_are_kept(sdk: ModuleType, fake: Any) -> None:
    """What was asked for can be looked at, by method and altogether."""
    leo = sdk.Animal(id=1, name="Leo")
    both(fake, lambda client: client.animals.add(request=leo))
    fake.client.animals.remove(3)
    assert [call.name for call in fake.calls] == ["animals.add"] * 2 + [
        "animals.remove"
    ]
    first, second = fake.calls_of(fake.client.animals.add)
    assert first.body == second.body == {"id": 1, "name": "Leo"}
    assert first.headers["x-key"] == "secret"
    assert fake.calls[-1].path_params == {"id": "3"}
    assert fake.calls[-1].request.method == "DELETE"


def test_without_examples(sdk: ModuleType) -> None:
    """A fake that is not to invent anything fails where nothing was said."""
    strict = import_module(f"{sdk.__name__}.testing").FakeZoo(examples=False)
    with pytest.raises(AssertionError, match=r"nothing was said of animals\.remove"):
        strict.client.animals.remove(1)


def test_a_client_of_ones_own(sdk: ModuleType, fake: Any) -> None:
    """Any client can be led to the fake, wherever it thinks that the API is."""
    with httpx.Client(transport=fake.transport) as http:
        client = sdk.Zoo(
            api_key="mine", base_url="https://other.example/a/b/c", httpx_client=http
        )
        assert client.animals.get(7).name == "Leo"
    assert fake.calls[0].headers["x-key"] == "mine"


def test_what_no_method_sends(fake: Any) -> None:
    """Undocumented endpoints are answered as they are told to be."""
    fake.on_request("post", "/jobs/{id}").answers_json({"done": True}, status=202)
    answer = fake.client.request("POST", "/jobs/9", body={"a": 1})
    assert (answer.status_code, answer.parse()) == (202, {"done": True})
    assert fake.calls[0].path_params == {"id": "9"}
    with pytest.raises(AssertionError, match="no method sends this"):
        fake.client.request("GET", "/jobs/9")
    with pytest.raises(TypeError, match="no method of the API"):
        fake.on(fake.client.request)
