"""What is sent and what comes back: contents of requests and of answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..pointer import Pointer
from ..spec import objects
from ..spec.objects import MediaType, Schema
from .declarations import Doc, Origin
from .media_types import ORDER, encoding_of, is_concrete
from .nodes import Body, Content, Encoding, Part, Response, Stream
from .schemas import Types
from .types import Anything, Kind, List, Nullable, Scalar, Type, Union
from .usage import Usage

_STREAMS = (Encoding.EVENTS, Encoding.JSON_LINES)
_FLAGS = ("x-sdkwright-stream", "x-fern-streaming")


@dataclass(frozen=True, slots=True)
class Bodies:
    """Makes the bodies of operations."""

    types: Types
    usage: Usage

    def request(self, body: objects.RequestBody | None, owner: Pointer) -> Body | None:
        """The request body of the operation `owner`."""
        if body is None or not body.content:
            return None
        contents = tuple(
            self._request_content(media_type, each, owner)
            for media_type, each in body.content.items()
        )
        return Body(
            pointer=body.pointer,
            required=body.required,
            contents=tuple(_forms(sorted(contents, key=_order))),
            doc=Doc(description=body.description),
        )

    def without_choice(self, body: Body | None) -> Body | None:
        """The body in its first form: a property of it decides what is answered."""
        if body is None:
            return None
        first, *others = body.contents
        for other in others:
            self.types.found.warning(
                "unused-media-type",
                f"the body is sent as '{first.media_type}', whose property asks for a "
                "stream; this form is left out",
                other.pointer,
                on_key=True,
            )
        return replace(body, contents=(first,))

    def response(
        self, status: str, response: objects.Response, owner: Pointer, label: str
    ) -> Response:
        """The answers of one status; `label` is what they are to the operation."""
        contents = tuple(
            self._content(media_type, each, Origin(label=label, owner=owner))
            for media_type, each in response.content.items()
        )
        return Response(
            pointer=response.pointer,
            status=status,
            contents=tuple(sorted(contents, key=_order)),
            doc=Doc(description=response.description),
        )

    def _request_content(
        self, media_type: str, content: MediaType, owner: Pointer
    ) -> Content:
        schema = content.schema
        encoding = encoding_of(media_type)
        fields = None
        if schema is not None and self._flat(schema, encoding):
            inside = schema if schema.ref is None else self.types.compose.at(schema.ref)
            belongs = owner if schema.ref is None else inside.pointer
            fields = self.types.fields(inside, belongs)
        if fields is not None:
            return Content(
                pointer=content.pointer,
                media_type=_sent(media_type, encoding),
                encoding=encoding,
                type=Anything(),
                fields=fields,
                parts=_parts(content),
                examples=tuple(content.examples.values()),
            )
        return self._content(media_type, content, Origin(label="request", owner=owner))

    def _flat(self, schema: Schema, encoding: Encoding) -> bool:
        """Whether each property becomes an argument of its own.

        So it is for an object that is written in place, or a component that is
        used as nothing but this body.
        """
        if encoding not in (Encoding.JSON, Encoding.FORM, Encoding.MULTIPART):
            return False
        if schema.ref is not None and not self.usage.only_as_body(schema.ref):
            return False
        if schema.ref is not None and self.types.polymorphism.children(schema.ref):
            return False
        merged = self.types.compose.merged(self.types.compose.target(schema))
        extra = merged.additional_properties
        free = extra is not None and extra.boolean is not False
        return self.types.is_object(schema) and not free and not merged.nullable

    def _content(self, media_type: str, content: MediaType, origin: Origin) -> Content:
        encoding = encoding_of(media_type)
        type_ = self._type(content, encoding, origin)
        if encoding is Encoding.JSON and type_ == Scalar(Kind.BINARY):
            encoding = Encoding.BINARY if not is_concrete(media_type) else encoding
        return Content(
            pointer=content.pointer,
            media_type=_sent(media_type, encoding),
            encoding=encoding,
            type=type_,
            parts=_parts(content),
            examples=tuple(content.examples.values()),
        )

    def _type(self, content: MediaType, encoding: Encoding, origin: Origin) -> Type:
        match encoding:
            case Encoding.BINARY:
                return Scalar(Kind.BINARY)
            case Encoding.TEXT | Encoding.XML:
                return Scalar(Kind.STRING)
            case Encoding.EVENTS | Encoding.JSON_LINES:
                items = self._stream_items(content)
                return self.types.of(items, origin)
            case _:
                return self.types.of(content.schema, origin)

    def _stream_items(self, content: MediaType) -> Schema | None:
        """The schema of one item: `itemSchema` (3.2), else what `schema` says."""
        if content.item_schema is not None:
            return content.item_schema
        schema = content.schema
        if (
            schema is not None
            and schema.types == ("array",)
            and schema.items is not None
        ):
            return schema.items
        return schema


def _forms(contents: Iterable[Content]) -> Iterator[Content]:
    """The forms to choose from: each encoding once where no user could tell more.

    `application/json` and `text/json` are sent the same, `image/png` and
    `image/gif` are not.
    """
    seen: set[tuple[object, ...]] = set()
    for content in contents:
        alike = (content.encoding, content.type, content.fields and _facts(content))
        plain = content.encoding in (Encoding.JSON, Encoding.FORM, Encoding.MULTIPART)
        if not plain or alike not in seen:
            seen.add(alike)
            yield content


def _facts(content: Content) -> tuple[object, ...]:
    return tuple((each.name, each.type, each.required) for each in content.fields or ())


def _order(content: Content) -> int:
    return ORDER.index(content.encoding)


def _sent(media_type: str, encoding: Encoding) -> str:
    """The media type to send where the document has a range."""
    if is_concrete(media_type):
        return media_type
    if encoding is Encoding.JSON:
        return "application/json"
    return "text/plain" if encoding is Encoding.TEXT else "application/octet-stream"


def _parts(content: MediaType) -> tuple[Part, ...]:
    return tuple(
        Part(
            name=name,
            content_type=each.content_type,
            style=each.style,
            explode=each.explode,
        )
        for name, each in content.encoding.items()
    )


def label_of(status: str, statuses: Iterable[str]) -> str:
    """What answers of a status are: the response, another one, an error."""
    successes = [each for each in statuses if each.startswith("2")]
    if status == "default":
        return "error" if successes else "response"
    if not status.startswith("2"):
        return f"error{status}"
    return "response" if status == successes[0] else f"response{status}"


def split(
    responses: Mapping[str, Response],
) -> tuple[tuple[Response, ...], tuple[Response, ...]]:
    """Successes and errors. `default` is a success only where there is no other."""
    successes = [each for status, each in responses.items() if status.startswith("2")]
    others = [each for status, each in responses.items() if not status.startswith("2")]
    redirected = any(status.startswith("3") for status in responses)
    if not successes and not redirected and "default" in responses:
        successes = [responses["default"]]
        others = [each for each in others if each.status != "default"]
    return tuple(successes), tuple(others)


def preferred(response: Response) -> Response:
    """Of several forms of one answer, JSON, beside the ones that come in items."""
    streams = [each for each in response.contents if each.encoding in _STREAMS]
    whole = [each for each in response.contents if each.encoding not in _STREAMS]
    return Response(
        pointer=response.pointer,
        status=response.status,
        contents=(*whole[:1], *streams[:1]),
        doc=response.doc,
    )


def whole_type(successes: tuple[Response, ...], streams: bool) -> Type | None:
    """The type of a whole answer; None where no success has a body."""
    types: list[Type] = []
    empty = False
    for response in successes:
        whole = [each for each in response.contents if each.encoding not in _STREAMS]
        types += [each.type for each in whole]
        empty |= not whole and not (streams and response.contents)
    several = tuple(dict.fromkeys(types))
    if not several:
        return None
    made = several[0] if len(several) == 1 else Union(several)
    return Nullable(made) if empty and not isinstance(made, Nullable) else made


def stream_of(
    operation: objects.Operation, successes: tuple[Response, ...], body: Body | None
) -> Stream | None:
    """How the operation answers in items, and what in the body asks for it."""
    contents = [each for response in successes for each in response.contents]
    found = next((each for each in contents if each.encoding in _STREAMS), None)
    if found is None:
        return None
    alone = all(each.encoding in _STREAMS for each in contents)
    flag = None if alone else _flag(operation, body)
    if not alone and flag is None:
        return None
    return Stream(
        pointer=found.pointer,
        encoding=found.encoding,
        media_type=found.media_type,
        item=found.type.items if isinstance(found.type, List) else found.type,
        flag=flag,
    )


def _flag(operation: objects.Operation, body: Body | None) -> str | None:
    """The boolean property that asks for a stream: `stream`, or the one named so."""
    named: str | None = "stream"
    for key in _FLAGS:
        value = operation.extensions.get(key)
        if isinstance(value, dict) and isinstance(value.get("stream-condition"), str):
            named = str(value["stream-condition"]).rpartition(".")[2]
        elif isinstance(value, str):
            named = value
    fields = body.contents[0].fields if body is not None else None
    return next(
        (
            field.name
            for field in fields or ()
            if field.name == named and field.type in _BOOLEANS
        ),
        None,
    )


_BOOLEANS: tuple[Type, ...] = (
    Scalar(Kind.BOOLEAN),
    Nullable(Scalar(Kind.BOOLEAN)),
)
