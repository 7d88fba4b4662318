"""Parameters by style, as the specification's table has them (OpenAPI 3.2, 4.12.6)."""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PACKAGE._core.errors import InvalidRequestError
from PACKAGE._core.param import Param, form
from PACKAGE._core.styles import header, path, query

ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}
PLACES = [
    ("matrix", False, "", ";color"),
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
    ("form", False, [], ""),
    ("form", True, [], ""),
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
    assert Param("theme").in_cookie("dark; path=/") == ["theme=dark%3B%20path=/"]


COOKIES: list[tuple[str, bool, object, list[str]]] = [
    ("form", False, "", ["color="]),
    ("form", True, "blue", ["color=blue"]),
    ("form", False, ARRAY, ["color=blue,black,brown"]),
    ("form", False, OBJECT, ["color=R,100,G,200,B,150"]),
    ("form", True, ARRAY, ["color=blue&color=black&color=brown"]),
    ("form", True, OBJECT, ["R=100&G=200&B=150"]),
    ("form", True, ["a&b", "c,d"], ["color=a%26b&color=c%2Cd"]),
    ("cookie", True, "blue", ["color=blue"]),
    ("cookie", False, ARRAY, ["color=blue,black,brown"]),
    ("cookie", True, ARRAY, ["color=blue", "color=black", "color=brown"]),
    ("cookie", True, OBJECT, ["R=100", "G=200", "B=150"]),
    ("cookie", True, "a%20b", ["color=a%20b"]),
]


@pytest.mark.parametrize(("style", "explode", "value", "expected"), COOKIES)
def test_cookie(style: str, explode: bool, value: object, expected: list[str]) -> None:
    """A cookie parameter in each style, exploded and not."""
    assert Param("color", style=style, explode=explode).in_cookie(value) == expected


@pytest.mark.parametrize("value", ["a; b", "a\r\nb", "\ud800"])
def test_cookies_that_are_not_escaped(value: str) -> None:
    """What would be another cookie, or another header, is refused."""
    with pytest.raises(InvalidRequestError):
        Param("color", style="cookie").in_cookie(value)


CONTENTS = [
    ("application/json", {"a": [1]}, '{"a":[1]}'),
    ("application/json", "text", '"text"'),
    ("text/plain", "plainly", "plainly"),
    ("application/x-www-form-urlencoded", {"a": "b c", "d": [1, 2]}, "a=b%20c&d=1&d=2"),
]


@pytest.mark.parametrize(("media_type", "value", "expected"), CONTENTS)
def test_content(media_type: str, value: object, expected: str) -> None:
    """A parameter with content is a text of its media type, in every place."""
    param = Param("p", media_type=media_type)
    assert header(param, value) == ("p", expected)
    assert unquote(path("/{p}", [param], [value])) == f"/{expected}"
    assert parse_qsl("&".join(query(param, value))) == [("p", expected)]
    assert unquote("".join(param.in_cookie(value))) == f"p={expected}"


def test_a_query_that_is_one_value() -> None:
    """A querystring parameter has no name: it is all of the query (3.2)."""
    form = Param(
        "q",
        media_type="application/x-www-form-urlencoded",
        whole=True,
        parts=(Param("deep", style="deepObject", explode=True),),
    )
    assert query(form, {"a": 1, "deep": {"b": 2}}) == ["a=1", "deep%5Bb%5D=2"]
    json = Param("q", media_type="application/json", whole=True)
    assert [unquote(each) for each in query(json, {"a": [1]})] == ['{"a":[1]}']


FORMS: list[tuple[object, tuple[Param, ...], list[str]]] = [
    ({"b": 1}, (), ["a=%7B%22b%22%3A1%7D"]),
    ([1, 2], (), ["a=1", "a=2"]),
    ([{"b": 1}], (), ["a=%7B%22b%22%3A1%7D"]),
    ({"b": 1}, (Param("a", style="deepObject", explode=True),), ["a%5Bb%5D=1"]),
    ({"b": 1}, (Param("a", style="form"),), ["b=1"]),
    ([1, 2], (Param("a", explode=False),), ["a=1,2"]),
    ([1, 2], (Param("a", media_type="application/json"),), ["a=%5B1%2C2%5D"]),
    ("x/y", (Param("a", style="form", allow_reserved=True),), ["a=x/y"]),
]


@pytest.mark.parametrize(("value", "parts", "expected"), FORMS)
def test_form(value: object, parts: tuple[Param, ...], expected: list[str]) -> None:
    """A field is in the style that is said; else an object is its JSON (4.15.1)."""
    assert form({"a": value}, parts) == expected


@pytest.mark.parametrize("text", ["a\r\nX-Evil: 1", "a\0b", "\x7f"])
def test_header_with_control_characters(text: str) -> None:
    """A header that would end its line is refused."""
    with pytest.raises(InvalidRequestError):
        header("X-Color", text)


def test_reserved_characters() -> None:
    """With allowReserved the delimiters of a URL stay, but for those of the query."""
    free = Param("q", allow_reserved=True)
    assert query(free, "a/b?c&d#e+f[]") == ["q=a/b?c%26d%23e%2Bf%5B%5D"]
    assert path("/x/{q}", [free], ["a:b/c?d"]) == "/x/a:b%2Fc%3Fd"
    assert query("q", "a/b?c&d") == ["q=a%2Fb%3Fc%26d"]


def test_what_is_encoded_already() -> None:
    """With allowReserved it passes (RFC 6570, 3.2.3), but for dots in a path."""
    free = Param("q", allow_reserved=True)
    assert query(free, "a%20b%2fc%zz%") == ["q=a%20b%2fc%25zz%25"]
    assert query("q", "a%20b") == ["q=a%2520b"]
    assert path("/x/{q}", [free], ["a%2Fb"]) == "/x/a%2Fb"
    with pytest.raises(InvalidRequestError):
        path("/x/{q}", [free], ["%2e%2E"])


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
