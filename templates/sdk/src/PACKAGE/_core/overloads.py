"""The types of `with_raw_response` for methods that can be called in three ways.

A type variable holds no more than one signature.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, overload

from .facades import AsyncOpen, AsyncRaw, Method, Open
from .responses import RawResponse

P = ParamSpec("P")
P2 = ParamSpec("P2")
P3 = ParamSpec("P3")
R = TypeVar("R")
R2 = TypeVar("R2")
R3 = TypeVar("R3")
A_co = TypeVar("A_co", covariant=True)
B_co = TypeVar("B_co", covariant=True)
C_co = TypeVar("C_co", covariant=True)


class Three(Protocol[P, A_co, P2, B_co, P3, C_co]):
    """A function that can be called in three ways."""

    @overload
    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> A_co: ...
    @overload
    def __call__(self, *args: P2.args, **kwargs: P2.kwargs) -> B_co: ...
    @overload
    def __call__(self, *args: P3.args, **kwargs: P3.kwargs) -> C_co: ...


def overloaded(
    first: Callable[Concatenate[Any, P], R],
    second: Callable[Concatenate[Any, P2], R2],
    third: Callable[Concatenate[Any, P3], R3],
) -> Method[
    Three[P, RawResponse[R], P2, RawResponse[R2], P3, RawResponse[R3]],
    Three[P, Open[R], P2, Open[R2], P3, Open[R3]],
]:
    """The method of a facade for three ways to call a method of the client."""
    raise NotImplementedError


def async_overloaded(
    first: Callable[Concatenate[Any, P], Awaitable[R]],
    second: Callable[Concatenate[Any, P2], Awaitable[R2]],
    third: Callable[Concatenate[Any, P3], Awaitable[R3]],
) -> Method[
    Three[P, AsyncRaw[R], P2, AsyncRaw[R2], P3, AsyncRaw[R3]],
    Three[P, AsyncOpen[R], P2, AsyncOpen[R2], P3, AsyncOpen[R3]],
]:
    """The method of a facade for three ways to call a method of the async client."""
    raise NotImplementedError
