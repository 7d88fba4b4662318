"""What errors call an argument: as its method does, not as the API."""

from __future__ import annotations

from typing import Self


class called(str):
    """A name of the API, whose argument has another one. No model is called so."""

    __slots__ = ("argument",)

    argument: str

    def __new__(cls, name: str, argument: str = "") -> Self:
        made = super().__new__(cls, name)
        made.argument = argument
        return made


def argument(name: str) -> str:
    """What the method calls it."""
    return name.argument if isinstance(name, called) else name


def said(name: str, place: str | None = None) -> str:
    """An argument, or a place inside of it; the API's own name stands behind."""
    here = argument(name) if place is None else place
    return f"{here} ({name})" if isinstance(name, called) else here
