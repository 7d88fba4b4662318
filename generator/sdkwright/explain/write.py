"""A story as people read it, and as programs do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..diagnostics import Span
from .story import Name, Story


def as_text(story: Story) -> str:
    """Sections from the document to the files, each thing on a line with why."""
    return "\n".join(_lines(story))


def _lines(story: Story) -> Iterator[str]:
    yield story.title
    yield f"  document   {_place(story.span)}{story.pointer}"
    for index, fact in enumerate(story.facts):
        yield f"  {'' if index else 'meaning':10} {fact.label}: {fact.text}"
    yield from _names("name", story.names[:1])
    for index, name in enumerate(story.names[1:]):
        yield from _names("" if index else f"{name.kind}s", (name,))
    for index, place in enumerate(story.places):
        yield f"  {'' if index else 'files':10} {place.file}:{place.line} {place.what}"


def _names(title: str, names: Iterable[Name]) -> Iterator[str]:
    for name in names:
        colon = {"method": " -> ", "function": " -> ", "member": " = "}.get(
            name.kind, ": "
        )
        said = f"{colon}{name.annotation}" if name.annotation else ""
        yield f"  {title:10} {name.name}{said}"
        where = f" ({name.span.file}:{name.span.line})" if name.span else ""
        yield f"  {'':10}   {name.why}{where}"


def _place(span: Span | None) -> str:
    return "" if span is None else f"{span.file}:{span.line}:{span.column} "


def as_json(story: Story) -> dict[str, object]:
    """The same facts under fixed keys."""
    return {
        "title": story.title,
        "pointer": story.pointer,
        **_span(story.span),
        "facts": [{"label": each.label, "text": each.text} for each in story.facts],
        "names": [
            {
                "name": each.name,
                "kind": each.kind,
                "type": each.annotation,
                "why": each.why,
                "pointer": each.pointer,
                **_span(each.span),
            }
            for each in story.names
        ],
        "files": [
            {"file": each.file, "line": each.line, "what": each.what}
            for each in story.places
        ],
    }


def _span(span: Span | None) -> dict[str, object]:
    if span is None:
        return {}
    return {"file": span.file, "line": span.line, "column": span.column}
