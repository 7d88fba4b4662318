"""What asks for an answer in items: an argument, in one of its values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...ir import nodes
from ...ir.declarations import Enum
from ...ir.types import Literal, Named, Nullable, Type, without_null
from ...records import dataclass, replace
from ...spec.objects import Json
from ..names.table import NameTable
from ..text.literals import literal
from ..views import ArgumentView
from .calls import Call
from .examples import Example
from .signatures import Way


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """The argument that asks for items, and how its values are written.

    `value` asks for them. `asks` and `others` are the types of what does and what does
    not; `names` is what they take from the package.
    """

    argument: ArgumentView
    value: str
    asks: str
    others: str
    names: frozenset[str] = frozenset()


def asking_of(
    operation: nodes.Operation,
    arguments: Iterable[ArgumentView],
    api: nodes.Api,
    names: NameTable,
) -> Asking | None:
    """What asks for the operation's stream; None where it has none or no other way."""
    stream = operation.stream
    if stream is None or operation.only_streams:
        return None
    for each in arguments:
        if stream.flag is None and each.place == "accept":
            forms = [form for form in operation.choices if not form.streams]
            value = literal(stream.media_type)
            return Asking(
                argument=each,
                value=value,
                asks=_choice([value]),
                others=_choice(literal(form.media_type) for form in forms),
            )
        if each.place == "body" and each.wire == stream.flag:
            values = _values(each.type, api)
            others = [value for value in values if value != stream.asks]
            return Asking(
                argument=each,
                value=_code(stream.asks, each.type, names),
                asks=_choice(_written([stream.asks], each.type, names)),
                others=_choice(_written(others, each.type, names)),
                names=_class(each.type, names),
            )
    return None


def _values(type_: Type, api: nodes.Api) -> Sequence[Json]:
    match without_null(type_):
        case Literal(values):
            return values
        case Named(pointer):
            declaration = api.declarations[pointer]
            assert isinstance(declaration, Enum)
            return tuple(each.value for each in declaration.members)
        case _:
            return (True, False)


def _class(type_: Type, names: NameTable) -> frozenset[str]:
    match without_null(type_):
        case Named(pointer):
            return frozenset({names.declaration(pointer)})
        case _:
            return frozenset()


def _code(value: Json, type_: Type, names: NameTable) -> str:
    match without_null(type_):
        case Named(pointer):
            assert isinstance(value, str)
            return f"{names.declaration(pointer)}.{names.member(pointer, value)}"
        case _:
            return literal(value)


def _written(values: Iterable[Json], type_: Type, names: NameTable) -> Iterator[str]:
    """Values as they can be given: of an enum the members, then what they stand for."""
    several = tuple(values)
    yield from (_code(each, type_, names) for each in several)
    if isinstance(without_null(type_), Named):
        yield from map(literal, several)


def _choice(values: Iterable[str]) -> str:
    return f"Literal[{', '.join(values)}]"


def asked(call: Call, asking: Asking) -> Call:
    """The same call, in which items are asked for."""
    name = asking.argument.name
    given = Example(code=asking.value, value=None, names=asking.names)
    others = (pair for pair in call.arguments if pair[0].name != name)
    return replace(call, arguments=(*others, (asking.argument, given)))


def stream_ways(
    arguments: Sequence[ArgumentView], asking: Asking | None, whole: str, item: str
) -> tuple[Way, ...]:
    """The three ways to call a method in whose body a property asks for items.

    `whole` is the annotation of the answer that comes at once, `item` that of what a
    stream yields. Without the property among the arguments there is one way.
    """
    if asking is None:
        return (Way(tuple(arguments), whole, whole),)
    argument = asking.argument
    stream, async_stream = f"Stream[{item}]", f"AsyncStream[{item}]"
    null = " | None" if isinstance(argument.type, Nullable) else ""
    either = (f"{whole} | {stream}", f"{whole} | {async_stream}")
    forms = (
        (asking.others + null, argument.default, whole, whole),
        (asking.asks, None, stream, async_stream),
        (argument.takes or argument.annotation, None, *either),
    )
    return tuple(
        Way(with_asking(arguments, asking, annotation, default), returns, async_returns)
        for annotation, default, returns, async_returns in forms
    )


def with_asking(
    arguments: Sequence[ArgumentView],
    asking: Asking,
    annotation: str,
    default: str | None,
) -> tuple[ArgumentView, ...]:
    """The arguments, with another type for the one that asks for a stream."""
    return tuple(
        (
            replace(each, annotation=annotation, takes=None, default=default)
            if each.name == asking.argument.name
            else each
        )
        for each in arguments
    )
