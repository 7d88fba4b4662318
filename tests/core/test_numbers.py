"""Numbers that JSON does not have (RFC 8259, 6) are refused before a call is sent."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from core.calling import both, use
from core.server import serving
from PACKAGE._core.as_number import as_number
from PACKAGE._core.body import Json
from PACKAGE._core.errors import InvalidRequestError
from PACKAGE._core.form import Form
from PACKAGE._core.lines import JsonLines
from PACKAGE._core.model import Model
from PACKAGE._core.multipart import Multipart
from PACKAGE._core.operation import Operation
from PACKAGE._core.param import Param
from PACKAGE._core.plain import called
from PACKAGE._core.styles import header, path, query
from PACKAGE._core.unions import Unknown
from PACKAGE._core.xml import Xml

NAN, INFINITE = float("nan"), float("inf")


class Price(Model):
    value: float


BODIES: list[tuple[Json | Form | JsonLines | Xml, Any, str]] = [
    (Json("price"), NAN, "price is nan"),
    (Json("a"), {"b": [1.5, INFINITE]}, r"a\['b'\]\[1\] is inf"),
    (Json("price"), Price(value=-INFINITE), r"price\['value'\] is -inf"),
    (Json(), Price(value=NAN), "value is nan"),
    (Json("a"), [as_number(Decimal("NaN"))], r"a\[0\] is nan"),
    (Json(), Unknown({"x": NAN}), "x is nan"),
    (Json(), NAN, "a value is nan"),
    (Form("price"), NAN, "price is nan"),
    (Multipart("price"), NAN, "price is nan"),
    (Multipart("price"), Price(value=NAN), r"price\['value'\] is nan"),
    (JsonLines(), [1, NAN], "a value is nan"),
    (Xml(), Price(value=NAN), "value is nan"),
]


@pytest.mark.parametrize(("body", "value", "message"), BODIES)
def test_in_a_body(
    body: Json | Form | JsonLines | Xml, value: Any, message: str
) -> None:
    """They would be null, or no JSON at all; the error says where they are."""
    with pytest.raises(InvalidRequestError, match=f"^{message}: JSON has no such"):
        body.made((value,))


PARAMETERS: list[Callable[[Any], object]] = [
    lambda value: path("/{max_x}", [called("max_x", "x")], [value]),
    lambda value: query(called("max_x", "x"), value),
    lambda value: header(called("max_x", "x"), value),
    lambda value: Param(called("max_x", "x")).in_cookie(value),
    lambda value: query(Param(called("max_x", "x"), style="deepObject"), value),
    lambda value: query(Param(called("max_x", "x"), media_type="a/json"), value),
]


@pytest.mark.parametrize("written", PARAMETERS)
def test_in_a_parameter(written: Callable[[Any], object]) -> None:
    """It is called as the method's argument, with the API's name behind it."""
    with pytest.raises(InvalidRequestError, match=r"^x \(max_x\) is nan: JSON has no"):
        written(NAN)
    with pytest.raises(InvalidRequestError, match=r"^x\[1\] \(max_x\) is inf: JSON"):
        written([1, INFINITE])


def test_texts_that_look_like_one() -> None:
    """A text is a text, and so is a decimal that travels as one."""
    made = Json("a", "b").made(("NaN of -Infinity", Decimal("NaN")))
    assert made is not None
    assert made.content == b'{"a":"NaN of -Infinity","b":"NaN"}'


@both
def test_nothing_is_sent(is_async: bool) -> None:
    """The call ends before it begins."""
    operation: Operation[None] = Operation(
        method="POST", path="/", body=Json("price"), auth=()
    )
    with serving() as server:
        with pytest.raises(InvalidRequestError, match=r"^price is nan"):
            use(server, is_async, lambda client: client.engine.call(operation, NAN))
        assert server.heads == []
