from __future__ import annotations

import datetime
import inspect
import json
from collections.abc import Callable
from http.cookies import SimpleCookie
from types import ModuleType
from typing import Any
from urllib.parse import parse_qs, unquote

import pytest
from features.wire import Wire, both
from library import httpx

FILTER = {"range": {"from": 1, "to": 2}, "colors": ["red", "dark blue"]}


def sent(sdk: ModuleType, call: Callable[[Any], Any], **options: Any) -> httpx.Request:
    wire = Wire(status=204)
    both(sdk, wire, call, client="Places", **({"api_key": "k"} | options))
    return wire.last


def query(sdk: ModuleType, **keywords: Any) -> dict[str, list[str]]:
    request = sent(sdk, lambda client: client.query_things(**keywords))
    return parse_qs(request.url.query.decode(), keep_blank_values=True)


def the_filter(sdk: ModuleType) -> Any:
    return sdk.Filter(
        range=sdk.FilterRange(from_=1, to=2),
        colors=[sdk.Color.RED, sdk.Color.DARK_BLUE],
    )


def test_one_name_in_four_places(sdk: ModuleType) -> None:
    """The place is part of an argument's name where two would be called the same."""
    day = datetime.date(2030, 1, 2)
    request = sent(
        sdk,
        lambda client: client.get_thing("p", query_id=1, header_id=True, cookie_id=day),
    )
    assert request.url.raw_path == b"/things/p?id=1"
    assert request.headers["id"] == "true"
    assert SimpleCookie(request.headers["cookie"])["id"].value == "2030-01-02"


def test_headers_that_the_client_sends_itself(sdk: ModuleType) -> None:
    """One can be given in its place; what credentials are sent in is not asked for."""
    request = sent(sdk, lambda client: client.get_thing("p", user_agent="mine"))
    assert request.headers.get_list("user-agent") == ["mine"]
    assert request.headers.get_list("x-key") == ["k"]
    parameters = inspect.signature(sdk.Places.get_thing).parameters
    assert not {"accept", "x_key", "authorization"} & parameters.keys()


@pytest.mark.parametrize("name", ["user-agent", "USER-AGENT"])
def test_one_header_in_two_cases(sdk: ModuleType, name: str) -> None:
    """A header of the client's own gives way whatever its case."""
    request = sent(
        sdk, lambda client: client.with_options(headers={name: "x"}).get_thing("p")
    )
    assert request.headers.get_list("user-agent") == ["x"]


def test_lists_in_cookies(sdk: ModuleType) -> None:
    """In style `cookie` each item is a cookie; in style `form` all are one."""
    request = sent(
        sdk,
        lambda client: client.get_thing("p", plain=["a", "b"], form=["a", "b&c"]),
    )
    assert request.headers["cookie"] == "plain=a; plain=b; form=a&form=b%26c"


@pytest.mark.parametrize(
    ("keywords", "expected"),
    [
        ({"colors": ["red", "dark blue"]}, {"colors": ["red,dark blue"]}),
        ({"colors": []}, {}),
        ({"days": [datetime.date(2030, 1, 2)]}, {"days": ["2030-01-02"]}),
        ({"on": True}, {"on": ["true"]}),
        ({"on": False}, {"on": ["false"]}),
        ({"on": None}, {}),
        ({"free": {"a": ["1", "2"], "b&": []}}, {"a": ["1", "2"]}),
        ({"path": "a/b:c?d=é&+"}, {"path": ["a/b:c?d=é&+"]}),
        ({"empty": ""}, {"empty": [""]}),
    ],
)
def test_query(
    sdk: ModuleType, keywords: dict[str, Any], expected: dict[str, list[str]]
) -> None:
    """Read by the standard library, each value is what was given."""
    assert query(sdk, **keywords) == expected


def test_deep_objects(sdk: ModuleType) -> None:
    """Each leaf is named by its path; the items of a list have one name."""
    expected = {
        "filter[range][from]": ["1"],
        "filter[range][to]": ["2"],
        "filter[colors]": ["red", "dark blue"],
    }
    assert query(sdk, filter=the_filter(sdk)) == expected
    assert query(sdk, filter=FILTER) == expected


def test_contents(sdk: ModuleType) -> None:
    """A parameter with content is the text of its media type, in every place."""
    where = the_filter(sdk)
    request = sent(
        sdk,
        lambda client: client.get_contents(
            where, where=where, x_where=[1, 2], note='a;"b', text="plain text"
        ),
    )
    path = request.url.raw_path.decode().partition("?")[0]
    assert path.count("/") == 2
    assert json.loads(unquote(path.removeprefix("/contents/"))) == FILTER
    pairs = parse_qs(request.url.query.decode())
    assert json.loads(pairs["where"][0]) == FILTER
    assert pairs["text"] == ["plain text"]
    assert json.loads(request.headers["x-where"]) == [1, 2]
    cookie = SimpleCookie(request.headers["cookie"])["note"].value
    assert json.loads(unquote(cookie)) == 'a;"b'


def test_a_dict_is_a_filter(sdk: ModuleType) -> None:
    """It is written as the model is, and checked before that."""
    as_model = query(sdk, filter=the_filter(sdk))
    assert query(sdk, filter=FILTER) == as_model

    def wrong(client: Any) -> Any:
        return client.query_things(filter={"range": {"from": "x"}})

    wire = Wire(status=204)
    with pytest.raises(
        sdk.InvalidRequestError,
        match=r"^filter\.range\.from: Input should be a valid integer",
    ):
        both(sdk, wire, wrong, client="Places", api_key="k")
    assert wire.sent == []


# Where the API calls it something else, that stands behind.
MISTAKES: dict[str, tuple[Callable[[Any], Any], str]] = {
    "path": (lambda c: c.get_thing(None), "id is part of the path and may not be None"),
    "path, renamed": (
        lambda c: c.get_part(None),
        "part_no (partNo) is part of the path and may not be None",
    ),
    "another path": (
        lambda c: c.get_part(".."),
        "part_no (partNo) may not be '..': it would change the path",
    ),
    "header": (
        lambda c: c.get_thing("p", user_agent="a\nb"),
        "user_agent (User-Agent) holds a character that no header may",
    ),
    "half a character": (
        lambda c: c.get_thing("p", user_agent="\ud800"),
        "user_agent (User-Agent) holds half a character",
    ),
    "one name in two places": (
        lambda c: c.get_thing("p", header_id="a\nb"),
        "header_id (id) holds a character that no header may",
    ),
    "cookie": (
        lambda c: c.get_thing("p", plain=["a;b"]),
        "plain holds a character that no cookie may",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_an_error_calls_an_argument_as_the_method_does(
    sdk: ModuleType, mistake: str
) -> None:
    call, message = MISTAKES[mistake]
    with pytest.raises(sdk.InvalidRequestError) as caught:
        sent(sdk, call)
    assert str(caught.value) == message
