"""Dataclasses as JSON: the schema of a class, and the value of an instance.

A dataclass is an object with its fields; a field that has its default is left out.
A dataclass that is one of several names itself under `node`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from inspect import cleandoc
from types import NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from ..records import TOLD_ELSEWHERE
from ..spec.objects import Json

NODE = "node"
_SCALARS: Mapping[Any, str] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    NoneType: "null",
}


class _AnyJson:
    """Stands for `Json`, which is a text where the program runs."""


class Definitions:
    """The schemas of classes by name, each made when it is first mentioned.

    Objects of the classes `nodes` name themselves.
    """

    def __init__(self, nodes: frozenset[type] = frozenset()) -> None:
        self._nodes = nodes
        self.schemas: dict[str, Json] = {}
        self._classes: dict[str, type] = {}

    def schema_of(self, hint: Any) -> Json:
        """The schema of values of a type."""
        if hint is _AnyJson:
            return True
        if hasattr(hint, "__supertype__"):
            return self.schema_of(hint.__supertype__)
        if hint in _SCALARS:
            return {"type": _SCALARS[hint]}
        origin, arguments = get_origin(hint), get_args(hint)
        if origin in (Union, UnionType):
            return {"anyOf": [self.schema_of(each) for each in arguments]}
        if origin is Literal:
            return {"enum": list(arguments)}
        if origin is tuple:
            return self._tuple(arguments)
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {
                "type": "object",
                "additionalProperties": self.schema_of(arguments[1]),
            }
        return self.reference(hint)

    def reference(self, of: type) -> Json:
        """A reference to the definition of a class, which is made if it has none."""
        name = of.__name__
        if self._classes.setdefault(name, of) is not of:
            raise TypeError(f"two classes are called {name}")
        if name not in self.schemas:
            self.schemas[name] = {}  # its fields may mention it
            self.schemas[name] = self._enum(of) or self._object(of)
        return {"$ref": f"#/$defs/{name}"}

    def _tuple(self, arguments: tuple[Any, ...]) -> Json:
        if arguments[-1] is Ellipsis:
            return {"type": "array", "items": self.schema_of(arguments[0])}
        several: list[Json] = [self.schema_of(each) for each in arguments]
        length = len(several)
        return {
            "type": "array",
            "prefixItems": several,
            "minItems": length,
            "maxItems": length,
        }

    def _enum(self, of: type) -> Json:
        if not issubclass(of, Enum):
            return None
        values: list[Json] = [each.value for each in of]
        return {"description": _prose(of), "enum": values}

    def _object(self, of: type) -> Json:
        hints, properties = hints_of(of), dict[str, Json]()
        needed: list[Json] = []
        if of in self._nodes:
            properties[NODE] = {"const": of.__name__}
            needed.append(NODE)
        for each in dataclasses.fields(of):
            schema = self.schema_of(_told_type(hints[each.name], each))
            properties[each.name] = _with_default(schema, each)
            if _has_no_default(each):
                needed.append(each.name)
        made: dict[str, Json] = {"description": _prose(of)} if _prose(of) else {}
        made["type"] = "object"
        made["properties"] = properties
        made["required"] = needed
        made["additionalProperties"] = False
        return made


def _told_type(hint: Any, each: dataclasses.Field[Any]) -> Any:
    """The type of a field; of what is told elsewhere there are pointers."""
    return tuple[str, ...] if each.metadata == TOLD_ELSEWHERE else hint


def _with_default(schema: Json, each: dataclasses.Field[Any]) -> Json:
    """A field's schema; a default that is not just nothing is told."""
    default = each.default.value if isinstance(each.default, Enum) else each.default
    if isinstance(schema, dict) and isinstance(default, bool | int | float | str):
        told: dict[str, Json] = {**schema, "default": default}
        return told
    return schema


def _prose(of: type) -> str:
    return cleandoc(of.__doc__ or "") if not _is_signature(of) else ""


def _is_signature(of: type) -> bool:
    """Whether the docstring is the one that `dataclass` writes where there is none."""
    return (of.__doc__ or "").startswith(f"{of.__name__}(")


def _has_no_default(each: dataclasses.Field[Any]) -> bool:
    return (
        each.default is dataclasses.MISSING
        and each.default_factory is dataclasses.MISSING
    )


@cache
def hints_of(of: type) -> Mapping[str, Any]:
    """The types of a dataclass' fields."""
    return get_type_hints(of, localns={"Json": _AnyJson})


def value_of(instance: object, *, nodes: frozenset[type]) -> Json:
    """An instance as JSON; those of the classes `nodes` name themselves."""
    if instance is None or isinstance(instance, bool | int | float | str):
        return instance
    if isinstance(instance, Enum):
        return value_of(instance.value, nodes=nodes)
    if isinstance(instance, Mapping):
        pairs = cast("Mapping[object, object]", instance)
        return {
            str(value_of(key, nodes=nodes)): value_of(each, nodes=nodes)
            for key, each in pairs.items()
        }
    if isinstance(instance, tuple | list):
        several = cast("Sequence[object]", instance)
        return [value_of(each, nodes=nodes) for each in several]
    named: dict[str, Json] = {}
    if type(instance) in nodes:
        named[NODE] = type(instance).__name__
    return named | {name: value_of(each, nodes=nodes) for name, each in _told(instance)}


def _told(instance: Any) -> Iterator[tuple[str, object]]:
    """The fields of an instance that say more than their default does."""
    for each in dataclasses.fields(instance):
        value = getattr(instance, each.name)
        if each.default is not dataclasses.MISSING and value == each.default:
            if type(value) is type(each.default):
                continue
        elif each.default_factory is not dataclasses.MISSING and not value:
            continue
        told = each.metadata == TOLD_ELSEWHERE
        yield each.name, [inner.pointer for inner in value] if told else value
