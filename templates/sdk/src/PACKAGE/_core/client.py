"""The clients: what they are made of, and their options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import TracebackType
from typing import Any, Self

from .api import Api
from .auth import Credential
from .caller import AsyncCaller, Caller
from .connection import Pool
from .engine import AsyncEngine, SyncEngine
from .http import httpx
from .omit import OMIT
from .request import Settings


class SyncClient(Caller[SyncEngine]):
    """Makes calls, and waits for their answers."""

    def __init__(
        self,
        api: Api,
        *,
        base_url: str | None,
        server: str = "",
        variables: Mapping[str, str | None] | None = None,
        credentials: Mapping[str, Credential] | None = None,
        timeout: float | None,
        httpx_client: httpx.Client | None,
        max_retries: int,
        strict: bool,
    ) -> None:
        settings = Settings(
            api=api,
            base_url=_address(api, base_url, server, variables or {}),
            own_servers=base_url is None,
            credentials=credentials or {},
            timeout=timeout,
            max_retries=max_retries,
            strict=strict,
        )
        pool = Pool(httpx_client, httpx.Client)
        self._engine = SyncEngine(settings, pool)

    def with_options(
        self,
        *,
        timeout: float | None = OMIT,
        max_retries: int = OMIT,
        headers: Mapping[str, str] = OMIT,
        base_url: str = OMIT,
        strict: bool = OMIT,
    ) -> Self:
        """The same client with other options, on the same connections.

        Args:
            timeout: Seconds that a call may take, its retries included; None: any.
            max_retries: How often a call that failed in passing is sent again.
            headers: Sent with every call, besides those of this client.
            base_url: Where the API is served.
            strict: Whether an answer that departs from the document is an error.
        """
        settings = changed(
            self._engine.settings,
            headers,
            base_url,
            timeout=timeout,
            max_retries=max_retries,
            strict=strict,
        )
        return self._with_engine(replace(self._engine, settings=settings))

    def close(self) -> None:
        """Close the connections, also those of copies made by `with_options`."""
        http = self._engine.pool.close()
        if http is not None:
            http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self._engine.settings.base_url!r})"


class AsyncClient(AsyncCaller):
    """Makes calls without blocking."""

    def __init__(
        self,
        api: Api,
        *,
        base_url: str | None,
        server: str = "",
        variables: Mapping[str, str | None] | None = None,
        credentials: Mapping[str, Credential] | None = None,
        timeout: float | None,
        httpx_client: httpx.AsyncClient | None,
        max_retries: int,
        strict: bool,
    ) -> None:
        settings = Settings(
            api=api,
            base_url=_address(api, base_url, server, variables or {}),
            own_servers=base_url is None,
            credentials=credentials or {},
            timeout=timeout,
            max_retries=max_retries,
            strict=strict,
        )
        pool = Pool(httpx_client, httpx.AsyncClient)
        self._engine = AsyncEngine(settings, pool)

    def with_options(
        self,
        *,
        timeout: float | None = OMIT,
        max_retries: int = OMIT,
        headers: Mapping[str, str] = OMIT,
        base_url: str = OMIT,
        strict: bool = OMIT,
    ) -> Self:
        """The same client with other options, on the same connections.

        Args:
            timeout: Seconds that a call may take, its retries included; None: any.
            max_retries: How often a call that failed in passing is sent again.
            headers: Sent with every call, besides those of this client.
            base_url: Where the API is served.
            strict: Whether an answer that departs from the document is an error.
        """
        settings = changed(
            self._engine.settings,
            headers,
            base_url,
            timeout=timeout,
            max_retries=max_retries,
            strict=strict,
        )
        return self._with_engine(replace(self._engine, settings=settings))

    async def aclose(self) -> None:
        """Close the connections, also those of copies made by `with_options`."""
        http = self._engine.pool.close()
        if http is not None:
            await http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self._engine.settings.base_url!r})"


def _address(
    api: Api, base_url: str | None, server: str, variables: Mapping[str, str | None]
) -> str:
    if base_url is None:
        base_url = api.address(server, variables)
    return base_url.rstrip("/")


def changed(
    settings: Settings, headers: Mapping[str, str], base_url: str, **others: Any
) -> Settings:
    """Settings with what is not OMIT in place of what was; headers are added."""
    changes = {name: value for name, value in others.items() if value is not OMIT}
    if headers is not OMIT:
        changes["headers"] = {**settings.headers, **headers}
    if base_url is not OMIT:
        changes |= {"base_url": base_url.rstrip("/"), "own_servers": False}
    return replace(settings, **changes)
