"""Access tokens that a client fetches by itself (RFC 6749, OpenID Connect).

A token is kept until shortly before it ends, or until it is refused. Whoever needs
a new one waits for its turn; the first in turn fetches it for all.
"""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import field
from threading import Lock
from typing import TYPE_CHECKING, Any

from .auth import Held, Secret
from .errors import ApiTimeoutError, CredentialError
from .http_auth import Bearer
from .records import dataclass
from .token_endpoint import TokenEndpoint
from .waiting import within

if TYPE_CHECKING:
    from .engine import Call

# A token is renewed so many seconds before it ends, or a tenth of its life.
_EARLY, _PART = 60.0, 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuth2(Bearer):
    """Each grant with its endpoint, which may be relative to the server.

    `discovery` is where an OpenID provider says its endpoint (OpenID Connect
    Discovery 1.0, 4).
    """

    client_credentials: str | None = None
    password: str | None = None
    refresh: str | None = None
    discovery: str | None = None

    def hold(self, name: str, given: Mapping[str, Secret]) -> Held:
        return Tokens(self, name, given)

    def met(self, given: Mapping[str, Secret]) -> bool:
        return "token" in given or self.fetches(given)

    def fetches(self, given: Mapping[str, Secret]) -> bool:
        """Whether what was given is enough to fetch a token."""
        return any(given.keys() >= set(parts) for parts in self._enough())

    def wanted(self, name: str) -> str:
        called = dict(zip(self._parts(), self.arguments, strict=True))
        variables = dict(zip(self._parts(), self.env, strict=False))
        several = [
            " and ".join(
                (
                    f"{called[each]} (or set {variables[each]})"
                    if variables.get(each)
                    else called[each]
                )
                for each in parts
            )
            for parts in (("token",), *self._enough())
        ]
        return ", or ".join(several)

    def _parts(self) -> tuple[str, ...]:
        """What the arguments are, in their order."""
        user = ("username", "password") if self.password else ()
        refresh = ("refresh_token",) if self.refresh else ()
        return ("token", "client_id", "client_secret", *user, *refresh, "token_url")

    def _enough(self) -> tuple[tuple[str, ...], ...]:
        client = bool(self.client_credentials or self.discovery)
        return (
            *((("client_id", "client_secret"),) if client else ()),
            *((("username", "password"),) if self.password else ()),
            *((("refresh_token",),) if self.refresh else ()),
        )


@dataclass(slots=True)
class Token:
    """An access token, the second in which it is too old, and what renews it."""

    value: str = field(default="", repr=False)
    end: float | None = None
    refresh_token: Secret | None = field(default=None, repr=False)

    def current(self) -> str:
        """The token; an empty text where it is too old, or was refused."""
        value, end = self.value, self.end
        return value if end is None or time.monotonic() < end else ""


class Tokens(Held):
    """The tokens of one client, by the scopes that they are good for.

    One is good for all scopes: it was given, or is renewed by what was given.
    """

    __slots__ = ("_async_lock", "_endpoint", "_kept", "_lock", "_oauth", "_whole")

    def __init__(self, oauth: OAuth2, name: str, given: Mapping[str, Secret]) -> None:
        super().__init__(oauth, name, given)
        self._oauth = oauth
        self._endpoint = TokenEndpoint(self, oauth.discovery)
        self._lock = Lock()
        self._async_lock: Any = None
        self._kept: dict[frozenset[str], Token] = {}
        self._whole: Token | None = None
        token, refresh = given.get("token"), given.get("refresh_token")
        if token is not None or refresh is not None:
            value = token if isinstance(token, str) else ""
            self._whole = Token(value, None, refresh)

    async def values(self, call: Call, scopes: tuple[str, ...]) -> dict[str, str]:
        given = self.given.get("token")
        if given is not None and not self._renews:
            return {"": await self.asked(call, "", given)}
        token = self._whole or self._kept.setdefault(frozenset(scopes), Token())
        value = token.current()
        if not value:
            async with self._turn(call):
                value = token.current()
                if not value:
                    value = await self._fetched(token, call, scopes)
        return {"": value}

    def renewed(self, values: Mapping[str, str]) -> bool:
        if self._renews:
            whole, refused = self._whole, values[""]
            for token in (*self._kept.values(), *((whole,) if whole else ())):
                if token.value == refused:  # else another call has renewed it
                    token.value = ""
            if whole is not None and not whole.value and whole.refresh_token is None:
                self._whole = None
        return self._renews

    @property
    def _renews(self) -> bool:
        """Whether there can be another token; a function gives its own."""
        given = self.given.get("token")
        own = given is None or isinstance(given, str)
        return own and self._oauth.fetches(self.given)

    @asynccontextmanager
    async def _turn(self, call: Call) -> AsyncGenerator[None]:
        """Wait until no other thread or task fetches, on whatever event loop."""
        left, what = call.deadline.left, f"a token for {self.name}"
        lock: Any = self._lock
        if call.engine.is_async:
            if self._async_lock is None:
                from anyio import Lock as AsyncLock

                self._async_lock = AsyncLock()
            lock = self._async_lock
            with within(left, what):
                await lock.acquire()
        elif not lock.acquire(timeout=-1 if left is None else max(left, 0)):
            raise ApiTimeoutError(f"no answer in time: {what}")
        try:
            yield
        finally:
            lock.release()

    async def _fetched(self, token: Token, call: Call, scopes: tuple[str, ...]) -> str:
        """A new token: by what renews the old one, or else from the beginning."""
        start = time.monotonic()
        answer = await self._refreshed(token, call)
        if answer is None:
            answer = await self._granted(call, scopes)
        seconds = _seconds(answer.get("expires_in"))
        token.end = None if seconds is None else start + seconds
        token.refresh_token = answer.get("refresh_token") or token.refresh_token
        token.value = value = str(answer["access_token"])
        return value

    async def _refreshed(self, token: Token, call: Call) -> Mapping[str, Any] | None:
        """What a refresh token gives (RFC 6749, 6); None where there is none."""
        if token.refresh_token is None or self._oauth.refresh is None:
            return None
        secret = await self.asked(call, "refresh token", token.refresh_token)
        form = {"grant_type": "refresh_token", "refresh_token": secret}
        try:
            return await self._endpoint.granted(call, self._oauth.refresh, form)
        except CredentialError as error:
            rest = {k: v for k, v in self.given.items() if k != "refresh_token"}
            if error.code != "invalid_grant" or not self._oauth.fetches(rest):
                raise
        token.refresh_token = None
        return None

    async def _granted(self, call: Call, scopes: tuple[str, ...]) -> Mapping[str, Any]:
        """What the user's password gives (4.3), or the client's own secret (4.4)."""
        oauth, form = self._oauth, {"grant_type": "client_credentials"}
        url = oauth.client_credentials
        if oauth.password and self.given.keys() >= {"username", "password"}:
            form, url = {"grant_type": "password"}, oauth.password
            for part in ("username", "password"):
                form[part] = await self.asked(call, part, self.given[part])
        if scopes:
            form["scope"] = " ".join(scopes)
        return await self._endpoint.granted(call, url, form)


def _seconds(said: object) -> float | None:
    """How long a token is used, of what the server says of its life (5.1)."""
    try:
        life = float(said) if isinstance(said, int | float | str) else -1.0
    except ValueError:
        return None
    return life - min(_EARLY, life * _PART) if life >= 0 else None
