"""The exceptions of an SDK, and which of ours come where they came."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from typing import Any

# In place of a status: it is raised for whatever is no success.
ANY = 0
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


def exceptions_of(
    root: Any, offers: Mapping[str, str], raised: Mapping[str, frozenset[str]]
) -> dict[str, int | None]:
    """The exceptions among what a package offers, by name, with the status of each.

    It is said in the class, or where methods raise it: `raised` has it as they say it.
    """
    found: dict[str, int | None] = {}
    for at in sorted({*offers.values()}):
        name = at.rpartition(".")[2]
        each = root[at.removeprefix(f"{root.name}.")]
        is_told = name.endswith("Error") or name in raised
        if is_told and each.is_class and is_raised(each):
            found[name] = _status(each, raised.get(name, frozenset()))
    return dict(sorted(found.items()))


def _status(each: Any, raised: frozenset[str]) -> int | None:
    said = _STATUS.search(_source(each))
    if said is not None:
        return int(said[1])
    if len(raised) == 1 and (only := min(raised)).isdecimal():
        return int(only)
    is_general = "4XX" in raised or "status_code" in each.members
    return ANY if is_general else None


def raised_in(function: ast.FunctionDef) -> Iterator[tuple[str, str]]:
    """The exceptions that a method raises, each with a status that it does so for.

    As Speakeasy's methods do it: `if utils.match_response(http_res, ["404"], …):`.
    """
    for each in ast.walk(function):
        match each:
            case ast.If(test=ast.Call(func=asked, args=[_, told, *_])):
                if ast.unparse(asked).rpartition(".")[2] == "match_response":
                    statuses = tuple(_texts(told))
                    for name in _raised(each):
                        yield from ((name, status) for status in statuses)
            case _:
                pass


def _texts(value: ast.expr) -> Iterator[str]:
    for each in ast.walk(value):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def _raised(block: ast.If) -> Iterator[str]:
    for each in ast.walk(block):
        if isinstance(each, ast.Raise) and isinstance(each.exc, ast.Call):
            yield ast.unparse(each.exc.func).rpartition(".")[2]


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
    if status:
        known = "ServerError" if status >= 500 else _BY_STATUS.get(status)
        return known or "ApiError"
    if name in _BY_NAME or name in _BY_STATUS.values():
        return _BY_NAME.get(name, name)
    if status == ANY:
        return "ApiError"
    is_base = name in (f"{client}Error", f"{client.removesuffix('Client')}Error")
    return "SdkError" if is_base else None
