"""Operations that answer in items as they come, sync and async."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from .answer import Received, Type
from .errors import InvalidRequestError
from .events import Decoder, Events
from .narrow import is_dict
from .omit import OMIT
from .operation import Operation, R_co
from .plain import plain
from .records import dataclass
from .stream import AsyncStream, Stream

if TYPE_CHECKING:
    from .engine import AsyncEngine, SyncEngine
    from .request import Prepared

I_co = TypeVar("I_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamOperation(Operation[R_co], Generic[R_co, I_co]):
    """An operation that answers in items as they come.

    `flag` names the body property that asks for the stream, where it `asks`. Beside a
    body of one argument it is another. Without one the call says it by what it is to
    `accept`, or the operation answers in no other way. Items of a `framed` one are
    whole events, and not only the data of each. What comes is `cut` into events.
    """

    item: Type
    media_type: str = "text/event-stream"
    flag: str | None = None
    asks: object = True
    end: str = "[DONE]"
    framed: bool = False
    cut: Callable[[], Decoder] = Events

    @property
    def item_type(self) -> Type | None:
        return self.item

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

    def items(self, engine: Any, request: Prepared, answer: Received) -> Any:
        kind: Any = AsyncStream if engine.is_async else Stream
        return kind(self, engine, request, answer.open)

    # --- the ways to call it, typed ---

    def call_or_stream(
        self, engine: SyncEngine, *values: object
    ) -> R_co | Stream[I_co]:
        return cast("R_co | Stream[I_co]", engine.call(self, *values))

    async def call_or_stream_async(
        self, engine: AsyncEngine, *values: object
    ) -> R_co | AsyncStream[I_co]:
        return cast("R_co | AsyncStream[I_co]", await engine.call(self, *values))

    def stream(self, engine: SyncEngine, *values: object) -> Stream[I_co]:
        return cast("Stream[I_co]", engine.call(self, *values))

    async def stream_async(
        self, engine: AsyncEngine, *values: object
    ) -> AsyncStream[I_co]:
        return cast("AsyncStream[I_co]", await engine.call(self, *values))
