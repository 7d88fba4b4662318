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
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar, overload

from .responses import AsyncStreamedResponse, RawResponse, StreamedResponse

F = TypeVar("F")
P = ParamSpec("P")
P2 = ParamSpec("P2")
P3 = ParamSpec("P3")
R = TypeVar("R")
R2 = TypeVar("R2")
R3 = TypeVar("R3")
A_co = TypeVar("A_co", covariant=True)
B_co = TypeVar("B_co", covariant=True)
C_co = TypeVar("C_co", covariant=True)


class Raw:
    """Answers with their status and headers, read whole."""


class Streamed:
    """Answers with their status and headers, to be read inside a `with` block."""


class Answers(Generic[F]):
    """The methods of a client or a resource, their answers in the form `F`."""


class Method(Generic[P, R]):
    """A method and what it gives."""

    @overload
    def __get__(
        self, of: Answers[Raw], owner: object
    ) -> Callable[P, RawResponse[R]]: ...
    @overload
    def __get__(
        self, of: Answers[Streamed], owner: object
    ) -> Callable[P, Context[StreamedResponse[R]]]: ...
    def __get__(self, of: Any, owner: object) -> Any:
        raise NotImplementedError


class AsyncMethod(Generic[P, R]):
    """A method that is awaited, and what it gives."""

    @overload
    def __get__(
        self, of: Answers[Raw], owner: object
    ) -> Callable[P, Awaitable[RawResponse[R]]]: ...
    @overload
    def __get__(
        self, of: Answers[Streamed], owner: object
    ) -> Callable[P, AsyncContext[AsyncStreamedResponse[R]]]: ...
    def __get__(self, of: Any, owner: object) -> Any:
        raise NotImplementedError


def answers(method: Callable[Concatenate[Any, P], R]) -> Method[P, R]:
    """The method of a facade for a method of the client."""
    raise NotImplementedError


def async_answers(
    method: Callable[Concatenate[Any, P], Awaitable[R]],
) -> AsyncMethod[P, R]:
    """The method of a facade for a method of the async client."""
    raise NotImplementedError


# --- methods with overloads: a type variable holds no more than one signature -------


class Three(Protocol[P, A_co, P2, B_co, P3, C_co]):
    """A function that can be called in three ways."""

    @overload
    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> A_co: ...
    @overload
    def __call__(self, *args: P2.args, **kwargs: P2.kwargs) -> B_co: ...
    @overload
    def __call__(self, *args: P3.args, **kwargs: P3.kwargs) -> C_co: ...


class Overloaded(Generic[P, R, P2, R2, P3, R3]):
    """A method that can be called in three ways, and what each gives."""

    @overload
    def __get__(
        self, of: Answers[Raw], owner: object
    ) -> Three[P, RawResponse[R], P2, RawResponse[R2], P3, RawResponse[R3]]: ...
    @overload
    def __get__(self, of: Answers[Streamed], owner: object) -> Three[
        P,
        Context[StreamedResponse[R]],
        P2,
        Context[StreamedResponse[R2]],
        P3,
        Context[StreamedResponse[R3]],
    ]: ...
    def __get__(self, of: Any, owner: object) -> Any:
        raise NotImplementedError


class AsyncOverloaded(Generic[P, R, P2, R2, P3, R3]):
    """A method that is awaited, in three ways, and what each gives."""

    @overload
    def __get__(self, of: Answers[Raw], owner: object) -> Three[
        P,
        Awaitable[RawResponse[R]],
        P2,
        Awaitable[RawResponse[R2]],
        P3,
        Awaitable[RawResponse[R3]],
    ]: ...
    @overload
    def __get__(self, of: Answers[Streamed], owner: object) -> Three[
        P,
        AsyncContext[AsyncStreamedResponse[R]],
        P2,
        AsyncContext[AsyncStreamedResponse[R2]],
        P3,
        AsyncContext[AsyncStreamedResponse[R3]],
    ]: ...
    def __get__(self, of: Any, owner: object) -> Any:
        raise NotImplementedError


def overloaded(
    first: Callable[Concatenate[Any, P], R],
    second: Callable[Concatenate[Any, P2], R2],
    third: Callable[Concatenate[Any, P3], R3],
) -> Overloaded[P, R, P2, R2, P3, R3]:
    """The method of a facade for three ways to call a method of the client."""
    raise NotImplementedError


def async_overloaded(
    first: Callable[Concatenate[Any, P], Awaitable[R]],
    second: Callable[Concatenate[Any, P2], Awaitable[R2]],
    third: Callable[Concatenate[Any, P3], Awaitable[R3]],
) -> AsyncOverloaded[P, R, P2, R2, P3, R3]:
    """The method of a facade for three ways to call a method of the async client."""
    raise NotImplementedError
