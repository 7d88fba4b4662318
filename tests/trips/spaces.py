"""Annotations of generated functions, with what only type checkers import."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from copy import copy
from types import ModuleType, SimpleNamespace
from typing import Annotated, Any, ForwardRef, get_args

from pydantic import PlainValidator

# A dict's type is taken for its model's: values are drawn as models. So is the type of
# several values, which is written as text. A model may have such a name, too.
_TWIN = re.compile(r"(Params(Dict)*|Value(Literal)*)$")
# Of what can be given as a file, its bytes are drawn: those of a text, and no base64.
_OCTETS = Annotated[bytes, PlainValidator(lambda each: str.encode(each))]
_FILES = SimpleNamespace(File=_OCTETS, Bytes=_OCTETS)
_SPACES: dict[str, dict[str, Any]] = {}


def spelled_out(function: Any) -> dict[str, Any]:
    """The annotations of a function, with what its module imports for checkers."""
    module = sys.modules[function.__module__]
    if module.__name__ not in _SPACES or _SPACES[module.__name__]["__m"] is not module:
        _SPACES[module.__name__] = {**_namespace(module), "__m": module}
    space = _SPACES[module.__name__]
    return {
        name: eval(written, space) if isinstance(written, str) else written
        for name, written in function.__annotations__.items()
    }


def _namespace(module: ModuleType) -> dict[str, Any]:
    space = dict(vars(module))
    tree = ast.parse(inspect.getsource(module))
    for node in tree.body:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            for each in _imports(node):
                code = compile(ast.Module([each], []), module.__name__, "exec")
                with suppress(ImportError):  # what only checkers have
                    exec(code, space)
    models = space.get("models")
    twins = [each for each in space if _TWIN.search(each)]
    for name in [each for each in twins if not hasattr(models, each)]:
        if any(not isinstance(each, ForwardRef) for each in get_args(space[name])):
            continue  # the values of an enum
        space[name] = space.get(_TWIN.sub("", name), space[name])
    return {**space, "_files": _FILES}


def _imports(block: ast.If) -> Iterator[ast.stmt]:
    """The imports of a block, one name at a time."""
    for each in block.body:
        if isinstance(each, ast.Import | ast.ImportFrom):
            for name in each.names:
                made = copy(each)
                made.names = [name]
                yield made
