"""What is known of an operation before it is called: data, and nothing else.

A resource module states each operation once as an `Operation`; its sync and its
async method pass the values of their arguments, in the order in which the
operation lists them: path, query, header, cookie, body.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .answer import Answer, Received, Type
from .body import AsTyped, Body
from .records import dataclass
from .styles import Styled

if TYPE_CHECKING:
    from .request import Prepared

R_co = TypeVar("R_co", covariant=True)
_PLACEHOLDER = re.compile(r"\{([^{}/]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation(Generic[R_co]):
    """`path_params` is needed only where a path parameter has a form of its own.

    `dicts` reads those among its parameters into what they stand for.

    `returns` serves where every success has one JSON type; else `answers` does.

    `check` raises where a value does not meet what the document demands of it.

    `errors` gives the type of an error's body by status, as in `Answer`. `auth`
    None means: what the API asks for by default. `scopes` are what a token has to
    be good for, by scheme. `accept` is what the answer is asked for as, if a call
    says it. `media_type` is that of an answer in items as they come.
    """

    method: str
    path: str
    path_params: tuple[str | Styled, ...] = ()
    query: tuple[str | Styled, ...] = ()
    header: tuple[str | Styled, ...] = ()
    cookie: tuple[Styled, ...] = ()
    dicts: AsTyped | None = None
    body: Body | None = None
    returns: Type | None = None
    answers: tuple[Answer, ...] = ()
    errors: Mapping[str, Type | Answer] = field(
        default_factory=dict[str, "Type | Answer"]
    )
    auth: tuple[tuple[str, ...], ...] | None = None
    scopes: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict[str, tuple[str, ...]]
    )
    server: str | None = None
    check: Callable[[tuple[object, ...]], None] | None = None
    accept: str | None = None
    media_type: str = ""

    @property
    def in_path(self) -> tuple[str | Styled, ...]:
        """The parameters of the path, in its order."""
        return self.path_params or placeholders(self.path)

    @property
    def item_type(self) -> Type | None:
        """The type of an item, where it answers in items as they come."""
        return None

    @property
    def params(self) -> tuple[str | Styled, ...]:
        """All parameters, in the order of a call's values."""
        return (*self.in_path, *self.query, *self.header, *self.cookie)

    def accepted(self, *, streams: bool) -> str:
        """What a call accepts; `streams`: items as they come."""
        if streams:
            return self.media_type
        if self.accept is not None:
            return self.accept
        if self.returns is not None:
            return "application/json"
        return ", ".join(media_types(self.answers)) or "*/*"

    def streams(self, values: tuple[object, ...]) -> bool:
        """Whether a call asks for items as they come; `values` are the body's."""
        return False

    def bodily(self, values: tuple[object, ...]) -> tuple[object, ...]:
        """What the body is made of; `values` are those of all its arguments."""
        return values

    def aimed(self, request: Prepared) -> Prepared:
        """The request of a call, if need be changed."""
        return request

    def items(self, engine: Any, request: Prepared, answer: Received) -> Any:
        """The items of an answer of which there is the head."""
        raise NotImplementedError

    def finished(
        self,
        value: Any,
        engine: Any,
        values: tuple[object, ...],
        headers: Mapping[str, str],
    ) -> Any:
        """What was read of an answer, with what else its call gives."""
        return value


@cache
def placeholders(template: str) -> tuple[str, ...]:
    """The names in braces in a path, each once, in order."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(template)))


def media_types(answers: Iterable[Answer]) -> tuple[str, ...]:
    several = (each.media_type for each in answers if each.media_type)
    return tuple(dict.fromkeys(several))
