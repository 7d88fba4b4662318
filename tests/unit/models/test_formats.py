"""Values whose text on the wire is not the one that pydantic would write."""

from __future__ import annotations

import copy
import datetime
import decimal
import json
import pickle
import uuid
from base64 import b64decode, b64encode, urlsafe_b64encode
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PACKAGE._core.as_written import AS_WRITTEN
from PACKAGE._core.formats import STRICT
from PACKAGE._core.in_base64 import IN_BASE64
from PACKAGE._core.model import Model
from pydantic import ValidationError


class Parcel(Model):
    content: Annotated[bytes, IN_BASE64] | None = None
    parts: list[Annotated[bytes, IN_BASE64]] | None = None
    took: Annotated[datetime.timedelta, AS_WRITTEN] | None = None
    price: Annotated[decimal.Decimal, AS_WRITTEN] | None = None


def written(parcel: Parcel) -> dict[str, object]:
    dumped: dict[str, object] = json.loads(parcel.model_dump_json(exclude_unset=True))
    return dumped


def read(**values: object) -> Parcel:
    return Parcel.model_validate_json(json.dumps(values))


@given(st.binary())
def test_bytes_are_base64_on_the_wire(data: bytes) -> None:
    """What Python has as bytes travels in the standard alphabet."""
    text = b64encode(data).decode()
    assert written(Parcel(content=data, parts=[data])) == {
        "content": text,
        "parts": [text],
    }
    assert read(content=text).content == data


@given(st.binary(min_size=1))
def test_other_spellings_of_base64_are_read_and_sent_as_they_came(data: bytes) -> None:
    """The URL-safe alphabet, no padding, and lines of 76."""
    safe = urlsafe_b64encode(data).decode()
    for text in (safe, safe.rstrip("="), f"{safe[:3]}\r\n{safe[3:]}"):
        parcel = read(content=text)
        assert parcel.content == data
        assert written(parcel) == {"content": text}


@given(st.text())
def test_text_that_is_no_base64_is_kept(text: str) -> None:
    """Whatever text stands there is read, and sent as it came."""
    parcel = read(content=text)
    assert isinstance(parcel.content, bytes)
    assert written(parcel) == {"content": text}


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("PT1H", datetime.timedelta(hours=1)),
        ("P1W", datetime.timedelta(weeks=1)),
        ("P1DT0.5S", datetime.timedelta(days=1, seconds=0.5)),
        ("-P3D", datetime.timedelta(days=-3)),
        (90, datetime.timedelta(seconds=90)),
    ],
)
def test_durations_are_sent_as_they_came(
    text: str | int, length: datetime.timedelta
) -> None:
    """A duration reads as its length and keeps how it was written (ISO 8601)."""
    parcel = read(took=text)
    assert parcel.took == length
    assert repr(parcel.took) == repr(length)
    assert written(parcel) == {"took": text}


def test_months_are_not_turned_into_days() -> None:
    """`P1Y2M` has no fixed length; on the wire it stays what it was."""
    assert written(read(took="P1Y2M")) == {"took": "P1Y2M"}


@pytest.mark.parametrize("sent", ["1.10", "-0.00000000000000000001", 1.1, 12, "1E+3"])
def test_decimals_are_sent_as_they_came(sent: object) -> None:
    """A number stays a number and text stays text, trailing zeros and all."""
    parcel = read(price=sent)
    assert parcel.price == decimal.Decimal(str(sent))
    assert written(parcel) == {"price": sent}


def test_values_made_in_python() -> None:
    """What did not come from a wire is written in the canonical way."""
    parcel = Parcel(took=datetime.timedelta(days=1), price=decimal.Decimal("1.50"))
    assert written(parcel) == {"took": "P1D", "price": "1.50"}


def test_arithmetic_forgets_how_it_was_written() -> None:
    """A value that was calculated is a new one."""
    parcel = read(took="P1M", price=2)
    assert parcel.took is not None
    assert parcel.price is not None
    later = Parcel(took=parcel.took * 2, price=parcel.price + 1)
    assert written(later) == {"took": "P60D", "price": "3"}


def test_copies_keep_how_it_was_written() -> None:
    """Copying and pickling lose nothing."""
    parcel = read(took="P1M", price=2, content="-_8", parts=["%"])
    for again in (
        copy.copy(parcel),
        copy.deepcopy(parcel),
        parcel.model_copy(deep=True),
        pickle.loads(pickle.dumps(parcel)),
    ):
        assert again == parcel
        assert written(again) == written(parcel)


def test_in_python_they_are_what_they_are() -> None:
    """`model_dump` gives bytes, durations and decimals, not text."""
    parcel = read(content=b64encode(b"x").decode(), took="PT1S", price="1.0")
    dumped = parcel.model_dump(exclude_unset=True)
    assert dumped == {
        "content": b64decode("eA=="),
        "took": datetime.timedelta(seconds=1),
        "price": decimal.Decimal(1),
    }


class Event(Model):
    day: datetime.date | None = None
    at: datetime.datetime | None = None
    hour: datetime.time | None = None
    took: Annotated[datetime.timedelta, AS_WRITTEN] | None = None
    price: Annotated[decimal.Decimal, AS_WRITTEN] | None = None
    ids: list[uuid.UUID] | None = None
    named: dict[str, datetime.date] | None = None
    either: datetime.date | int | None = None
    next: Event | None = None


MALFORMED: list[dict[str, object]] = [
    {"day": "0000-00-00"},
    {"at": ""},
    {"hour": "noon"},
    {"took": "soon"},
    {"price": "dear"},
    {"ids": ["7", "6f2e0c3a-6c1f-4c3e-9d55-0a8f4b1c2d3e"]},
    {"named": {"type": "then", "default": "2030-01-02"}},
    {"either": "never"},
    {"next": {"next": {"day": "31.12.2030"}}},
]


@pytest.mark.parametrize("values", MALFORMED)
@pytest.mark.filterwarnings("error")
def test_text_that_has_not_its_format_is_kept(values: dict[str, object]) -> None:
    """It is read as the text that it is, and sent as it came."""
    event = Event.model_validate_json(json.dumps(values))
    assert json.loads(event.model_dump_json(exclude_unset=True)) == values
    assert event.model_dump(exclude_unset=True, mode="json") == values
    assert copy.deepcopy(event) == event


@pytest.mark.parametrize("values", MALFORMED)
def test_to_the_letter(values: dict[str, object]) -> None:
    """A strict client refuses it, and says where and what it should be."""
    with pytest.raises(ValidationError, match=r"Input should be an? \w+"):
        Event.model_validate_json(json.dumps(values), context=STRICT)


@pytest.mark.parametrize("values", MALFORMED)
def test_python_is_not_tolerated(values: dict[str, object]) -> None:
    """What is made in Python has to be what its type says."""
    with pytest.raises(ValidationError):
        Event.model_validate(values)


@pytest.mark.parametrize(
    "wrong", [{"day": True}, {"at": {}}, {"ids": [3]}, {"hour": []}]
)
def test_another_type_is_an_error(wrong: dict[str, object]) -> None:
    """A format is a matter of text: anything else is refused, not guessed."""
    with pytest.raises(ValidationError, match="Input should be"):
        Event.model_validate_json(json.dumps(wrong))


@given(st.datetimes(timezones=st.just(datetime.UTC)), st.uuids(), st.dates())
def test_what_has_its_format(
    at: datetime.datetime, one: uuid.UUID, day: datetime.date
) -> None:
    """Nothing is lost of a value that is well formed."""
    event = Event(at=at, ids=[one], day=day, next=Event(day=day), either=day)
    assert Event.model_validate_json(event.model_dump_json()) == event
