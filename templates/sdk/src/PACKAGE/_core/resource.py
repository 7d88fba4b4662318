"""Resources: groups of methods that call through the client that they belong to."""

from __future__ import annotations

from .caller import AsyncCaller, Caller
from .engine import AsyncEngine, SyncEngine


class Resource(Caller[SyncEngine]):
    """Methods of a client under a name of their own."""

    def __init__(self, engine: SyncEngine) -> None:
        self._engine = engine


class AsyncResource(AsyncCaller):
    """Methods of an async client under a name of their own."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
