"""What a value is, for values of which nothing is known before."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from os import PathLike
from typing import TypeGuard


def is_dict(value: object) -> TypeGuard[dict[str, object]]:
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)


def is_tuple(value: object) -> TypeGuard[tuple[object, ...]]:
    return isinstance(value, tuple)


def is_path(value: object) -> TypeGuard[PathLike[str]]:
    return isinstance(value, PathLike)


def is_iterator(value: object) -> TypeGuard[Iterator[object]]:
    return isinstance(value, Iterator)


def is_async_iterator(value: object) -> TypeGuard[AsyncIterator[object]]:
    return isinstance(value, AsyncIterator)
