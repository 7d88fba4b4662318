"""Headers of answers, and what else comes as text beside a body."""

from __future__ import annotations

from ..spec import objects
from ..spec.objects import Json, Schema
from .beside import Header
from .compose import Composer


def header_of(name: str, header: objects.Header, compose: Composer) -> Header:
    """A header of an answer (OpenAPI 3.2, 4.21)."""
    kind, values, described = _said(header.schema, compose)
    return Header(
        pointer=header.pointer,
        name=name,
        kind=kind,
        values=values,
        required=header.required,
        description=header.description or described,
    )


def parameter_of(parameter: objects.Parameter, compose: Composer) -> Header:
    """What comes with the request that is a webhook."""
    inside = (each.schema for each in parameter.content.values())
    schema = parameter.schema or next(inside, None)
    kind, values, described = _said(schema, compose)
    return Header(
        pointer=parameter.pointer,
        name=parameter.name,
        kind=kind,
        place=parameter.location,
        values=values,
        required=parameter.required,
        description=parameter.description or described,
    )


def _said(
    schema: Schema | None, compose: Composer
) -> tuple[str, tuple[Json, ...], str | None]:
    """The type in the specification's words, the values that there are, the prose."""
    if schema is None:
        return "string", (), None
    whole = compose.merged(compose.target(schema))
    named = " or ".join(each for each in whole.types if each != "null") or "string"
    kind = f"{named} ({whole.format})" if whole.format else named
    return kind, whole.const or whole.enum or (), whole.description
