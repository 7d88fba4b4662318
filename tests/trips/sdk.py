"""A generated package, asked what its methods send: no source of it is parsed.

Each method is called once with a marker for every argument, on a client whose
engine only notes what it is given. So each argument is known by its wire name.
"""

from __future__ import annotations

import importlib
import inspect
import sys
import typing
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ConfigDict, TypeAdapter

from .shapes import called
from .spaces import spelled_out


@dataclass(frozen=True)
class Method:
    """A method of the SDK. `slots` are its arguments by place and wire name.

    A body that is one argument has the empty name; the argument that chooses
    among forms is `content_type` at the place `form`.
    """

    route: tuple[str, ...]
    function: Any
    operation: Any
    slots: dict[tuple[str, str], str]
    accept: str = "accept"

    @property
    def name(self) -> str:
        return ".".join(self.route)

    def accepts(self, *, stream: bool) -> list[str]:
        """The media types that the SDK asks for."""
        accepted = str(self.operation.accepted(streams=stream))
        return [each.strip() for each in accepted.split(",")]

    def flag_value(self, *, stream: bool) -> Any:
        """The value of the property that asks for items, or one that does not."""
        asks = self.operation.asks
        if stream or asks is True:
            return asks if asks is not True else stream
        flag = self._flag()
        hints = [spelled_out(each) for each in typing.get_overloads(self.function)]
        several = (value for each in hints for value in _literal(each, flag or ""))
        return next(value.value for value in several if value != asks)

    def asking(self, *, stream: bool) -> dict[str, Any]:
        """What asks for items, or for all at once, beside parameters and the body."""
        operation = self.operation
        if ("flag", getattr(operation, "flag", None)) in self.slots:
            return {self._flag() or "": self.flag_value(stream=stream)}
        chosen = stream and operation.accept is not None
        return {self.accept: operation.media_type} if chosen else {}

    def _flag(self) -> str | None:
        flag = getattr(self.operation, "flag", None)
        if flag is None:
            return None
        return self.slots.get(("body", flag)) or self.slots.get(("flag", flag))

    def of(self, client: Any) -> Any:
        """The method on a client."""
        for name in self.route:
            client = getattr(client, name)
        return client

    def bodies(self) -> list[Any]:
        """The forms in which the body may be sent."""
        body = self.operation.body
        return list(getattr(body, "bodies", (body,))) if body is not None else []

    def signature(self, media_type: str | None, stream: bool | None) -> dict[str, Any]:
        """The annotations of the overload for a form of the body and of the answer."""
        several = typing.get_overloads(self.function) or [self.function]
        read = [(each, spelled_out(each)) for each in several]
        form = self.slots.get(("form", "content_type"))
        flag = self._flag()
        for _, hints in read:
            fits = (
                form is None
                or media_type is None
                or media_type in _literal(hints, form)
            )
            if flag is not None and stream is not None:
                wanted = _literal(hints, flag)
                asking = self.flag_value(stream=stream)
                fits = fits and (not wanted or asking in wanted)
            if fits:
                return hints
        return read[-1][1]


class Missing:
    """Stands for an argument while a method is asked what it does with it."""


@dataclass
class _Recorder:
    """An engine that sends nothing."""

    noted: list[tuple[Any, tuple[Any, ...]]] = field(default_factory=list[Any])

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)

        def note(operation: Any, *values: Any, **others: Any) -> None:
            self.noted.append((operation, values))

        return note


@dataclass
class Sdk:
    """A package in a folder, with clients that call a server."""

    folder: Path
    package: str
    root: ModuleType = field(init=False)

    def __post_init__(self) -> None:
        source = str(self.folder / "src")
        sys.path.insert(0, source)
        try:
            self.root = importlib.import_module(self.package)
        finally:
            sys.path.remove(source)

    def part(self, name: str) -> ModuleType:
        return importlib.import_module(f"{self.package}.{name}")

    @cached_property
    def sync_class(self) -> Any:
        return self._class("SyncClient")

    @cached_property
    def async_class(self) -> Any:
        return self._class("AsyncClient")

    @cached_property
    def api(self) -> Any:
        return self.part("client")._API

    def _class(self, base: str) -> Any:
        kind = getattr(self.part("_core.client"), base)
        client = self.part("client")
        return next(
            each
            for name in client.__all__
            if inspect.isclass(each := getattr(client, name)) and issubclass(each, kind)
        )

    @cached_property
    def secrets(self) -> dict[str, str]:
        """A value for each argument of the client's that is a credential."""
        known = {each for name in self.api.schemes for each in self.arguments(name)}
        given = inspect.signature(self.sync_class).parameters.keys() - {"httpx_client"}
        return {name: f"secret-{name}" for name in sorted(given & known)}

    def arguments(self, scheme: str) -> tuple[str, ...]:
        """The client's for a scheme: a token that is given, so that none is fetched."""
        several: tuple[str, ...] = self.api.schemes[scheme].arguments or (scheme,)
        fetches = any(each.endswith("client_id") for each in several)
        return several[:1] if fetches else several

    def options(self, url: str, *, strict: bool) -> dict[str, Any]:
        """How a client is made that calls this server."""
        return {
            "base_url": url,
            "timeout": 30,
            "max_retries": 0,
            "strict": strict,
            **self.secrets,
        }

    @cached_property
    def methods(self) -> dict[tuple[str, str], list[Method]]:
        """The methods by the verb and the path of what they call."""
        client = self.sync_class(**self.options("http://unused", strict=False))
        client._engine = recorder = _Recorder()
        made: dict[tuple[str, str], list[Method]] = {}
        for route, function, bound in _functions(client, ()):
            _, *parameters = inspect.signature(function).parameters.values()
            markers = {
                each.name: Missing() for each in parameters if not _is_accept(each)
            }
            recorder.noted.clear()
            bound(**markers)
            if len(recorder.noted) != 1:
                continue
            operation, values = recorder.noted[0]
            slots = {
                slot: name
                for slot, value in zip(_slots(operation), values, strict=True)
                for name, marker in markers.items()
                if value is marker
            }
            key = (operation.method, called(operation.path))
            accept = [each.name for each in parameters if _is_accept(each)]
            method = Method(route, function, operation, slots, *accept)
            made.setdefault(key, []).append(method)
        return made

    def forget(self) -> None:
        """Take the package out of the interpreter."""
        for name in [*sys.modules]:
            if name.split(".")[0] == self.package:
                del sys.modules[name]


def _functions(
    owner: Any, route: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    for name, each in vars(type(owner)).items():
        if name.startswith("_"):
            continue
        if isinstance(each, cached_property):
            inner = getattr(owner, name)
            if hasattr(inner, "_engine"):
                yield from _functions(inner, (*route, name))
        elif inspect.isfunction(each):
            yield (*route, name), each, getattr(owner, name)


def _is_accept(parameter: inspect.Parameter) -> bool:
    """Whether an argument chooses the form of the answer: the usual one is."""
    named = parameter.name in ("accept", "answer_accept")
    return named and isinstance(parameter.default, str)


def _slots(operation: Any) -> list[tuple[str, str]]:
    """The places of an operation's values, in its order."""
    made = [("path", _name(each)) for each in operation.in_path]
    for place in ("query", "header", "cookie"):
        made += [(place, _name(each)) for each in getattr(operation, place)]
    body = operation.body
    if body is not None:
        made += [("body", name) for name in body.names or ("",)]
        flag = getattr(operation, "flag", None)
        if flag is not None and not body.names:
            made.append(("flag", flag))  # beside a body of one argument
        if hasattr(body, "bodies"):
            made.append(("form", "content_type"))
    return made


def _name(param: Any) -> str:
    return param if isinstance(param, str) else str(param.name)


def _literal(hints: dict[str, Any], name: str) -> tuple[Any, ...]:
    hint = hints.get(name)
    several = (hint, *get_args(hint)) if get_origin(hint) is not Literal else (hint,)
    literals = [each for each in several if get_origin(each) is Literal]
    return tuple(value for each in literals for value in get_args(each))


_ADAPTERS: dict[tuple[int, bool], tuple[Any, TypeAdapter[Any]]] = {}


def adapter(annotation: Any, *, base64: bool = False) -> TypeAdapter[Any]:
    """What makes values of an annotation, as a typed caller would.

    `base64`: octets in JSON are that, unless a model says otherwise by itself.
    """
    found = _ADAPTERS.get((id(annotation), base64))
    if found is None or found[0] is not annotation:
        model = inspect.isclass(annotation) and issubclass(annotation, BaseModel)
        alone = base64 and not model
        config = ConfigDict(val_json_bytes="base64") if alone else None
        found = (annotation, TypeAdapter(annotation, config=config))
        _ADAPTERS[id(annotation), base64] = found
    return found[1]
