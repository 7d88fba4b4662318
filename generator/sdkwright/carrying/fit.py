"""What another generator's configuration asks for, fitted to the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, fields
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ..adopting.requests import plain
from ..config import Target
from ..diagnostics import Diagnostic, Diagnostics, Severity
from ..ir.nodes import Api, Operation
from ..option_kinds import option_of
from ..options import Section
from ..pointer import Pointer, child
from ..python.names.words import constant_case
from ..records import dataclass, replace
from ..spec.objects import Json
from ..spec.overlay_text import overlay_text, update
from ..understanding import Named as Both
from ..understanding import Understood, understand
from .carried import Method, Named, Wanted
from .keys import CODE, leave
from .secrets import renamed_parts, secrets_of

# How many operations are told by name.
_SHOWN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A target that does what was asked for, and the overlay that it needs.

    `options` are those that the configuration has to say. Without a target the
    document has errors, which stand in `understood`.
    """

    understood: Understood
    target: Target | None = None
    options: Mapping[str, Json] = field(default_factory=dict[str, Json])
    overlay: str | None = None


def fit(wanted: Wanted, target: Target, overlay: str, found: Diagnostics) -> Fitted:
    """A target with the face that another generator gives it.

    `target` names the document and the output; `overlay` is what the file of the
    overlay will be called. What fits nothing in the document is found.
    """
    options = dict(_options(wanted, found))
    target = replace(target, **{key: read for key, (read, _) in options.items()})
    said = {key: value for key, (_, value) in options.items()}
    first = understand(target)
    if first.named is None:
        return Fitted(understood=first)
    actions = [*_actions(wanted, first.named, found)]
    text = overlay_text(
        "What the configuration before said of the document.",
        "Resources, methods and servers",
        [*wanted.edits, *actions],
    )
    second, changed = _with_overlay(target, text)
    if second.named is None:
        return Fitted(understood=second)
    more = dict(_settings(wanted, second.named, found))
    if text is not None:
        overlays = said.get("overlays", [])
        before = overlays if isinstance(overlays, list) else [overlays]
        said["overlays"] = [*before, overlay]
    return Fitted(
        understood=second, target=changed, options={**said, **more}, overlay=text
    )


def _options(
    wanted: Wanted, found: Diagnostics
) -> Iterator[tuple[str, tuple[Any, Json]]]:
    """The options as a target has them and as they are written; wrong ones are left."""
    for each in fields(Target):
        known = option_of(each.metadata)
        if known is None or each.name not in wanted.options:
            continue
        value, at = wanted.options[each.name]
        wrong = Diagnostics()
        section = Section(
            value={each.name: value}, at=Pointer("#"), folder=Path(), found=wrong
        )
        read = known.kind.read(section, each.name)
        if wrong.has_errors:
            leave(found, at, next(iter(wrong)).message, f"set `{each.name}` by hand")
        elif each.name not in ("spec", "output"):
            yield each.name, (read, value)


def _with_overlay(target: Target, text: str | None) -> tuple[Understood, Target]:
    if text is None:
        return understand(target), target
    with TemporaryDirectory() as folder:
        path = Path(folder, "carried.overlay.yaml")
        path.write_text(text, encoding="utf-8")
        target = replace(target, overlays=(*target.overlays, path))
        return understand(target), target


def _actions(
    wanted: Wanted, both: Both, found: Diagnostics
) -> Iterator[Mapping[str, Json]]:
    """Resources, what is left out or deprecated, servers, parts of credentials."""
    operations = _by_request(both.api)
    for method in wanted.methods:
        operation = operations.get((method.verb, plain(method.path)))
        if operation is None:
            call = f"{method.verb.upper()} {method.path}"
            leave(found, method.at, f"the document has no {call}")
        elif said := dict(_extensions(method, operation)):
            yield update(operation.pointer, said)
    _tell_unnamed(wanted, operations, found)
    if _other_servers(wanted, both.api):
        yield {"target": "$.servers", "remove": True}
        servers: list[Json] = [
            {"url": each.what, "x-sdkwright-name": each.name} for each in wanted.servers
        ]
        yield {"target": "$", "update": {"servers": servers}}
    yield from renamed_parts(wanted, both)


def _tell_unnamed(
    wanted: Wanted, operations: Mapping[tuple[str, str], Operation], found: Diagnostics
) -> None:
    """Tell which operations were in no resource, where all were to be in one."""
    named = {(each.verb, plain(each.path)) for each in wanted.methods}
    rest = [each for key, each in operations.items() if key not in named]
    if not rest or not any(each.group is not None for each in wanted.methods):
        return
    calls = ", ".join(f"{each.method.upper()} {each.path}" for each in rest[:_SHOWN])
    more = f" and {len(rest) - _SHOWN} more" if len(rest) > _SHOWN else ""
    found.add(
        Diagnostic(
            code=CODE,
            severity=Severity.INFO,
            message=f"no resource had {calls}{more}; the SDK has them all the same",
            hint="x-sdkwright-ignore: true in an overlay leaves an operation out",
        )
    )


def _extensions(method: Method, operation: Operation) -> Iterator[tuple[str, Json]]:
    if method.left_out:
        yield "x-sdkwright-ignore", True
        return
    if method.group is not None and method.group != operation.group:
        yield "x-sdkwright-group", list(method.group)
    if method.deprecated and not operation.doc.deprecated:
        yield "deprecated", True


def _by_request(api: Api) -> dict[tuple[str, str], Operation]:
    return {(each.method.lower(), plain(each.path)): each for each in api.operations}


def _other_servers(wanted: Wanted, api: Api) -> bool:
    urls = {each.url for each in api.servers}
    return bool(wanted.servers) and any(
        each.what.rstrip("/") not in urls for each in wanted.servers
    )


def _settings(
    wanted: Wanted, both: Both, found: Diagnostics
) -> Iterator[tuple[str, Json]]:
    """Names, pages and variables, as far as they are not what they are anyway."""
    operations = _by_request(both.api)
    names: dict[str, Json] = dict(_method_names(wanted, both, operations))
    names |= dict(_class_names(wanted.classes, both, found))
    names |= dict(_call_names(wanted.calls, both, found))
    names |= dict(_server_names(wanted, both))
    pinned, variables = secrets_of(wanted, both, found)
    if names or pinned:
        yield "names", {**names, **pinned}
    if variables:
        yield "env", variables
    pages: dict[str, Json] = dict(_pages(wanted, operations))
    if pages:
        yield "pagination", pages


def _method_names(
    wanted: Wanted, both: Both, operations: Mapping[tuple[str, str], Operation]
) -> Iterator[tuple[str, Json]]:
    for method in wanted.methods:
        operation = operations.get((method.verb, plain(method.path)))
        if operation is None or method.left_out:
            continue
        if both.names.operations[operation.pointer] != method.name:
            yield operation.pointer, method.name


def _class_names(
    classes: tuple[Named, ...], both: Both, found: Diagnostics
) -> Iterator[tuple[str, Json]]:
    by_name = {name: at for at, name in both.names.declarations.items()}
    for each in classes:
        component = child(Pointer("#"), "components", "schemas", each.what)
        at = Pointer(each.what) if each.what.startswith("#/") else component
        if at not in both.names.declarations:
            at = by_name.get(each.what, at)
        known = both.names.declarations.get(at)
        if known is None:
            why = f"the SDK has no class of '{each.what}'"
            leave(found, each.at, why, "set it under `names`, by JSON Pointer")
        elif known != each.name:
            yield at, each.name


def _call_names(
    calls: tuple[Named, ...], both: Both, found: Diagnostics
) -> Iterator[tuple[str, Json]]:
    known = {each.operation_id: each.pointer for each in both.api.operations}
    for each in calls:
        if (at := known.get(each.what)) is None:
            leave(found, each.at, f"the document has no operation '{each.what}'")
        elif both.names.operations[at] != each.name:
            yield at, each.name


def _server_names(wanted: Wanted, both: Both) -> Iterator[tuple[str, Json]]:
    known = {each.what.rstrip("/"): each.name for each in wanted.servers}
    for server in both.api.servers:
        name = known.get(server.url)
        if name and constant_case(name) != both.names.environments.get(server.pointer):
            yield server.pointer, name


def _pages(
    wanted: Wanted, operations: Mapping[tuple[str, str], Operation]
) -> Iterator[tuple[str, Json]]:
    """What pages and is not seen to, and what is seen to page and does not."""
    for method in wanted.methods:
        operation = operations.get((method.verb, plain(method.path)))
        if operation is None or method.left_out:
            continue
        if method.pages is False and operation.paging is not None:
            yield operation.pointer, False
        elif isinstance(method.pages, dict) and operation.paging is None:
            yield operation.pointer, method.pages
