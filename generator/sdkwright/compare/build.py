"""An API and its names → the face that its SDK shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..config import Target
from ..ir.answers import error_type
from ..ir.declarations import NO_DOC, Alias, Declaration, Enum, Field, Model
from ..ir.directions import travels
from ..ir.nodes import Api, Auth, Operation, Parameter
from ..ir.types import Nullable, Type, renamed
from ..pointer import ROOT, Pointer, child
from ..python.clients.addresses import expanded
from ..python.clients.classes import declaration, options_of
from ..python.clients.views import OptionView
from ..python.names.table import NameTable
from ..python.operations.arguments import arguments_of
from ..python.operations.paging import returned
from ..python.text.annotations import annotate
from ..records import dataclass
from .face import Class, Face, Method, Option, Part


def face_of(api: Api, names: NameTable, target: Target) -> Face:
    """Everything that a program can name of the SDK of an API."""
    maker = _Maker.of(api, names)
    methods = [maker.method(each) for each in api.operations]
    sent, answered = travels(api)
    schemes = {
        argument: auth
        for auth in api.auths.values()
        for argument in names.credential(auth.name)
    }
    classes = [
        maker.class_(each, each.pointer in sent, each.pointer in answered)
        for each in api.declarations.values()
    ]
    return Face(
        package=names.package,
        client_class=names.client_class,
        options={
            each.name: _option(each, schemes.get(each.name))
            for each in options_of(api, names, target)
        },
        environments={
            names.environment(each.pointer): (expanded(each), each.pointer)
            for each in api.servers
        },
        methods={each.name: each for each in methods},
        classes={each.name: each for each in classes},
        webhooks={
            names.operation(each.pointer): (maker.type(each.type), each.pointer)
            for each in api.webhooks
        },
    )


def _option(each: OptionView, auth: Auth | None) -> Option:
    sent = ""
    if auth is not None:
        place = auth.place.value if auth.place else ""
        sent = " ".join(filter(None, (place, auth.parameter, auth.scheme)))
    return Option(
        name=each.name,
        text=declaration(each, is_async=False),
        required=each.default is None,
        pointer=ROOT if auth is None else auth.pointer,
        sent=sent,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Maker:
    """What methods and classes are made with: `classes` are names as pointers."""

    names: NameTable
    classes: Mapping[Pointer, Pointer]
    arguments: Mapping[Pointer, Mapping[str, Pointer]]

    @classmethod
    def of(cls, api: Api, names: NameTable) -> _Maker:
        arguments: dict[Pointer, dict[str, Pointer]] = {}
        for (operation, at), name in names.parameters.items():
            arguments.setdefault(operation, {})[name] = at
        classes = {at: Pointer(name) for at, name in names.declarations.items()}
        return cls(names=names, classes=classes, arguments=arguments)

    def type(self, type_: Type) -> Type:
        return renamed(type_, self.classes)

    def method(self, operation: Operation) -> Method:
        stream, paging, body = operation.stream, operation.paging, operation.body
        return Method(
            name=self.names.access(operation),
            call=f"{operation.method.upper()} {operation.path}",
            pointer=operation.pointer,
            arguments={each.name: each for each in self._arguments(operation)},
            returns=None if operation.returns is None else self.type(operation.returns),
            returns_text=returned(operation, self.names).text,
            stream=None if stream is None else self.type(stream.item),
            only_streams=operation.only_streams,
            page=None if paging is None else paging.style.value,
            errors={
                response.status: None if body is None else self.type(body)
                for response in operation.errors
                for body in (error_type(response),)
            },
            security=frozenset(
                frozenset(name for each in one for name in self.names.credential(each))
                for one in operation.security
            ),
            sends=tuple(each.media_type for each in body.contents) if body else (),
            headers=tuple(
                header.name
                for response in operation.successes
                for header in response.headers
            ),
            doc=operation.doc,
        )

    def _arguments(self, operation: Operation) -> Iterator[Part]:
        here = self.arguments.get(operation.pointer, {})
        parts = {each.pointer: each for each in _parts(operation)}
        for each in arguments_of(operation, self.names, frozenset()):
            at = here.get(each.name) or Pointer("")
            part = parts.get(at)
            place = at if "#" in at else child(operation.pointer, "requestBody")
            yield Part(
                name=each.name,
                type=self.type(each.type),
                required=each.default is None,
                text=each.declaration,
                pointer=place,
                doc=NO_DOC if part is None else part.doc,
                place=each.place,
                wire=each.wire,
                positional=each.positional,
                default=each.document_default,
                rules={} if part is None else part.constraints,
                held=() if part is None else part.held,
                form=_form(part),
            )

    def class_(self, each: Declaration, sent: bool, answered: bool) -> Class:
        model = each if isinstance(each, Model) else None
        extra = None if model is None else model.additional
        return Class(
            name=self.names.declaration(each.pointer),
            pointer=each.pointer,
            declaration=each,
            sent=sent,
            answered=answered,
            parts={part.name: part for part in map(self._attribute, _fields(each))},
            members={
                self.names.member(each.pointer, member.value): member.value
                for member in (each.members if isinstance(each, Enum) else ())
            },
            type=self.type(each.type) if isinstance(each, Alias) else None,
            extra=None if extra is None else self.type(extra),
        )

    def _attribute(self, each: Field) -> Part:
        name = self.names.field(each.pointer)
        type_ = each.type
        if not each.required and not isinstance(type_, Nullable):
            type_ = Nullable(type_)
        tail = "" if each.required else " = None"
        return Part(
            name=name,
            type=self.type(type_),
            required=each.required,
            text=f"{name}: {annotate(type_, self.names).text}{tail}",
            pointer=each.pointer,
            doc=each.doc,
            wire=each.name,
            default=None if each.default is None else repr(each.default[0]),
            rules=each.constraints,
            held=each.held,
        )


def _form(part: Parameter | Field | None) -> str:
    """How a parameter is written in its place: `form, exploded`."""
    if not isinstance(part, Parameter):
        return ""
    how = part.media_type or part.style
    return f"{how}, exploded" if part.explode else how


def _fields(each: Declaration) -> tuple[Field, ...]:
    return each.fields if isinstance(each, Model) else ()


def _parts(operation: Operation) -> Iterator[Parameter | Field]:
    yield from operation.parameters
    for content in operation.body.contents if operation.body else ():
        yield from content.fields or ()
