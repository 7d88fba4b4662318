"""The clients: what they are made of, and their options."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from typing import Any, Self, TypedDict, TypeVar, Unpack, overload

from .api import Api
from .auth import ApiKey, Credential, hold
from .body import Json
from .connection import Pool
from .engine import AsyncCaller, AsyncEngine, Caller, E, Form, SyncEngine
from .http import httpx
from .observe import AsyncHooks, Hooks, set_up
from .omit import OMIT
from .operation import Operation
from .records import replace
from .request import Settings, shown
from .responses import RawResponse
from .timed import timed, timed_client

T = TypeVar("T")


class Sent(TypedDict, total=False):
    """What a call that the document does not have is sent with."""

    query: Mapping[str, object] | None
    headers: Mapping[str, str] | None
    body: object


class Client(Caller[E]):
    """What the sync and the async client have in common."""

    def with_options(
        self,
        *,
        timeout: float | None = OMIT,
        max_retries: int = OMIT,
        headers: Mapping[str, str] = OMIT,
        query: Mapping[str, object] = OMIT,
        base_url: str = OMIT,
        idempotency_key: str = OMIT,
        strict: bool = OMIT,
        reconnects: int = OMIT,
    ) -> Self:
        """The same client with other options, on the same connections.

        Args:
            timeout: Seconds that a call may take, its retries included; None: any.
            max_retries: How often a call that failed in passing is sent again.
            headers: Sent with every call, besides those of this client.
            query: Parameters sent with every call, besides those of this client.
            base_url: Where the API is served.
            idempotency_key: By which the server knows a call that it has seen before;
                where the API has such keys one is made for each call anyway.
            strict: Whether an answer that departs from the document is an error.
            reconnects: How often a stream of events that breaks off is asked for again,
                from its last event on, where its events have ids.
        """
        given: dict[str, Any] = {
            "timeout": timeout,
            "max_retries": max_retries,
            "idempotency_key": idempotency_key,
            "strict": strict,
            "reconnects": reconnects,
        }
        changes = {name: value for name, value in given.items() if value is not OMIT}
        before = self._engine.settings
        if headers is not OMIT:
            changes["headers"] = {**before.headers, **headers}
        if query is not OMIT:
            changes["query"] = {**before.query, **query}
        if base_url is not OMIT:
            changes |= {"base_url": _base(base_url), "own_servers": False}
        return self._with_engine(
            replace(self._engine, settings=replace(before, **changes))
        )

    @overload
    def request(
        self: Client[SyncEngine],
        method: str,
        path: str,
        *,
        returns: type[T],
        **sent: Unpack[Sent],
    ) -> T: ...
    @overload
    def request(
        self: Client[SyncEngine], method: str, path: str, **sent: Unpack[Sent]
    ) -> RawResponse[object]: ...
    @overload
    def request(
        self: Client[AsyncEngine],
        method: str,
        path: str,
        *,
        returns: type[T],
        **sent: Unpack[Sent],
    ) -> Awaitable[T]: ...
    @overload
    def request(
        self: Client[AsyncEngine], method: str, path: str, **sent: Unpack[Sent]
    ) -> Awaitable[RawResponse[object]]: ...
    def request(
        self,
        method: str,
        path: str,
        *,
        returns: type[Any] | None = None,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
        body: object = OMIT,
    ) -> Any:
        """Call what the API's document does not have, as the other methods do it.

        Args:
            method: The HTTP method.
            path: The path after the base URL; what is put into it is to be quoted.
            returns: The type of the answer's JSON. Without it, the answer is given
                with its status and headers.
            query: Parameters of the query.
            headers: Sent with this call.
            body: A value that is sent as JSON.
        """
        caller = self if returns is not None else self._in_form(Form.RAW)
        engine = caller.with_options(query=query or {}, headers=headers or {})._engine
        operation = undocumented(method, path, returns)
        return engine.call(operation, body)

    def __repr__(self) -> str:
        base_url = shown(self._engine.settings.base_url.partition("?")[0])
        return f"{type(self).__name__}(base_url={base_url!r})"


class SyncClient(Client[SyncEngine]):
    """Makes calls, and waits for their answers."""

    def __init__(
        self,
        api: Api,
        *,
        httpx_client: httpx.Client | None,
        hooks: Hooks | None = None,
        **options: Any,
    ) -> None:
        given = None if httpx_client is None else timed(httpx_client)
        pool = Pool(given, timed_client)
        made = settings(api, own_http=httpx_client is not None, **options)
        super().__init__(SyncEngine(made, pool, hooks=hooks or Hooks()))

    def close(self) -> None:
        """Close the connections, also those of copies made by `with_options`."""
        http = self._engine.pool.close()
        if http is not None:
            http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class AsyncClient(Client[AsyncEngine], AsyncCaller):
    """Makes calls without blocking."""

    def __init__(
        self,
        api: Api,
        *,
        httpx_client: httpx.AsyncClient | None,
        hooks: AsyncHooks | None = None,
        **options: Any,
    ) -> None:
        pool = Pool(httpx_client, httpx.AsyncClient)
        made = settings(api, own_http=httpx_client is not None, **options)
        super().__init__(AsyncEngine(made, pool, hooks=hooks or AsyncHooks()))

    async def aclose(self) -> None:
        """Close the connections, also those of copies made by `with_options`."""
        http = self._engine.pool.close()
        if http is not None:
            await http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.aclose()


def settings(
    api: Api,
    *,
    base_url: str | None,
    server: str = "",
    variables: Mapping[str, str | None] | None = None,
    credentials: Mapping[str, Credential] | None = None,
    timeout: float | None,
    max_retries: int,
    strict: bool,
    own_http: bool,
) -> Settings:
    """What a client is made with; `base_url` wins over the server."""
    set_up(api.name)
    address = api.address(server, variables or {}) if base_url is None else base_url
    return Settings(
        api=api,
        base_url=_base(address),
        own_servers=base_url is None,
        credentials=hold(api.schemes, credentials or {}, own_http),
        timeout=timeout,
        max_retries=max_retries,
        strict=strict,
        secrets=frozenset(
            each.name for each in api.schemes.values() if isinstance(each, ApiKey)
        ),
    )


def _base(url: str) -> str:
    return url.partition("#")[0].rstrip("/")


def undocumented(method: str, path: str, returns: type[Any] | None) -> Operation[Any]:
    """An operation of which no more is known than what a call says."""
    written = path.replace("{", "%7B").replace("}", "%7D")
    return Operation(
        method=method.upper(),
        path=written if written.startswith("/") else f"/{written}",
        body=Json(),
        returns=lambda: returns or object,
    )
