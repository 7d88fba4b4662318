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
from ..pointer import Pointer
from ..python.names.words import snake_case
from ..records import dataclass, replace
from ..spec.objects import Json
from ..spec.overlay_text import overlay_text, update
from ..understanding import Named as Both
from ..understanding import Understood, understand
from .carried import Method, Named, Wanted
from .keys import CODE, leave, value_of
from .naming import names_of, renamed_in_place
from .secrets import renamed_parts, secrets_of
from .securing import secured

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
    if wanted.ending is not None and target.package is None:
        package = snake_case(first.named.api.title) + wanted.ending
        target, said["package"] = replace(target, package=package), package
    actions = [
        *secured(wanted.schemes, value_of(target.spec), first.named.api, found),
        *_actions(wanted, first.named, found),
    ]
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
        operation = operations.get(method.request)
        if operation is None:
            call = f"{method.verb.upper()} {method.path}"
            leave(found, method.at, f"the document has no {call}")
        elif said := dict(_extensions(method, operation)):
            yield update(operation.pointer, said)
    _tell_unnamed(wanted, operations, found)
    if _other_servers(wanted, both.api):
        yield {"target": "$.servers", "remove": True}
        servers: list[Json] = [*map(_server, wanted.servers)]
        yield {"target": "$", "update": {"servers": servers}}
    yield from renamed_parts(wanted, both)
    yield from renamed_in_place(wanted.classes, both)


def _server(named: Named) -> dict[str, Json]:
    name: dict[str, Json] = {"x-sdkwright-name": named.name} if named.name else {}
    return {"url": named.what, **name}


def _tell_unnamed(
    wanted: Wanted, operations: Mapping[tuple[str, str], Operation], found: Diagnostics
) -> None:
    """Tell which operations were in no resource, where all were to be in one."""
    named = {each.request for each in wanted.methods}
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
    names = names_of(wanted, both, operations, found)
    pinned, variables = secrets_of(wanted, both, found)
    if names or pinned:
        yield "names", {**names, **pinned}
    if variables:
        yield "env", variables
    pages: dict[str, Json] = dict(_pages(wanted, operations))
    if pages:
        yield "pagination", pages


def _pages(
    wanted: Wanted, operations: Mapping[tuple[str, str], Operation]
) -> Iterator[tuple[str, Json]]:
    """What pages and is not seen to, and what is seen to page and does not."""
    for method in wanted.methods:
        operation = operations.get(method.request)
        if operation is None or method.left_out:
            continue
        if method.pages is False and operation.paging is not None:
            yield operation.pointer, False
        elif isinstance(method.pages, dict) and operation.paging is None:
            yield operation.pointer, method.pages
