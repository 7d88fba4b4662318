"""Properties are only where they travel."""

from __future__ import annotations

import pytest
from sdkwright.ir.declarations import Model
from sdkwright.ir.directions import split_directions
from sdkwright.ir.nodes import Api, Webhook
from sdkwright.ir.types import Named
from sdkwright.pointer import Pointer, child
from unit.models.making import api, field, model, operation, ref

PET = model(
    "Pet",
    field("id", required=True, read_only=True),
    field("name", required=True),
    field("secret", required=True, write_only=True),
)
HOLDER = model("Holder", field("pet", ref("Pet")))
OTHER = model("Other", field("name"))


def sent_of(name: str) -> Named:
    """What is sent of a component."""
    return Named(child(ref(name).pointer, "input"))


def fields(made: Api) -> dict[str, list[str]]:
    """The fields of each model by the last two steps of its pointer."""
    return {
        "/".join(at.split("/")[3:]): [each.name for each in declaration.fields]
        for at, declaration in made.declarations.items()
        if isinstance(declaration, Model)
    }


@pytest.mark.parametrize(
    ("ways", "kept"),
    [
        (("answers",), {"Pet": ["id", "name"]}),
        (("sends",), {"Pet": ["name", "secret"]}),
        (
            ("sends", "answers"),
            {"Pet": ["id", "name"], "Pet/input": ["name", "secret"]},
        ),
        ((), {"Pet": ["id", "name", "secret"]}),
    ],
)
def test_what_a_side_never_sees(
    ways: tuple[str, ...], kept: dict[str, list[str]]
) -> None:
    """`readOnly` is not in a request, nor `writeOnly` in an answer."""
    through = dict.fromkeys(ways, "Holder")
    operations = [operation(**through)] if ways else []
    made = fields(split_directions(api(PET, HOLDER, OTHER, operations=operations)))
    assert {at: names for at, names in made.items() if at.startswith("Pet")} == kept


def test_only_what_differs_is_split() -> None:
    """A model that holds nothing of one way only is one, whichever way it travels."""
    operations = [
        operation(sends="Holder", answers="Holder"),
        operation(sends="Other", answers="Other"),
    ]
    made = split_directions(api(PET, HOLDER, OTHER, operations=operations))
    assert list(fields(made)) == ["Pet", "Pet/input", "Holder", "Holder/input", "Other"]
    sent = made.operations[0].body
    assert sent is not None
    assert sent.contents[0].type == sent_of("Holder")
    assert made.operations[0].successes[0].contents[0].type == ref("Holder")


def test_a_webhook_is_read() -> None:
    """What a webhook brings is read, as an answer is."""
    hook = Webhook(pointer=Pointer("#/webhooks/pet"), name="pet", type=ref("Pet"))
    assert fields(split_directions(api(PET, webhooks=[hook]))) == {
        "Pet": ["id", "name"]
    }
