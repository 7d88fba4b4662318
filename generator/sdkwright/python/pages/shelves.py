"""Where the reference describes each declaration.

A small API has one page of models. The models of a larger one stand on pages by the
beginnings of their names, so that no page grows without end, and so that a model which
comes moves none but those that begin as it does, and them only where its page is full.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from posixpath import commonprefix
from typing import TypeAlias

from ...ir.types import Type, named_in
from ...pointer import Pointer
from ...records import dataclass
from ..names.table import NameTable

ONE = "models.md"
# Of a page. Two hundred make some 300 kB of HTML.
_MOST = 200
# A name as it is sorted, as it is, and what is called so.
_Entry: TypeAlias = tuple[str, str, Pointer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A page of models: where it stands below `docs/`, and how their names begin."""

    path: str
    beginning: str
    pointers: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Links to declarations, from the page at `page` below `docs/`.

    `places` are the pages of declarations, below `docs/`, too.
    """

    names: NameTable
    places: Mapping[Pointer, str]
    page: str

    @property
    def up(self) -> str:
        """What leads from the page's folder to `docs/`."""
        return "../" * self.page.count("/")

    def to(self, pointer: Pointer) -> str:
        """Its name, linked."""
        name, place = self.names.declaration(pointer), self.places[pointer]
        page = "" if place == self.page else f"{self.up}{place}"
        return f"[`{name}`]({page}#{name.lower()})"

    def of(self, type_: Type | None) -> str:
        """`A and B`, linked; empty where the type mentions none of the API's."""
        return "" if type_ is None else " and ".join(map(self.to, named_in(type_)))

    def see(self, type_: Type | None) -> str:
        """`See A and B`, linked; empty where the type mentions none of the API's."""
        several = self.of(type_)
        return f"See {several}." if several else ""


def shelves(named: Mapping[Pointer, str]) -> tuple[Shelf, ...]:
    """The pages of the declarations that are `named`, and what stands on each."""
    ordered = sorted((name.lower(), name, at) for at, name in named.items())
    if len(ordered) <= _MOST:
        return (Shelf(path=ONE, beginning="", pointers=_pointers(ordered)),)
    return tuple(
        Shelf(
            path=f"models/names-{key}.md",
            beginning=part[0][1][: len(key)],
            pointers=_pointers(part),
        )
        for key, part in _cut(ordered, 0)
    )


def _pointers(part: list[_Entry]) -> tuple[Pointer, ...]:
    return tuple(at for _, _, at in part)


def _cut(named: list[_Entry], shared: int) -> Iterator[tuple[str, list[_Entry]]]:
    """By the first letter after those that all share; again what is still too many."""
    parts: defaultdict[str, list[_Entry]] = defaultdict(list)
    for each in named:
        parts[each[0][: shared + 1]].append(each)
    for key, part in parts.items():
        first, last = part[0][0], part[-1][0]
        if len(part) > _MOST and first != last:
            yield from _cut(part, len(commonprefix((first, last))))
        else:
            yield key, part


def places_of(several: Iterable[Shelf]) -> dict[Pointer, str]:
    """The page below `docs/` on which each declaration is described."""
    return {at: shelf.path for shelf in several for at in shelf.pointers}
