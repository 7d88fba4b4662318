"""The exceptions of an SDK, and which of ours come where they came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

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
    "HttpError": "ApiError",
    "InternalServerError": "ServerError",
    "NoResponseError": "ApiConnectionError",
    "ResponseValidationError": "UnreadableBodyError",
    "SDKError": "ApiError",
}


def exceptions_of(root: Any, offers: Mapping[str, str]) -> dict[str, int | None]:
    """The exceptions among what a package offers, by name, with the status of each."""
    found: dict[str, int | None] = {}
    for at in sorted({*offers.values()}):
        name = at.rpartition(".")[2]
        each = root[at.removeprefix(f"{root.name}.")]
        if name.endswith("Error") and each.is_class and is_raised(each):
            status = _STATUS.search(_source(each))
            found[name] = int(status[1]) if status else None
    return dict(sorted(found.items()))


def is_raised(each: Any) -> bool:
    """Whether a class is an exception: not a model of what an API tells of one."""
    bases = [str(base).rpartition(".")[2] for base in each.bases]
    return any(base.endswith(("Error", "Exception")) for base in bases)


def _source(each: Any) -> str:
    try:
        return str(each.source)
    except Exception:  # griffe has no lines of what is not in a file
        return ""


def heirs(exceptions: Mapping[str, int | None], client: str) -> Iterator[str]:
    """What is to be caught in place of each exception, a line for each that is."""
    for name, status in exceptions.items():
        ours = heir(name, status, client)
        if ours is not None and ours != name:
            yield f"{name} is {ours}"


def without_heirs(exceptions: Mapping[str, int | None], client: str) -> tuple[str, ...]:
    """The exceptions in whose place nothing comes."""
    return tuple(
        name for name, status in exceptions.items() if not heir(name, status, client)
    )


def heir(name: str, status: int | None, client: str) -> str | None:
    """The error of ours that comes where an exception came, if there is one."""
    if status is not None:
        known = "ServerError" if status >= 500 else _BY_STATUS.get(status)
        return known or "ApiError"
    if name in (f"{client}Error", f"{client.removesuffix('Client')}Error"):
        return "SdkError"
    return _BY_NAME.get(name) or (name if name in _BY_STATUS.values() else None)
