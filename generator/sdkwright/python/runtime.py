"""Which files of the runtime an API needs: what it has no use for is left out."""

from __future__ import annotations

_ALWAYS = (
    "__init__.py",
    "answer.py",
    "api.py",
    "async_engine.py",
    "auth.py",
    "body.py",
    "caller.py",
    "client.py",
    "connection.py",
    "engine.py",
    "enums.py",
    "errors.py",
    "files.py",
    "facades.py",
    "hooks.py",
    "http.py",
    "model.py",
    "narrow.py",
    "observe.py",
    "omit.py",
    "operation.py",
    "plain.py",
    "request.py",
    "responses.py",
    "retry.py",
    "signing.py",
    "steps.py",
    "stream.py",
    "strict.py",
    "styles.py",
    "sync_engine.py",
    "unions.py",
)


def runtime_files(
    *,
    grouped: bool,
    called: bool,
    signed: bool,
    fetches: bool,
    checked: bool,
    paged: bool,
) -> tuple[str, ...]:
    """The names of the files in `_core/`, sorted.

    Resources need one of their own, and so do webhooks, their signatures, tokens
    that are fetched, requests that are checked, and pages.
    """
    resource = ("resource.py",) if grouped else ()
    payload = ("payload.py",) if called else ()
    signatures = ("signatures.py",) if signed else ()
    oauth = ("oauth.py", "token_endpoint.py") if fetches else ()
    rules = ("rules.py",) if checked else ()
    pages = ("pages.py", "paging.py") if paged else ()
    return tuple(
        sorted((*_ALWAYS, *resource, *payload, *signatures, *oauth, *rules, *pages))
    )
