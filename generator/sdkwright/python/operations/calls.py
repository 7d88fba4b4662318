"""A call of a method that would run: its arguments with values that fit them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...ir import nodes
from ...ir.shown import shown_in, shown_of
from ...records import dataclass
from ...spec.objects import Json
from ..names.table import NameTable
from ..text.imports import Import
from ..text.layout import STEP, Group, lay_out, prefixed
from ..views import ArgumentView
from .choices import chosen_content
from .examples import Example, Maker

# A call of more lines is read for what it needs, and no longer for what it shows.
_LONGEST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A method called with examples of its arguments."""

    method: str
    arguments: tuple[tuple[ArgumentView, Example], ...]

    @property
    def items(self) -> tuple[str | Group, ...]:
        return tuple(
            prefixed(f"{each.name}=", value.code) for each, value in self.arguments
        )

    @property
    def imports(self) -> frozenset[Import]:
        """What else the arguments mention."""
        return frozenset[Import]().union(
            *(value.imports for _, value in self.arguments)
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The package's names that the arguments mention."""
        return tuple(
            sorted({name for _, value in self.arguments for name in value.names})
        )


def call_of(
    method: str,
    operation: nodes.Operation,
    arguments: Iterable[ArgumentView],
    api: nodes.Api,
    names: NameTable,
) -> Call:
    """The call that the document shows: its example of the body, values of its own.

    Without one, or where it is too long to be read, the shortest call: every required
    argument, and no other.
    """
    bodies = _bodies(operation, api)
    flag = None if operation.stream is None else operation.stream.flag
    several = [each for each in arguments if each.default is None or each.wire != flag]
    call = _call(method, several, bodies, Maker(api, names, whole=True))
    if len(lay_out(Group(f"{method}(", call.items, ")"), STEP)) <= _LONGEST:
        return call
    return _call(method, several, bodies, Maker(api, names, whole=False))


def _bodies(operation: nodes.Operation, api: nodes.Api) -> tuple[Json, ...]:
    """What the document shows of the body that is sent where no other is chosen."""
    content = chosen_content(operation)
    if content is None:
        return ()
    fields = shown_in(content.fields or ())
    return (*shown_of(content, api), *((fields,) if fields else ()))


def _call(
    method: str, several: Iterable[ArgumentView], bodies: Sequence[Json], maker: Maker
) -> Call:
    objects: Iterator[dict[str, Json]]
    objects = (each for each in bodies if isinstance(each, dict))
    shown = next(objects, dict[str, Json]())
    made = ((each, _example(each, bodies, shown, maker)) for each in several)
    return Call(
        method=method,
        arguments=tuple((each, value) for each, value in made if value is not None),
    )


def _example(
    argument: ArgumentView,
    bodies: Sequence[Json],
    shown: Mapping[str, Json],
    maker: Maker,
) -> Example | None:
    """The value of an argument; None where it is left out."""
    hint = argument.wire or argument.name
    given: Sequence[Json] = ()
    if argument.place == "body":
        name = argument.wire
        given = [shown[name]] if name in shown else [] if name else bodies
    if argument.default is None:
        return maker.make(argument.type, hint, (*given, *argument.examples))
    if not maker.whole or argument.deprecated:
        return None
    read = (maker.read(argument.type, each, hint) for each in given)
    return next((each for each in read if each is not None), None)
