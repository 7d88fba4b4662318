"""Pointers → lines and columns, found on demand in one pass over a source."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from ..diagnostics import Diagnostic, Severity, Span
from ..pointer import ROOT, Pointer, child, file_of, parent
from ..records import replace
from .json_places import Extent, Extents, json_places
from .source import Source

Spans = dict[Pointer, tuple[Span | None, Span]]


def locate(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, Source],
    *origins: Mapping[Pointer, Pointer],
) -> tuple[Diagnostic, ...]:
    """The diagnostics with their spans filled in, in the order of the documents.

    A pointer to what is not there gets the place of the nearest thing around it.
    Each of `origins` tells where parts of a document stood before it was changed, the
    last change first.
    """
    several = tuple(diagnostics)
    for mapping in origins:
        several = tuple(_as_written(each, mapping) for each in several)
    wanted = by_file(each.at for each in several if each.span is None and each.at)
    spans: Spans = {}
    for file, pointers in wanted.items():
        if file in sources:
            spans |= spans_of(sources[file], pointers)
    return put_in_place(several, spans, sources)


def put_in_place(
    diagnostics: Iterable[Diagnostic], spans: Spans, sources: Mapping[str, Source]
) -> tuple[Diagnostic, ...]:
    """The diagnostics with these spans, in the order of the documents."""
    placed = [
        _place(each, spans, sources.get(file_of(each.at or ROOT)))
        for each in diagnostics
    ]
    return tuple(sorted(placed, key=order))


def by_file(pointers: Iterable[Pointer]) -> dict[str, set[Pointer]]:
    """Pointers by the file that each leads into."""
    several: dict[str, set[Pointer]] = {}
    for at in pointers:
        several.setdefault(file_of(at), set()).add(at)
    return several


def places(
    pointers: Iterable[Pointer],
    sources: Mapping[str, Source],
    *origins: Mapping[Pointer, Pointer],
) -> dict[Pointer, Span]:
    """Where things stand, by their keys; as `locate` finds them for diagnostics."""
    asked = (
        Diagnostic(code="", severity=Severity.INFO, message=at, at=at, on_key=True)
        for at in dict.fromkeys(pointers)
    )
    found = locate(asked, sources, *origins)
    return {Pointer(each.message): each.span for each in found if each.span}


def _as_written(each: Diagnostic, origins: Mapping[Pointer, Pointer]) -> Diagnostic:
    """The finding at the place where the document as written has it."""
    at, rest = each.at, ""
    while at is not None and at not in origins and at != parent(at):
        above = parent(at)
        rest, at = at[len(above) :] + rest, above
    if at is None or at not in origins:
        return each
    return replace(each, at=Pointer(origins[at] + rest))


def order(each: Diagnostic) -> tuple[bool, str, int, int, str]:
    """The order of findings: by file, line and column; those without a place first."""
    if each.span is None:
        return (False, "", 0, 0, each.message)
    return (True, each.span.file, each.span.line, each.span.column, each.message)


def _place(each: Diagnostic, spans: Spans, file: Source | None) -> Diagnostic:
    if each.span is not None or each.at is None:
        return each
    at, on_key = each.at, each.on_key
    while at not in spans and at != parent(at):
        at, on_key = parent(at), True
    if at not in spans:
        return each if file is None else replace(each, span=_start(file))
    key, value = spans[at]
    return replace(each, span=key if on_key and key is not None else value)


def _start(source: Source) -> Span:
    """The beginning of a document that has nothing in it."""
    return Span(file=source.name, line=1, column=1, end_column=2)


def spans_of(source: Source, wanted: set[Pointer]) -> Spans:
    """The key and the value of what is wanted in a file, and of all that is above."""
    try:
        extents = extents_of(source, wanted)
    except ValueError:
        text = source.text.removeprefix("\ufeff")
        return _in_yaml(source, text, _with_all_above(wanted))
    return spans_in_json(source, extents)


def _with_all_above(wanted: set[Pointer]) -> set[Pointer]:
    above = set(wanted)
    for at in wanted:
        while (at := parent(at)) not in above:
            above.add(at)
    return above


def extents_of(source: Source, wanted: set[Pointer]) -> Extents:
    """Where in a file of JSON these stand, and all that is above.

    Raises:
        ValueError: The file is no JSON.
    """
    text = source.text.removeprefix("\ufeff")
    if text.lstrip()[:1] not in ("{", "["):
        raise ValueError("this is no JSON")
    return json_places(text, Pointer(f"{source.file}#"), _with_all_above(wanted))


def spans_in_json(source: Source, extents: Extents) -> Spans:
    """The lines and columns of what stands in a file of JSON."""
    text = source.text.removeprefix("\ufeff")
    starts = [0, *(found.end() for found in re.finditer("\n", text)), len(text) + 1]

    @cache
    def end_of(line: int) -> int:
        start = starts[line]
        return start + len(text[start : starts[line + 1] - 1].rstrip("\r \t,"))

    def span(extent: Extent) -> Span:
        line = bisect_right(starts, extent.start) - 1
        # Of what has parts its first line is shown.
        end = end_of(line) if extent.end is None else extent.end
        return Span(
            file=source.name,
            line=line + 1,
            column=extent.start - starts[line] + 1,
            end_column=end - starts[line] + 1,
        )

    return {
        at: (None if key is None else span(key), span(value))
        for at, (key, value) in extents.items()
    }


def texts_in_json(source: Source, extents: Extents) -> dict[Pointer, str]:
    """The texts among what stands there."""
    text = source.text.removeprefix("\ufeff")
    return {
        at: json.loads(text[value.start : value.end])
        for at, (_, value) in extents.items()
        if text[value.start] == '"'
    }


def _in_yaml(source: Source, text: str, above: set[Pointer]) -> Spans:
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    lines = [line.rstrip("\r \t,") for line in source.text.split("\n")]
    found: Spans = {}
    try:
        _walk(loader, source, above, found, lines)
    except yaml.YAMLError:
        pass  # what could be placed before the fault is placed
    finally:
        loader.dispose()
    return found


def _walk(
    loader: Any, source: Source, above: set[Pointer], found: Spans, lines: list[str]
) -> None:
    import yaml

    starts = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
    ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
    nodes = (*starts, yaml.ScalarEvent, yaml.AliasEvent)
    # What is open: its pointer, whether it is a mapping, the next index, the key
    # that waits for its value.
    stack: list[list[Any]] = []
    ignored = 0  # how deep we are in something of which nothing is wanted
    event: Any
    while (event := loader.get_event()) is not None:
        kind = event.__class__
        if ignored:
            ignored += (kind in starts) - (kind in ends)
            continue
        if kind in ends:
            stack.pop()
            continue
        if kind not in nodes:
            continue
        top = stack[-1] if stack else None
        if top is not None and top[1] and top[3] is None:
            top[3] = event
            continue
        at, key = _position(top, source)
        if at not in above:
            ignored = int(kind in starts)
            continue
        key_span = None if key is None else _span(source, key, lines)
        found.setdefault(at, (key_span, _span(source, event, lines)))
        if kind in starts:
            stack.append([at, kind is yaml.MappingStartEvent, 0, None])


def _position(top: list[Any] | None, source: Source) -> tuple[Pointer, Any]:
    if top is None:
        return Pointer(f"{source.file}#"), None
    at, is_map, index, key = top
    if is_map:
        top[3] = None
        token = getattr(key, "value", "")
    else:
        top[2] += 1
        token = str(index)
    return child(at, token), (key if is_map else None)


def _span(source: Source, event: Any, lines: list[str]) -> Span:
    start: Any = event.start_mark
    end: Any = event.end_mark
    column: int = start.column + 1
    if hasattr(event, "value") and end.line == start.line:
        last: int = end.column + 1
    else:
        text = "".join(lines[start.line : start.line + 1])
        last = max(column, len(text) + 1)
    return Span(
        file=source.name,
        line=start.line + 1,
        column=column,
        end_column=max(last, column + 1),
    )
