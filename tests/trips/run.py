"""Every operation of a document, by the SDK that was made of it.

`python -m trips DOCUMENT SDK-FOLDER PACKAGE` prints what fails, by its cause.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .coverage import Coverage, How
from .document import Document
from .draw import Undrawable
from .operations import operations
from .sdk import Method, Sdk
from .server import loopback
from .shapes import Answer, Body, Operation, accepted, kind
from .trip import Failed, Leg, Traveller

MOST = 8  # trips of one operation


@dataclass(frozen=True)
class Failure:
    """An operation that does not make the round trip, and the first reason why."""

    operation: str
    step: str
    facts: str

    def __str__(self) -> str:
        return f"{self.operation}: {self.step}: {self.facts}"


@dataclass
class Result:
    """Operations that passed, of all; `undrawn` are those without a valid value.

    `unoffered` are forms of bodies that the SDK does not send: another of the same
    content is. `unasked` are forms of answers that it does not ask for, by its
    `Accept`. `trips` is the number of requests that were sent.
    """

    total: int = 0
    passed: int = 0
    trips: int = 0
    failures: list[Failure] = field(default_factory=list[Failure])
    undrawn: list[Failure] = field(default_factory=list[Failure])
    unoffered: list[str] = field(default_factory=list[str])
    unasked: list[str] = field(default_factory=list[str])


def run(folder: Path, package: str, document: Path, only: str = "") -> Result:
    """The round trips of all operations of a document.

    Args:
        folder: The SDK, as sdkwright has written it.
        package: Its package.
        document: The file that it was made of.
        only: Only operations whose verb and path have this in them.
    """
    described, sdk, result = Document(document), Sdk(folder, package), Result()
    try:
        with loopback() as server, asyncio.Runner() as runner:
            traveller = Traveller(described, sdk, server, runner)
            try:
                turns: Counter[str] = Counter()
                for operation in operations(described):
                    sent = f"{operation.method} {operation.called}"
                    if only in operation.name:
                        _operation(traveller, operation, turns[sent], result)
                    turns[sent] += 1
            finally:
                traveller.close()
    finally:
        sdk.forget()
    return result


def _operation(
    traveller: Traveller, operation: Operation, turn: int, result: Result
) -> None:
    result.total += 1
    method = _method(traveller.sdk, operation, turn)
    if method is None:
        result.failures.append(Failure(operation.name, "find", "the SDK lacks it"))
        return
    before = len(result.failures)
    bodies = _offered(operation, method, result)
    coverage, undrawn = Coverage(), ""
    answers = _asked(operation, method, result)
    for leg in _legs(operation, bodies, answers, coverage):
        try:
            traveller.go(operation, method, leg, coverage)
            result.trips += 1
        except Undrawable as error:
            undrawn = str(error)
        except Failed as error:
            result.failures.append(Failure(operation.name, error.step, error.facts))
            return
    if undrawn:
        result.undrawn.append(Failure(operation.name, "draw", undrawn))
    elif len(result.failures) == before:
        result.passed += 1


def _method(sdk: Sdk, operation: Operation, turn: int) -> Method | None:
    """The method of an operation. Several may be the same to a server, as it does
    not see fragments: `turn` counts them.
    """
    methods = sdk.methods.get((operation.method, operation.called), [])
    return methods[turn] if turn < len(methods) else None


def _offered(operation: Operation, method: Method, result: Result) -> list[Body]:
    known = {form.media_type for form in method.bodies()}
    kinds = {kind(each) for each in known}
    made: list[Body] = []
    for body in operation.bodies:
        if body.media_type in known or len(operation.bodies) == 1:
            made.append(body)
        elif kind(body.media_type) in kinds or _is_said_in_json(body, operation):
            result.unoffered.append(f"{operation.name}: {body.media_type}")
        else:
            facts = f"{body.media_type} is not offered"
            result.failures.append(Failure(operation.name, "form", facts))
    return made


def _is_said_in_json(body: Body, operation: Operation) -> bool:
    """Whether a form in XML holds what one in JSON holds: nobody has to choose it."""
    return kind(body.media_type) == "xml" and any(
        kind(each.media_type) == "json" and each.schema == body.schema
        for each in operation.bodies
    )


def _asked(operation: Operation, method: Method, result: Result) -> list[Answer]:
    """The successes in the forms that the SDK asks for (RFC 9110, 12.5.1).

    A server that has none of them answers in what it has.
    """
    answers = [each for each in operation.answers if each.success]
    if not answers and not any(e.status.startswith("3") for e in operation.answers):
        answers = [each for each in operation.answers if each.status == "DEFAULT"]
    asked = [*method.accepts(stream=False), *method.accepts(stream=True)]
    made: list[Answer] = []
    for status in dict.fromkeys(each.status for each in answers):
        several = [each for each in answers if each.status == status]
        fitting = [
            each
            for each in several
            if each.media_type is None or accepted(each.media_type, asked)
        ]
        made += fitting or several
        for each in several if fitting else ():
            if each not in fitting:
                result.unasked.append(f"{operation.name}: {status} {each.media_type}")
    return made


def _legs(
    operation: Operation,
    bodies: list[Body],
    answers: list[Answer],
    coverage: Coverage,
) -> Iterator[Leg]:
    """The least, the whole, then as many as there are forms, answers and variants."""
    errors = [
        each
        for each in operation.answers
        if each.code() >= 400 or (each.status == "DEFAULT" and each not in answers)
    ]
    # No server says in a picture what is wrong, though Swagger 2.0 has it so.
    errors = [e for e in errors if e.media_type and kind(e.media_type) != "binary"] or [
        each for each in errors if each.media_type is None
    ]
    several = max(len(answers), len(bodies), 2)
    number = 0
    while number < several or (number < MOST and not coverage.whole):
        how = (How.LEAST, How.WHOLE)[number] if number < 2 else How.SOME
        body = bodies[number % len(bodies)] if bodies else None
        answer = answers[number % len(answers)] if answers else None
        yield Leg(number, how, body, answer)
        number += 1
    for error in errors[:2]:
        body = bodies[0] if bodies else None
        yield Leg(number, How.SOME, body, error, failing=True)
        number += 1
