"""The rules of what a list or a map holds."""

from __future__ import annotations

from collections.abc import Mapping

from ..pointer import Pointer
from ..spec.objects import Json, Schema
from .compose import Composer
from .variants import described, without_union


def held_rules(schema: Schema, compose: Composer) -> tuple[Mapping[str, Json], ...]:
    """The validation keywords of what a list or a map holds, and what that holds.

    From outside to inside, as far as lists and maps go; one that holds itself ends.
    """
    rules: list[Mapping[str, Json]] = []
    seen: set[Pointer] = set()
    inner = _inner(schema, compose)
    while inner is not None and inner.pointer not in seen:
        seen.add(inner.pointer)
        said = described(inner).constraints
        rules.append({**compose.target(inner).constraints, **said})
        inner = _inner(inner, compose)
    while rules and not rules[-1]:
        rules.pop()
    return tuple(rules)


def _inner(schema: Schema, compose: Composer) -> Schema | None:
    """What a schema's values hold; nothing of objects, whose properties have names."""
    whole = without_union(compose.target(schema))
    if whole.items is not None:
        return whole.items
    extra = whole.additional_properties
    is_map = extra is not None and extra.boolean is None and not whole.properties
    return extra if is_map else None
