"""The error family: what the runtime raises, and what pages tell of it."""

from __future__ import annotations

import pickle

import pytest
from PACKAGE._core import errors
from PACKAGE._core.answer import Received, failure
from PACKAGE._core.operation import Operation
from sdkwright.python.operations.errors import FAMILY, class_for


def test_the_family_is_the_one_that_is_told() -> None:
    """Names, bases and depths in the tree are those of the classes."""
    told = {each.name: each for each in FAMILY}
    kinds = [each for each in vars(errors).values() if isinstance(each, type)]
    found = [each.__name__ for each in kinds if issubclass(each, errors.SdkError)]
    assert sorted(told) == sorted(found)
    for name, each in told.items():
        kind: type[Exception] = getattr(errors, name)
        family = [base for base in kind.__mro__ if base.__name__ in told]
        assert len(family) - 1 == each.depth
        assert (family[1].__name__ if each.base else None) == each.base


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 418, 422, 429, 500, 599])
def test_the_class_of_a_status(status: int) -> None:
    """A status has the class that is told of it."""
    assert errors.error_class(status).__name__ == class_for(str(status))


def test_text_and_request_id() -> None:
    """The text tells status and call; the request's id is found in the headers."""
    error = errors.NotFoundError("GET https://x/pets", 404, {"x-request-id": "r"}, None)
    assert str(error) == "404 Not Found: GET https://x/pets"
    assert error.request_id == "r"
    assert str(errors.ApiError("GET /", 799, {}, None)).startswith("799 Unknown")


@pytest.mark.parametrize(
    "error",
    [
        errors.ApiError("GET /", 418, {"a": "b"}, {"c": 1}),
        errors.UnreadableBodyError("why", 200, {}, b"x"),
        errors.ApiTimeoutError("late"),
        errors.MissingCredentialError("none"),
    ],
)
def test_errors_travel_between_processes(error: errors.SdkError) -> None:
    """An error can be pickled, with all that it knows."""
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert (str(copy), vars(copy)) == (str(error), vars(error))


@pytest.mark.parametrize(
    ("media_type", "content", "body"),
    [
        ("application/json", b'{"a": 1}', {"a": 1}),
        ("text/plain", "Grüße".encode(), "Grüße"),
        ("text/plain; charset=latin-1", b"Gr\xfc\xdfe", "Grüße"),
        ("text/html", b"Gr\xfc\xdfe", b"Gr\xfc\xdfe"),
        ("text/html; charset=nonsense", b"\x00", b"\x00"),
        ("application/pdf", b"%PDF\xff", b"%PDF\xff"),
        ("", b"", None),
    ],
)
def test_nothing_is_lost_of_a_body(
    media_type: str, content: bytes, body: object
) -> None:
    """The body of an error is its JSON, its text, or the bytes of what is no text."""
    operation: Operation[None] = Operation(method="GET", path="/")
    received = Received("GET /", 500, {"content-type": media_type}, content)
    assert failure(operation, received).body == body
