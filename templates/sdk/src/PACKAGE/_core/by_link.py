"""Pages whose URL stands in the page before, or in its headers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import KW_ONLY
from typing import Any
from urllib.parse import urljoin

from .errors import InvalidRequestError
from .operation import Operation
from .pages import Way, get
from .paging import Came, Style, is_nothing
from .records import dataclass, replace
from .request import Prepared, with_query
from .retry import origin, redirected

_LINK = re.compile(r'<([^<>]*)>((?:[^,"]|"[^"]*")*)')
_REL_NEXT = re.compile(r';\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next\b)', re.I)


@dataclass(frozen=True, slots=True)
class ByLink(Style):
    """The answer has the URL of the next page: `next`, else its `Link` (RFC 8288).

    `at` is that of the page which is asked for, where it is not the first.
    """

    _: KW_ONLY
    at: str | None = None

    def after(self, page: object, came: Came, way: Way) -> object:
        link = _linked(came.headers) if self.next is None else get(page, self.next)
        return None if is_nothing(link) else urljoin(came.url, str(link))

    def asked(self, came: Came) -> object:
        return came.url

    def asking(self, came: Came, what: object) -> tuple[Operation[Any], list[object]]:
        pages = replace(self, at=str(what))
        return replace(came.operation, pages=pages), list(came.values)

    def aimed(self, request: Prepared) -> Prepared:
        return request if self.at is None else following(request, self.at)


def following(request: Prepared, url: str) -> Prepared:
    """The request for the page at a URL, which an answer gave.

    It is treated as a redirect: credentials go to their own origin only.
    """
    moved = redirected(request, 303, url)
    if moved is None:
        raise InvalidRequestError(f"the next page cannot be had from {url!r}")
    if origin(moved.url) != origin(request.url):
        return replace(moved, security=())
    query = moved.url.partition("?")[2]
    given = {each.partition("=")[0] for each in query.split("&")}
    lacking = (each for each in request.standing if each.partition("=")[0] not in given)
    return replace(moved, url=with_query(moved.url, lacking))


def _linked(headers: Mapping[str, str]) -> str | None:
    """The target of the header `Link` whose relation is `next` (RFC 8288, 3)."""
    links = _LINK.finditer(headers.get("link", ""))
    return next((each[1] for each in links if _REL_NEXT.search(each[2])), None)
