"""Names of the client: methods, functions for webhooks, servers."""

from __future__ import annotations

from collections.abc import Mapping

from ...config import Target
from ...diagnostics import Diagnostics
from ...ir import nodes
from ...pointer import Pointer
from ...prose import question
from . import reserved
from .operations import operation_name
from .resources import ResourceNames
from .settle import Claim, Memory, numbered, settle
from .words import (
    attribute,
    constant_case,
    identifier,
    snake_case,
)


def method_names(
    api: nodes.Api,
    target: Target,
    resources: Mapping[tuple[str, ...], ResourceNames],
    found: Diagnostics,
    memory: Memory,
) -> dict[Pointer, str]:
    """Names of methods, unique on the client and on each of its resources."""
    scopes: dict[tuple[str, ...], list[nodes.Operation]] = {}
    for operation in api.operations:
        group = operation.group if resources else ()
        scopes.setdefault(group, []).append(operation)
    attributes: dict[tuple[str, ...], list[str]] = {}
    for path, named in resources.items():
        attributes.setdefault(path[:-1], []).append(named.attribute)
    settled: dict[Pointer, str] = {}
    for group, several in scopes.items():
        claims: list[Claim] = []
        for operation in several:
            pinned = target.names.get(operation.pointer) or _wanted(operation)
            wishes = operation_name(operation, group)
            if not group and wishes[0] in reserved.CLIENT:
                wishes = (f"{wishes[0]}_", *wishes[1:])
            claims.append(
                (operation.pointer, (*((pinned,) if pinned else ()), *wishes))
            )
        taken = set(reserved.RESOURCE if group else reserved.CLIENT)
        taken.update(attributes.get(group, ()))
        warn = numbered(found, "method name")
        settled |= settle(claims, taken, warn, memory, lasting=True)
    return settled


def webhook_names(
    api: nodes.Api, target: Target, found: Diagnostics, memory: Memory
) -> dict[Pointer, str]:
    """Functions that read payloads: `parse_new_pet`."""
    claims: list[Claim] = []
    for each in api.webhooks:
        pinned = target.names.get(each.pointer) or _wanted(each)
        plain = f"parse_{snake_case(each.name)}".rstrip("_")
        claims.append((each.pointer, (*((pinned,) if pinned else ()), plain)))
    warn = numbered(found, "function name")
    return settle(claims, {"models", "payload", "verify"}, warn, memory, lasting=True)


def _wanted(each: nodes.Operation | nodes.Webhook) -> str | None:
    """The name that the document asks for, which may be any text."""
    name = snake_case(each.wanted or "")
    return identifier(name, "call") if name else None


def variable_names(
    api: nodes.Api, credentials: Mapping[str, tuple[str, ...]]
) -> dict[str, str]:
    """Arguments for the variables of the servers' URLs."""
    several = {each.name for server in api.servers for each in server.variables}
    taken = {name for names in credentials.values() for name in names}
    claims = (
        (Pointer(name), (attribute(name), f"server_{attribute(name)}"))
        for name in sorted(several)
    )
    names = settle(claims, taken | reserved.OPTIONS, lambda at, name: None)
    return {str(at): name for at, name in names.items()}


def environment_names(api: nodes.Api, pinned: Mapping[str, str]) -> dict[Pointer, str]:
    """Members of the enum of environments; a server that stands alone is `DEFAULT`."""
    labels = [pinned.get(each.pointer) or each.label for each in api.servers]
    if len(api.servers) == 1 and not labels[0]:
        return {api.servers[0].pointer: "DEFAULT"}
    claims: list[Claim] = []
    for index, (server, wanted) in enumerate(zip(api.servers, labels, strict=True)):
        label = wanted or _short(server.doc.description)
        host = server.url.partition("//")[2].partition("/")[0] or "relative"
        first = constant_case(label) if label else "DEFAULT" if index == 0 else ""
        wishes = [
            identifier(text, "SERVER", "N")
            for text in (first, constant_case(host))
            if text
        ]
        claims.append((server.pointer, tuple(wishes)))
    return settle(claims, (), lambda at, name: None)


@question
def _short(description: str) -> str | None:
    text = description.strip().rstrip(".")
    return text if text and len(text.split()) <= 3 else None
