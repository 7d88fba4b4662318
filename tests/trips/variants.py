"""The variants of a schema: of `oneOf`, of `anyOf`, and of a discriminator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urljoin

from .conjunction import constants
from .document import Document


@dataclass(frozen=True)
class Variant:
    """A schema that may be meant, and the tag that then says so.

    `deep`: it may hold others of its kind. `declares`: what tells it is of the
    schema's own: the tag is a property, and text is not beside an enum of text.
    """

    schema: Any
    tag: tuple[str, Any] | None
    deep: bool
    declares: bool = True


def variants(
    document: Document, schema: dict[str, Any], *, inherited: bool
) -> Iterator[tuple[object, list[Variant]]]:
    """Each choice that a schema gives, with the object that tells it from others.

    A discriminator without `oneOf` and `anyOf` names the schemas that are made of
    this one by `allOf`; `inherited`: this is reached from one of them. What lists
    constants is no choice of schemas but of values.
    """
    chosen = False
    for keyword in ("oneOf", "anyOf"):
        several = schema.get(keyword)
        if isinstance(several, list) and several:
            chosen = True
            if constants(several):
                continue
            made = [_variant(document, each, schema) for each in several]
            if any(_is_enum(document, each) for each in several):
                made = [
                    replace(e, declares=e.declares and not _is_text(e)) for e in made
                ]
            yield several, made
    if not chosen and not inherited and _property(schema) is not None:
        children = list(_children(document, schema))
        if children:
            yield schema["discriminator"], children


def _variant(document: Document, schema: Any, parent: dict[str, Any]) -> Variant:
    name = _property(parent)
    tag: tuple[str, Any] | None = None
    declares = name is None or _declares(document, schema, name)
    if name is not None and isinstance(schema, dict):
        values = _values_of(document, schema, name)
        mapped = [
            value
            for value, target in _mapping(document, parent).items()
            if "$ref" in schema and target == schema["$ref"]
        ]
        implied = [schema["$ref"].rpartition("/")[2]] if "$ref" in schema else []
        fitting = [e for e in mapped or implied if values is None or e in values]
        # The property is to be there (OpenAPI, Discriminator Object), required or not.
        fitting = fitting or [each for each in values or () if isinstance(each, str)]
        if fitting:
            tag = (name, fitting[0])
    return Variant(schema, tag, _is_deep(document, schema), declares)


def _children(document: Document, schema: dict[str, Any]) -> Iterator[Variant]:
    name = _property(schema)
    assert name is not None
    mapping = _mapping(document, schema)
    for value, target in mapping.items():
        try:
            child = document.resolve(target)
        except (LookupError, ValueError):
            continue
        if child is not schema:
            values = _values_of(document, child, name)
            if values is None or value in values:
                yield Variant({"$ref": target}, (name, value), deep=True)


def _property(schema: dict[str, Any]) -> str | None:
    match schema.get("discriminator"):
        case {"propertyName": str() as name}:
            return name
        case _:
            return None


def _mapping(document: Document, schema: dict[str, Any]) -> dict[str, str]:
    """Tag values to absolute references; names of components are as good."""
    mapping = schema["discriminator"].get("mapping")
    made: dict[str, str] = {}
    for value, target in (mapping if isinstance(mapping, dict) else {}).items():
        if isinstance(target, str):
            plain = "/" not in target and "#" not in target and "." not in target
            written = f"#/components/schemas/{target}" if plain else target
            made[value] = urljoin(document.uri, written)
    return made


def _values_of(document: Document, schema: Any, name: str) -> list[Any] | None:
    """The values that a variant itself lists for the tag; None: any."""
    try:
        schema = document.follow(schema)
    except LookupError:
        return None
    if not isinstance(schema, dict):
        return None
    try:
        declared = document.follow((schema.get("properties") or {}).get(name) or {})
    except LookupError:
        return None
    if isinstance(declared, dict):
        if "const" in declared:
            return [declared["const"]]
        if isinstance(declared.get("enum"), list):
            return list(declared["enum"])
    for each in schema.get("allOf") or ():
        values = _values_of(document, each, name)
        if values is not None:
            return values
    return None


def _is_enum(document: Document, schema: Any) -> bool:
    try:
        schema = document.follow(schema)
    except LookupError:
        return False
    return isinstance(schema, dict) and isinstance(schema.get("enum"), list)


def _is_text(variant: Variant) -> bool:
    schema = variant.schema
    return (
        isinstance(schema, dict)
        and schema.get("type") == "string"
        and "enum" not in schema
    )


def _declares(document: Document, schema: Any, name: str) -> bool:
    """Whether an object's schema has a property, of its own or by `allOf`."""
    try:
        schema = document.follow(schema)
    except LookupError:
        return True
    if not isinstance(schema, dict) or name in (schema.get("properties") or {}):
        return True
    parts = schema.get("allOf") or ()
    nested = any(keyword in schema for keyword in ("oneOf", "anyOf"))
    return nested or any(_declares(document, each, name) for each in parts)


def _is_deep(document: Document, schema: Any) -> bool:
    try:
        schema = document.follow(schema)
    except LookupError:
        return False
    if not isinstance(schema, dict):
        return False
    named = schema.get("type")
    types = {named} if isinstance(named, str) else set(named or ())
    telling = {"properties", "items", "allOf", "oneOf", "anyOf", "additionalProperties"}
    return bool(types & {"object", "array"} or telling & schema.keys())
