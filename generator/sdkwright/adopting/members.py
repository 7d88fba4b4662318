"""Parts of a package as griffe has them: what they are, and what their text says."""

from __future__ import annotations

import ast
import re
from collections.abc import Container, Iterator
from typing import Any

_PROPERTY = re.compile(r"property\b")
# Parameters that every method of a generator's SDKs has.
_USUAL = (
    *("self", "request_options", "extra_headers", "extra_query", "extra_body"),
    *("timeout", "retries", "server_url", "timeout_ms", "http_headers"),
    *("accept_header_override", "_request_timeout", "_request_auth"),
    *("_content_type", "_headers", "_host_index"),
)


def is_class(each: Any) -> bool:
    found = target(each)
    return found is not None and bool(found.is_class)


def target(each: Any) -> Any:
    """What an alias leads to; None where that is outside of the package."""
    try:
        return each.final_target if each.is_alias else each
    except Exception:
        return None


def maker(client: Any) -> Any:
    members = client.all_members
    return target(members["__init__"]) if "__init__" in members else None


def arguments(function: Any, less: Container[str] = _USUAL) -> tuple[str, ...]:
    """The parameters of a function, less those that every method has."""
    return tuple(
        each.name
        for each in function.parameters
        if each.name not in less and "var" not in str(each.kind)
    )


def settings(made: Any) -> tuple[str, ...]:
    """The parameters of a constructor."""
    return arguments(made, less=("self",))


def by_place(function: Any) -> frozenset[str]:
    """The parameters of a function that can be given by their place."""
    return frozenset(
        each.name
        for each in function.parameters
        if each.name not in _USUAL and "positional" in str(each.kind)
    )


def is_twin(name: str, owner: Any) -> bool:
    """Whether a method is the asynchronous one of two: `get_async` beside `get`."""
    plain = name.removesuffix("_async")
    return plain != name and plain in owner.all_members


def is_property(member: Any) -> bool:
    """Whether it is one, by whatever decorator: SDKs have cached ones of their own."""
    told = (str(each.value) for each in member.decorators)
    return "property" in member.labels or any(map(_PROPERTY.search, told))


def words(expression: Any) -> list[str]:
    """The names in an annotation, the outermost last; a text is an annotation, too."""
    if expression is None:
        return []
    try:
        tree = ast.parse(str(expression).strip("'\""), mode="eval")
    except SyntaxError:
        return []
    found = [ast.unparse(each) for each in ast.walk(tree) if _is_name(each)]
    return list(dict.fromkeys(found))


def _is_name(each: ast.AST) -> bool:
    return isinstance(each, ast.Name | ast.Attribute)


def imported(word: str, function: ast.FunctionDef | None, scope: Any) -> Iterator[str]:
    """Where a name is from that a function imports by itself."""
    for each in ast.walk(function) if function is not None else ():
        if not isinstance(each, ast.ImportFrom):
            continue
        for name in each.names:
            if (name.asname or name.name) == word:
                yield f"{_module(each, scope)}.{name.name}"


def _module(node: ast.ImportFrom, scope: Any) -> str:
    """The absolute name of the module that a relative import names."""
    if not node.level:
        return node.module or ""
    module = scope.module
    parts = module.path.split(".")
    keep = len(parts) - node.level + (1 if module.is_init_module else 0)
    return ".".join([*parts[:keep], *filter(None, [node.module])])
