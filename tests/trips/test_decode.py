"""Texts of requests are read as the table of styles has them (3.1, 4.8.12.4)."""

from __future__ import annotations

from typing import Any

import pytest

from trips.decode import Pairs, field_of, fields, in_path, in_query
from trips.shapes import Parameter

ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}


@pytest.mark.parametrize(
    ("style", "explode", "written", "value"),
    [
        ("matrix", False, ";color=blue,black,brown", ARRAY),
        ("matrix", False, ";color=R,100,G,200,B,150", OBJECT),
        ("matrix", True, ";color=blue;color=black;color=brown", ARRAY),
        ("matrix", True, ";R=100;G=200;B=150", OBJECT),
        ("label", False, ".blue,black,brown", ARRAY),
        ("label", True, ".blue.black.brown", ARRAY),
        ("label", True, ".R=100.G=200.B=150", OBJECT),
        ("simple", False, "R,100,G,200,B,150", OBJECT),
        ("simple", True, "R=100,G=200,B=150", OBJECT),
        ("simple", False, "a%2Cb,c%20d", ["a,b", "c d"]),
        ("simple", False, "3", 3),
    ],
)
def test_in_a_path(style: str, explode: bool, written: str, value: Any) -> None:
    parameter = Parameter(
        name="color",
        place="path",
        required=True,
        schema=True,
        style=style,
        explode=explode,
    )
    assert in_path(parameter, written, value) == value


@pytest.mark.parametrize(
    ("style", "explode", "written", "value"),
    [
        ("form", False, "color=blue,black,brown", ARRAY),
        ("form", False, "color=R,100,G,200,B,150", OBJECT),
        ("form", True, "color=blue&color=black&color=brown", ARRAY),
        ("form", True, "R=100&G=200&B=150", OBJECT),
        ("spaceDelimited", False, "color=blue%20black%20brown", ARRAY),
        ("pipeDelimited", False, "color=blue%7Cblack%7Cbrown", ARRAY),
        ("pipeDelimited", False, "color=R%7C100%7CG%7C200%7CB%7C150", OBJECT),
        ("deepObject", True, "color%5BR%5D=100&color[G]=200&color[B]=150", OBJECT),
        ("form", True, "color=a+b", "a b"),
        ("form", True, "color=true", True),
    ],
)
def test_in_a_query(style: str, explode: bool, written: str, value: Any) -> None:
    pairs = Pairs.of(written)
    assert in_query(field_of("color", style, explode, None), pairs, value) == value
    assert not pairs.rest


def test_in_a_form() -> None:
    """Objects are JSON and lists repeat their name, unless a style is given."""
    written = "a=%7B%22x%22%3A1%7D&b=1&b=2&c%5By%5D=3&d=4,5"
    encoding = {"c": {"style": "deepObject"}, "d": {"explode": False}}
    value = {"a": {"x": 1}, "b": [1, 2], "c": {"y": 3}, "d": [4, 5]}
    assert fields(Pairs.of(written), encoding, value) == value
