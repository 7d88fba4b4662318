"""Bodies as bytes, where no document is needed to see it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pytest
from PACKAGE._core.body import Json
from PACKAGE._core.dicts import AsModels
from PACKAGE._core.errors import InvalidRequestError
from PACKAGE._core.model import Model
from PACKAGE._core.multipart import Multipart
from PACKAGE._core.octets import Text
from PACKAGE._core.omit import OMIT
from PACKAGE._core.one_of import OneOf
from PACKAGE._core.stream_operation import StreamOperation
from PACKAGE._core.unions import OpenUnion, Unknown


def test_a_form_of_no_parts() -> None:
    """It is sent as browsers send it: a server that needs a form gets one."""
    made = Multipart("file", "note").made((OMIT, OMIT))
    assert made is not None
    boundary = (made.media_type or "").removeprefix("multipart/form-data; boundary=")
    assert b"".join(made.given(sync=True)["content"]).decode() == f"--{boundary}--\r\n"


class Note(Model):
    text: str


NOTES = AsModels({"note": lambda: Note})


def test_dicts_in_a_form_that_is_chosen() -> None:
    """They are checked where the chosen form takes them, and nowhere else."""
    body = OneOf("note", "", bodies=(Json("note", dicts=NOTES), Text()))
    assert body.typed(({"text": "a"}, OMIT, "application/json")) == (
        Note(text="a"),
        OMIT,
        "application/json",
    )
    with pytest.raises(InvalidRequestError, match=r"^note\.text: Field required"):
        body.typed(({}, OMIT, "application/json"))
    odd = ({"odd": 1}, "a", "text/plain")
    assert body.typed(odd) == odd


def test_a_dict_beside_a_flag() -> None:
    """A request that asks for its stream beside it is checked once, before it does."""
    operation: StreamOperation[None, str] = StreamOperation(
        method="POST",
        path="/",
        body=Json(dicts=NOTES),
        item=lambda: str,
        flag="stream",
    )
    assert operation.body is not None
    values = operation.body.typed(({"text": "a"}, True))
    assert operation.bodily(values) == ({"text": "a", "stream": True},)
    with pytest.raises(InvalidRequestError, match=r"^note\.text: "):
        operation.body.typed(({"text": 1}, True))


@pytest.mark.parametrize("value", [Note(text="a"), [Note(text="a")], "a", None, OMIT])
def test_models_are_not_read_again(value: object) -> None:
    """What holds no dict is given as it is, and its type is not asked for."""

    def never() -> object:
        raise AssertionError

    values = (value,)
    assert AsModels({"note": never})((), values) is values


class Card(Model):
    object: Literal["card"]
    cvc: str


class Bank(Model):
    object: Literal["bank"]
    iban: str


class Untold(Model):
    source: Annotated[Card | Bank | Unknown, OpenUnion()]


class Told(Model):
    source: list[
        Annotated[
            Card | Bank | Unknown, OpenUnion("object", {"card": Card, "bank": Bank})
        ]
    ]


CARD = {"object": "card", "cvc": 5}


@pytest.mark.parametrize(
    ("type_", "value", "why"),
    [
        (Untold, {"source": CARD}, "source: {} (Card.cvc: Input should be a valid"),
        (Told, {"source": [CARD]}, "source[0]: {} (card.cvc: Input should be a valid"),
        (
            Told,
            {"source": [{"object": "crd"}]},
            "source[0]: {} (Input tag 'crd' found using 'object' does not match any of "
            "the expected tags: 'card', 'bank')",
        ),
        (list[Told], [{"source": [{}]}], "[0].source[0]: {} (Unable to extract tag"),
    ],
)
def test_why_it_fits_no_variant(type_: Any, value: Any, why: str) -> None:
    """What is said is what the nearest variant finds wrong."""
    with pytest.raises(InvalidRequestError) as caught:
        AsModels({"it": lambda: type_})((), (value,))
    it = "" if why.startswith("[") else "."
    expected = f"it{it}{why}".format("it fits none of the variants")
    assert str(caught.value).startswith(expected)
