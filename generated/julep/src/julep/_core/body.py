"""Bodies: the values of a call as bytes, in the encoding of the operation.

Each encoding is a class; those that not every API has stand in files of their own.
"""

from __future__ import annotations

from typing import Any, Protocol, TypeAlias

from .omit import OMIT
from .plain import to_json
from .records import dataclass

_Values: TypeAlias = tuple[object, ...]


class AsTyped(Protocol):
    """What puts models in the place of dicts."""

    def __call__(self, names: tuple[str, ...], values: _Values) -> _Values:
        """The values of arguments, given their names."""
        ...

    def item(self, index: int, value: object) -> object:
        """An item of the one argument that is the whole, a list."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A body that can be sent. Not `replayable`: its bytes can be had only once."""

    media_type: str | None = None
    content: bytes | None = None
    replayable: bool = True

    def given(self, *, sync: bool) -> dict[str, Any]:
        """The keywords by which the HTTP library takes it, and its length if known."""
        return {"content": self.content}


class Body:
    """How a body is made. With names, each is an argument; without, it is one.

    The subclass is the encoding; `media_type` is sent as the Content-Type. One that
    is `optional` is left out where none of its arguments is given. `dicts` reads those
    among its arguments into what they stand for.
    """

    DEFAULT = "application/octet-stream"

    def __init__(
        self,
        *names: str,
        media_type: str | None = None,
        optional: bool = False,
        dicts: AsTyped | None = None,
    ) -> None:
        self.names = names
        self.media_type = media_type or self.DEFAULT
        self.optional = optional
        self.dicts = dicts

    def typed(self, values: _Values) -> _Values:
        """The values of the arguments, with models in the place of dicts."""
        return values if self.dicts is None else self.dicts(self.names, values)

    def made(self, values: _Values) -> Content | None:
        """The body of a call; `values` are those of its arguments. None: no body."""
        if not self.names:
            (whole,) = values
            return None if whole is OMIT else self.encoded(whole)
        pairs = zip(self.names, values, strict=True)
        given = {name: value for name, value in pairs if value is not OMIT}
        return None if self.optional and not given else self.encoded(given)

    def encoded(self, given: object) -> Content:
        """A value as bytes."""
        raise NotImplementedError


class Json(Body):
    DEFAULT = "application/json"

    def encoded(self, given: object) -> Content:
        return Content(media_type=self.media_type, content=to_json(given))
