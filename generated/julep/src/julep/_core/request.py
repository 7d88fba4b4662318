"""An operation and the values of a call → a request that can be sent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from itertools import chain, islice
from urllib.parse import unquote_plus
from uuid import uuid4

from .api import Api
from .auth import Held, Signed
from .body import Content
from .operation import Operation
from .records import dataclass, replace
from .styles import header, named, path, query

SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "QUERY"})
_IDEMPOTENT = SAFE | {"PUT", "DELETE"}
# Headers by which a server knows a request that it has already seen.
_KEYS = frozenset({"idempotency-key", "x-idempotency-key"})
_USER = re.compile(r"//[^/?#]*@")
NOTHING = Content()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a client was made with. Credentials are never shown.

    `own_servers`: an operation that has a server of its own is called there. `query`
    is sent with every call; `idempotency_key` stands for one made for each call.
    `secrets` are the headers that the API has for credentials, whoever sets them.
    """

    api: Api
    base_url: str
    own_servers: bool
    credentials: Mapping[str, Held] = field(repr=False)
    timeout: float | None
    max_retries: int
    strict: bool
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    query: Mapping[str, object] = field(default_factory=dict[str, object], repr=False)
    idempotency_key: str | None = None
    reconnects: int = 0
    secrets: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A request. `secrets` are the headers that only its own origin may see, `keys`
    the pairs of its query.

    One that is `keyed` has a key by which the server knows it when it comes again.
    `security` is what it asks for: it is added last, `scopes` with it by scheme. A
    `private` one is for a credential: it can be repeated, but not elsewhere.
    `standing` are the pairs of its query that do not come from its operation.
    """

    method: str
    url: str
    headers: Mapping[str, str] = field(repr=False)
    body: Content = field(default=NOTHING, repr=False)
    security: tuple[tuple[str, ...], ...] = ()
    scopes: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict[str, tuple[str, ...]]
    )
    secrets: frozenset[str] = frozenset()
    keys: tuple[str, ...] = field(default=(), repr=False)
    standing: tuple[str, ...] = field(default=(), repr=False)
    streams: bool = False
    keyed: bool = False
    private: bool = False

    @property
    def call(self) -> str:
        """What messages call it: no query, as a key may be in it."""
        return f"{self.method} {shown(self.url.partition('?')[0])}"

    @property
    def repeatable(self) -> bool:
        """Whether sending it twice does no more than sending it once."""
        safe = self.method in _IDEMPOTENT or self.keyed or self.private
        return self.body.replayable and safe

    def signed(self, signed: Signed) -> Prepared:
        """The same request with credentials, which count more than what was there."""
        headers = merged(self.headers, signed.headers)
        return replace(
            self,
            url=with_query(without(self.url, signed.query), signed.query),
            headers=_with_cookies(headers, signed.cookies),
            secrets=self.secrets.union(signed.headers),
            keys=tuple(signed.query),
        )


def prepare(
    operation: Operation[object], values: tuple[object, ...], settings: Settings
) -> Prepared:
    """The request of a call; `values` as the operation lists its arguments."""
    if operation.dicts is not None:
        values = operation.dicts(named(operation.params), values)
    given, rest = _parameters(operation, values)
    if operation.body is not None:
        rest = operation.body.typed(rest)
    if operation.check is not None:
        operation.check((*values[: len(values) - len(rest)], *rest))
    streams = operation.streams(rest)
    body = NOTHING
    if operation.body is not None:
        body = operation.body.made(operation.bodily(rest)) or body
    api, auth = settings.api, operation.auth
    headers = merged(
        {
            "User-Agent": api.user_agent,
            "Accept": operation.accepted(streams=streams),
        },
        settings.headers,
        given.headers,
        {} if body.media_type is None else {"Content-Type": body.media_type},
    )
    if key := _key(operation, headers, settings):
        headers = merged(headers, key)
    own = operation.server if settings.own_servers else None
    options = (pair for pair in settings.query.items() if pair[1] is not None)
    standing = tuple(chain.from_iterable(query(*pair) for pair in options))
    return Prepared(
        method=operation.method,
        url=with_query(
            below(own or settings.base_url, given.path), (*given.query, *standing)
        ),
        headers=_with_cookies(headers, given.cookies),
        body=body,
        security=api.security if auth is None else auth,
        scopes=api.scopes if auth is None else operation.scopes,
        secrets=settings.secrets,
        standing=standing,
        streams=streams,
        keyed=operation.method not in _IDEMPOTENT and _has_key(headers, settings),
    )


@dataclass(slots=True)
class _Given:
    """The parameters of a call, as they are written in each place."""

    path: str
    query: list[str]
    headers: dict[str, str]
    cookies: list[str]


def _parameters(
    operation: Operation[object], values: tuple[object, ...]
) -> tuple[_Given, tuple[object, ...]]:
    """What the parameters give, and the values that are left for the body."""
    rest = iter(values)
    params = operation.in_path
    values_of_path = islice(rest, len(params))
    given = _Given(path(operation.path, params, values_of_path), [], {}, [])
    for param, value in zip(operation.query, rest, strict=False):
        given.query += () if value is None else query(param, value)
    for param, value in zip(operation.header, rest, strict=False):
        given.headers.update(() if value is None else [header(param, value)])
    for param, value in zip(operation.cookie, rest, strict=False):
        given.cookies += () if value is None else param.in_cookie(value)
    return given, tuple(rest)


def merged(*several: Mapping[str, str]) -> dict[str, str]:
    """The headers of all; later ones win, in whatever case (RFC 9110, 5.1)."""
    made: dict[str, tuple[str, str]] = {}
    for headers in several:
        for name, value in headers.items():
            made[name.lower()] = name, value
    return dict(made.values())


def _with_cookies(headers: dict[str, str], cookies: list[str]) -> dict[str, str]:
    """Headers with more cookies before those that are there."""
    if not cookies:
        return headers
    held = [each for name, each in headers.items() if name.lower() == "cookie"]
    return merged(headers, {"Cookie": "; ".join((*cookies, *held))})


def shown(url: str) -> str:
    """A URL for messages: without a user's name and password in it."""
    return _USER.sub("//", url, count=1) if "@" in url else url


def _key(
    operation: Operation[object], headers: Mapping[str, str], settings: Settings
) -> dict[str, str]:
    """The key of a call that is not idempotent by itself, where there is none yet.

    It is the user's, or made anew; the API says in which header, or the user does by
    giving one.
    """
    given = settings.idempotency_key
    own = named(operation.header)
    name = next((each for each in own if each.lower() in _KEYS), None)
    if name is None and operation.method not in _IDEMPOTENT:
        name = settings.api.idempotency_header
        name = "Idempotency-Key" if name is None and given is not None else name
    if name is None or _has_key(headers, settings):
        return {}
    return {name: given or str(uuid4())}


def _has_key(headers: Mapping[str, str], settings: Settings) -> bool:
    own = (settings.api.idempotency_header or "").lower()
    return any(name.lower() in _KEYS or name.lower() == own for name in headers)


def without(url: str, pairs: Sequence[str]) -> str:
    """A URL without the pairs of its query that have the names of these."""
    if not pairs or "?" not in url:
        return url
    start, _, query = url.partition("?")
    names = {*map(_name, pairs)}
    kept = (each for each in query.split("&") if each and _name(each) not in names)
    return with_query(start, kept)


def _name(pair: str) -> str:
    return unquote_plus(pair.partition("=")[0])


def below(base_url: str, path: str) -> str:
    """The URL of a path: a query that the base URL has comes after it."""
    if "?" not in base_url:
        return base_url + path
    start, _, query = base_url.partition("?")
    return with_query(start.rstrip("/") + path, [query])


def with_query(url: str, pairs: Iterable[str]) -> str:
    """A URL with more pairs in its query: the path of a document may hold some."""
    written = "&".join(pairs)
    if not written:
        return url
    if "?" not in url:
        return f"{url}?{written}"
    return f"{url}{'' if url.endswith(('?', '&')) else '&'}{written}"
