"""The modules of resources, each made after those that it leads to."""

from __future__ import annotations

from ...config import Target
from ...ir import nodes
from ...ir.declarations import Doc
from ...records import replace
from ..names.table import NameTable
from ..operations.programs import Program
from ..text.docstrings import docstring, first_sentence
from ..text.imports import Import
from ..views import ClassView, ModuleView
from .modules import module_view


def resource_views(
    api: nodes.Api, names: NameTable, program: Program, target: Target
) -> tuple[ModuleView, ...]:
    """The resources in their order; each is made after those that it leads to."""
    made: dict[tuple[str, ...], ModuleView] = {}
    several = api.resources if names.grouped else ()
    below: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for each in several:
        below.setdefault(each.path[:-1], []).append(each.path)
    for each in sorted(several, key=lambda each: -len(each.path)):
        leads = tuple(made[path] for path in below.get(each.path, ()))
        made[each.path] = _resource(each, api, names, program, leads, target)
    return tuple(made[each.path] for each in several)


def _resource(
    resource: nodes.Resource,
    api: nodes.Api,
    names: NameTable,
    program: Program,
    below: tuple[ModuleView, ...],
    target: Target,
) -> ModuleView:
    module = names.resource_module(resource.path)
    return module_view(
        resource.operations,
        api,
        names,
        replace(program, access=f"client.{names.resource(resource.path)}"),
        class_view(names.resource_class(resource.path), resource.doc, resource.title),
        name=module,
        path=f"resources/{module}.py",
        title=first_sentence(resource.title).rstrip("."),
        runtime=frozenset(
            {
                Import("._core.engine", "Resource"),
                Import("._core.engine", "AsyncResource"),
            }
        ),
        typing=frozenset(),
        target=target,
        resources=below,
    )


def is_top(resource: ModuleView) -> bool:
    """Whether the client itself leads to a resource."""
    return resource.access.count(".") == 1


def class_view(name: str, doc: Doc, fallback: str) -> ClassView:
    parts = [doc.summary or "", doc.description or ""]
    text = "\n\n".join(part for part in parts if part) or fallback
    return ClassView(
        name=name, async_name=f"Async{name}", docstring=docstring(text, 4), doc=doc
    )
