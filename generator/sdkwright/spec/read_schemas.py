"""Schema Objects (OpenAPI 3.2, 4.24; JSON Schema 2020-12)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import Any, TypeAlias

from ..pointer import Pointer, child
from ..records import dataclass
from .constraints import constraints_of
from .keys import check_keys
from .objects import Discriminator, ExternalDocumentation, Json, Schema
from .read_said import examples_of, external_docs
from .reader import Reader
from .references import Documents
from .typed_values import in_type
from .xml import read_xml

TYPES = ("string", "number", "integer", "boolean", "array", "object", "null")
# Rules for values that make no type, and have no words in the documentation.
_UNUSED = (
    "contains",
    "contentSchema",
    "dependentRequired",
    "not",
    "propertyNames",
    "unevaluatedItems",
)
_REQUIRED = "the object that a property belongs to lists it under 'required'"
# Most schemas have none of these: it takes one look at their keys to tell.
_WITHOUT_USE = frozenset(_UNUSED)
_CONDITIONS = frozenset({"then", "else", "dependentSchemas"})


@dataclass(slots=True)
class Schemas:
    """Reads schemas, and afterwards whatever their references lead to."""

    documents: Documents
    referenced: dict[Pointer, Schema] = field(default_factory=dict[Pointer, Schema])
    _waiting: list[Pointer] = field(default_factory=list[Pointer])

    def schema(self, value: Json, at: Pointer) -> Schema | None:
        """The schema at a place; None where there is none."""
        if value is None:
            return None
        if isinstance(value, bool):
            return Schema(pointer=at, boolean=value)
        if not isinstance(value, dict):
            self.documents.report(
                "wrong-type", "a schema must be a mapping, true or false", at
            )
            return Schema(pointer=at, boolean=True)
        return self._read(Reader(self.documents, at, value))

    def finish(self) -> None:
        """Read every schema that a reference leads to, and so on."""
        while self._waiting:
            at = self._waiting.pop()
            if at not in self.referenced:
                schema = self.schema(self.documents.value(at), at)
                self.referenced[at] = schema or Schema(pointer=at, boolean=True)

    def _read(self, reader: Reader) -> Schema:
        at, values = reader.at, reader.values
        ref = None
        keyword = "$ref" if "$ref" in values else "$dynamicRef"
        if keyword in values:
            ref = self.documents.follow(at, values[keyword], keyword)
            if ref is None:
                return Schema(pointer=at, boolean=True)
            self._waiting.append(ref)
            if len(values) == 1:
                return Schema(pointer=at, ref=ref)
        check_keys(reader, "schema")
        self._unused(reader)
        facts: dict[str, Any] = {}
        for key in values:
            if (fact := _FACTS.get(key)) is not None:
                name, read = fact
                facts[name] = read(self, reader, key)
        types, nullable = self._types(reader)
        return Schema(
            pointer=at,
            ref=ref,
            types=types,
            nullable=nullable,
            any_of=self._any_of(reader, types),
            conditional=self._conditional(reader),
            items=self._items(reader, types),
            constraints=constraints_of(reader),
            examples=examples_of(reader),
            extensions=reader.extensions(),
            **in_type(reader, types, facts),
        )

    def _unused(self, reader: Reader) -> None:
        """Say which rules for values are neither typed nor told of."""
        if _WITHOUT_USE.isdisjoint(reader.values):
            return
        for key in _UNUSED:
            value = reader.values.get(key)
            if value and value is not True and value != {"type": "string"}:
                reader.found.warning(
                    "unused-keyword",
                    f"'{key}' is a rule for values that the SDK does not tell of",
                    child(reader.at, key),
                    on_key=True,
                )

    def _conditional(self, reader: Reader) -> tuple[Schema, ...]:
        """What is true of some values only (JSON Schema 2020-12, 10.2.2)."""
        if _CONDITIONS.isdisjoint(reader.values):
            return ()
        branches = (self.one(reader, key) for key in ("then", "else"))
        dependent = self.named(reader, "dependentSchemas").values()
        return (*(each for each in branches if each is not None), *dependent)

    def _types(self, reader: Reader) -> tuple[tuple[str, ...], bool]:
        """The JSON types, null apart: `nullable`, `x-nullable`, `type: [.., null]`."""
        written = reader.values.get("type")
        if written.__class__ is str and written in TYPES:  # as nearly all are
            nullable = reader.flag("nullable") or reader.flag("x-nullable")
            return (written,), nullable
        several = tuple(str(each) for each in _as_list(written))
        known = tuple(each for each in several if each in TYPES)
        for each in several:
            if each not in TYPES:
                self.documents.found.warning(
                    "unknown-type",
                    f"'{each}' is no type of JSON Schema, so any value is accepted",
                    child(reader.at, "type"),
                    hint=(
                        "'binary' text is type string, format binary"
                        if each == "file"
                        else None
                    ),
                )
        null = "null" in known and len(known) > 1
        nullable = null or reader.flag("nullable") or reader.flag("x-nullable")
        kept = tuple(each for each in known if not (null and each == "null"))
        return kept, nullable

    def several(self, reader: Reader, key: str) -> tuple[Schema, ...]:
        value = reader.values.get(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.documents.report(
                "wrong-type", f"'{key}' must be a list", child(reader.at, key)
            )
            return ()
        made = (
            self.schema(each, child(reader.at, key, index))
            for index, each in enumerate(value)
        )
        return tuple(each for each in made if each is not None)

    def named(self, reader: Reader, key: str) -> dict[str, Schema]:
        inner = reader.mapping(key)
        if inner is None:
            return {}
        made = {
            name: self.schema(value, child(inner.at, name))
            for name, value in inner.values.items()
        }
        return {name: each for name, each in made.items() if each is not None}

    def one(self, reader: Reader, key: str) -> Schema | None:
        value = reader.values.get(key)
        return None if value is None else self.schema(value, child(reader.at, key))

    def _any_of(self, reader: Reader, types: tuple[str, ...]) -> tuple[Schema, ...]:
        """The variants. Swagger 2.0 has no `anyOf`: some list them in `items`."""
        several = self.several(reader, "anyOf")
        if isinstance(reader.values.get("items"), list) and types != ("array",):
            several += self.several(reader, "items")
        return several

    def _items(self, reader: Reader, types: tuple[str, ...]) -> Schema | None:
        if not isinstance(reader.values.get("items"), list):
            return self.one(reader, "items")
        if types != ("array",):
            return None
        # A tuple, as drafts before 2020-12 wrote it, or again a list of variants.
        at, several = child(reader.at, "items"), self.several(reader, "items")
        return Schema(pointer=at, any_of=several)

    def discriminator(self, reader: Reader, key: str) -> Discriminator | None:
        value = reader.values[key]
        if isinstance(value, str):  # Swagger 2.0
            return Discriminator(property_name=value)
        inner = reader.mapping(key)
        name = None if inner is None else inner.text("propertyName")
        if inner is None or name is None:
            return None
        mapping: dict[str, Pointer] = {}
        written = inner.mapping("mapping")
        for tag in () if written is None else written.values:
            target = None if written is None else self._mapped(written, tag)
            if target is not None:
                mapping[tag] = target
        return Discriminator(property_name=name, mapping=mapping)

    def _mapped(self, mapping: Reader, tag: str) -> Pointer | None:
        """A value of a mapping: the name of a component, or a reference (4.25.3)."""
        value = mapping.values[tag]
        if not isinstance(value, str):
            return None
        named = Pointer(f"#/components/schemas/{value}")
        if "/" not in value and "#" not in value and self.documents.value(named):
            target: Pointer | None = named
        else:
            target = self.documents.follow(child(mapping.at, tag), value)
        if target is not None:
            self._waiting.append(target)
        return target


# What one keyword says, as a field of the schema: its name, and how it is read. Most
# schemas have few keywords, so that those which are there are asked, and not all.
_Fact: TypeAlias = tuple[str, Callable[[Schemas, Reader, str], object]]


def _text(_: Schemas, reader: Reader, key: str) -> str | None:
    return reader.text(key)


def _prose(_: Schemas, reader: Reader, key: str) -> str | None:
    return reader.prose(key)


def _flag(_: Schemas, reader: Reader, key: str) -> bool:
    return reader.flag(key)


def _value(_: Schemas, reader: Reader, key: str) -> tuple[Json]:
    return (reader.values[key],)


def _enum(_: Schemas, reader: Reader, key: str) -> tuple[Json, ...] | None:
    value = reader.values[key]
    if isinstance(value, dict):
        reader.left_out(key, "a list")
    return None if value is None or isinstance(value, dict) else tuple(_as_list(value))


def _required(_: Schemas, reader: Reader, key: str) -> tuple[str, ...]:
    """The names in `required`; the boolean of draft 3, on a property, is not one."""
    value = reader.values[key]
    if isinstance(value, list):
        return reader.texts(key)
    if value:
        reader.left_out(key, "a list of names", hint=_REQUIRED)
    return ()


def _documented(_: Schemas, reader: Reader, __: str) -> ExternalDocumentation | None:
    return external_docs(reader)


_FACTS: dict[str, _Fact] = {
    "additionalProperties": ("additional_properties", Schemas.one),
    "allOf": ("all_of", Schemas.several),
    "const": ("const", _value),
    "contentEncoding": ("content_encoding", _text),
    "contentMediaType": ("content_media_type", _text),
    "default": ("default", _value),
    "deprecated": ("deprecated", _flag),
    "description": ("description", _prose),
    "discriminator": ("discriminator", Schemas.discriminator),
    "enum": ("enum", _enum),
    "externalDocs": ("external_docs", _documented),
    "format": ("format", _text),
    "oneOf": ("one_of", Schemas.several),
    "patternProperties": ("pattern_properties", Schemas.named),
    "prefixItems": ("prefix_items", Schemas.several),
    "properties": ("properties", Schemas.named),
    "readOnly": ("read_only", _flag),
    "required": ("required", _required),
    "title": ("title", _text),
    "unevaluatedProperties": ("unevaluated_properties", Schemas.one),
    "writeOnly": ("write_only", _flag),
    "xml": ("xml", read_xml),
}


def _as_list(value: Json) -> list[Json]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
