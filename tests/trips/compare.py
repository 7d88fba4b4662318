"""Whether two values of JSON are the same.

What counts as the same though it is written otherwise:

- 1 and 1.0: JSON has one kind of number (RFC 8259, 6).
- Date-times and times that are the same instant: `Z` and `+00:00`, `.520` and
  `.52`. A typed value is an instant, not its spelling (RFC 3339, 5.6).
"""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import Any

_TIME = re.compile(r"\d\d:\d\d:\d\d(\.\d+)?(Z|[-+]\d\d:\d\d)?$", re.IGNORECASE)


def difference(expected: Any, got: Any, place: str = "") -> str | None:
    """The first place where they differ, with both values; None where they do not."""
    if isinstance(expected, dict) and isinstance(got, dict):
        if expected.keys() != got.keys():
            lost = {name: expected[name] for name in expected if name not in got}
            added = {name: got[name] for name in got if name not in expected}
            return f"{place or '/'}: lost {lost!r:.200}, added {added!r:.200}"
        pairs = [(f"{place}/{key}", expected[key], got[key]) for key in expected]
    elif isinstance(expected, list) and isinstance(got, list):
        if len(expected) != len(got):
            return f"{place or '/'}: {len(expected)} items became {len(got)}"
        pairs = [
            (f"{place}/{index}", *both)
            for index, both in enumerate(zip(expected, got, strict=True))
        ]
    else:
        return None if same(expected, got) else _said(expected, got, place)
    for each in pairs:
        found = difference(each[1], each[2], each[0])
        if found is not None:
            return found
    return None


def _said(expected: Any, got: Any, place: str) -> str:
    return f"{place or '/'}: {expected!r:.200} became {got!r:.200}"


def same(expected: Any, got: Any) -> bool:
    """Whether two scalars are the same."""
    if isinstance(expected, bool) or isinstance(got, bool):
        return expected is got
    if isinstance(expected, int | float) and isinstance(got, int | float):
        return expected == got
    if isinstance(expected, str) and isinstance(got, str):
        return expected == got or _same_instant(expected, got)
    return type(expected) is type(got) and bool(expected == got)


def _same_instant(first: str, second: str) -> bool:
    if not (_TIME.search(first) and _TIME.search(second)):
        return False
    for kind in (datetime, time):
        try:
            one, other = kind.fromisoformat(first), kind.fromisoformat(second)
        except ValueError:
            continue
        return bool(one == other and one.utcoffset() == other.utcoffset())
    return False
