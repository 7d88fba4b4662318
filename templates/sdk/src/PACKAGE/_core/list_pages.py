"""Pages that are lists."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, TypeVar

from .pages import Leading

T = TypeVar("T")


class ListPage(list[T], Leading[T]):
    """A page that is a list. Iterating gives the items of every page.

    Its length, its indices and all else that lists have are those of this page.
    """

    __slots__ = ("__source__",)

    @property
    def items(self) -> list[T]:
        """The items of this page alone."""
        return self[:]

    def __iter__(self) -> Generator[T, None, None]:
        for page in self.iter_pages():
            yield from page[:]

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self[:],)
