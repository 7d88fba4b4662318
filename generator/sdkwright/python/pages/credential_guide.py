"""What a guide says of an API's credentials: only what this API has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...config import Target
from ...ir import nodes
from ...ir.nodes import AuthKind, Grant
from ..clients.views import Lines
from ..names.credentials import credential_parts
from ..names.table import NameTable
from ..text.docstrings import prose_lines
from ..text.markdown import code

_WIDTH = 90


def credential_guide(api: nodes.Api, names: NameTable, target: Target) -> Lines:
    """Paragraphs of Markdown, laid out; none where nobody is asked who calls."""
    if not api.auths:
        return ()
    paragraphs = (_always(api, names), *_others(api, names, target))
    lines: list[str] = []
    for each in paragraphs:
        lines += ["", *prose_lines(each, _WIDTH)]
    if any(auth.kind is AuthKind.MUTUAL_TLS for auth in api.auths.values()):
        lines += ["", *_certificate(names, target)]
    return tuple(lines[1:])


def _always(api: nodes.Api, names: NameTable) -> str:
    arguments = dict.fromkeys(
        name
        for auth in api.auths.values()
        for part, name in _arguments(auth, names)
        if part != "token_url"
    )
    fetches = any(auth.fetches for auth in api.auths.values())
    where = "its token endpoint and the API" if fetches else "the API"
    return (
        f"The client is given {_listed(arguments, 'or')}. Only operations that "
        f"ask for such credentials send them, and only to the origin of {where}. No "
        "error, no log and no `repr` shows them. Where one is missing, a "
        "`MissingCredentialError` comes before anything is sent."
    )


def _arguments(auth: nodes.Auth, names: NameTable) -> Iterator[tuple[str, str]]:
    parts = ("",) if auth.kind.by_http_client else credential_parts(auth)
    yield from zip(parts, names.credential(auth.name), strict=True)


def _others(api: nodes.Api, names: NameTable, target: Target) -> Iterator[str]:
    given = [auth for auth in api.auths.values() if not auth.kind.by_http_client]
    if given and target.credentials == "callables":
        secret = names.credential(given[0].name)[-1 if _is_basic(given[0]) else 0]
        yield (
            f"Instead of a text, {code(secret)} can be a function that gives one, as "
            "any secret can. It is called whenever a call needs it; an async client "
            "takes async functions, too."
        )
    for auth in given:
        if auth.fetches:
            yield _fetched(auth, names)
    variables = [
        f"{code(variable)} for {code(_argument(auth, part, names))}"
        for auth in given
        for part, variable in names.env_of(auth.name).items()
    ]
    if variables:
        yield (
            "What is not given is read from the environment: "
            f"{_listed(variables, 'and', quoted=False)}."
        )


def _certificate(names: NameTable, target: Target) -> Lines:
    """How a client certificate is given, as code."""
    library, name = target.http_library, names.client_class
    return (
        "A client certificate (mutual TLS) is set on an HTTP client of your own:",
        "",
        "```python",
        "import ssl",
        "",
        f"import {library}",
        f"from {names.package} import {name}",
        "",
        "certificate = ssl.create_default_context()",
        'certificate.load_cert_chain("client.pem", "client.key")',
        f"with {library}.Client(verify=certificate) as http:",
        f"    client = {name}(httpx_client=http)",
        "```",
        "",
        f"An async client takes `{library}.AsyncClient(verify=certificate)`.",
    )


def _fetched(auth: nodes.Auth, names: NameTable) -> str:
    ways: list[tuple[str, ...]] = []
    if Grant.CLIENT_CREDENTIALS in auth.grants or auth.discovery:
        ways.append(("client_id", "client_secret"))
    if Grant.PASSWORD in auth.grants:
        ways.append(("username", "password"))
    if Grant.REFRESH in auth.grants:
        ways.append(("refresh_token",))
    token = _argument(auth, "token", names)
    several = ", or with ".join(
        _listed((_argument(auth, part, names) for part in way), "and") for way in ways
    )
    return (
        f"With {several}, the client fetches access tokens by itself. It keeps them, "
        "renews them before they end, once for all callers, and replaces one that is "
        f"refused. {code(token)} is for one that you have."
    )


def _is_basic(auth: nodes.Auth) -> bool:
    return auth.kind is AuthKind.BASIC


def _argument(auth: nodes.Auth, part: str, names: NameTable) -> str:
    return names.credential(auth.name)[credential_parts(auth).index(part)]


def _listed(texts: Iterable[str], last: str, *, quoted: bool = True) -> str:
    *others, end = [code(text) if quoted else text for text in texts]
    return f"{', '.join(others)} {last} {end}" if others else end
