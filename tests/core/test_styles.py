"""Parameters by style, as the specification's table has them (OpenAPI 3.2, 4.12.6)."""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PACKAGE._core.errors import InvalidRequestError
from PACKAGE._core.operation import Param
from PACKAGE._core.styles import cookie, header, path, query

ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}
PLACES = [
    ("matrix", False, "blue", ";color=blue"),
    ("matrix", False, ARRAY, ";color=blue,black,brown"),
    ("matrix", False, OBJECT, ";color=R,100,G,200,B,150"),
    ("matrix", True, ARRAY, ";color=blue;color=black;color=brown"),
    ("matrix", True, OBJECT, ";R=100;G=200;B=150"),
    ("label", False, "blue", ".blue"),
    ("label", False, ARRAY, ".blue,black,brown"),
    ("label", False, OBJECT, ".R,100,G,200,B,150"),
    ("label", True, ARRAY, ".blue.black.brown"),
    ("label", True, OBJECT, ".R=100.G=200.B=150"),
    ("simple", False, "blue", "blue"),
    ("simple", False, ARRAY, "blue,black,brown"),
    ("simple", False, OBJECT, "R,100,G,200,B,150"),
    ("simple", True, ARRAY, "blue,black,brown"),
    ("simple", True, OBJECT, "R=100,G=200,B=150"),
]
QUERIES = [
    ("form", False, "blue", "color=blue"),
    ("form", False, "", "color="),
    ("form", False, ARRAY, "color=blue,black,brown"),
    ("form", False, OBJECT, "color=R,100,G,200,B,150"),
    ("form", True, ARRAY, "color=blue&color=black&color=brown"),
    ("form", True, OBJECT, "R=100&G=200&B=150"),
    ("spaceDelimited", False, ARRAY, "color=blue%20black%20brown"),
    ("spaceDelimited", False, OBJECT, "color=R%20100%20G%20200%20B%20150"),
    ("pipeDelimited", False, ARRAY, "color=blue%7Cblack%7Cbrown"),
    ("pipeDelimited", False, OBJECT, "color=R%7C100%7CG%7C200%7CB%7C150"),
    (
        "deepObject",
        True,
        OBJECT,
        "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
    ),
]


@pytest.mark.parametrize(("style", "explode", "value", "expected"), PLACES)
def test_path(style: str, explode: bool, value: object, expected: str) -> None:
    """A path parameter in each style, exploded and not."""
    param = Param("color", style=style, explode=explode)
    assert path("/x/{color}/y", [param], [value]) == f"/x/{expected}/y"


@pytest.mark.parametrize(("style", "explode", "value", "expected"), QUERIES)
def test_query(style: str, explode: bool, value: object, expected: str) -> None:
    """A query parameter in each style, exploded and not."""
    param = Param("color", style=style, explode=explode)
    assert "&".join(query(param, value)) == expected


def test_header_and_cookie() -> None:
    """A header is written plainly, a cookie with what a cookie may not hold escaped."""
    assert header("X-Colors", ARRAY) == ("X-Colors", "blue,black,brown")
    assert header(Param("X-Color", explode=True), OBJECT)[1] == "R=100,G=200,B=150"
    assert cookie("theme", "dark; path=/") == "theme=dark%3B%20path=/"


@pytest.mark.parametrize("text", ["a\r\nX-Evil: 1", "a\0b", "\x7f"])
def test_header_with_control_characters(text: str) -> None:
    """A header that would end its line is refused."""
    with pytest.raises(InvalidRequestError):
        header("X-Color", text)


def test_reserved_characters() -> None:
    """With allowReserved the delimiters of a URL stay, but for those of the query."""
    assert query(Param("q", allow_reserved=True), "a/b?c&d#e") == ["q=a/b?c%26d%23e"]
    assert query("q", "a/b?c&d") == ["q=a%2Fb%3Fc%26d"]


@given(st.text(min_size=1))
def test_any_text_in_a_path(text: str) -> None:
    """A value stays in its segment and decodes to itself; dots alone are refused."""
    if text in (".", ".."):
        with pytest.raises(InvalidRequestError):
            path("/pets/{id}", ["id"], [text])
        return
    encoded = path("/pets/{id}", ["id"], [text]).removeprefix("/pets/")
    assert encoded.isascii()
    assert "/" not in encoded
    assert unquote(encoded, errors="surrogatepass") == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_in_a_query(text: str) -> None:
    """A query value decodes to itself."""
    (pair,) = query("q", text)
    assert parse_qsl(pair, keep_blank_values=True) == [("q", text)]


@pytest.mark.parametrize("value", ["", ".", "..", None])
def test_paths_that_lead_elsewhere(value: object) -> None:
    """A value that would change the path is refused."""
    with pytest.raises(InvalidRequestError):
        path("/pets/{id}/toys", ["id"], [value])
