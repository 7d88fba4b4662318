"""One trip: arguments are drawn, sent and decoded; an answer is made, sent and read."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from . import answers, auth, requests
from .calls import Uncallable, arguments
from .coverage import Coverage, How
from .document import Document
from .sdk import Method, Sdk
from .server import Loopback
from .shapes import Answer, Body, Operation


class Failed(Exception):
    """What went wrong on a trip, with the step at which it did."""

    def __init__(self, step: str, facts: str) -> None:
        super().__init__(f"{step}: {facts}")
        self.step = step
        self.facts = facts


@dataclass(frozen=True)
class Leg:
    """What a trip is to be: how much is drawn, in which form, which answer comes."""

    number: int
    how: How
    body: Body | None
    answer: Answer | None
    failing: bool = False

    @property
    def strict(self) -> bool:
        """Two trips of three have nothing that the document does not know."""
        return self.number % 3 != 2


@dataclass
class Traveller:
    """The clients of an SDK, a server for them, and the loop of the async one."""

    document: Document
    sdk: Sdk
    server: Loopback
    runner: asyncio.Runner

    def __post_init__(self) -> None:
        options = self.sdk.options(self.server.url, strict=False)
        self.client = self.sdk.sync_class(**options)
        self.async_client = self.sdk.async_class(**options)
        self.strict = self.client.with_options(strict=True)
        self.strict_async = self.async_client.with_options(strict=True)

    def close(self) -> None:
        self.client.close()
        self.runner.run(self.async_client.aclose())

    def go(
        self, operation: Operation, method: Method, leg: Leg, coverage: Coverage
    ) -> None:
        """One trip.

        Raises:
            Undrawable: No value fits what the document asks for.
            Failed: What was sent, or what was read, is not what was drawn.
        """
        random = Random(f"{operation.name} {leg.number}")
        apart = any(form.names for form in method.bodies())
        sent = requests.draw(
            self.document, operation, leg, random, coverage, apart=apart
        )
        answer = _in_lines(method, answers.draw(self.document, leg, random, coverage))
        flag = getattr(method.operation, "flag", None)
        if flag is not None and isinstance(sent.body, dict):
            sent.body[flag] = method.flag_value(stream=answer.many)
        for slot in [each for each in sent.parameters if each not in method.slots]:
            if auth.is_credential(self.document, *slot):
                del sent.parameters[slot]  # it is given to the client
        self.server.sent.clear()
        self.server.reply = answer.reply
        stream = None if answer.reply.media_type is None else answer.many
        try:
            given = arguments(
                method, sent.parameters, sent.body, sent.media_type, stream=stream
            )
        except Uncallable as error:
            raise Failed("call", str(error)) from None
        outcome = self._call(
            method, given, leg.number, leg.strict and not answer.beyond
        )
        if not self.server.sent:
            raise Failed("send", f"nothing came: {outcome!r:.300}")
        wrong = requests.difference(
            self.document, self.sdk, operation, sent, self.server.sent[-1]
        )
        if wrong is not None:
            raise Failed("sent", wrong)
        wrong = answers.difference(self.sdk, method, leg, answer, outcome)
        if wrong is not None:
            raise Failed("read", wrong)

    def _call(
        self, method: Method, given: dict[str, Any], number: int, strict: bool
    ) -> Any:
        """What the SDK returns or raises; a stream as the list of its items."""
        try:
            if number % 2 == 0:
                client = self.strict if strict else self.client
                value = method.of(client)(**given)
                return list(value) if _is_stream(value) else value
            async_client = self.strict_async if strict else self.async_client
            return self.runner.run(self._call_async(method.of(async_client), given))
        except Exception as error:  # whatever it is, it is what the caller gets
            return error

    async def _call_async(self, method: Any, given: dict[str, Any]) -> Any:
        value = await method(**given)
        return [each async for each in value] if _is_stream(value) else value


def _is_stream(value: object) -> bool:
    """Whether it gives items; an SDK without any has no such module."""
    return type(value).__module__.endswith("._core.stream")


def _in_lines(method: Method, answer: answers.Drawn) -> answers.Drawn:
    """A text that the SDK gives line by line, as its lines."""
    streams = getattr(method.operation, "media_type", None) == answer.reply.media_type
    if not streams or not isinstance(answer.value, str):
        return answer
    return replace(answer, value=answer.value.splitlines(), many=True)
