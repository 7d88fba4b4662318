from __future__ import annotations

from operator import methodcaller
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both


def failure(sdk: ModuleType, status: int, content: bytes) -> Any:
    wire = Wire(status=status, content=content)
    with pytest.raises(sdk.ApiError) as caught:
        both(
            sdk,
            wire,
            lambda client: client.get_thing("x"),
            client="Picky",
            max_retries=0,
        )
    return caught.value


def test_body_has_the_type_of_its_status(sdk: ModuleType) -> None:
    """The exact status wins over its range, and the range over the default."""
    missing = failure(sdk, 404, b'{"id": "x"}')
    assert isinstance(missing, sdk.NotFoundError)
    assert missing.body == sdk.Missing(id="x")
    problem = failure(sdk, 418, b'{"title": "teapot"}')
    assert type(problem) is sdk.ApiError
    assert problem.body == sdk.Problem(title="teapot")
    down = failure(sdk, 503, b"sorry")
    assert isinstance(down, sdk.ServerError)


def test_body_that_fits_no_type_is_kept(sdk: ModuleType) -> None:
    """An error whose body is not as documented is still that error."""
    missing = failure(sdk, 404, b'{"other": 1}')
    assert isinstance(missing, sdk.NotFoundError)
    assert missing.body == {"other": 1}


def test_a_default_that_is_all_there_is(sdk: ModuleType) -> None:
    """It is what a success holds, and what an error does."""
    call = methodcaller("get_anything")
    wire = Wire(content=b'{"title": "fine"}')
    assert both(sdk, wire, call, client="Picky") == sdk.Problem(title="fine")
    with pytest.raises(sdk.BadRequestError) as caught:
        both(sdk, Wire(400, b'{"title": "odd"}'), call, client="Picky")
    assert caught.value.body == sdk.Problem(title="odd")


def test_text_names_call_and_status(sdk: ModuleType) -> None:
    """The error's text tells status, method and address."""
    assert str(failure(sdk, 404, b"")) == (
        "404 Not Found: GET https://picky.example.com/things/x"
    )
