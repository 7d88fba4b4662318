"""What extensions say to leave out: the document as if it were not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..records import replace
from ..spec.objects import OpenAPI, Operation
from .extensions import is_ignored


def without_ignored(openapi: OpenAPI) -> OpenAPI:
    """The document without ignored operations, parameters, webhooks and schemas.

    What is needed stays: a parameter that is required, and a schema that something
    else refers to, which is no component then.
    """
    schemas = openapi.schemas.items()
    return replace(
        openapi,
        operations=tuple(_kept(openapi.operations)),
        webhooks=tuple(_kept(openapi.webhooks)),
        schemas={key: each for key, each in schemas if not is_ignored(each.extensions)},
    )


def _kept(operations: Iterable[Operation]) -> Iterator[Operation]:
    for each in operations:
        if not is_ignored(each.extensions):
            yield replace(
                each,
                parameters=tuple(
                    parameter
                    for parameter in each.parameters
                    if parameter.required or not is_ignored(parameter.extensions)
                ),
                callbacks={
                    name: tuple(_kept(several))
                    for name, several in each.callbacks.items()
                },
            )
