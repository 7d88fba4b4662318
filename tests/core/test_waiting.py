"""Coroutines that a sync client runs: nothing of them waits for a loop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator

import pytest
from PACKAGE._core.errors import InvalidRequestError
from PACKAGE._core.waiting import run, run_each

CLOSED: list[str] = []


async def numbers(name: str, most: int) -> AsyncGenerator[int]:
    try:
        for number in range(most):
            yield number
    finally:
        CLOSED.append(name)


async def doubled(number: int) -> int:
    return number * 2


async def added() -> int:
    return await doubled(1) + await doubled(2)


def test_the_value_of_a_coroutine() -> None:
    """It is had at one go, in a program with a loop as in one without."""
    assert run(added()) == 6

    async def main() -> int:
        return run(added())

    assert asyncio.run(main()) == 6


def test_what_is_raised() -> None:
    """An error comes out as it is."""

    async def failing() -> None:
        await doubled(1)
        raise KeyError("k")

    with pytest.raises(KeyError):
        run(failing())


def test_what_would_wait() -> None:
    """A coroutine that needs a loop is ended, its `finally` done."""

    async def waiting() -> None:
        try:
            await asyncio.sleep(0)
        finally:
            CLOSED.append("waiting")

    with pytest.raises(InvalidRequestError, match="async client"):
        run(waiting())
    assert CLOSED.pop() == "waiting"


@pytest.mark.parametrize("most", [0, 3])
def test_each_of_what_comes(most: int) -> None:
    """All of it, in order."""
    assert list(run_each(numbers("all", most))) == list(range(most))
    assert CLOSED.pop() == "all"


def test_who_stops_early_closes() -> None:
    """What is not gone through is closed at once, in a program with a loop, too."""

    def first(name: str) -> int:
        several = run_each(numbers(name, 3))
        number = next(several)
        several.close()
        assert CLOSED.pop() == name
        return number

    async def main() -> int:
        return first("in a loop")

    assert first("alone") == 0
    assert asyncio.run(main()) == 0
