"""Arrays: of items of one type, of several, or of one for each place."""

from __future__ import annotations

from ..pointer import Pointer
from ..records import replace
from ..spec.objects import Schema
from .declarations import Origin
from .maker import Maker
from .schema_facts import has_all, takes_more
from .types import Anything, List, Tuple, Type, Union


def array_of(
    schema: Schema, types: Maker, origin: Origin, owner: Pointer, *, named: bool
) -> Type:
    """The type of an array; what is written in it belongs to `owner`.

    Items of a property are called after it, those of a component, which is `named`,
    after the component.
    """
    items, several = schema.items, schema.prefix_items
    if several and has_all(schema) and not takes_more(schema):
        return Tuple(
            tuple(
                types.of(each, Origin(label=f"item{index + 1}", owner=owner))
                for index, each in enumerate(several)
            )
        )
    if several:
        item = replace(origin, label="item")
        rest = (items,) if takes_more(schema) else ()
        return List(_either(tuple(types.of(each, item) for each in (*several, *rest))))
    if named:
        return List(types.of(items, Origin(label="item", owner=schema.pointer)))
    label = f"{origin.label}[]"
    return List(types.of(items, Origin(label=label, owner=origin.owner)))


def _either(types: tuple[Type, ...]) -> Type:
    """Any of these types; where one of them is any, of any."""
    if Anything() in types:
        return Anything()
    known = tuple(dict.fromkeys(types))
    return known[0] if len(known) == 1 else Union(known)
