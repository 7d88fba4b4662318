"""The error family of every SDK: which class stands for which status.

The classes are the runtime's (`_core/errors.py`); what is said of them here is
what pages and docstrings tell. A test holds the two against each other.
"""

from __future__ import annotations

from ...ir import nodes
from ...ir.answers import error_type
from ..offers.views import ErrorView
from ..views import RaisesView


def _error(name: str, base: str | None, depth: int, description: str) -> ErrorView:
    return ErrorView(name=name, base=base, depth=depth, description=description)


# In the order of the tree, so that a page prints it from top to bottom.
FAMILY: tuple[ErrorView, ...] = (
    _error("SdkError", None, 0, "Every error that a call raises."),
    _error("ApiError", "SdkError", 1, "The API answered, and it was no success."),
    _error("BadRequestError", "ApiError", 2, "Status 400."),
    _error("UnauthorizedError", "ApiError", 2, "Status 401: the credentials failed."),
    _error("ForbiddenError", "ApiError", 2, "Status 403: not allowed."),
    _error("NotFoundError", "ApiError", 2, "Status 404: there is no such thing."),
    _error("ConflictError", "ApiError", 2, "Status 409."),
    _error("UnprocessableEntityError", "ApiError", 2, "Status 422."),
    _error("RateLimitError", "ApiError", 2, "Status 429: too many requests."),
    _error("ServerError", "ApiError", 2, "Any status from 500 on."),
    _error("StreamError", "ApiError", 2, "An error that was told of in a stream."),
    _error(
        "ApiConnectionError", "SdkError", 1, "No answer came: the connection failed."
    ),
    _error("ApiTimeoutError", "ApiConnectionError", 2, "No answer came in time."),
    _error("UnreadableBodyError", "SdkError", 1, "An answer came that fits no type."),
    _error(
        "InvalidRequestError", "SdkError", 1, "A call that cannot be sent as it is."
    ),
    _error(
        "MissingCredentialError", "InvalidRequestError", 2, "A credential is missing."
    ),
    _error("CredentialError", "SdkError", 1, "A credential could not be had."),
)

_BY_STATUS = {
    "400": "BadRequestError",
    "401": "UnauthorizedError",
    "403": "ForbiddenError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "422": "UnprocessableEntityError",
    "429": "RateLimitError",
    "5XX": "ServerError",
}


def class_for(status: str) -> str:
    """The class raised for a status of the document: `404`, `5XX`, `default`."""
    exact = _BY_STATUS.get(status.upper())
    if exact is None and status.startswith("5"):
        return _BY_STATUS["5XX"]
    return exact or "ApiError"


def raises_of(operation: nodes.Operation) -> tuple[RaisesView, ...]:
    """What a call raises: the documented errors by status, then any other one."""
    documented = tuple(
        RaisesView(
            name=class_for(response.status),
            status=response.status,
            description=response.doc.description,
            body=error_type(response),
        )
        for response in operation.errors
    )
    if any(response.status == "default" for response in operation.errors):
        return documented
    rest = RaisesView(name="ApiError", status="", description=None, body=None)
    return (*documented, rest)
