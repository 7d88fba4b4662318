"""What schemas call themselves: `$id` and anchors (JSON Schema 2020-12, 8.2).

And a whole document: `$self` (OpenAPI 3.2, 4.1.1).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

from ..pointer import Pointer, child
from ..records import dataclass
from .objects import Json


@dataclass(frozen=True, slots=True)
class Identifiers:
    """The names of a document's schemas.

    `names` are `$anchor` and `$dynamicAnchor` with a `#` before them, and each `$id`. A
    dynamic reference leads where it leads without dynamic scope: a document is one.
    `bases` are the places that have an `$id`: what is below refers to it. So it is with
    the `$self` of a document.
    """

    names: Mapping[str, Pointer]
    bases: Mapping[Pointer, str]

    def home(self, at: Pointer, url: str) -> Pointer | None:
        """The schema that a reference at a place is to, by its `$id`.

        `url` is all before the fragment.
        """
        around = at
        while around and around not in self.bases:
            around = Pointer(around.rpartition("/")[0])
        if not url:
            return around or None
        return self.names.get(_joined(self.bases.get(around, ""), url))


def identifiers_of(file: str, value: Json) -> Identifiers:
    """The names that schemas of a document have; of two that are alike, the first."""
    names: dict[str, Pointer] = {}
    bases: dict[Pointer, str] = {}
    root = Pointer(f"{file}#")
    rest: list[tuple[Pointer, Json, str]] = [(root, value, "")]
    while rest:
        at, value, base = rest.pop()
        if isinstance(value, dict):
            own = value.get("$id") or (at == root and value.get("$self"))
            if isinstance(own, str):
                base = _joined(base, own.removesuffix("#"))
                names.setdefault(base, at)
                bases[at] = base
            for anchor in _anchors(value):
                names.setdefault(f"#{anchor}", at)
            rest.extend((child(at, key), each, base) for key, each in value.items())
        elif isinstance(value, list):
            rest.extend((child(at, i), each, base) for i, each in enumerate(value))
    return Identifiers(names, bases)


def _joined(base: str, url: str) -> str:
    """A URL as it is read at another (RFC 3986, 5); what is none stays what it is."""
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def _anchors(schema: Mapping[str, Json]) -> Iterator[str]:
    for key in ("$anchor", "$dynamicAnchor"):
        name = schema.get(key)
        if isinstance(name, str):
            yield name
