"""The fake of the Julep API answers all 60 methods, and keeps what it is asked."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from seed.document import Operation, follow, model_name, operations, sample

pytestmark = pytest.mark.usefixtures("julep_on_path")
OPERATIONS = operations()
SOURCE = Path(__file__).parents[2] / "generated" / "julep" / "src"


@pytest.fixture
def fake() -> Any:
    from julep.testing import FakeJulepApi

    return FakeJulepApi()


def call(client: Any, operation: Operation) -> Any:
    """Call the method with what it asks for."""
    import julep as sdk

    given: dict[str, Any] = {}
    for each in operation.arguments:
        if each.required:
            name, value = model_name(each.schema), sample(each.schema)
            model = None if name is None else getattr(sdk, name)
            given[each.name] = value if model is None else model.model_validate(value)
    return getattr(client, operation.name)(**given)


def both(fake: Any, operation: Operation) -> tuple[Any, Any]:
    """What the sync and the async client are answered."""

    async def main() -> Any:
        return await call(fake.async_client, operation)

    return call(fake.client, operation), asyncio.run(main())


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.name)
def test_every_method_has_an_answer(fake: Any, operation: Operation) -> None:
    """An answer of the method's type, and a note of the call under its name."""
    answer, async_answer = both(fake, operation)
    assert answer == async_answer
    assert [each.name for each in fake.calls] == [operation.name] * 2
    method = getattr(fake.client, operation.name)
    assert fake.calls_of(method) == fake.calls
    if operation.answer is None:
        assert answer is None
    else:
        dumped = answer.model_dump(mode="json", by_alias=True, exclude_unset=True)
        required = follow(operation.answer).get("required", ["items"])
        assert dumped.keys() >= set(required)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.name)
def test_every_method_answers_what_it_is_told(fake: Any, operation: Operation) -> None:
    """A value given is the value that comes, then an error for the next call."""
    import julep as sdk

    value: Any = None
    if operation.answer is not None:
        model = getattr(sdk, model_name(operation.answer) or "")
        value = model.model_validate(sample(operation.answer))
    method = getattr(fake.client, operation.name)
    fake.on(method).answers(value).answers(value).fails(409)
    assert both(fake, operation) == (value, value)
    with pytest.raises(sdk.ConflictError):
        call(fake.client, operation)


def test_the_package_does_not_import_it() -> None:
    """What tests need costs a program nothing."""
    program = (
        "import sys, julep; julep.JulepApi(api_key='x'), julep.Agent;"
        "print([each for each in sys.modules if each.startswith('julep.testing')])"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=SOURCE, capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
