"""Where values stand in the text of a JSON document (RFC 8259).

Only what leads to a wanted place is gone through; all else is passed by Python's own
scanner, which is a hundred times faster than a parser that gives places.
"""

from __future__ import annotations

import json
import re
from collections.abc import Set
from dataclasses import field
from typing import NamedTuple

from ..pointer import Pointer, child
from ..records import dataclass

_SPACE = re.compile(r"[ \t\r\n]*")


class Extent(NamedTuple):
    """From where to where something goes; where it ends is open for what has parts."""

    start: int
    end: int | None


Extents = dict[Pointer, tuple[Extent | None, Extent]]


def json_places(text: str, root: Pointer, wanted: Set[Pointer]) -> Extents:
    """The key and the value at each of these pointers, which have those above them.

    Raises:
        ValueError: The text is no JSON.
    """
    walk = _Walk(text, wanted)
    try:
        walk.value(_after_space(text, 0), root, None)
    except (IndexError, RecursionError) as error:
        raise ValueError("this is no JSON") from error
    return walk.found


@dataclass(slots=True)
class _Walk:
    text: str
    wanted: Set[Pointer]
    found: Extents = field(default_factory=dict[Pointer, tuple[Extent | None, Extent]])
    decoder: json.JSONDecoder = field(default_factory=json.JSONDecoder)

    def value(self, start: int, at: Pointer, key: Extent | None) -> int:
        """Go through what begins here; gives where it ends."""
        if at not in self.wanted:
            return self._end(start)
        opening = self.text[start]
        if opening not in "{[":
            end = self._end(start)
            self.found.setdefault(at, (key, Extent(start, end)))
            return end
        self.found.setdefault(at, (key, Extent(start, None)))
        return self._members(start, at) if opening == "{" else self._items(start, at)

    def _end(self, start: int) -> int:
        return self.decoder.raw_decode(self.text, start)[1]

    def _members(self, start: int, at: Pointer) -> int:
        text = self.text
        place = _after_space(text, start + 1)
        while text[place] != "}":
            name, end = self.decoder.raw_decode(text, place)
            colon = _after_space(text, end)
            begin = _after_space(text, colon + 1)
            place = self._next(self.value(begin, child(at, name), Extent(place, end)))
        return place + 1

    def _items(self, start: int, at: Pointer) -> int:
        place, index = _after_space(self.text, start + 1), 0
        while self.text[place] != "]":
            place = self._next(self.value(place, child(at, index), None))
            index += 1
        return place + 1

    def _next(self, end: int) -> int:
        """Where the next part begins, or what closes them."""
        place = _after_space(self.text, end)
        return _after_space(self.text, place + 1) if self.text[place] == "," else place


def _after_space(text: str, start: int) -> int:
    found = _SPACE.match(text, start)
    return start if found is None else found.end()
