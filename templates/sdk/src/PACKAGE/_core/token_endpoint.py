"""Where access tokens come from: requests to it, and what its answers say."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus, urlencode, urljoin, urlsplit

from .answer import Received
from .auth import Held, checked
from .body import Content
from .errors import CredentialError, phrase
from .narrow import is_dict
from .request import Prepared

if TYPE_CHECKING:
    from .engine import Call

# RFC 6749, 5.2. Other words are not passed on: a server may say anything.
_CODES = (
    "invalid_request",
    "invalid_client",
    "invalid_grant",
    "unauthorized_client",
    "unsupported_grant_type",
    "invalid_scope",
)
# Whose cause may be that the server does not read the header with the secret.
_UNREAD = (None, "invalid_request", "invalid_client")
_FORM = "application/x-www-form-urlencoded"


class TokenEndpoint:
    """The endpoint of a scheme; `held` is what the client was given for that.

    `discovery` is where an OpenID provider says its endpoint (OpenID Connect
    Discovery 1.0, 4).
    """

    __slots__ = ("_discovery", "_found", "_held", "_in_form")

    def __init__(self, held: Held, discovery: str | None) -> None:
        self._held = held
        self._discovery = discovery
        self._found: str | None = None
        self._in_form = False

    async def granted(
        self, call: Call, url: str | None, form: Mapping[str, str]
    ) -> Mapping[str, Any]:
        """The answer to a request for a token; there is one in it.

        Raises:
            CredentialError: There is none.
        """
        endpoint = await self._endpoint(call, url)
        request = await self._request(call, endpoint, form, self._in_form)
        answer = await call.send(request)
        if self._unread(request, answer):
            again = await self._request(call, endpoint, form, True)
            other = await call.send(again)
            if other.status == 200:
                self._in_form, answer = True, other
        value = self._value(answer, request)
        if checked(self._held.name, value.get("access_token", "")):
            return value
        raise self._failed("there is no token in the answer", request, answer.status)

    def _unread(self, request: Prepared, answer: Received) -> bool:
        """Whether the secret may count in the form: RFC 6749, 2.3.1 has both ways."""
        refused = answer.status in (400, 401) and _code(answer) in _UNREAD
        return refused and "Authorization" in request.headers

    async def _endpoint(self, call: Call, url: str | None) -> str:
        """The user's, the document's, or what the provider says."""
        own, base = self._held.given.get("token_url"), call.settings.base_url + "/"
        if isinstance(own, str):
            return urljoin(base, own)
        if url is not None:
            return urljoin(base, url)
        if self._found is None:
            source = urljoin(base, self._discovery or "")
            request = _private(call, "GET", source)
            answer = await call.send(request)
            found = self._value(answer, request).get("token_endpoint")
            if not isinstance(found, str) or not _as_safe(found, source):
                raise self._failed("no endpoint is named", request, answer.status)
            self._found = found
        return self._found

    async def _request(
        self, call: Call, endpoint: str, form: Mapping[str, str], in_form: bool
    ) -> Prepared:
        """A request for a token. Who the client is stands in a header or the form."""
        client, held = dict[str, str](), self._held
        for part in ("client_id", "client_secret"):
            if part in held.given:
                client[part] = await held.asked(call, part, held.given[part])
        if in_form or "client_secret" not in client:
            return _private(call, "POST", endpoint, {**form, **client})
        parts = (client.get("client_id", ""), client["client_secret"])
        pair = b64encode(":".join(map(quote_plus, parts)).encode()).decode()
        return _private(call, "POST", endpoint, form, f"Basic {pair}")

    def _value(self, answer: Received, request: Prepared) -> Mapping[str, Any]:
        if answer.status == 200:
            return _object(answer)
        code, status = _code(answer), answer.status
        why = f"{status} {phrase(status)}{f', {code}' if code else ''}"
        raise self._failed(why, request, status, code)

    def _failed(
        self, why: str, request: Prepared, status: int, code: str | None = None
    ) -> CredentialError:
        """An error without what the server says: the secret may be in it."""
        reason = f"no token for {self._held.name}: {why}: {request.call}"
        return CredentialError(reason, status, code)


def _private(
    call: Call,
    method: str,
    url: str,
    form: Mapping[str, str] | None = None,
    authorization: str | None = None,
) -> Prepared:
    """A request that may be sent again, and never to another origin."""
    headers = {"User-Agent": call.settings.api.user_agent, "Accept": "application/json"}
    if authorization is not None:
        headers["Authorization"] = authorization
    if form is None:
        return Prepared(method=method, url=url, headers=headers, private=True)
    headers["Content-Type"] = _FORM
    body = Content(media_type=_FORM, content=urlencode(form).encode())
    return Prepared(method=method, url=url, headers=headers, body=body, private=True)


def _object(answer: Received) -> Mapping[str, Any]:
    """The JSON object that an answer holds; one that is empty where it holds none."""
    try:
        value: object = json.loads(answer.content)
    except ValueError:
        return {}
    return value if is_dict(value) else {}


def _code(answer: Received) -> str | None:
    """Why a request was refused, in one of the words of RFC 6749."""
    code = _object(answer).get("error")
    return code if code in _CODES else None


def _as_safe(url: str, source: str) -> bool:
    """Whether a URL is no less safe than the one that names it."""
    return urlsplit(url).scheme in ("https", urlsplit(source).scheme)
