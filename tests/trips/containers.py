"""Arrays and objects: how many items, which properties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .conjunction import Conjunction
from .coverage import How
from .texts import text

if TYPE_CHECKING:
    from .draw import Drawer

# Where a value is sent so that nothing can be empty, as no text says so.
STYLED = ("path", "query", "header", "cookie", "words")
PLAIN = (*STYLED, "form", "text")
_UNKNOWN = "x unbekännt"  # a property that no document has


def array(drawer: Drawer, facts: Conjunction, depth: int) -> list[Any]:
    """A list of as many items as fit; those of a tuple first.

    A tuple is whole: JSON Schema allows its beginnings, and no document means them.
    """
    items = [each for each in facts.any_of("items") if isinstance(each, dict | bool)]
    first: list[Any] = next(iter(facts.any_of("prefixItems")), [])
    least = facts.greatest("minItems") or 0
    wished = max(_wished(drawer, least, depth), len(first))
    if any(each is False for each in items):
        wished = min(wished, len(first))
    wished = min(wished, facts.smallest("maxItems") or wished)
    rest = items[0] if len(items) == 1 else {"allOf": items} if items else True
    made: list[Any] = []
    for _ in range(wished * 8):
        if len(made) == wished:
            break
        of = first[len(made)] if len(made) < len(first) else rest
        value = drawer.inside(of, depth)
        if True not in facts.any_of("uniqueItems") or value not in made:
            made.append(value)
    if len(made) < least:
        raise drawer.failed("its items are not different enough")
    return made


def _wished(drawer: Drawer, least: int, depth: int) -> int:
    flat = drawer.place in PLAIN
    if drawer.sparing(depth) or drawer.how is How.LEAST:
        return max(least, 1 if flat else 0)
    return max(least, drawer.random.choice((1, 2) if flat else (0, 1, 2)))


def object_of(drawer: Drawer, facts: Conjunction, depth: int) -> dict[str, Any]:
    """An object with what is required, and as much of the rest as is drawn."""
    properties, required = facts.properties(), facts.required()
    made: dict[str, Any] = {}
    for name in dict.fromkeys((*properties, *required)):
        if not drawer.travels(name, facts):
            continue
        schema = properties.get(name, facts.of_property(name))
        if name in required:
            made[name] = drawer.inside(schema, depth)
        elif _wanted(drawer, depth):
            _try(drawer, made, name, schema, depth)
    least = facts.greatest("minProperties") or 0
    if drawer.place in STYLED and not made:
        least = max(least, 1)
    for name, schema in properties.items():
        if len(made) < least and name not in made and drawer.travels(name, facts):
            _try(drawer, made, name, schema, depth)
    for name in _others(drawer, facts, max(least - len(made), 0), depth):
        if facts.of_property(name) is not False:
            _try(drawer, made, name, facts.of_property(name), depth)
    return made


def _wanted(drawer: Drawer, depth: int) -> bool:
    """Whether something optional is drawn."""
    if drawer.sparing(depth) or drawer.how is How.LEAST:
        return False
    return drawer.how is How.WHOLE or drawer.random.random() < 0.5


def _try(
    drawer: Drawer, made: dict[str, Any], name: str, schema: Any, depth: int
) -> None:
    """Adds an optional property, where it can be drawn and be sent here."""
    found = drawer.inside_or_none(schema, depth)
    for value in found:
        if drawer.nested or not isinstance(value, dict | list):
            made[name] = value


def _others(drawer: Drawer, facts: Conjunction, missing: int, depth: int) -> list[str]:
    """Names that nothing declares: of maps, of patterns, unknown ones.

    A strict client refuses unknown ones of an object that has properties, unless
    the document types them; `extras` says whether they are wanted all the same.
    """
    wanted = _wanted(drawer, depth)
    names = [
        text(Conjunction([{"pattern": pattern}], facts.legacy), drawer.random, "json")
        for patterns in facts.any_of("patternProperties")
        for pattern in patterns
        if wanted or missing
    ]
    for keys in facts.any_of("propertyNames"):
        return names + [str(drawer.inside(keys, depth)) for _ in range(missing)]
    others = facts.any_of("additionalProperties")
    typed = any(isinstance(each, dict) and each for each in others)
    free = not facts.properties() and drawer.place == "json"
    if wanted and (typed or (depth > 0 and (drawer.extras or free))):
        missing = max(missing, 1)
    if not facts.open_for(_UNKNOWN):
        return names
    plain = _UNKNOWN if drawer.place == "json" else "unknown"
    return names + [plain if i == 0 else f"key{i}" for i in range(missing)]
