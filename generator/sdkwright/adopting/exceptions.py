"""The exceptions of an SDK, and which of ours come where they came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from .members import is_class, target

_STATUS = re.compile(r"\bstatus_code\b[^=\n]*=\s*(\d{3})\b")
_BY_STATUS = {
    400: "BadRequestError",
    401: "UnauthorizedError",
    403: "ForbiddenError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
}
# What the generators call the errors that are of no one status.
_BY_NAME = {
    "APIError": "SdkError",
    "APIStatusError": "ApiError",
    "APIConnectionError": "ApiConnectionError",
    "APITimeoutError": "ApiTimeoutError",
    "APIResponseValidationError": "UnreadableBodyError",
    "ApiError": "ApiError",
    "InternalServerError": "ServerError",
    "NoResponseError": "ApiConnectionError",
    "ResponseValidationError": "UnreadableBodyError",
    "SDKError": "ApiError",
}


def exceptions_of(module: Any) -> dict[str, int | None]:
    """The public exceptions of a package by name, with the status of each."""
    found: dict[str, int | None] = {}
    for name, each in sorted(module.members.items()):
        if name.startswith("_") or not is_class(each) or not name.endswith("Error"):
            continue
        status = _STATUS.search(_source(target(each)))
        found[name] = int(status[1]) if status else None
    return found


def _source(each: Any) -> str:
    try:
        return str(each.source)
    except Exception:  # griffe has no lines of what is not in a file
        return ""


def heirs(exceptions: Mapping[str, int | None], client: str) -> Iterator[str]:
    """What is to be caught in place of each exception, a line for each that is."""
    for name, status in exceptions.items():
        ours = _heir(name, status, client)
        if ours is not None and ours != name:
            yield f"{name} is {ours}"


def without_heirs(exceptions: Mapping[str, int | None], client: str) -> tuple[str, ...]:
    """The exceptions in whose place nothing comes."""
    return tuple(
        name for name, status in exceptions.items() if not _heir(name, status, client)
    )


def _heir(name: str, status: int | None, client: str) -> str | None:
    if status is not None:
        known = "ServerError" if status >= 500 else _BY_STATUS.get(status)
        return known or "ApiError"
    if name in (f"{client}Error", f"{client.removesuffix('Client')}Error"):
        return "SdkError"
    return _BY_NAME.get(name) or (name if name in _BY_STATUS.values() else None)
