"""What a client takes besides its methods' arguments: variables, environments."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import Any

from ..records import dataclass
from .offers import held_class

_GETTERS = ("os.getenv", "os.environ.get", "getenv")
_ENVIRONMENT = "environment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Environments:
    """The class whose members are servers: where it is defined, their names by URL."""

    at: str
    names: Mapping[str, str]


def environment_class(made: Any, root: Any) -> Environments | None:
    """The class of the argument `environment` of a constructor, if it has one."""
    for each in made.parameters:
        if each.name != _ENVIRONMENT:
            continue
        held = held_class(each.annotation, root)
        if held is None or not held.is_class:
            continue
        urls = {
            str(member.value).strip("'\"").rstrip("/"): name
            for name, member in held.members.items()
            if member.is_attribute and "://" in str(member.value)
        }
        return Environments(at=held.path, names=urls) if urls else None
    return None


def variables_in(function: ast.FunctionDef | None) -> dict[str, str]:
    """The environment variable that stands in for an argument, by its name.

    As Fern and Stainless write it: as its default, or where it is set in the
    constructor; and as Speakeasy does in `get_security_from_env`, in a dict.
    """
    found: dict[str, str] = {}
    for name, value in () if function is None else _given(function):
        for call in ast.walk(value):
            if isinstance(call, ast.Call) and (variable := _variable(call)):
                found.setdefault(name, variable)
    return found


def _given(function: ast.FunctionDef) -> Iterator[tuple[str, ast.expr]]:
    said = function.args
    yield from zip(
        (each.arg for each in said.kwonlyargs), _some(said.kw_defaults), strict=True
    )
    late = [*said.posonlyargs, *said.args][-len(said.defaults) or None :]
    yield from zip((each.arg for each in late), said.defaults, strict=False)
    for each in ast.walk(function):
        match each:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                yield name, value
            case ast.Assign(
                targets=[ast.Subscript(slice=ast.Constant(value=str() as name))],
                value=value,
            ):
                yield name, value
            case _:
                pass


def headers_in(function: ast.FunctionDef | None) -> dict[str, str]:
    """The header that an argument of a client is sent in, by the argument's name.

    As Stainless and Fern write it in `default_headers` and `get_headers`: a dict, and
    what is set in it, of attributes that are called as the arguments are.
    """
    found: dict[str, str] = {}
    for each in ast.walk(function) if function is not None else ():
        pairs: list[tuple[ast.expr | None, ast.expr]] = []
        match each:
            case ast.Dict(keys=keys, values=values):
                pairs = [*zip(keys, values, strict=True)]
            case ast.Assign(targets=[ast.Subscript(slice=place)], value=value):
                pairs = [(place, value)]
            case _:
                pass
        for key, held in pairs:
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                for name in _own(held):
                    found.setdefault(name, key.value)
    return found


def _own(value: ast.expr) -> Iterator[str]:
    """The attributes of the client itself in a value."""
    for each in ast.walk(value):
        match each:
            case ast.Attribute(value=ast.Name(id="self"), attr=name):
                yield name.lstrip("_")
            case _:
                pass


def _some(defaults: list[ast.expr | None]) -> Iterator[ast.expr]:
    for each in defaults:
        yield ast.Constant(value=None) if each is None else each


def _variable(call: ast.Call) -> str | None:
    if ast.unparse(call.func) not in _GETTERS or not call.args:
        return None
    first = call.args[0]
    said = first.value if isinstance(first, ast.Constant) else None
    return said if isinstance(said, str) else None
