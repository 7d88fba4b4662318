"""What an editor shows of a method: the same facts as its page, in fewer words."""

from __future__ import annotations

from ...ir import nodes
from ...records import dataclass
from ..text.constraints import constraint_text
from ..text.docstrings import Section, docstring
from ..views import ArgumentView, Lines, RaisesView
from .paging import PAGES, closed

INDENT = 8
# An example of more lines is read on the method's page.
_MOST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said of both methods of an operation, the sync and the async one."""

    text: str
    sections: tuple[Section, ...]


def told_of(
    operation: nodes.Operation,
    arguments: tuple[ArgumentView, ...],
    raises: tuple[RaisesView, ...],
    route: str,
) -> Told:
    """The operation's own words, its `route`, what it takes, gives and raises."""
    doc = operation.doc
    parts = (
        doc.summary or "",
        doc.description or "",
        "Deprecated." if doc.deprecated else "",
        f"See {doc.external_url}" if doc.external_url else "",
        route,
    )
    answer = None
    if operation.returns is not None or operation.stream is not None:
        answer = next((each.doc.description for each in operation.successes), None)
    if operation.paging is not None:
        answer = " ".join(filter(None, (closed(answer or ""), PAGES)))
    said = ((each.name, _said(each)) for each in arguments)
    raised = ((each.name, each.description or "") for each in raises if each.status)
    return Told(
        text="\n\n".join(part for part in parts if part),
        sections=(
            Section(title="Args", entries=tuple(each for each in said if each[1])),
            Section(title="Returns", entries=(("", answer),) if answer else ()),
            Section(title="Raises", entries=tuple(raised)),
        ),
    )


def docstring_of(told: Told, example: Lines) -> Lines:
    """The docstring of a method, with an example where it is a short one."""
    code = Section(title="Example", code=example if len(example) <= _MOST else ())
    return docstring(told.text, INDENT, (*told.sections, code))


def _said(argument: ArgumentView) -> str:
    parts = [
        argument.description or "",
        constraint_text(argument.constraints),
        f"Default: {argument.document_default}." if argument.document_default else "",
        "Deprecated." if argument.deprecated else "",
    ]
    return " ".join(part for part in parts if part)
