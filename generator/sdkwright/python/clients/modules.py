"""A client module: its operations as methods, and what it has to import."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...config import Target
from ...ir import nodes
from ..names.table import NameTable
from ..names.twins import argument_types
from ..operations.bodies import body_imports
from ..operations.choices import contents_of
from ..operations.constants import cut_of, runtime_types
from ..operations.delegates import delegate_imports
from ..operations.facades import OVERLOADS, facade_name, facades_of
from ..operations.facades import RUNTIME as FACADES
from ..operations.methods import Surroundings, method_view
from ..operations.paging import page_imports, returned
from ..operations.programs import Program
from ..text.annotations import accepted, annotate, expression
from ..text.docstrings import docstring
from ..text.imports import Import, render_imports
from ..text.layout import STEP, Group, lay_out
from ..text.literals import literal
from ..views import ClassView, Lines, MethodView, ModuleView

# Names that annotations use and that a method of the class may take over.
_BUILTINS = frozenset(
    {"bool", "bytes", "dict", "float", "int", "list", "object", "str", "tuple", "type"}
)
_OPERATION = "._core.operation"
_ANSWERS = re.compile(r"\b(XmlAnswer|Answer)\(")
_HOMES = {"Answer": "._core.answer", "XmlAnswer": "._core.xml"}


def module_view(
    operations: tuple[nodes.Operation, ...],
    api: nodes.Api,
    names: NameTable,
    program: Program,
    classes: ClassView,
    *,
    name: str,
    path: str,
    title: str,
    runtime: frozenset[Import],
    typing: frozenset[Import],
    target: Target,
    resources: Sequence[ModuleView] = (),
) -> ModuleView:
    """The module of these operations, and of the `resources` that it leads to.

    `path` is the file's below the package. `runtime` is what its classes import
    besides what the methods need, `typing` the same for type checkers alone.
    """
    called = frozenset(names.operation(each.pointer) for each in operations)
    called |= {each.attribute for each in resources}
    around = Surroundings(
        api=api,
        names=names,
        shadowed=called & _BUILTINS,
        program=program,
        target=target,
    )
    methods = tuple(method_view(each, around) for each in operations)
    runtime |= _runtime_imports(operations, methods, names)
    typing |= _typing_imports(operations, names, around.shadowed) | {FACADES}
    typing |= _resource_imports(resources)
    if any(each.variants for each in methods):
        typing |= {OVERLOADS}
    if resources:
        runtime |= {Import("functools", "cached_property")}
    typing -= runtime
    runtime |= {Import("typing", "TYPE_CHECKING")}
    facade, async_facade = facades_of(
        classes, methods, [(each.attribute, each.classes) for each in resources]
    )
    depth = path.count("/") + 1
    return ModuleView(
        name=name,
        path=path,
        title=title,
        access=program.access,
        attribute=program.access.rpartition(".")[2],
        docstring=docstring(f"{title}.", 0),
        imports=render_imports(runtime, depth=depth),
        type_imports=render_imports(typing, depth=depth, indent="    "),
        classes=classes,
        methods=methods,
        resources=tuple(resources),
        properties=(
            _properties(resources, depth, is_async=False),
            _properties(resources, depth, is_async=True),
        ),
        facade=facade,
        async_facade=async_facade,
        exports=exports(sorted((classes.name, classes.async_name))),
        wire_imports=_wire_imports(methods, names),
    )


def _properties(
    resources: Sequence[ModuleView], depth: int, *, is_async: bool
) -> Lines:
    """The properties of a class that lead to resources, each with a line before it."""
    lines: list[str] = []
    for each in resources:
        name = each.classes.async_name if is_async else each.classes.name
        near = depth > 1
        home = Import(each.name if near else f".resources.{each.name}", name, near=near)
        lines += (
            "",
            f"{STEP}@cached_property",
            *lay_out(Group(f"def {each.attribute}(", ("self",), f") -> {name}:"), STEP),
            *render_imports((home,), depth=depth, indent=STEP * 2),
            "",
            *lay_out(Group(f"return {name}(", ("self._engine",), ")"), STEP * 2),
        )
    return tuple(lines)


def _resource_imports(resources: Sequence[ModuleView]) -> set[Import]:
    return {
        Import(f".resources.{resource.name}", name)
        for resource in resources
        for each in (resource.classes.name, resource.classes.async_name)
        for name in (each, facade_name(each))
    }


def exports(names: Iterable[str]) -> Lines:
    """The statement that lists what a module offers."""
    return lay_out(Group("__all__ = [", tuple(map(literal, names)), "]"))


def _runtime_imports(
    operations: tuple[nodes.Operation, ...],
    methods: tuple[MethodView, ...],
    names: NameTable,
) -> frozenset[Import]:
    found: set[Import] = set()
    for operation in operations:
        if operation.stream is not None:
            found.add(Import("._core.stream_operation", "StreamOperation"))
            if (cut := cut_of(operation.stream)) is not None:
                found.add(cut)
        elif operation.paging is None:
            found.add(Import(_OPERATION, "Operation"))
        found |= page_imports(operation)
        found.update(body_imports(operation, names))
        for type_ in runtime_types(operation, names):
            written = expression(type_, names)
            found |= written.imports
            if written.names:
                found.add(Import(".", "models"))
    for method in methods:
        found.update(delegate_imports(method.arguments))
        text = "\n".join(method.operation.lines)
        found |= {
            Import("._core.rules", name)
            for name in ("Check", "Rules")
            if f"{name}(" in text
        }
        if "Param(" in text:
            found.add(Import("._core.param", "Param"))
        if "called(" in text:
            found.add(Import("._core.plain", "called"))
        answers = set(_ANSWERS.findall(text))
        found |= {Import(_HOMES[name], name) for name in answers}
        if method.uses_omit:
            found.add(Import("._core.omit", "OMIT"))
        if method.overloads:
            found.add(Import("typing", "overload"))
    return frozenset(found)


def _typing_imports(
    operations: tuple[nodes.Operation, ...], names: NameTable, shadowed: frozenset[str]
) -> frozenset[Import]:
    found: set[Import] = set()
    for operation in operations:
        spelled = [
            accepted(each, names, shadowed) for each in argument_types(operation)
        ]
        if operation.stream is not None:
            spelled.append(annotate(operation.stream.item, names, shadowed))
        for written in (*spelled, returned(operation, names, shadowed)):
            found |= written.imports
            found |= {
                Import(".models", names.declaration(each)) for each in written.names
            }
        if operation.stream is not None:
            found |= {
                Import("._core.stream", "Stream"),
                Import("._core.stream", "AsyncStream"),
            }
            if not operation.only_streams:
                found.add(Import("typing", "Literal"))
        if len(contents_of(operation)) > 1 or operation.choices:
            found.add(Import("typing", "Literal"))
    return frozenset(found)


def _wire_imports(methods: tuple[MethodView, ...], names: NameTable) -> tuple[str, ...]:
    found = {Import("pytest"), Import("wire", "Call")}
    for method in methods:
        if method.wire is not None:
            found |= method.wire.imports
            found |= {Import(names.package, name) for name in method.wire.names}
    return render_imports(found)
