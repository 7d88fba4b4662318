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
    "events.py",
    "files.py",
    "facades.py",
    "formats.py",
    "hooks.py",
    "http.py",
    "model.py",
    "narrow.py",
    "observe.py",
    "omit.py",
    "operation.py",
    "plain.py",
    "reading.py",
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

# What only some APIs need, by what they have.
_OPTIONAL: dict[str, tuple[str, ...]] = {
    "grouped": ("resource.py",),
    "called": ("payload.py",),
    "signed": ("signatures.py",),
    "fetches": ("oauth.py", "token_endpoint.py"),
    "in_query": ("query_keys.py",),
    "checked": ("rules.py",),
    "paged": ("pages.py", "paging.py"),
}


def runtime_files(**needs: bool) -> tuple[str, ...]:
    """The names of the files in `_core/`, sorted.

    Besides those that every SDK has they are for clients that are `grouped` in
    resources, APIs whose webhooks are `called` and `signed`, that let a client fetch
    tokens or take a key `in_query`, requests that are `checked`, and `paged` answers.
    """
    optional = (
        file for need, several in _OPTIONAL.items() if needs[need] for file in several
    )
    return tuple(sorted((*_ALWAYS, *optional)))
