"""The types of `with_raw_response` and `with_streaming_response`.

They are for type checkers and editors: at run time either is the same client or
resource again, whose engine hands out its answers in another form. So
`AgentsAnswers[Raw]` has the methods of `Agents`, with their arguments; each gives a
`RawResponse` of what it gives otherwise. With `Streamed` it is a context manager that
gives a `StreamedResponse`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager as AsyncContext
from contextlib import AbstractContextManager as Context
from typing import Any, Concatenate, Generic, ParamSpec, TypeAlias, TypeVar, overload

from .responses import AsyncStreamedResponse, RawResponse, StreamedResponse

F = TypeVar("F")
P = ParamSpec("P")
R = TypeVar("R")
A_co = TypeVar("A_co", covariant=True)
B_co = TypeVar("B_co", covariant=True)

Open: TypeAlias = Context[StreamedResponse[R]]
AsyncRaw: TypeAlias = Awaitable[RawResponse[R]]
AsyncOpen: TypeAlias = AsyncContext[AsyncStreamedResponse[R]]


class Raw:
    """Answers with their status and headers, read whole."""


class Streamed:
    """Answers with their status and headers, to be read inside a `with` block."""


class Answers(Generic[F]):
    """The methods of a client or a resource, their answers in the form `F`."""


class Method(Generic[A_co, B_co]):
    """A method: what it is among `Raw` answers, and among `Streamed` ones."""

    @overload
    def __get__(self, of: Answers[Raw], owner: object) -> A_co: ...
    @overload
    def __get__(self, of: Answers[Streamed], owner: object) -> B_co: ...
    def __get__(self, of: Any, owner: object) -> Any:
        raise NotImplementedError


def answers(
    method: Callable[Concatenate[Any, P], R],
) -> Method[Callable[P, RawResponse[R]], Callable[P, Open[R]]]:
    """The method of a facade for a method of the client."""
    raise NotImplementedError


def async_answers(
    method: Callable[Concatenate[Any, P], Awaitable[R]],
) -> Method[Callable[P, AsyncRaw[R]], Callable[P, AsyncOpen[R]]]:
    """The method of a facade for a method of the async client."""
    raise NotImplementedError
