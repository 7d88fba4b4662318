"""Tries what was generated, in a process of its own: compiles, imports, builds all.

    python -m corpus.trying OUTPUT PACKAGE

What is printed is JSON: `Tried`. It knows no more of the generator than a user does.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from functools import partial
from importlib import import_module
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any


@dataclass(slots=True)
class Tried:
    """What went wrong in each step; the operations and the types that are there.

    An operation is there where a method of a sync and one of an async class use it.
    """

    compiled: list[str] = field(default_factory=list[str])
    imported: list[str] = field(default_factory=list[str])
    built: list[str] = field(default_factory=list[str])
    operations: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    types: list[str] = field(default_factory=list[str])


def attempt(output: Path, package: str) -> Tried:
    """Everything that a distribution holds, tried."""
    tried = Tried()
    for path in sorted(output.rglob("*.py")):
        _try(tried.compiled, str(path.relative_to(output)), partial(_compile, path))
    source = output / "src"
    sys.path.insert(0, str(source))
    modules: list[ModuleType] = []
    for path in sorted((source / package).rglob("*.py")):
        name = _module(path.relative_to(source))
        if _try(tried.imported, name, partial(import_module, name)):
            modules.append(sys.modules[name])
    models = sys.modules.get(f"{package}.models")
    for name in getattr(models, "__all__", ()):
        if _try(tried.built, name, partial(_build, models, name)):
            tried.types.append(name)
    for module in modules:
        tried.operations += _operations(module, tried)
    return tried


def _try(failed: list[str], what: str, step: Callable[[], object]) -> bool:
    """Whether a step goes well, without as much as a warning."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            step()
    except Exception as error:
        failed.append(f"{what}: {type(error).__name__}: {error}"[:300])
        return False
    return True


def _compile(path: Path) -> None:
    compile(path.read_text(encoding="utf-8"), str(path), "exec")


def _module(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _build(module: ModuleType | None, name: str) -> None:
    _build_type(getattr(module, name))


def _build_type(type_: Any) -> None:
    """Everything that is put off until a first use, done now."""
    from pydantic import BaseModel, TypeAdapter

    if isinstance(type_, type) and issubclass(type_, BaseModel):
        type_.model_rebuild()
        assert type_.__pydantic_complete__
    adapter: TypeAdapter[Any] = TypeAdapter(type_)
    adapter.rebuild()
    assert adapter.pydantic_complete


def _build_late(type_: Callable[[], Any]) -> None:
    _build_type(type_())


def _operations(module: ModuleType, tried: Tried) -> Iterator[tuple[str, str]]:
    used = {True: set[str](), False: set[str]()}
    for each in vars(module).values():
        if isinstance(each, type) and each.__module__ == module.__name__:
            is_async = each.__name__.startswith("Async")
            for method in vars(each).values():
                if isinstance(method, FunctionType):
                    used[is_async].update(method.__code__.co_names)
    for name in sorted(used[True] & used[False]):
        operation: Any = vars(module).get(name)
        if type(operation).__name__.endswith("Operation"):
            _build_types(operation, f"{module.__name__}.{name}", tried)
            yield operation.method, operation.path


def _build_types(operation: Any, where: str, tried: Tried) -> None:
    """The types of its answers, which are named late."""
    types = [operation.returns, getattr(operation, "item", None)]
    types += [answer.type for answer in operation.answers]
    # An error in XML is an answer of its own.
    types += [getattr(each, "type", each) for each in operation.errors.values()]
    for type_ in types:
        if type_ is not None:
            _try(tried.built, where, partial(_build_late, type_))


if __name__ == "__main__":
    print(json.dumps(asdict(attempt(Path(sys.argv[1]), sys.argv[2]))))
