"""Why something is called as it is: by the user, the document, or the rules."""

from __future__ import annotations

from collections.abc import Mapping

from ..ir.declarations import Declaration, Field
from ..ir.nodes import Operation, Parameter, Webhook
from ..python.names.operations import operation_name
from ..python.names.table import NameTable
from ..python.names.words import attribute, identifier, pascal_case, snake_case

_PINNED = "set under 'names' in the configuration"
_WANTED = "set by an extension in the document"


def why_method(
    operation: Operation, names: NameTable, pinned: Mapping[str, str]
) -> str:
    """Why a method is called as it is."""
    name = names.operation(operation.pointer)
    if pinned.get(operation.pointer) == name:
        return _PINNED
    if operation.wanted and identifier(snake_case(operation.wanted), "call") == name:
        return _WANTED
    group = operation.group if names.grouped else ()
    id_ = operation.operation_id
    if id_ is None:
        return f"verb and path: {operation.method.upper()} {operation.path} has no id"
    if name == snake_case(id_):
        return f"the operationId '{id_}'"
    wishes = operation_name(operation, group)
    if name == wishes[0]:
        less = f", less what '{' '.join(group)}' says already" if group else ""
        return f"the operationId '{id_}'{less or ', less what a framework adds'}"
    if name.rstrip("_") == wishes[0]:
        return f"the operationId '{id_}'; the client has something else of that name"
    return f"the operationId '{id_}'; '{wishes[0]}' is taken"


def why_function(webhook: Webhook, name: str, pinned: Mapping[str, str]) -> str:
    """Why the function that reads a webhook's payload is called as it is."""
    if pinned.get(webhook.pointer) == name:
        return _PINNED
    if webhook.wanted and identifier(snake_case(webhook.wanted), "call") == name:
        return _WANTED
    plain = f"parse_{snake_case(webhook.name)}".rstrip("_")
    taken = "" if name == plain else f"; '{plain}' is taken"
    return f"the webhook's name '{webhook.name}'{taken}"


def why_class(
    each: Declaration, names: NameTable, pinned: Mapping[str, str], owner: str
) -> str:
    """Why a class is called as it is; `owner` is what it is written in place in."""
    name, label = names.declaration(each.pointer), each.origin.label
    if pascal_case(pinned.get(each.pointer, "")) == name:
        return _PINNED
    if pascal_case(each.origin.wanted or "") == name:
        return _WANTED
    if each.origin.owner is None:
        bare = identifier(pascal_case(label), "Schema", "N")
        taken = "" if name == bare else f"; '{bare}' is taken"
        return f"the schema's key '{label}'{taken}"
    if label == "input":
        return f"what is sent of {owner}, whose answers have other properties"
    return f"written in place: after {owner}, where it is '{label}'"


def why_argument(
    name: str, each: Parameter | Field, pinned: Mapping[str, str], what: str
) -> str:
    """Why an argument or an attribute is called as it is."""
    if pinned.get(each.pointer) == name:
        return _PINNED
    if each.wanted and attribute(each.wanted) == name:
        return _WANTED
    plain = attribute(each.name)
    if name == plain:
        return f"{what} '{each.name}'"
    return f"{what} '{each.name}'; '{plain}' is taken"
