"""What a call can choose: the form of its body, and the form of the answer."""

from __future__ import annotations

from ...ir import nodes
from ...ir.types import Literal
from ..names.table import NameTable
from ..text.annotations import annotate
from ..text.literals import literal
from ..views import ArgumentView


def contents_of(operation: nodes.Operation) -> tuple[nodes.Content, ...]:
    """The forms of a body that can be chosen from, the usual one first."""
    return () if operation.body is None else operation.body.contents


def chosen_content(operation: nodes.Operation) -> nodes.Content | None:
    """The form of the body that is sent where no other is chosen."""
    return next(iter(contents_of(operation)), None)


def accepts_of(
    operation: nodes.Operation, names: NameTable
) -> tuple[ArgumentView, ...]:
    """The argument that chooses the form of the answer: for any, then for each."""
    if not operation.choices:
        return ()
    media_types = tuple(each.media_type for each in operation.choices)
    return tuple(
        ArgumentView(
            name=names.accept_argument(operation.pointer),
            annotation=annotate(Literal(several), names).text,
            default=literal(several[0]) if several[0] == media_types[0] else None,
            place="accept",
            wire="",
            positional=False,
            type=Literal(several),
            description="The form in which the answer comes.",
            deprecated=False,
            document_default=None,
        )
        for several in (media_types, *((each,) for each in media_types))
    )


def choice_of(
    operation: nodes.Operation, content: nodes.Content, names: NameTable
) -> ArgumentView:
    """The argument that chooses a form of the body: the usual one if left out."""
    type_ = Literal((content.media_type,))
    first = content is chosen_content(operation)
    return ArgumentView(
        name=names.choice_argument(operation.pointer),
        annotation=annotate(type_, names).text,
        default=literal(content.media_type) if first else None,
        place="choice",
        wire="",
        positional=False,
        type=type_,
        description="The form in which the body is sent.",
        deprecated=False,
        document_default=None,
    )
