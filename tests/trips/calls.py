"""Drawn values as a typed caller passes them, and what comes back as JSON."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from pydantic import TypeAdapter, ValidationError

from .sdk import Method, Missing, adapter

_ANY: TypeAdapter[Any] = TypeAdapter(Any)


class Uncallable(Exception):
    """The SDK has no way to be given a value that its document allows."""


def arguments(
    method: Method,
    parameters: dict[tuple[str, str], Any],
    body: Any,
    media_type: str | None,
    *,
    stream: bool | None,
) -> dict[str, Any]:
    """The keywords of a call. `body` is `Missing` where none is sent."""
    hints = method.signature(media_type, stream)
    given: dict[str, Any] = {}
    for slot, value in parameters.items():
        given[_argument(method, slot)] = value
    if body is not Missing:
        given |= _body(method, body, media_type)
    made = {name: _typed(name, value, hints) for name, value in given.items()}
    if stream is not None:
        made |= method.asking(stream=stream)
    form = method.slots.get(("form", "content_type"))
    if form is not None and body is not Missing:
        made[form] = media_type
    return made


def _argument(method: Method, slot: tuple[str, str]) -> str:
    try:
        return method.slots[slot]
    except KeyError:
        place, name = slot
        raise Uncallable(f"no argument for {place} {name!r}") from None


def _body(method: Method, body: Any, media_type: str | None) -> dict[str, Any]:
    forms = method.bodies()
    form = next((e for e in forms if e.media_type == media_type), None) or forms[0]
    if not form.names:
        return {_argument(method, ("body", "")): body}
    if not isinstance(body, dict):
        raise Uncallable(f"the body is taken apart, but {body!r:.80} has no properties")
    return {_argument(method, ("body", name)): each for name, each in body.items()}


def _typed(name: str, value: Any, hints: dict[str, Any]) -> Any:
    """A value in the type of its argument: a model, an enum, a date."""
    if isinstance(value, bytes) or (
        isinstance(value, list) and any(isinstance(each, bytes) for each in value)
    ):
        return value  # a file is given as it is
    hint = hints.get(name, Any)
    try:
        if _has_bytes(value):
            made = adapter(hint).validate_python(value)
        else:
            made = _from_json(hint, json.dumps(value))
    except ValidationError as error:
        found = error.errors(include_url=False)[0]
        place = ".".join(map(str, found["loc"]))
        raise Uncallable(
            f"{name}: {hint} refuses {value!r:.200}, {place}: {found['msg']}"
        ) from None
    return made


def _from_json(hint: Any, written: str) -> Any:
    """Octets are base64, but for `format: binary` in JSON, which is text."""
    with suppress(ValidationError):
        return adapter(hint, base64=True).validate_json(written)
    return adapter(hint).validate_json(written)


def _has_bytes(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_has_bytes, value.values()))
    return (
        any(map(_has_bytes, value))
        if isinstance(value, list)
        else isinstance(value, bytes)
    )


def as_json(value: Any, type_: Any = Any) -> Any:
    """A value that was read, as the JSON it stands for: what was set, by wire names."""
    with_type = _ANY if type_ is Any else adapter(type_)
    return with_type.dump_python(
        value, mode="json", by_alias=True, exclude_unset=True, warnings=False
    )
