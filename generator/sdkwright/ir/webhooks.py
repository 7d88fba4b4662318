"""What an API sends of its own accord: webhooks, and callbacks of operations."""

from __future__ import annotations

from collections.abc import Iterator

from ..spec import objects
from ..spec.objects import OpenAPI
from .bodies import Bodies
from .declarations import Doc
from .extensions import METHOD_NAMES, first_text
from .nodes import Webhook
from .types import Anything


def webhooks_of(openapi: OpenAPI, bodies: Bodies) -> Iterator[Webhook]:
    """Each webhook, then each operation's callbacks (3.1, 4.8.1; 3.0, 4.7.18)."""
    for each in openapi.webhooks:
        yield _webhook(each, each.operation_id or each.path, bodies)
    for operation in openapi.operations:
        for key, several in operation.callbacks.items():
            for each in several:
                owner = operation.operation_id or operation.path
                yield _webhook(each, each.operation_id or f"{owner} {key}", bodies)


def _webhook(operation: objects.Operation, name: str, bodies: Bodies) -> Webhook:
    docs = operation.external_docs
    type_ = bodies.payload(operation.request_body, operation.pointer)
    return Webhook(
        pointer=operation.pointer,
        name=name,
        type=Anything() if type_ is None else type_,
        doc=Doc(
            summary=operation.summary,
            description=operation.description,
            deprecated=operation.deprecated,
            external_url=None if docs is None else docs.url,
        ),
        headers=frozenset(
            each.name.lower()
            for each in operation.parameters
            if each.location == "header"
        ),
        wanted=first_text(operation.extensions, METHOD_NAMES),
    )
