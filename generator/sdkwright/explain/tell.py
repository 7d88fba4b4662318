"""The story of an operation or a schema: from the IR, its names and its files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from ..ir.declarations import Alias, Declaration, Enum, Field, Model
from ..ir.mentions import declaration_types, operation_types
from ..ir.nodes import Api, Body, Operation, Parameter, Stream, Webhook
from ..ir.types import Nullable, named_in, without_null
from ..pointer import Pointer, child
from ..python.names.table import NameTable
from ..python.operations.arguments import arguments_of
from ..python.operations.paging import returned
from ..python.text.annotations import annotate
from ..python.views import ArgumentView
from ..records import dataclass
from .find import Thing
from .places import class_places, function_places, method_places
from .reasons import why_argument, why_class, why_function, why_method
from .story import Fact, Name, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a story is told from; `pinned` are the names that the configuration sets.

    `folder` leads to the files from where the reader is, with a slash at its end.
    """

    api: Api
    names: NameTable
    pinned: Mapping[str, str]
    files: Mapping[str, str]
    folder: str = ""


def tell(thing: Thing, known: Known) -> Story:
    """The story of one thing, its lines in the document not yet looked up."""
    if isinstance(thing, Operation):
        return _operation(thing, known)
    if isinstance(thing, Webhook):
        return _webhook(thing, known)
    return _declaration(thing, known)


def _operation(operation: Operation, known: Known) -> Story:
    names = known.names
    name = names.operation(operation.pointer)
    classes = (names.client_class, names.async_client_class)
    module = "client"
    if names.grouped and operation.group:
        one = names.resource_class(operation.group)
        classes = (one, f"Async{one}")
        module = names.resource_module(operation.group)
    own = Name(
        name=names.access(operation),
        kind="method",
        annotation=returned(operation, names).text,
        why=why_method(operation, names, known.pinned),
        pointer=operation.pointer,
    )
    return Story(
        title=f"{operation.method.upper()} {operation.path}",
        pointer=operation.pointer,
        span=None,
        facts=tuple(_operation_facts(operation, known)),
        names=(own, *_arguments(operation, known)),
        places=tuple(method_places(known.files, module, classes, name)),
    )


def _webhook(webhook: Webhook, known: Known) -> Story:
    name = known.names.operation(webhook.pointer)
    own = Name(
        name=name,
        kind="function",
        annotation=annotate(webhook.type, known.names).text,
        why=why_function(webhook, name, known.pinned),
        pointer=webhook.pointer,
    )
    return Story(
        title=f"webhook {webhook.name}",
        pointer=webhook.pointer,
        span=None,
        facts=(Fact(label="payload", text=own.annotation),),
        names=(own,),
        places=tuple(function_places(known.files, name)),
    )


def _operation_facts(operation: Operation, known: Known) -> Iterator[Fact]:
    yield Fact(label="operationId", text=operation.operation_id or "none")
    if operation.group:
        yield Fact(label="group", text=" / ".join(operation.group))
    if operation.body is not None:
        yield Fact(label="body", text=_body(operation.body))
    for response in (*operation.successes, *operation.errors):
        types = [annotate(each.type, known.names).text for each in response.contents]
        what = ", ".join(dict.fromkeys(types)) or "nothing"
        yield Fact(label=f"answer {response.status}", text=what)
    if operation.stream is not None:
        item = annotate(operation.stream.item, known.names).text
        when = _when(operation.stream)
        yield Fact(label="stream", text=f"of {item}{when}")
    if operation.paging is not None:
        paging = operation.paging
        item = annotate(paging.item, known.names).text
        by = f", by '{paging.parameter}'" if paging.parameter else ""
        yield Fact(label="pages", text=f"{paging.style.value} of {item}{by}")
    if operation.security:
        ways = (" and ".join(each) or "nothing" for each in operation.security)
        yield Fact(label="credentials", text=" or ".join(ways))


def _when(stream: Stream) -> str:
    if stream.flag is None:
        return ""
    return f", where '{stream.flag}' is {json.dumps(stream.asks)}"


def _body(body: Body) -> str:
    kinds = ", ".join(content.media_type for content in body.contents)
    need = "required" if body.required else "optional"
    fields = body.contents[0].fields if body.contents else None
    how = "one argument" if fields is None else "an argument a property"
    return f"{kinds}, {need}, {how}"


def _arguments(operation: Operation, known: Known) -> Iterator[Name]:
    table = known.names.parameters
    here = {name: at for (of, at), name in table.items() if of == operation.pointer}
    parts: dict[Pointer, Parameter | Field] = {
        each.pointer: each for each in operation.parameters
    }
    for content in operation.body.contents if operation.body else ():
        parts |= {each.pointer: each for each in content.fields or ()}
    for each in arguments_of(operation, known.names, frozenset()):
        part = parts.get(here.get(each.name, Pointer("")))
        yield Name(
            name=each.name,
            kind="argument",
            annotation=_declared(each),
            why=_why(each, part, known),
            pointer=part.pointer if part else child(operation.pointer, "requestBody"),
        )


def _declared(each: ArgumentView) -> str:
    return each.declaration.removeprefix(f"{each.name}: ")


def _why(each: ArgumentView, part: Parameter | Field | None, known: Known) -> str:
    if part is None:
        return "the whole body" if each.place == "body" else "chooses a form"
    what = "the body's property"
    if isinstance(part, Parameter):
        what = f"the {part.place.value} parameter"
    return why_argument(each.name, part, known.pinned, what)


def _declaration(each: Declaration, known: Known) -> Story:
    name, label = known.names.declaration(each.pointer), each.origin.label
    owner = _owner(each, known)
    own = Name(
        name=name,
        kind={Model: "model", Enum: "enum", Alias: "alias"}[type(each)],
        annotation=(
            annotate(each.type, known.names).text if isinstance(each, Alias) else ""
        ),
        why=why_class(each, known.names, known.pinned, owner),
        pointer=each.pointer,
    )
    return Story(
        title=f"{label} of {owner}" if owner else f"schema {label}",
        pointer=each.pointer,
        span=None,
        facts=tuple(_uses(each, known)),
        names=(own, *_parts(each, known)),
        places=tuple(class_places(known.files, name)),
    )


def _owner(each: Declaration, known: Known) -> str:
    owner = each.origin.owner
    if owner is None:
        return ""
    if owner in known.api.declarations:
        return known.names.declaration(owner)
    return known.names.operation(owner)


def _uses(each: Declaration, known: Known) -> Iterator[Fact]:
    """Who mentions a declaration: methods, functions of webhooks, classes."""
    methods = [
        known.names.access(operation)
        for operation in known.api.operations
        if any(each.pointer in named_in(of) for of in operation_types(operation))
    ]
    functions = [
        known.names.operation(webhook.pointer)
        for webhook in known.api.webhooks
        if each.pointer in named_in(webhook.type)
    ]
    classes = [
        known.names.declaration(at)
        for at, other in known.api.declarations.items()
        if any(each.pointer in named_in(of) for of in declaration_types(other))
    ]
    yield Fact(
        label="used by", text=", ".join([*methods, *functions, *classes]) or "nothing"
    )


def _parts(each: Declaration, known: Known) -> Iterator[Name]:
    names = known.names
    if isinstance(each, Model):
        for field in each.fields:
            name = names.field(field.pointer)
            yield Name(
                name=name,
                kind="attribute",
                annotation=_attribute(field, names),
                why=why_argument(name, field, known.pinned, "the property"),
                pointer=field.pointer,
            )
    elif isinstance(each, Enum):
        for member in each.members:
            yield Name(
                name=names.member(each.pointer, member.value),
                kind="member",
                annotation=repr(member.value),
                why="named in the document" if member.wanted else "the value",
                pointer=each.pointer,
            )


def _attribute(field: Field, names: NameTable) -> str:
    """The attribute's annotation, with None where it may be missing."""
    if field.required:
        return annotate(field.type, names).text
    return f"{annotate(Nullable(without_null(field.type)), names).text} = None"
