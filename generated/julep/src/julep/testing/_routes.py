"""Which method of a client a request comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeGuard
from urllib.parse import parse_qsl, unquote, urlsplit

from .._core.engine import Caller
from .._core.operation import Operation

_PLACEHOLDER = re.compile(r"\{([^{}/]+)\}")


@dataclass(frozen=True, slots=True)
class Route:
    """A method of the client, by what it is called there, and its operation."""

    name: str
    operation: Operation[Any]

    @property
    def segments(self) -> list[str]:
        return self.operation.path.partition("?")[0].partition("#")[0].split("/")[1:]

    @property
    def query(self) -> list[tuple[str, str]]:
        """What stands in the query of each of its requests."""
        query = self.operation.path.partition("#")[0].partition("?")[2]
        return parse_qsl(query, keep_blank_values=True)

    @property
    def weight(self) -> tuple[int, int]:
        """The more of a path is written out, the sooner it is meant."""
        return len(_PLACEHOLDER.sub("", self.operation.path)), len(self.segments)

    def values(self, segments: Sequence[str]) -> dict[str, str] | None:
        """The values of the parameters in a path; None where it is another's."""
        own = self.segments
        if len(own) != len(segments):
            return None
        found: dict[str, str] = {}
        for written, given in zip(own, segments, strict=True):
            values = _segment(written, given)
            if values is None:
                return None
            found |= values
        return found


def _segment(written: str, given: str) -> dict[str, str] | None:
    if "{" not in written:
        return {} if unquote(written) == unquote(given) else None
    names = _PLACEHOLDER.findall(written)
    literals = _PLACEHOLDER.split(written)[::2]
    match = re.fullmatch("(.*?)".join(map(re.escape, literals)), given)
    if match is None:
        return None
    values = map(unquote, match.groups())
    return dict(zip(names, values, strict=True))


class Routes:
    """The methods of a client and of its resources."""

    def __init__(self, client: Caller[Any], base_url: str) -> None:
        self._client = client
        self._base_url = base_url

    @cached_property
    def _all(self) -> list[Route]:
        found = _routes(self._client, "")
        return sorted(found, key=lambda route: route.weight, reverse=True)

    def of(self, operation: Operation[Any]) -> Route | None:
        """The method that an operation is called by."""
        found = (route for route in self._all if route.operation is operation)
        return next(found, None)

    def find(
        self, method: str, url: str, others: Sequence[Route] = ()
    ) -> tuple[Route, Mapping[str, str]] | None:
        """The method, and the values in its path.

        A client that has another base URL than this one is known by the end of it.
        """
        parts = urlsplit(url)
        segments = parts.path.split("/")[1:]
        query = parse_qsl(parts.query, keep_blank_values=True)
        several = [
            route
            for route in (*others, *self._all)
            if route.operation.method == method
            and all(pair in query for pair in route.query)
        ]
        for known in (True, False):
            for route in several:
                start = len(segments) - len(route.segments)
                if start < 0 or (known and start != self._start(route)):
                    continue
                values = route.values(segments[start:])
                if values is not None:
                    return route, values
        return None

    def _start(self, route: Route) -> int:
        base = urlsplit(route.operation.server or self._base_url).path
        return base.rstrip("/").count("/")


def _routes(caller: Caller[Any], prefix: str) -> Iterator[Route]:
    seen: set[str] = set()
    for cls in type(caller).__mro__:
        for name, member in vars(cls).items():
            if name.startswith("_") or name in seen:
                continue
            if isinstance(member, cached_property):
                resource = getattr(caller, name)
                if _is_caller(resource):
                    yield from _routes(resource, f"{prefix}{name}.")
            elif (operation := operation_in(member)) is not None:
                yield Route(prefix + name, operation)
            else:
                continue
            seen.add(name)


def operation_of(method: object) -> Operation[Any] | None:
    """The operation that a method calls; None where it is none of the API's.

    A method that stands in for one of the API's is taken for it.
    """
    found = operation_in(getattr(method, "__func__", method))
    if found is not None:
        return found
    name = getattr(method, "__name__", "")
    for cls in type(getattr(method, "__self__", None)).__mro__:
        if (found := operation_in(vars(cls).get(name))) is not None:
            return found
    return None


def operation_in(function: object) -> Operation[Any] | None:
    """The constant of the operation that the function's one statement names."""
    code = getattr(function, "__code__", None)
    known: dict[str, object] = getattr(function, "__globals__", {})
    for name in () if code is None else code.co_names:
        if _is_operation(value := known.get(name)):
            return value
    return None


def _is_operation(value: object) -> TypeGuard[Operation[Any]]:
    return isinstance(value, Operation)


def _is_caller(value: object) -> TypeGuard[Caller[Any]]:
    return isinstance(value, Caller)
