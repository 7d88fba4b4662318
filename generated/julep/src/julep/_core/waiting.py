"""What a call waits for, sync and async alike.

A call is written once, as a coroutine. An async client awaits it. A sync client runs it
by `run`: there all that it awaits has blocked until it was done, and suspends nothing.
"""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Coroutine, Generator
from inspect import isawaitable
from typing import Any, TypeVar

from .errors import ApiTimeoutError, InvalidRequestError

T = TypeVar("T")


def run(work: Coroutine[Any, Any, T]) -> T:
    """What comes of a coroutine that waits for nothing but what blocks."""
    try:
        work.send(None)
    except StopIteration as end:
        value: T = end.value
        return value
    work.close()
    raise InvalidRequestError("an async function needs the async client")


def run_each(several: AsyncGenerator[T]) -> Generator[T]:
    """The same for each of what comes, as it comes."""
    try:
        while True:
            yield run(several.__anext__())
    except StopAsyncIteration:
        pass
    finally:
        run(several.aclose())


async def done(given: object) -> None:
    """Wait for what a function gave, if it is async."""
    if isawaitable(given):
        await given


async def sleep(seconds: float, *, is_async: bool) -> None:
    """Wait, if without blocking on whatever event loop the HTTP library runs."""
    if is_async:
        import anyio

        await anyio.sleep(seconds)
    else:
        time.sleep(seconds)


class within:
    """What is awaited inside takes no longer, however it spends the time."""

    __slots__ = ("_call", "_scope")

    def __init__(self, seconds: float | None, call: str) -> None:
        import anyio

        self._call = call
        self._scope = anyio.move_on_after(seconds)

    def __enter__(self) -> None:
        self._scope.__enter__()

    def __exit__(self, *error: Any) -> None:
        self._scope.__exit__(*error)
        if self._scope.cancelled_caught:
            raise ApiTimeoutError(f"no answer in time: {self._call}")
