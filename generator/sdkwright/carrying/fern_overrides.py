"""Fern's overrides, which are laid over a document, as actions of an overlay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from ..pointer import ROOT, Pointer, child
from ..spec.objects import Json
from ..spec.overlay_text import remove, update


def edits_of(
    overrides: Mapping[str, Json], document: Mapping[str, Json], at: Pointer = ROOT
) -> Iterator[Mapping[str, Json]]:
    """What changes the document as the overrides do, an action for each mapping in it.

    Mappings are merged. A list takes the place of a list, but lists of mappings are
    merged by position. An overlay would put lists together: what is in the way goes
    first.
    """
    changed: dict[str, Json] = {}
    for key, value in overrides.items():
        inside = document.get(key)
        if isinstance(value, dict) and isinstance(inside, dict):
            yield from edits_of(value, inside, child(at, key))
            continue
        whole = (isinstance(each, dict | list) for each in (value, inside))
        if inside is not None and any(whole):
            yield remove(child(at, key))
        changed[key] = merged(value, inside)
    if changed:
        yield update(at, changed)


def merged(value: Json, inside: Json) -> Json:
    """What overrides make of what stands there."""
    if isinstance(value, dict) and isinstance(inside, dict):
        both = {**inside, **value}
        return {key: merged(each, inside.get(key)) for key, each in both.items()}
    if isinstance(value, list) and isinstance(inside, list):
        pairs = zip_longest(value, inside)
        if all(isinstance(each, dict) for each in (*value, *inside)):
            return [merged(old if new is None else new, old) for new, old in pairs]
    return value
