"""Which way a declaration travels: in requests, in answers, or both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..ir.groups import needed_by
from ..ir.nodes import Api, Content, Operation
from ..ir.types import Type, named_in
from ..pointer import Pointer


@dataclass(frozen=True, slots=True, kw_only=True)
class Directions:
    """The declarations that a client sends, and those that it is answered."""

    sent: frozenset[Pointer]
    answered: frozenset[Pointer]


def directions(api: Api) -> Directions:
    """Follow every type of every operation; what a webhook brings is read only."""
    sent = [*map(_sent, api.operations)]
    answered = [
        *map(_answered, api.operations),
        *([each.type] for each in api.webhooks),
    ]
    return Directions(sent=_reached(api, sent), answered=_reached(api, answered))


def _sent(operation: Operation) -> list[Type]:
    contents = operation.body.contents if operation.body else ()
    parameters = (each.type for each in operation.parameters)
    return [*parameters, *_of_contents(contents)]


def _answered(operation: Operation) -> list[Type]:
    types: list[Type] = []
    for response in (*operation.successes, *operation.errors):
        types += _of_contents(response.contents)
    if operation.stream is not None:
        types.append(operation.stream.item)
    return types


def _of_contents(contents: Iterable[Content]) -> Iterator[Type]:
    for content in contents:
        if content.fields is None:
            yield content.type
        else:
            yield from (field.type for field in content.fields)


def _reached(api: Api, several: Iterable[Iterable[Type]]) -> frozenset[Pointer]:
    rest = [at for types in several for type_ in types for at in named_in(type_)]
    reached: set[Pointer] = set()
    while rest:
        at = rest.pop()
        if at not in reached:
            reached.add(at)
            rest += needed_by(api.declarations[at])
    return frozenset(reached)
