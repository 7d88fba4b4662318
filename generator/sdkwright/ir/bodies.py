"""What is sent and what comes back: contents of requests and of answers."""

from __future__ import annotations

from ..pointer import Pointer
from ..records import dataclass, replace
from ..spec import objects
from ..spec.objects import MediaType, Schema
from .declarations import Doc, Field, InXml, Origin
from .directions import is_answered
from .extensions import first_text, is_flattened
from .framed import is_framed
from .headers import header_of
from .links import Links
from .media_types import ORDER, asked_as, encoding_of, is_concrete, sent_as
from .nodes import Body, Content, Encoding, Response, Stream
from .notations import choosable, sendable, told_apart
from .parts import parts_of
from .schema_facts import label_of
from .schemas import Types
from .streams import asking
from .types import (
    Anything,
    Kind,
    List,
    Map,
    Named,
    Nullable,
    Scalar,
    Type,
    Union,
    as_file,
)
from .usage import Usage
from .xml import in_xml

# What a body is called where it is not the usual one.
_LABELS = {Encoding.FORM: "form_request", Encoding.MULTIPART: "multipart_request"}
# Forms of a webhook that nothing reads.
_UNREAD = (Encoding.MULTIPART, Encoding.JSON_LINES, Encoding.EVENTS)
# Types of XML that is read and written; any other XML is text.
_BUILT = (List, Map, Named, Nullable, Union)
# Scalars whose text says all: a body of plain text is read as what it is.
_WORDS: tuple[Type, ...] = tuple(map(Scalar, (Kind.BOOLEAN, Kind.INTEGER, Kind.NUMBER)))


@dataclass(frozen=True, slots=True)
class Bodies:
    """Makes the bodies of operations."""

    types: Types
    usage: Usage
    links: Links

    def request(self, body: objects.RequestBody | None, owner: Pointer) -> Body | None:
        """The request body of the operation `owner`."""
        if body is None or not body.content:
            return None
        contents = tuple(
            self._request_content(media_type, each, owner)
            for media_type, each in sendable(body.content).items()
        )
        return Body(
            pointer=body.pointer,
            required=body.required,
            contents=tuple(choosable(sorted(contents, key=_order))),
            doc=Doc(description=body.description),
        )

    def payload(
        self, body: objects.RequestBody | None, owner: Pointer
    ) -> Content | None:
        """What comes in a webhook, in the first form that can be read; else None."""
        if body is None or not body.content:
            return None
        origin = Origin(label="payload", owner=owner)
        contents = (self._content(*each, origin) for each in body.content.items())
        first, *others = sorted(contents, key=_order)
        for each in others:
            self._unread(each, f"'{first.media_type}' is read, so this form is not")
        if first.encoding in _UNREAD:
            self._unread(first, f"'{first.media_type}' is given as the bytes it is")
            first = replace(first, encoding=Encoding.BINARY, type=Scalar(Kind.BINARY))
        return first

    def _unread(self, content: Content, why: str) -> None:
        self.types.found.warning(
            "unreadable-payload", why, content.pointer, on_key=True
        )

    def with_flag(self, body: Body | None, stream: Stream) -> Body | None:
        """The body in the forms that go with the flag of a stream.

        A flag beside a body of one argument belongs to the first form; elsewhere it
        is a property, and what another form has of that name asks for the same.
        """
        if body is None or stream.flag is None:
            return body
        first, *others = body.contents
        kept = [first]
        for other in others:
            same = (each for each in other.fields or () if each.name == stream.flag)
            if stream.beside is None and all(self._asks(each, stream) for each in same):
                kept.append(other)
                continue
            self.types.found.warning(
                "unused-media-type",
                f"the body is sent as '{first.media_type}', whose property asks for a "
                "stream; this form is left out",
                other.pointer,
                on_key=True,
            )
        return replace(body, contents=tuple(kept))

    def _asks(self, field: Field, stream: Stream) -> bool:
        """Whether a property asks for the stream in the same way."""
        return asking(field.type, stream, self.types.declarations) == (stream.asks,)

    def properties(
        self, body: objects.RequestBody | None, form: Content
    ) -> tuple[Field, ...]:
        """The properties of a form that is one argument, if it is an object in JSON."""
        contents = () if body is None else body.content.values()
        here = (each.schema for each in contents if each.pointer == form.pointer)
        schema = next(here, None)
        if schema is None or form.encoding is not Encoding.JSON:
            return ()
        inside = self.types.compose.target(schema)
        if not self.types.is_object(inside):
            return ()
        return self.types.fields(inside, inside.pointer)

    def warn_of_forms(self, response: Response, kept: Response) -> None:
        """Say which forms of an answer cannot be asked for."""
        askable = {each.pointer for each in kept.contents}
        for each in response.contents:
            if each.pointer not in askable:
                self.types.found.warning(
                    "unused-media-type",
                    f"this operation cannot be asked for '{each.media_type}', so this "
                    "form of its answer is left out",
                    each.pointer,
                    on_key=True,
                )

    def response(
        self, status: str, response: objects.Response, owner: Pointer, label: str
    ) -> Response:
        """The answers of one status; `label` is what they are to the operation."""
        contents = tuple(
            self._content(media_type, each, Origin(label=label, owner=owner))
            for media_type, each in told_apart(response.content).items()
        )
        return Response(
            pointer=response.pointer,
            status=status,
            contents=tuple(sorted(contents, key=_order)),
            headers=tuple(
                header_of(name, each, self.types.compose)
                for name, each in response.headers.items()
            ),
            links=tuple(self.links.leading(response.links)),
            doc=Doc(description=response.description),
        )

    def _request_content(
        self, media_type: str, content: MediaType, owner: Pointer
    ) -> Content:
        schema = content.schema
        encoding = encoding_of(media_type)
        if schema is not None and self._flat(schema, content, encoding):
            return self._flattened(media_type, content, schema, owner)
        label = _LABELS.get(encoding, "request")
        made = self._content(media_type, content, Origin(label=label, owner=owner))
        made = replace(made, media_type=sent_as(media_type, made.encoding))
        if made.encoding is Encoding.BINARY:
            return replace(made, type=Scalar(Kind.CONTENT))
        if made.encoding is Encoding.MULTIPART:
            return replace(made, type=as_file(made.type))
        if made.encoding is Encoding.JSON_LINES:
            return replace(made, type=List(made.type))
        return made

    def _flattened(
        self, media_type: str, content: MediaType, schema: Schema, owner: Pointer
    ) -> Content:
        encoding = encoding_of(media_type)
        inside = schema if schema.ref is None else self.types.compose.at(schema.ref)
        belongs = owner if schema.ref is None else inside.pointer
        fields = self.types.fields(inside, belongs)
        if encoding is Encoding.MULTIPART:
            fields = tuple(replace(each, type=as_file(each.type)) for each in fields)
        return Content(
            pointer=content.pointer,
            media_type=sent_as(media_type, encoding),
            encoding=encoding,
            type=Anything(),
            fields=fields,
            parts=parts_of(content, self.types),
            examples=(*content.examples.values(), *inside.examples),
        )

    def _flat(self, schema: Schema, content: MediaType, encoding: Encoding) -> bool:
        """Whether each property is an argument: of an object in place, and of a
        component that is used as nothing else, unless an extension says otherwise."""
        if encoding not in (Encoding.JSON, Encoding.FORM, Encoding.MULTIPART):
            return False
        said = is_flattened(content.extensions)
        if said is False or (said is None and not self._only_here(schema.ref)):
            return False
        merged = self.types.compose.merged(self.types.compose.target(schema))
        extra = merged.additional_properties
        free = extra is not None and extra.boolean is not False
        if free or merged.nullable or is_answered(merged, self.types.compose):
            return False
        return self.types.is_object(schema)

    def _only_here(self, ref: Pointer | None) -> bool:
        base = ref is not None and self.types.polymorphism.children(ref)
        return ref is None or (self.usage.only_as_body(ref) and not base)

    def _content(self, media_type: str, content: MediaType, origin: Origin) -> Content:
        encoding = encoding_of(media_type)
        type_ = self._type(content, encoding, origin)
        if type_ == Scalar(Kind.BINARY) and (
            encoding is Encoding.XML or not is_concrete(media_type)
        ):
            encoding = Encoding.BINARY
        return Content(
            pointer=content.pointer,
            media_type=asked_as(media_type, encoding),
            encoding=encoding,
            type=type_,
            parts=parts_of(content, self.types),
            examples=tuple(content.examples.values()),
            end=first_text(content.extensions, ("x-speakeasy-sse-sentinel",)),
            xml=self._in_xml(content) if encoding is Encoding.XML else None,
            framed=encoding is Encoding.EVENTS and is_framed(content, self.types),
        )

    def _in_xml(self, content: MediaType) -> InXml | None:
        schema = content.schema
        if schema is None or self.types.is_object(schema):
            return None
        made = in_xml(schema, self.types.compose) or InXml()
        target = self.types.compose.target(schema)
        if target.one_of or target.any_of:  # then it is called as its variant is
            return made
        return replace(made, name=made.name or (schema.ref and label_of(schema.ref)))

    def _type(self, content: MediaType, encoding: Encoding, origin: Origin) -> Type:
        match encoding:
            case Encoding.BINARY:
                return Scalar(Kind.BINARY)
            case Encoding.TEXT:
                plain = self.types.of(content.schema, origin)
                return plain if plain in _WORDS else Scalar(Kind.STRING)
            case Encoding.XML:
                plain = self.types.of(content.schema, origin)
                kept = isinstance(plain, _BUILT) or plain == Scalar(Kind.BINARY)
                return plain if kept else Scalar(Kind.STRING)
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
        if schema is None or schema.types != ("array",) or schema.items is None:
            return schema
        return schema.items


def _order(content: Content) -> int:
    return ORDER.index(content.encoding)
