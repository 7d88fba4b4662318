"""What a call raises, and nothing else.

SdkError
  ApiError                      an answer that is no success
    BadRequestError             400
    UnauthorizedError           401
    ForbiddenError              403
    NotFoundError               404
    ConflictError               409
    UnprocessableEntityError    422
    RateLimitError              429
    ServerError                 500 and above
    StreamError                 told of in the midst of a stream
  ApiConnectionError            no answer came
    ApiTimeoutError             no answer came in time
  UnreadableBodyError           an answer came that fits no type
  InvalidRequestError           a call that cannot be sent as it is
    MissingCredentialError      a credential is missing
  CredentialError               a credential could not be had
"""

from __future__ import annotations

from collections.abc import Mapping
from http.client import responses
from typing import Any


class SdkError(Exception):
    """Every error that a call raises."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class ApiError(SdkError):
    """The API answered, and it was no success.

    Attributes:
        status_code: The status of the answer.
        body: The answer's body in the type that the API documents for the status;
            where it does not fit, what its JSON holds; else its text, or the bytes of
            what is no text.
        headers: The headers of the answer; names in any case.
        request_id: What the server calls the request, for its operators.
    """

    def __init__(
        self, call: str, status_code: int, headers: Mapping[str, str], body: Any
    ) -> None:
        super().__init__(call, status_code, headers, body)
        self.call = call
        self.status_code = status_code
        self.headers = headers
        self.body = body

    @property
    def request_id(self) -> str | None:
        return request_id(self.headers)

    def __str__(self) -> str:
        return f"{self.status_code} {phrase(self.status_code)}: {self.call}"


class BadRequestError(ApiError):
    """Status 400."""


class UnauthorizedError(ApiError):
    """Status 401: the credentials failed."""


class ForbiddenError(ApiError):
    """Status 403: not allowed."""


class NotFoundError(ApiError):
    """Status 404: there is no such thing."""


class ConflictError(ApiError):
    """Status 409."""


class UnprocessableEntityError(ApiError):
    """Status 422."""


class RateLimitError(ApiError):
    """Status 429: too many requests."""


class ServerError(ApiError):
    """Any status from 500 on."""


class StreamError(ApiError):
    """The answer was a success, and in the midst of its stream told of an error."""

    def __str__(self) -> str:
        return f"an error in the stream: {self.call}"


class ApiConnectionError(SdkError):
    """No answer came: the connection failed."""


class ApiTimeoutError(ApiConnectionError):
    """No answer came in time."""


class UnreadableBodyError(SdkError):
    """An answer came that fits no type.

    Attributes:
        status_code: The status of the answer.
        headers: The headers of the answer; names in any case.
        body: The body as it came.
    """

    def __init__(
        self,
        reason: str,
        status_code: int,
        headers: Mapping[str, str],
        body: bytes,
    ) -> None:
        super().__init__(reason, status_code, headers, body)
        self.reason = reason
        self.status_code = status_code
        self.headers = headers
        self.body = body


class InvalidRequestError(SdkError, ValueError):
    """A call that cannot be sent as it is."""


class MissingCredentialError(InvalidRequestError):
    """A credential that the operation needs was not given to the client."""


class CredentialError(SdkError):
    """A credential could not be had: no token came, or a function that gives it failed.

    Attributes:
        status_code: The status of the token endpoint's answer, if one came.
        code: Why it refused, in a word of OAuth 2 (RFC 6749, 5.2), if it said so.
    """

    def __init__(
        self, reason: str, status_code: int | None = None, code: str | None = None
    ) -> None:
        super().__init__(reason, status_code, code)
        self.reason = reason
        self.status_code = status_code
        self.code = code


_BY_STATUS: dict[int, type[ApiError]] = {
    400: BadRequestError,
    401: UnauthorizedError,
    403: ForbiddenError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def error_class(status_code: int) -> type[ApiError]:
    """The class for a status."""
    if status_code >= 500:
        return ServerError
    return _BY_STATUS.get(status_code, ApiError)


def phrase(status_code: int) -> str:
    """What HTTP calls a status."""
    return responses.get(status_code, "Unknown Status")


def request_id(headers: Mapping[str, str]) -> str | None:
    """What a server calls a request in the headers of its answer."""
    return headers.get("x-request-id") or headers.get("request-id")
