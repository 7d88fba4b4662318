"""Where schemas are used: which components serve as nothing but one request body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..pointer import Pointer
from ..records import dataclass
from ..spec.objects import MediaType, OpenAPI, Operation, Schema


@dataclass(frozen=True, slots=True)
class Usage:
    """How often each schema is referred to, and by how many request bodies."""

    _uses: Counter[Pointer]
    _bodies: Counter[Pointer]

    @classmethod
    def of(cls, openapi: OpenAPI) -> Usage:
        """Count the references of the whole document."""
        uses: Counter[Pointer] = Counter()
        bodies: Counter[Pointer] = Counter()
        for schema in openapi.referenced.values():
            uses.update(references(schema))
        for operation in _operations(openapi):
            for schema in _schemas(operation):
                uses.update(references(schema))
            body = operation.request_body
            contents = () if body is None else body.content.values()
            refs = {
                each.schema.ref
                for each in contents
                if each.schema is not None and each.schema.ref is not None
            }
            bodies.update(refs)
            uses.update(refs)
            for each in contents:
                if each.schema is not None and each.schema.ref is None:
                    uses.update(references(each.schema))
        return cls(uses, bodies)

    def only_as_body(self, at: Pointer) -> bool:
        """Whether a schema is one operation's body and nothing else."""
        return self._uses[at] == 1 and self._bodies[at] == 1


def references(schema: Schema) -> Iterator[Pointer]:
    """Every reference in a schema, without following any."""
    rest = [schema]
    while rest:
        each = rest.pop()
        if each.ref is not None:
            yield each.ref
        if each.discriminator is not None:
            yield from each.discriminator.mapping.values()
        for several in (
            each.all_of,
            each.any_of,
            each.one_of,
            each.conditional,
            each.prefix_items,
            each.properties.values(),
            each.pattern_properties.values(),
        ):
            rest += several
        for one in (
            each.items,
            each.additional_properties,
            each.unevaluated_properties,
        ):
            if one is not None:
                rest.append(one)


def _operations(openapi: OpenAPI) -> Iterator[Operation]:
    rest = [*openapi.operations, *openapi.webhooks]
    while rest:
        operation = rest.pop()
        yield operation
        for several in operation.callbacks.values():
            rest.extend(several)


def _schemas(operation: Operation) -> Iterator[Schema]:
    """The schemas of an operation, its request body's own apart."""
    contents: list[MediaType] = []
    for parameter in operation.parameters:
        if parameter.schema is not None:
            yield parameter.schema
        contents.extend(parameter.content.values())
    for response in operation.responses.values():
        contents.extend(response.content.values())
        for header in response.headers.values():
            if header.schema is not None:
                yield header.schema
    for content in contents:
        for schema in (content.schema, content.item_schema):
            if schema is not None:
                yield schema
