"""What an API sends of its own accord: webhooks, and callbacks of operations."""

from __future__ import annotations

from collections.abc import Iterator

from ..spec import objects
from ..spec.objects import OpenAPI
from .bodies import Bodies
from .declarations import Doc
from .extensions import METHOD_NAMES, first_text
from .headers import parameter_of
from .nodes import Encoding, Webhook
from .types import Anything


def webhooks_of(openapi: OpenAPI, bodies: Bodies) -> Iterator[Webhook]:
    """Each webhook, then each operation's callbacks (3.1, 4.8.1; 3.0, 4.7.18).

    Either may have callbacks in turn.
    """
    for each in openapi.webhooks:
        yield from _with_callbacks(each, each.operation_id or each.path, bodies)
    for operation in openapi.operations:
        yield from _callbacks(
            operation, operation.operation_id or operation.path, bodies
        )


def _callbacks(
    operation: objects.Operation, owner: str, bodies: Bodies
) -> Iterator[Webhook]:
    for key, several in operation.callbacks.items():
        for each in several:
            name = each.operation_id or f"{owner} {key}"
            yield from _with_callbacks(each, name, bodies)


def _with_callbacks(
    operation: objects.Operation, name: str, bodies: Bodies
) -> Iterator[Webhook]:
    yield _webhook(operation, name, bodies)
    yield from _callbacks(operation, name, bodies)


def _webhook(operation: objects.Operation, name: str, bodies: Bodies) -> Webhook:
    docs = operation.external_docs
    at = operation.pointer
    payload = bodies.payload(operation.request_body, at)
    answers = (
        bodies.response(status, each, at, _answer(status))
        for status, each in operation.responses.items()
    )
    return Webhook(
        pointer=operation.pointer,
        name=name,
        type=Anything() if payload is None else payload.type,
        encoding=Encoding.JSON if payload is None else payload.encoding,
        doc=Doc(
            summary=operation.summary,
            description=operation.description,
            deprecated=operation.deprecated,
            external_url=None if docs is None else docs.url,
        ),
        parameters=tuple(
            parameter_of(each, bodies.types.compose) for each in operation.parameters
        ),
        answers=tuple(answers),
        wanted=first_text(operation.extensions, METHOD_NAMES),
    )


def _answer(status: str) -> str:
    """What the answer to a webhook is called: those of 2XX are what is wanted."""
    return "answer" if status.startswith("2") else f"answer_{status.lower()}"
