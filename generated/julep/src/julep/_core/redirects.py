"""The request that follows a redirect (RFC 9110, 15.4)."""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin, urlsplit

from .records import replace
from .request import NOTHING, SAFE, Prepared, with_query, without

# Never sent to another origin, whoever set them.
_SECRETS = frozenset({"authorization", "cookie", "proxy-authorization"})


def redirected(prepared: Prepared, status: int, location: str) -> Prepared | None:
    """The request that goes where an answer points to; None where none may.

    Credentials go along to the origin that they were meant for, and to no other, even
    where the answer has written a key into the URL.
    """
    try:
        url = urldefrag(urljoin(prepared.url, location)).url
        stays = origin(url) == origin(prepared.url)
    except ValueError:  # it is no URL
        return None
    if urlsplit(url).scheme not in ("http", "https"):
        return None
    if not stays and prepared.private:
        return None
    url = without(url, prepared.keys)
    if stays:
        moved = replace(prepared, url=with_query(url, prepared.keys))
    else:
        hidden = _SECRETS.union(map(str.lower, prepared.secrets))
        moved = replace(prepared, url=url, headers=_without(prepared, hidden), keys=())
    if status == 303 and prepared.method not in ("GET", "HEAD"):
        headers = _without(moved, {"content-type"})
        return replace(moved, method="GET", headers=headers, body=NOTHING)
    if status in (307, 308) or prepared.method in SAFE:
        return moved if prepared.body.replayable else None
    return None


def _without(prepared: Prepared, names: set[str] | frozenset[str]) -> dict[str, str]:
    """The headers without those of these names, which are lower case."""
    headers = prepared.headers.items()
    return {name: value for name, value in headers if name.lower() not in names}


def origin(url: str) -> tuple[str, str | None, int | None]:
    """Whom a URL belongs to (RFC 6454, 4)."""
    parts = urlsplit(url)
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    return parts.scheme, parts.hostname, parts.port or usual
