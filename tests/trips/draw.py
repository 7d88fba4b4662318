"""Values of a schema: least, whole and in between, each variant and each enum value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from . import containers
from .conjunction import Conjunction, listed
from .coverage import Coverage, How
from .dialect import Direction, problem
from .document import Document
from .texts import number, text
from .variants import Variant, variants

SOFT, HARD = 6, 24  # beyond the first depth nothing optional, beyond the second nothing
MANY = 300  # values of one drawing after which nothing optional follows
_ATTEMPTS, _FAILURES = 6, 150
_CHECKED = {"oneOf", "anyOf", "not", "if", "dependentRequired", "dependentSchemas"}
_CHECKED |= {"contains", "propertyNames", "minProperties", "maxProperties", "pattern"}


class Undrawable(Exception):
    """No value of a schema was found."""


@dataclass
class Drawer:
    """Draws values that travel in a direction. `extras`: also undeclared properties.

    `place` is where the value is sent: `json`, `text`, `form`, or a parameter's:
    `path`, `query`, `header`, `cookie`, `words` (nothing that parts items). There
    nothing is empty or null, and unless `nested`, containers hold scalars, as the
    specification's styles have no more.

    `beyond` is set where a value has what a strict client takes for unknown, though
    the document allows it: a tag that is no declared property, a text that stands
    beside an enum of texts (the SDK has one open enum for both).
    """

    document: Document
    direction: Direction
    random: Random
    coverage: Coverage
    how: How
    extras: bool = False
    place: str = "json"
    nested: bool = True
    overlapping: int = 0
    beyond: bool = False
    _drawn: int = 0
    _failures: int = 0

    def draw(self, schema: Any) -> Any:
        """A valid value.

        Where every value fits several schemas of a `oneOf`, such a value is taken
        all the same: documents say `oneOf` where they mean `anyOf`.

        Raises:
            Undrawable: None was found.
        """
        said = ""
        for _ in range(_ATTEMPTS):
            self._drawn = self._failures = 0
            value = self._draw(schema, 0)
            wrong = self._wrong(schema, value)
            if wrong is None:
                return value
            said = self._wrong(schema, value, overlaps=True) or ""
            if not said:
                self.overlapping += 1
                return value
        raise Undrawable(f"drawn values are invalid, {said}")

    def _wrong(self, schema: Any, value: Any, *, overlaps: bool = False) -> str | None:
        return problem(self.document, schema, value, self.direction, overlaps=overlaps)

    def _draw(self, schema: Any, depth: int) -> Any:
        if depth > HARD:
            raise self.failed("it never ends")
        said = Undrawable("nothing fits it")
        candidate: list[Any] = []
        for _ in range(_ATTEMPTS):
            try:
                simple = list(self._expand(schema, frozenset(), depth))
                value = self._value(Conjunction(simple, self.document.legacy), depth)
            except Undrawable as error:
                said = error
                if self._failures > _FAILURES:
                    raise
                continue
            if not any(_CHECKED & each.keys() for each in simple):
                return value
            if self._wrong(schema, value) is None:
                return value
            if self._wrong(schema, value, overlaps=True) is None:
                candidate = [value]
        if candidate:
            return candidate[0]
        raise self.failed(str(said))

    def failed(self, why: str) -> Undrawable:
        """An error to raise; after many of them the whole drawing ends."""
        self._failures += 1
        return Undrawable(why)

    def inside(self, schema: Any, depth: int) -> Any:
        """A value within another one that lies at `depth`."""
        return self._draw(schema, depth + 1)

    def inside_or_none(self, schema: Any, depth: int) -> list[Any]:
        """The same in a list, which is empty where there is no such value."""
        before = self._failures
        try:
            return [self._draw(schema, depth + 1)]
        except Undrawable:
            self._failures = before
            return []

    def sparing(self, depth: int) -> bool:
        """Whether only what must be is drawn, for depth or number."""
        return depth >= SOFT or self._drawn > MANY

    def travels(self, name: str, facts: Conjunction) -> bool:
        """Whether a property is sent in this direction at all."""
        return all(
            self.direction.keeps(self.document, each[name])
            for each in facts.any_of("properties")
            if isinstance(each, dict) and name in each
        )

    def _expand(
        self, schema: Any, seen: frozenset[int], depth: int, inherited: bool = False
    ) -> Iterator[dict[str, Any]]:
        """The schemas that hold at once: references followed, variants chosen."""
        if schema is False:
            raise self.failed("the schema allows nothing")
        if not isinstance(schema, dict) or id(schema) in seen:
            return
        seen |= {id(schema)}
        if isinstance(reference := schema.get("$ref"), str):
            try:
                target = self.document.resolve(reference)
            except (LookupError, ValueError, TypeError):
                target = True
            yield from self._expand(target, seen, depth, inherited)
            if self.document.legacy:
                return
        for each in _list(schema.get("allOf")):
            yield from self._expand(each, seen, depth, inherited=True)
        for site, several in variants(self.document, schema, inherited=inherited):
            chosen = self._variant(site, several, depth)
            yield from self._expand(chosen.schema, seen, depth, inherited=True)
            self.beyond |= not chosen.declares
            if chosen.tag is not None:
                name, value = chosen.tag
                yield {"properties": {name: {"enum": [value]}}, "required": [name]}
        yield schema

    def _variant(self, site: object, several: list[Variant], depth: int) -> Variant:
        if self.sparing(depth):
            flat = [each for each in several if not each.deep]
            if flat:
                return self.random.choice(flat)
        return several[self.coverage.take(site, len(several), self.random)]

    def _value(self, facts: Conjunction, depth: int) -> Any:
        self._drawn += 1
        types = facts.types()
        values = facts.values()
        if values is not None:
            values = [each for each in values if _kind(each) & {*types}] or values
            if self.place == "path":  # an empty part would make it another path
                values = [each for each in values if each != ""]
            if not values:
                raise self.failed("its enumerations have nothing in common")
            site = next(each for each in facts.schemas if any(listed(each)))
            return values[self._take(site, len(values))]
        if not types:
            raise self.failed("its types have nothing in common")
        return self._of_type(self._type(facts, types, depth), facts, depth)

    def _take(self, site: dict[str, Any], choices: int) -> int:
        counts = self.coverage.counts.get(id(site))
        if counts is not None and len(counts) != choices:
            return self.random.randrange(choices)  # what others leave of the list
        return self.coverage.take(site, choices, self.random)

    def _type(self, facts: Conjunction, types: list[str], depth: int) -> str:
        if self.place in containers.PLAIN:
            types = [each for each in types if each != "null"] or types
        if not self.nested and depth > 0:
            flat = [each for each in types if each not in ("object", "array")]
            types = flat or types
        if len(types) == 1:
            return types[0]
        if self.sparing(depth):
            return types[0]
        if len(types) == 7:
            return self.random.choice(types)
        for each in facts.any_of("type"):
            if isinstance(each, list) and len(each) == len(types):
                return types[self.coverage.take(each, len(types), self.random)]
        return self.random.choice(types)

    def _of_type(self, kind: str, facts: Conjunction, depth: int) -> Any:
        match kind:
            case "null":
                return None
            case "boolean":
                return self.random.random() < 0.5
            case "integer":
                return number(facts, self.random, whole=True)
            case "number":
                return number(facts, self.random, whole=False)
            case "string":
                return self._text(facts, depth)
            case "array":
                return containers.array(self, facts, depth)
            case _:
                return containers.object_of(self, facts, depth)

    def _text(self, facts: Conjunction, depth: int) -> Any:
        files = any(each in ("file", ["file"]) for each in facts.any_of("type"))
        files = files or "binary" in facts.any_of("format")
        if self.place == "form" and files and depth < 3:
            return self.random.choice((b"bytes \x00\xff", b"x", "ü".encode()))
        return text(facts, self.random, self.place)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _kind(value: Any) -> set[str]:
    match value:
        case None:
            return {"null"}
        case bool():
            return {"boolean"}
        case int():
            return {"integer", "number"}
        case float():
            return {"number", "integer"} if value.is_integer() else {"number"}
        case str():
            return {"string"}
        case list():
            return {"array"}
        case _:
            return {"object"}
