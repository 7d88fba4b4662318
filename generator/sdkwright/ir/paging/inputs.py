"""What an operation can be asked for, as far as paging goes."""

from __future__ import annotations

from collections.abc import Mapping

from ...records import dataclass
from ...spec.objects import Json
from ..declarations import Doc, Field
from ..nodes import Encoding, Operation, Parameter, Place
from ..types import Type
from .outline import Types
from .words import first_number, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A parameter of the query, or a property of a body that is JSON."""

    name: str
    type: Type
    default: tuple[Json] | None
    constraints: Mapping[str, Json]
    doc: Doc

    @property
    def word(self) -> str:
        return plain(self.name)

    @property
    def first(self) -> int | None:
        """The number with which it begins, if that is said."""
        if self.default is not None:
            value = self.default[0]
            return value if isinstance(value, int) else None
        return first_number(self.doc.description)


def inputs_of(operation: Operation) -> dict[str, Input]:
    """By wire name; the query wins over the body."""
    made = {each.name: _input(each) for each in _fields(operation)}
    query = [each for each in operation.parameters if each.place is Place.QUERY]
    return made | {each.name: _input(each) for each in query}


def _fields(operation: Operation) -> tuple[Field, ...]:
    contents = operation.body.contents if operation.body is not None else ()
    if len(contents) != 1 or contents[0].encoding is not Encoding.JSON:
        return ()
    return contents[0].fields or ()


def _input(each: Parameter | Field) -> Input:
    return Input(
        name=each.name,
        type=each.type,
        default=each.default,
        constraints=each.constraints,
        doc=each.doc,
    )


def of_kind(
    inputs: Mapping[str, Input], words: frozenset[str], kind: str, types: Types
) -> Input | None:
    """The one input that is called so and can be of this kind; None of several."""
    found = [
        each
        for each in inputs.values()
        if each.word in words and kind in types.kinds(each.type)
    ]
    return found[0] if len(found) == 1 else None
