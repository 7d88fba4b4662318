"""The page on authentication: each scheme, and which calls ask for what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...ir import nodes
from ...ir.nodes import Auth, AuthKind, Grant
from ..names.credentials import credential_parts
from ..names.table import NameTable
from ..operations.sending import asked
from ..text.markdown import block, code, plain
from ..views import MethodView, OptionView, SdkView
from .brief import anchor
from .options import shared_item
from .reference import page_path
from .views import AuthenticationView, SchemeView

# More calls than these are counted, and not listed.
_FEW = 8
_KINDS = {
    AuthKind.BASIC: "HTTP Basic: a username and a password.",
    AuthKind.BEARER: "A bearer token, sent in the header `Authorization`.",
    AuthKind.OAUTH2: "OAuth 2: an access token, sent in the header `Authorization`.",
    AuthKind.OPEN_ID_CONNECT: "OpenID Connect: an access token, sent in the header "
    "`Authorization`.",
    AuthKind.MUTUAL_TLS: "Mutual TLS: a client certificate, which is set on an HTTP "
    "client of your own.",
    AuthKind.CHALLENGE: "An answer to what the server asks, which an HTTP client of "
    "your own gives: by its `auth`.",
}
_PLACES = {
    "header": "in the header {}",
    "query": "as the parameter {} of the query",
    "cookie": "in the cookie {}",
}
_GRANTS = {
    Grant.CLIENT_CREDENTIALS: "for a client's id and secret",
    Grant.PASSWORD: "for a user's name and password",
    Grant.REFRESH: "for a refresh token",
}


def authentication_view(
    api: nodes.Api, names: NameTable, sdk: SdkView
) -> AuthenticationView | None:
    """What the page says; None where nobody is asked who calls."""
    if not api.auths:
        return None
    options = {option.name: option for option in sdk.client.options}
    return AuthenticationView(
        schemes=tuple(_scheme(each, names, options) for each in api.auths.values()),
        asked=tuple(_asked(api.auths, names, sdk)),
    )


def _scheme(
    auth: Auth, names: NameTable, options: Mapping[str, OptionView]
) -> SchemeView:
    several = () if auth.kind.by_http_client else credential_parts(auth)
    arguments = zip(several, names.credential(auth.name), strict=False)
    env = names.env_of(auth.name)
    return SchemeView(
        heading=plain(auth.name),
        told=" ".join((_kind(auth), *_endpoints(auth))),
        description=block(auth.doc.description or ""),
        deprecated=auth.doc.deprecated,
        arguments=tuple(
            _argument(
                options[name], part, env.get(part), told=bool(auth.doc.description)
            )
            for part, name in arguments
        ),
    )


def _kind(auth: Auth) -> str:
    if auth.kind is AuthKind.API_KEY and auth.place is not None:
        where = _PLACES[auth.place.value].format(code(auth.parameter or ""))
        return f"An API key, sent {where}."
    if auth.kind is AuthKind.HTTP:
        scheme = code(auth.scheme or "")
        return f"Credentials of the scheme {scheme}, in the header `Authorization`."
    return _KINDS[auth.kind]


def _endpoints(auth: Auth) -> Iterator[str]:
    for grant, url in auth.grants.items():
        yield f"Tokens are fetched {_GRANTS[grant]} from {code(url)}."
    if auth.discovery:
        yield f"Its endpoints are told by {code(auth.discovery)}."


def _argument(
    option: OptionView, part: str, variable: str | None, *, told: bool
) -> str:
    """An argument; what the scheme's description has `told` is not said again."""
    if part or not told:
        return shared_item(option)
    end = f" By default what {code(variable)} holds." if variable else ""
    return f"`{option.name}` - `{option.annotation}`.{end}"


def _asked(auths: Mapping[str, Auth], names: NameTable, sdk: SdkView) -> Iterator[str]:
    """For each kind of demand the calls that make it: list items."""
    several: dict[str, list[str]] = {}
    for module in sdk.modules:
        page = page_path(module, sdk)
        for method in module.methods:
            link = f"[`{module.access}.{method.name}`]({page}#{anchor(module, method)})"
            several.setdefault(_demand(method, auths, names), []).append(link)
    for demand, links in several.items():
        count = f"{len(links)} calls" if len(links) > _FEW else ", ".join(links)
        yield f"{demand}: {count}."


def _demand(method: MethodView, auths: Mapping[str, Auth], names: NameTable) -> str:
    demand = asked(method.security, auths, names)
    if not demand:
        return "Nothing"
    return demand if all(method.security) else f"If there is one, {demand}"
