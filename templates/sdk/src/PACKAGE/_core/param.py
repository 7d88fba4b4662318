"""Parameters, and properties of forms, that are written in a way of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from .records import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A property of a form that is sent in its own way (OpenAPI, Encoding Object).

    A part of a list has its place for a name; an empty one is any other.
    """

    name: str
    content_type: str | None = None
    style: str | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    headers: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def is_styled(self) -> bool:
        return self.style is not None or self.explode is not None


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter whose form is not the usual one of its place (OpenAPI, `style`).

    With a media type its value is a text of that type; one that is `whole` is all
    of the query, in `parts` where it is a form.
    """

    name: str
    style: str | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    media_type: str | None = None
    whole: bool = False
    parts: tuple[Part, ...] = ()
