"""Which request a method of somebody's SDK sends: read in its body, never run.

SDKs are made by a few generators, and each has few ways to say verb and path: a method
of the client called like the verb (Stainless), or any call that is given `method` and a
path (Fern, Speakeasy, OpenAPI Generator). A method without one may hand over to
another method, of its class or of a helper.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping

from ..records import dataclass

_VERBS = ("get", "post", "put", "patch", "delete", "head", "options", "trace")
_PATHS = ("path", "resource_path", "url")
_PARAMETER = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A request: its verb, its path with `{}` for what varies, and its names.

    `wires` has the wire name of each parameter of the method that has one there;
    `inside` are the parameters in the path, in their order.
    """

    verb: str
    path: str
    inside: tuple[str, ...] = ()
    wires: Mapping[str, str] | None = None


def request_of(function: ast.FunctionDef) -> Sent | None:
    """The first request that a function sends by itself."""
    names = {each.arg for each in _arguments(function)}
    for call in _calls(function):
        found = _request(call)
        if found is not None:
            verb, path = found
            text, inside = _path(path, names)
            return Sent(
                verb=verb, path=text, inside=inside, wires=_wires(function, names)
            )
    return None


def handed_to(function: ast.FunctionDef) -> Iterator[tuple[str | None, str]]:
    """Methods that a function calls: of `self`, or of what an attribute of it holds.

    As (attribute, method); without an attribute it is a method of the same class.
    """
    for call in _calls(function):
        match call.func:
            case ast.Attribute(value=ast.Name(id="self"), attr=method):
                yield None, method
            case ast.Attribute(
                value=ast.Attribute(value=ast.Name(id="self"), attr=holder), attr=method
            ):
                yield holder, method
            case _:
                pass


def wires_of(function: ast.FunctionDef) -> Mapping[str, str]:
    """The wire names of a function's parameters, as its dicts have them."""
    return _wires(function, {each.arg for each in _arguments(function)})


def _arguments(function: ast.FunctionDef) -> list[ast.arg]:
    said = function.args
    return [*said.posonlyargs, *said.args, *said.kwonlyargs]


def _calls(function: ast.FunctionDef) -> Iterator[ast.Call]:
    """The calls in a function, as they are written."""
    several = (each for each in ast.walk(function) if isinstance(each, ast.Call))
    yield from sorted(several, key=lambda each: (each.lineno, each.col_offset))


def _request(call: ast.Call) -> tuple[str, ast.expr] | None:
    given = {each.arg: each.value for each in call.keywords if each.arg}
    verb, path = _word(given.get("method")), None
    for name in _PATHS:
        path = path or given.get(name)
    path = path or (call.args[0] if call.args else None)
    match call.func:
        case ast.Attribute(value=ast.Name(id="self"), attr=name) if name[:1] == "_":
            said = name[1:].partition("_")[0]
            verb = verb or (said if said in _VERBS else "")
        case _:
            pass
    if verb not in _VERBS or path is None or not _is_path(path):
        return None
    return verb, path


def _word(value: ast.expr | None) -> str:
    said = value.value if isinstance(value, ast.Constant) else None
    return said.lower() if isinstance(said, str) else ""


def _is_path(value: ast.expr) -> bool:
    match value:
        case ast.Constant(value=str()) | ast.JoinedStr():
            return True
        case ast.Call(args=[ast.Constant(value=str()), *_]):
            return True
        case _:
            return False


def _path(value: ast.expr, names: set[str]) -> tuple[str, tuple[str, ...]]:
    """A path with `{}` for each parameter, and the parameters of the method in it."""
    inside: list[str] = []
    match value:
        case ast.JoinedStr(values=parts):
            text = ""
            for part in parts:
                if isinstance(part, ast.Constant):
                    text += str(part.value)
                else:
                    text += "{}"
                    inside += _first(part, names)
        case ast.Call(args=[ast.Constant(value=said), *_], keywords=given):
            text = str(said)
            by_name = {each.arg: each.value for each in given}
            for name in re.findall(r"\{([^{}]*)\}", text):
                inside += _first(by_name.get(name), names) or [name]
        case ast.Constant(value=said):
            text = str(said)
            inside += [name for name in re.findall(r"\{([^{}]*)\}", text) if name]
        case _:
            text = ""
    return plain(text), tuple(inside)


def plain(path: str) -> str:
    """A path as two documents would write the same one."""
    return "/" + _PARAMETER.sub("{}", path.partition("?")[0]).strip("/")


def _first(value: ast.AST | None, names: set[str]) -> list[str]:
    """The parameter that a value is made of, if it is one of the method's."""
    for each in ast.walk(value) if value is not None else ():
        if isinstance(each, ast.Name) and each.id in names:
            return [each.id]
    return []


def _wires(function: ast.FunctionDef, names: set[str]) -> dict[str, str]:
    """The key under which each parameter stands in a dict of the function."""
    found: dict[str, str] = {}
    for each in ast.walk(function):
        if isinstance(each, ast.Dict):
            for key, value in zip(each.keys, each.values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    for name in _first(value, names):
                        found.setdefault(name, key.value)
    return found
