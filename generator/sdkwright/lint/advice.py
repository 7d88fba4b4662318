"""What would make a better SDK of a document: found in the IR, for `lint` alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..diagnostics import Diagnostic, Diagnostics, Severity
from ..ir.declarations import Field, Model
from ..ir.groups import needed_by
from ..ir.mentions import operation_types, webhook_types
from ..ir.nodes import Api, Operation
from ..ir.reach import reached
from ..ir.types import Anything, named_in
from ..pointer import ROOT, Pointer, child


def advise(api: Api) -> tuple[Diagnostic, ...]:
    """What could be said better in an API's document, in no order."""
    found = Diagnostics()
    _servers(api, found)
    for operation in api.operations:
        _operation(operation, found)
    _schemas(api, found)
    return tuple(found)


def _servers(api: Api, found: Diagnostics) -> None:
    if not api.servers:
        _info(
            found,
            "no-server",
            "the document names no server, so callers have to give 'base_url'",
            child(ROOT, "servers"),
            hint="name the API's URL under 'servers'",
        )
    for server in api.servers if api.auths else ():
        if server.url.startswith("http://") and not _is_local(server.url):
            _info(
                found,
                "plain-http",
                "credentials would travel to this server without encryption",
                child(server.pointer, "url"),
                hint="name it by 'https'",
            )


def _is_local(url: str) -> bool:
    host = url.removeprefix("http://").partition("/")[0].partition(":")[0]
    return host in ("localhost", "127.0.0.1", "[") or host.endswith(".localhost")


def _operation(operation: Operation, found: Diagnostics) -> None:
    at = operation.pointer
    title = f"{operation.method.upper()} {operation.path}"
    if operation.operation_id is None:
        message = f"{title} has no 'operationId': its method is named after its path"
        _info(found, "no-operation-id", message, at)
    if not (operation.doc.summary or operation.doc.description):
        message = f"{title} has no summary, so its method says nothing of itself"
        _info(found, "no-summary", message, at)
    if not operation.errors:
        message = f"{title} declares no error, so the body of one has no type"
        place = child(at, "responses")
        _info(found, "no-error-answer", message, place, hint="add '4XX' or 'default'")
    for response in operation.successes:
        for content in response.contents:
            if content.type == Anything():
                message = "nothing is known of this body: the method returns Any"
                hint = "give it a schema"
                _info(found, "untyped-answer", message, content.pointer, hint=hint)


def _schemas(api: Api, found: Diagnostics) -> None:
    types = [type_ for each in api.webhooks for type_ in webhook_types(each)]
    for operation in api.operations:
        types += operation_types(operation)
    start = (at for type_ in types for at in named_in(type_))
    used = reached(
        (*start, *_taken_apart(api)), lambda at: needed_by(api.declarations[at])
    )
    for at, each in api.declarations.items():
        if at not in used and each.origin.owner is None:
            message = f"no operation uses the schema '{each.origin.label}'"
            _info(found, "unused-schema", message, at)


def _taken_apart(api: Api) -> Iterator[Pointer]:
    """The schemas of bodies whose properties are arguments: no type names them."""
    bodies = (each.body for each in api.operations if each.body is not None)
    forms = {_places(each.fields or ()) for body in bodies for each in body.contents}
    for at, each in api.declarations.items():
        if isinstance(each, Model) and each.fields and _places(each.fields) in forms:
            yield at


def _places(fields: Iterable[Field]) -> frozenset[Pointer]:
    return frozenset(each.pointer for each in fields)


def _info(
    found: Diagnostics,
    code: str,
    message: str,
    at: Pointer,
    *,
    hint: str | None = None,
) -> None:
    found.add(
        Diagnostic(
            code=code,
            severity=Severity.INFO,
            message=message,
            at=at,
            on_key=True,
            hint=hint,
        )
    )
