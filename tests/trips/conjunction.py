"""Several schemas that a value must fit at once, read as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .dialect import KINDS_OF_JSON, compiled, types_of

# What keywords say of a type where `type` itself is missing.
_TELLING = {
    "object": ("properties", "required", "additionalProperties", "patternProperties"),
    "array": ("items", "prefixItems", "minItems", "maxItems"),
    "string": ("pattern", "minLength", "maxLength", "format"),
    "number": ("minimum", "maximum", "multipleOf"),
}


@dataclass(frozen=True)
class Conjunction:
    """Schemas without references and compositions, all of which hold."""

    schemas: list[dict[str, Any]]
    legacy: bool

    def types(self) -> list[str]:
        """The types that all of them allow; where none is named, the one implied."""
        allowed: set[str] | None = None
        for schema in self.schemas:
            named = types_of(schema, legacy=self.legacy)
            if named is None:
                continue
            both = named if allowed is None else _common(allowed, named)
            allowed = both
        if allowed is not None:
            return [each for each in KINDS_OF_JSON if each in allowed]
        for kind, keywords in _TELLING.items():
            if any(keyword in each for each in self.schemas for keyword in keywords):
                return [kind]
        return list(KINDS_OF_JSON)

    def values(self) -> list[Any] | None:
        """The values that are listed, by `enum`, `const`, `oneOf` of it; None: any."""
        lists = [each for schema in self.schemas for each in listed(schema)]
        if not lists:
            return None
        first, *others = lists
        return [each for each in first if all(_holds(other, each) for other in others)]

    def greatest(self, keyword: str) -> Any:
        """The strictest of the lower limits that a keyword sets; None: no limit."""
        return max(self._numbers(keyword), default=None)

    def smallest(self, keyword: str) -> Any:
        """The strictest of the upper limits that a keyword sets; None: no limit."""
        return min(self._numbers(keyword), default=None)

    def any_of(self, keyword: str) -> list[Any]:
        """What each of them has as a keyword."""
        return [each[keyword] for each in self.schemas if keyword in each]

    def required(self) -> list[str]:
        names: dict[str, None] = {}
        for each in self.any_of("required"):
            if isinstance(each, list):
                names |= dict.fromkeys(each)
        return list(names)

    def properties(self) -> dict[str, Any]:
        """Each declared property with its schema, or all that it must fit."""
        names: dict[str, None] = {}
        for each in self._maps("properties"):
            names |= dict.fromkeys(each)
        made = {name: self.of_property(name) for name in names}
        return {name: schema for name, schema in made.items() if schema is not False}

    def of_property(self, name: str) -> Any:
        """The schema of a property, declared or not; False: it may not be there."""
        found: list[Any] = []
        for schema in self.schemas:
            own = list(_own(schema, name))
            if not own:
                rest = schema.get("additionalProperties", True)
                if rest is False:
                    return False
                own = [] if rest is True or rest == {} else [rest]
            found += own
        if len(found) == 1:
            return found[0]
        return {"allOf": found} if found else True

    def open_for(self, name: str) -> bool:
        """Whether a property may be added that nothing declares."""
        closing = ("unevaluatedProperties", "propertyNames")
        if any(keyword in each for each in self.schemas for keyword in closing):
            return False
        return self.of_property(name) is not False

    def _maps(self, keyword: str) -> Iterator[dict[str, Any]]:
        for each in self.any_of(keyword):
            if isinstance(each, dict):
                yield each

    def _numbers(self, keyword: str) -> list[Any]:
        return [
            each
            for each in self.any_of(keyword)
            if isinstance(each, int | float) and not isinstance(each, bool)
        ]


def listed(schema: dict[str, Any]) -> Iterator[list[Any]]:
    """The lists of values that a schema has."""
    if "const" in schema:  # OpenAPI 3.0 lacks it, those who write it mean it
        yield [schema["const"]]
    if isinstance(schema.get("enum"), list):
        yield schema["enum"]
    for keyword in ("oneOf", "anyOf"):
        values = constants(schema.get(keyword))
        if values:
            yield values


def constants(variants: Any) -> list[Any]:
    """The values of variants that are a constant each: an enum with descriptions."""
    several = variants if isinstance(variants, list) else []
    plain = all(isinstance(each, dict) and "const" in each for each in several)
    return [each["const"] for each in several] if plain else []


def _own(schema: dict[str, Any], name: str) -> Iterator[Any]:
    declared = schema.get("properties")
    if isinstance(declared, dict) and name in declared:
        yield declared[name]
    patterns = schema.get("patternProperties")
    for pattern, each in (patterns if isinstance(patterns, dict) else {}).items():
        made: re.Pattern[str] | None = compiled(pattern)
        if made is not None and made.search(name):
            yield each


def _common(first: set[str], second: set[str]) -> set[str]:
    both = first & second
    if {"integer", "number"} <= first | second:
        either = {"integer", "number"}
        if first & either and second & either:
            both.add("integer")
    return both


def _holds(values: list[Any], value: Any) -> bool:
    return any(type(each) is type(value) and each == value for each in values)
