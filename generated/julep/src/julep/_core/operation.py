"""What is known of an operation before it is called: data, and nothing else.

A resource module states each operation once as an `Operation`; its sync and its
async method pass the values of their arguments, in the order in which the
operation lists them: path, query, header, cookie, body.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from .answer import Answer, Type
from .body import Body
from .errors import InvalidRequestError
from .narrow import is_dict
from .omit import OMIT
from .param import Param
from .plain import plain

if TYPE_CHECKING:
    from .request import Prepared

R_co = TypeVar("R_co", covariant=True)
I_co = TypeVar("I_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation(Generic[R_co]):
    """`path_params` is needed only where a path parameter has a form of its own.

    `returns` serves where every success has one JSON type; else `answers` does.

    `check` raises where a value does not meet what the document demands of it.

    `errors` gives the type of an error's body by status, as in `Answer`. `auth`
    None means: what the API asks for by default. `scopes` are what a token has to
    be good for, by scheme. `accept` is what the answer is asked for as, if a call
    says it.
    """

    method: str
    path: str
    path_params: tuple[str | Param, ...] = ()
    query: tuple[str | Param, ...] = ()
    header: tuple[str | Param, ...] = ()
    cookie: tuple[str | Param, ...] = ()
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

    def accepting(self, media_type: str) -> Self:
        """The same operation, its answer asked for in one of its media types."""
        fitting = [each for each in self.answers if each.media_type == media_type]
        known = self.forms()
        if media_type not in known:
            several = ", ".join(known)
            raise InvalidRequestError(f"the answer comes as one of {several}")
        statuses = {each.status for each in fitting}
        others = (each for each in self.answers if each.status not in statuses)
        return replace(self, answers=(*fitting, *others), accept=media_type)

    def forms(self) -> tuple[str, ...]:
        """The media types that an answer comes in."""
        return _media_types(self.answers)

    def streams(self, values: tuple[object, ...]) -> bool:
        """Whether a call asks for items as they come; `values` are the body's."""
        return False

    def bodily(self, values: tuple[object, ...]) -> tuple[object, ...]:
        """What the body is made of; `values` are those of all its arguments."""
        return values

    def aimed(self, request: Prepared) -> Prepared:
        """The request of a call, if need be changed."""
        return request

    def finished(
        self,
        value: Any,
        engine: object,
        values: tuple[object, ...],
        headers: Mapping[str, str],
    ) -> Any:
        """What was read of an answer, with what else its call gives."""
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamOperation(Operation[R_co], Generic[R_co, I_co]):
    """An operation that answers in items as they come.

    `flag` names the body property that asks for the stream, where it `asks`. Beside a
    body of one argument it is another. Without one the call says it by what it is to
    `accept`, or the operation answers in no other way. Items of a `framed` one are
    whole events, and not only the data of each.
    """

    item: Type
    media_type: str = "text/event-stream"
    flag: str | None = None
    asks: object = True
    end: str = "[DONE]"
    framed: bool = False

    def forms(self) -> tuple[str, ...]:
        return (*_media_types(self.answers), self.media_type)

    def streams(self, values: tuple[object, ...]) -> bool:
        if self.flag is None or self.body is None:
            return self.accept in (None, self.media_type)
        names = self.body.names
        return values[names.index(self.flag) if names else -1] == self.asks

    def bodily(self, values: tuple[object, ...]) -> tuple[object, ...]:
        if self.flag is None or self.body is None or self.body.names:
            return values
        request, asked = values
        given = {} if request is OMIT else plain(request)
        if asked is not OMIT and is_dict(given):
            return ({**given, self.flag: asked},)
        if is_dict(given) and given.get(self.flag) == self.asks:
            raise InvalidRequestError(
                f"'{self.flag}' decides what the call gives, so it is an argument of "
                "the call and not only a part of the request"
            )
        return (request,)


def _media_types(answers: Iterable[Answer]) -> tuple[str, ...]:
    several = (each.media_type for each in answers if each.media_type)
    return tuple(dict.fromkeys(several))
