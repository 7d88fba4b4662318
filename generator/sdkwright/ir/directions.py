"""What is sent and what is answered: `readOnly` and `writeOnly` properties.

A request has no properties that are `readOnly`, an answer none that are
`writeOnly` (OpenAPI 3.2, 4.24; JSON Schema 2020-12, Validation, 9.4). A model that
travels both ways and differs is two: the answer keeps the name, and what is sent is
its `input`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..pointer import Pointer, child
from ..records import dataclass, replace
from ..spec.objects import Schema
from .compose import Composer
from .declarations import Alias, Declaration, Field, Model, Origin
from .groups import needed_by
from .mentions import webhook_types
from .nodes import Api, Body, Content, Operation, Webhook
from .reach import reached, reaching
from .types import Type, named_in, renamed

INPUT = "input"


def split_directions(api: Api) -> Api:
    """The API with properties only where they travel."""
    if not any(map(_is_one_way, _fields(api))):
        return api
    sent, answered = travels(api)
    differing = _reaching(api, {at for at, each in _models(api) if _differs(each)})
    splitter = _Splitter(
        sent=sent - answered,
        answered=answered - sent,
        inputs={at: child(at, INPUT) for at in sent & answered & differing},
    )
    operations = {each.pointer: splitter.operation(each) for each in api.operations}
    resources = (
        replace(
            resource,
            operations=tuple(operations[each.pointer] for each in resource.operations),
        )
        for resource in api.resources
    )
    return replace(
        api,
        declarations=dict(splitter.declarations(api)),
        operations=tuple(operations.values()),
        resources=tuple(resources),
        webhooks=tuple(map(splitter.webhook, api.webhooks)),
    )


def is_answered(schema: Schema, compose: Composer) -> bool:
    """Whether all properties of a merged schema are `readOnly`: none is sent."""
    several = schema.properties.values()
    return all(each.read_only or compose.target(each).read_only for each in several)


def travels(api: Api) -> tuple[frozenset[Pointer], frozenset[Pointer]]:
    """The declarations that are sent, and those that are answered; some are both."""
    return _reached(api, _all_sent(api)), _reached(api, _all_answered(api))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Splitter:
    """What travels one way only, and what the others are called when sent."""

    sent: frozenset[Pointer]
    answered: frozenset[Pointer]
    inputs: Mapping[Pointer, Pointer]

    def declarations(self, api: Api) -> Iterator[tuple[Pointer, Declaration]]:
        for at, each in api.declarations.items():
            if at in self.sent:
                yield at, self._as_sent(each)
            elif at in self.inputs:
                yield at, _as_answered(each)
                yield self.inputs[at], self._input(each)
            else:
                yield at, _as_answered(each) if at in self.answered else each

    def operation(self, operation: Operation) -> Operation:
        """The operation, sending what is sent."""
        parameters = tuple(
            replace(each, type=renamed(each.type, self.inputs))
            for each in operation.parameters
        )
        body = None if operation.body is None else self._body(operation.body)
        return replace(operation, parameters=parameters, body=body)

    def webhook(self, webhook: Webhook) -> Webhook:
        """The webhook, answered with what is sent."""
        answers = (
            replace(each, contents=tuple(map(self._content, each.contents)))
            for each in webhook.answers
        )
        return replace(webhook, answers=tuple(answers))

    def _body(self, body: Body) -> Body:
        return replace(body, contents=tuple(map(self._content, body.contents)))

    def _content(self, content: Content) -> Content:
        fields = content.fields
        if fields is not None:
            fields = tuple(self._field(each) for each in fields if not each.read_only)
        return replace(content, type=renamed(content.type, self.inputs), fields=fields)

    def _field(self, field: Field) -> Field:
        return replace(field, type=renamed(field.type, self.inputs))

    def _as_sent(self, each: Declaration) -> Declaration:
        match each:
            case Model(fields=fields, additional=additional):
                extra = None if additional is None else renamed(additional, self.inputs)
                kept = (self._field(field) for field in fields if not field.read_only)
                return replace(each, fields=tuple(kept), additional=extra)
            case Alias(type=type_):
                return replace(each, type=renamed(type_, self.inputs))
            case _:
                return each

    def _input(self, each: Declaration) -> Declaration:
        """What is sent of a declaration that is answered as well."""
        made = replace(
            self._as_sent(each),
            pointer=self.inputs[each.pointer],
            origin=Origin(label=INPUT, owner=each.pointer),
        )
        if isinstance(made, Model):
            fields = (
                replace(field, pointer=child(field.pointer, INPUT))
                for field in made.fields
            )
            return replace(made, fields=tuple(fields))
        return made


def _as_answered(each: Declaration) -> Declaration:
    if not isinstance(each, Model):
        return each
    kept = (field for field in each.fields if not field.write_only)
    return replace(each, fields=tuple(kept))


def _is_one_way(field: Field) -> bool:
    return field.read_only or field.write_only


def _differs(model: Model) -> bool:
    return any(map(_is_one_way, model.fields))


def _models(api: Api) -> Iterator[tuple[Pointer, Model]]:
    for at, each in api.declarations.items():
        if isinstance(each, Model):
            yield at, each


def _fields(api: Api) -> Iterator[Field]:
    for _, model in _models(api):
        yield from model.fields
    for operation in api.operations:
        for content in operation.body.contents if operation.body else ():
            yield from content.fields or ()


def _all_sent(api: Api) -> Iterator[Type]:
    for operation in api.operations:
        yield from _sent(operation)
    for webhook in api.webhooks:
        yield from webhook_types(webhook)[1:]


def _sent(operation: Operation) -> Iterator[Type]:
    yield from (each.type for each in operation.parameters)
    for content in operation.body.contents if operation.body else ():
        if content.fields is None:
            yield content.type
        for field in content.fields or ():
            if not field.read_only:
                yield field.type


def _all_answered(api: Api) -> Iterator[Type]:
    for webhook in api.webhooks:
        yield webhook.type
    for operation in api.operations:
        for response in (*operation.successes, *operation.errors):
            yield from (each.type for each in response.contents)
        if operation.stream is not None:
            yield operation.stream.item


def _reached(api: Api, types: Iterable[Type]) -> frozenset[Pointer]:
    """Every declaration that the types mention, and what those mention."""
    start = (at for type_ in types for at in named_in(type_))
    return reached(start, lambda at: needed_by(api.declarations[at]))


def _reaching(api: Api, targets: set[Pointer]) -> frozenset[Pointer]:
    """Every declaration that mentions one of the targets, near or far."""
    declared = api.declarations
    return reaching(targets, declared, lambda at: needed_by(declared[at]))
