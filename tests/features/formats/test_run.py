from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from operator import methodcaller
from types import ModuleType
from uuid import UUID

import pytest
from features.wire import Wire, both

ID = "6f2e0c3a-6c1f-4c3e-9d55-0a8f4b1c2d3e"
VALUES: list[tuple[str, object, object]] = [
    ("at", "2030-01-02T03:04:05Z", datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)),
    ("at", "2030-01-02T03:04:05", datetime(2030, 1, 2, 3, 4, 5)),
    ("day", "2030-01-02", date(2030, 1, 2)),
    ("hour", "03:04:05", time(3, 4, 5)),
    ("took", "P1DT2S", timedelta(days=1, seconds=2)),
    ("took", "P1M", timedelta(days=30)),
    ("id", ID, UUID(ID)),
    ("octets", "/w==", b"\xff"),
    ("raw", "iVBORw==", b"\x89PNG"),
    ("price", "1.10", Decimal("1.10")),
    ("weight", 1.25, Decimal("1.25")),
    ("large", 2**53 + 1, 2**53 + 1),
    ("small", -1, -1),
    ("whole", 5, 5),
    ("ratio", 0.5, 0.5),
    ("exact", 1e300, 1e300),
    ("link", "https://a.test/ä b", "https://a.test/ä b"),
    ("mail", "no mail at all", "no mail at all"),
    ("host", "a.test", "a.test"),
    ("secret", "s", "s"),
    ("colour", "#fff", "#fff"),
    ("level", 3, 3),
    ("bare", "2030-01-02", date(2030, 1, 2)),
    ("days", ["2030-01-02"], [date(2030, 1, 2)]),
]
MALFORMED: list[tuple[str, object]] = [
    ("at", "yesterday"),
    ("day", "0000-00-00"),
    ("hour", ""),
    ("took", "a day"),
    ("id", "7"),
    ("price", "free"),
    ("days", ["2030-01-02", "soon"]),
]


@pytest.mark.parametrize(("name", "wire", "value"), VALUES)
def test_values(sdk: ModuleType, name: str, wire: object, value: object) -> None:
    """Each format has its type, and what came is sent again as it was."""
    server = Wire(content=json.dumps({name: wire}).encode())
    sheet = both(sdk, server, methodcaller("get_sheet"), client="Formats")
    assert getattr(sheet, name) == value
    assert type(getattr(sheet, name)) is type(value) or isinstance(
        getattr(sheet, name), type(value)
    )
    server = Wire(204)
    both(sdk, server, methodcaller("put_sheet", request=sheet), client="Formats")
    assert json.loads(server.last.content) == {name: wire}


@pytest.mark.parametrize(("name", "wire"), MALFORMED)
def test_what_has_not_its_format(sdk: ModuleType, name: str, wire: object) -> None:
    """It is kept as the text it is, and refused by a client that is strict."""
    server = Wire(content=json.dumps({name: wire}).encode())
    get = methodcaller("get_sheet")
    sheet = both(sdk, server, get, client="Formats")
    assert json.loads(sheet.model_dump_json(exclude_unset=True)) == {name: wire}
    with pytest.raises(sdk.UnreadableBodyError, match=f"{name}.*: Input should be"):
        both(sdk, server, get, client="Formats", strict=True)


def test_in_a_query(sdk: ModuleType) -> None:
    """A value travels as its format has it, wherever that is."""
    server = Wire(204)
    put = methodcaller("put_sheet", request=sdk.Sheet(), on=date(2030, 1, 2))
    both(sdk, server, put, client="Formats")
    assert server.last.url.query == b"on=2030-01-02"


def test_beside_models(sdk: ModuleType) -> None:
    """Arguments and answers that are no model travel as the fields of one do."""
    server = Wire(content=b'["/w==", "YQ=="]')
    post = methodcaller("stamp", b"\xfb/", inks=[b"\xff", b"a"], weight=Decimal("1.5"))
    assert both(sdk, server, post, client="Formats") == [b"\xff", b"a"]
    assert server.last.url.raw_path == b"/stamps/%2By8%3D"
    assert json.loads(server.last.content) == {"inks": ["/w==", "YQ=="], "weight": 1.5}


@pytest.mark.parametrize("weight", ["1.5", "2", "-0.25", "1e20"])
def test_numbers_that_are_exact(sdk: ModuleType, weight: str) -> None:
    """A decimal that the document calls a number is sent as one."""
    server = Wire(204)
    sheet = sdk.Sheet(weight=Decimal(weight))
    both(sdk, server, methodcaller("put_sheet", request=sheet), client="Formats")
    assert json.loads(server.last.content) == {"weight": float(weight)}
