"""Validators of a document's schemas: JSON Schema, with what OpenAPI has of its own.

Beside JSON Schema 2020-12 they know `nullable`, `exclusiveMinimum: true` and that
nothing counts beside `$ref` (OpenAPI 3.0), and that a property which does not
travel in a direction is not required there (OpenAPI 3.1, Schema Object). What a
broken document has in place of a keyword's value is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache
from typing import Any, TypeAlias

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

from .document import Document

Errors: TypeAlias = Iterator[ValidationError]
Keyword: TypeAlias = Callable[[Any, Any, Any, Any], Errors]
_USUAL: dict[str, Keyword] = dict(Draft202012Validator.VALIDATORS)


class Direction(Enum):
    """Which way a value travels, and the mark of what does not travel so."""

    REQUEST = "readOnly"
    ANSWER = "writeOnly"

    def keeps(self, document: Document, schema: Any) -> bool:
        """Whether a property of this schema travels this way."""
        try:
            schema = schema if isinstance(schema, dict) else {}
            if schema.get(self.value) is True:
                return False
            followed = document.follow(schema)
        except LookupError:
            return True
        return not (isinstance(followed, dict) and followed.get(self.value) is True)


def problem(
    document: Document,
    schema: Any,
    value: Any,
    direction: Direction,
    *,
    overlaps: bool = False,
) -> str | None:
    """What is wrong with a value, in short; None where it is valid.

    With `overlaps`, a value may fit several schemas of a `oneOf`.
    """
    made = _validator(document, direction, overlaps)(schema)
    for error in made.iter_errors(value):
        place = "/".join(map(str, error.absolute_path))
        return f"{place or 'the whole'}: {error.message[:200]}"
    return None


@cache
def _validator(document: Document, direction: Direction, overlaps: bool) -> Any:
    keywords: dict[str, Keyword] = {
        "$ref": _reference(document),
        "$dynamicRef": _pass,
        "required": _required(document, direction),
        "pattern": _pattern,
        "type": _type,
        "unevaluatedProperties": _pass,  # drawn values hold no others
    }
    for name, kind in _KINDS.items():
        keywords.setdefault(name, _well_formed(name, kind))
    if overlaps:
        keywords["oneOf"] = _USUAL["anyOf"]
    if document.legacy:
        keywords |= {
            "enum": _enum,
            "minimum": _limit("minimum", "exclusiveMinimum"),
            "maximum": _limit("maximum", "exclusiveMaximum"),
            "exclusiveMinimum": _pass,
            "exclusiveMaximum": _pass,
        }
    made: Any = extend(Draft202012Validator, keywords)  # type: ignore[no-untyped-call]
    if document.legacy:
        made.iter_errors = _alone(made.iter_errors)
    return made


_KINDS: dict[str, type | tuple[type, ...]] = {
    "enum": list,
    "items": (dict, bool),
    "properties": dict,
    "patternProperties": dict,
    "allOf": list,
    "anyOf": list,
    "oneOf": list,
    "minLength": int,
    "maxLength": int,
    "minItems": int,
    "maxItems": int,
    "minProperties": int,
    "maxProperties": int,
    "minimum": (int, float),
    "maximum": (int, float),
    "multipleOf": (int, float),
    "uniqueItems": bool,
    "additionalProperties": (dict, bool),
    "not": (dict, bool),
}


def _well_formed(name: str, kind: type | tuple[type, ...]) -> Keyword:
    usual = _USUAL[name]

    def check(validator: Any, value: Any, instance: Any, schema: Any) -> Errors:
        if isinstance(value, kind):
            yield from usual(validator, value, instance, schema)

    return check


def _alone(usual: Any) -> Any:
    def iter_errors(self: Any, instance: Any, _schema: Any = None) -> Any:
        schema = self.schema if _schema is None else _schema
        if isinstance(schema, dict) and isinstance(schema.get("$ref"), str):
            self = self.evolve(schema={"$ref": schema["$ref"]})
        return usual(self, instance)

    return iter_errors


def _pass(validator: Any, value: Any, instance: Any, schema: Any) -> Errors:
    yield from ()


def _reference(document: Document) -> Keyword:
    inside: set[tuple[str, int]] = set()

    def check(validator: Any, reference: Any, instance: Any, schema: Any) -> Errors:
        try:
            target = document.resolve(reference)
        except (LookupError, TypeError, ValueError):
            return  # it leads nowhere: anything may stand here
        here = (reference, id(instance))
        if here in inside or not isinstance(target, dict | bool):
            return  # a schema that is part of itself says nothing by that
        inside.add(here)
        try:
            yield from validator.descend(instance, target)
        finally:
            inside.discard(here)

    return check


def _required(document: Document, direction: Direction) -> Keyword:
    def check(validator: Any, names: Any, instance: Any, schema: Any) -> Errors:
        if not isinstance(names, list) or not isinstance(instance, dict):
            return
        declared = schema.get("properties")
        declared = declared if isinstance(declared, dict) else {}
        for name in names:
            if name not in instance and direction.keeps(document, declared.get(name)):
                yield ValidationError(f"{name!r} is missing")

    return check


def _pattern(validator: Any, pattern: Any, instance: Any, schema: Any) -> Errors:
    made = compiled(pattern) if isinstance(instance, str) else None
    if made is not None and not made.search(instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


@cache
def compiled(pattern: Any) -> re.Pattern[str] | None:
    """A regular expression; None where Python does not have it so (ECMA-262)."""
    try:
        return re.compile(pattern)
    except (re.error, TypeError):
        return None


def types_of(schema: dict[str, Any], *, legacy: bool) -> set[str] | None:
    """The types that a schema names, null among them; None: it names none."""
    named = schema.get("type")
    types = {named} if isinstance(named, str) else set(named or ())
    known = types & {*KINDS_OF_JSON, "file"}
    if not known:
        return None
    if legacy and schema.get("nullable") is True:
        known.add("null")
    return {"string" if each == "file" else each for each in known}


KINDS_OF_JSON = ("null", "boolean", "integer", "number", "string", "array", "object")


def _type(validator: Any, named: Any, instance: Any, schema: Any) -> Errors:
    types = types_of(schema, legacy=True)
    if types is None or isinstance(instance, bytes):
        return
    if not any(validator.is_type(instance, each) for each in types):
        yield ValidationError(f"{instance!r} is not of type {', '.join(sorted(types))}")


def _enum(validator: Any, values: Any, instance: Any, schema: Any) -> Errors:
    if instance is None and schema.get("nullable") is True:
        return  # OpenAPI 3.0.3 wants null in the list as well, few documents have it
    if isinstance(values, list):
        yield from _USUAL["enum"](validator, values, instance, schema)


def _limit(name: str, exclusive: str) -> Keyword:
    def check(validator: Any, limit: Any, instance: Any, schema: Any) -> Errors:
        if not isinstance(limit, int | float):
            return
        keyword = exclusive if schema.get(exclusive) is True else name
        yield from _USUAL[keyword](validator, limit, instance, schema)

    return check
