"""Answers that come item by item: how, and what in a request asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..pointer import Pointer
from ..records import replace
from ..spec import objects
from ..spec.objects import Json
from .answers import IN_ITEMS
from .declarations import Declaration, Enum, Field
from .extensions import first_text
from .nodes import Body, Content, Encoding, Response, Stream
from .types import Kind, List, Literal, Named, Scalar, Type, without_null

_FLAGS = ("x-sdkwright-stream", "x-fern-streaming")
_ENDS = ("x-sdkwright-stream/end", "x-fern-streaming/terminator")
# What a value of an enum that asks for a stream says, beside its media type.
_WORDS = {
    Encoding.EVENTS: frozenset({"sse", "event-stream", "server-sent-events"}),
    Encoding.JSON_LINES: frozenset({"ndjson", "jsonl", "jsonlines", "json-lines"}),
}


def stream_of(
    operation: objects.Operation,
    successes: tuple[Response, ...],
    body: Body | None,
    inside: Callable[[Content], tuple[Field, ...]],
    declarations: Mapping[Pointer, Declaration],
) -> Stream | None:
    """How the operation answers in items, and what in the body asks for it.

    `inside` gives the properties of a form of the body that is one argument.
    """
    contents = [each for response in successes for each in response.contents]
    found = next((each for each in contents if each.encoding in IN_ITEMS), None)
    if found is None:
        return None
    stream = Stream(
        pointer=found.pointer,
        encoding=found.encoding,
        media_type=found.media_type,
        item=found.type.items if isinstance(found.type, List) else found.type,
        end=first_text(operation.extensions, _ENDS) or found.end,
        framed=found.framed,
    )
    if body is None or all(each.encoding in IN_ITEMS for each in contents):
        return stream
    first = body.contents[0]
    fields = inside(first) if first.fields is None else first.fields
    flag = _flag(operation, fields, stream, declarations)
    if flag is None:
        return stream
    field, asks = flag
    beside = replace(field, required=False) if first.fields is None else None
    return replace(stream, flag=field.name, asks=asks, beside=beside)


def asking(
    type_: Type, stream: Stream, declarations: Mapping[Pointer, Declaration]
) -> tuple[Json] | None:
    """The value of a type that asks for a stream, in a tuple: true, or a word for it.

    None where no value does, where several do, or where there is no other.
    """
    inner = without_null(type_)
    if inner == Scalar(Kind.BOOLEAN):
        return (True,)
    values = tuple(_values(inner, declarations))
    words = _WORDS[stream.encoding] | {stream.media_type}
    asks = [each for each in values if isinstance(each, str) and _plain(each) in words]
    return (asks[0],) if len(asks) == 1 and len(values) > 1 else None


def _values(type_: Type, declarations: Mapping[Pointer, Declaration]) -> Iterator[Json]:
    match type_:
        case Literal(values):
            yield from values
        case Named(pointer):
            declaration = declarations.get(pointer)
            if isinstance(declaration, Enum):
                yield from (each.value for each in declaration.members)
        case _:
            pass


def _plain(word: str) -> str:
    return word.lower().replace("_", "-")


def _flag(
    operation: objects.Operation,
    fields: tuple[Field, ...],
    stream: Stream,
    declarations: Mapping[Pointer, Declaration],
) -> tuple[Field, Json] | None:
    """The property that asks for a stream, and its value that does.

    It is the one that an extension names, else `stream`, else the only enum with a
    value that names the form of the stream, if that is not its default.
    """
    named = _named(operation)
    able = [
        (each, value[0])
        for each in fields
        if (value := asking(each.type, stream, declarations)) is not None
    ]
    for each in able:
        if each[0].name == (named or "stream"):
            return each
    enums = [
        (each, value)
        for each, value in able
        if value is not True and each.default != (value,)
    ]
    return enums[0] if named is None and len(enums) == 1 else None


def _named(operation: objects.Operation) -> str | None:
    named = None
    for key in _FLAGS:
        value = operation.extensions.get(key)
        if isinstance(value, dict) and isinstance(value.get("stream-condition"), str):
            named = str(value["stream-condition"]).rpartition(".")[2]
        elif isinstance(value, str):
            named = value
    return named
