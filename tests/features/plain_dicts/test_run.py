from __future__ import annotations

import asyncio
import datetime
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both

BOOK: dict[str, Any] = {
    "title": "Odes",
    "kind": "poem",
    "printed": "2030-01-02T00:00:00Z",
    "scan": "ZGF0YQ==",
    "cover": {"type": "hard", "from": "Leipzig", "notes": {"by": "Ann", "x": 1}},
    "parts": [{"title": "First", "kind": "poem"}],
}


def sent(sdk: ModuleType, call: Any) -> bytes:
    """What the body is, in both clients alike."""
    wire = Wire(status=204)
    both(sdk, wire, call, client="Press")
    return wire.last.content


def test_a_dict_is_sent_as_its_model_is(sdk: ModuleType) -> None:
    """Whole, or in parts; beside models, in lists and tuples and mappings."""
    book = sdk.BookInput.model_validate(BOOK)
    for call in (
        lambda client, value: client.fill_shelf(books=[value]),
        lambda client, value: client.fill_shelf(books=(value, book)),
        lambda client, value: client.fill_shelf(books=[], named={"a": value}),
        lambda client, value: (
            client.bind_parts(body=[value["cover"]])
            if isinstance(value, dict)
            else client.bind_parts(body=[value.cover])
        ),
    ):
        first = sent(sdk, lambda client, call=call: call(client, BOOK))
        assert first == sent(sdk, lambda client, call=call: call(client, book))


PAGE = {"number": 1, "size-in": 2}


@pytest.mark.parametrize("several", [[PAGE, PAGE], (PAGE, PAGE)])
def test_forms(sdk: ModuleType, several: Any) -> None:
    """The parts of a form that are JSON, and what is nested in one of text."""
    page = sdk.Page.model_validate(PAGE)
    file = ("a.txt", b"text")
    first = sent(
        sdk, lambda client: client.send_form(page=PAGE, pages=several, scan=file)
    )
    pages = type(several)([page, page])
    second = sent(
        sdk, lambda client: client.send_form(page=page, pages=pages, scan=file)
    )
    assert first.count(b'{"number":1,"size-in":2}') == 3
    dividing = first.splitlines()[0], second.splitlines()[0]
    assert first.replace(dividing[0], dividing[1]) == second
    form = sent(sdk, lambda client: client.keep_form(page=PAGE))
    assert form == b"page%5Bnumber%5D=1&page%5Bsize-in%5D=2"
    assert form == sent(sdk, lambda client: client.keep_form(page=page))


FORM_MISTAKES: dict[str, tuple[Callable[[Any], Any], str]] = {
    "part": (
        lambda client: client.send_form(page={"number": "x"}),
        "page.number: Input should be a valid integer",
    ),
    "list": (
        lambda client: client.send_form(pages=(PAGE, {"size_in": 1})),
        r"pages\[1\]: the key 'size_in' is 'size-in' in a dict",
    ),
    "text": (
        lambda client: client.keep_form(page={"number": []}),
        "page.number: Input should be a valid integer",
    ),
}


@pytest.mark.parametrize("mistake", FORM_MISTAKES)
def test_a_form_is_checked(sdk: ModuleType, mistake: str) -> None:
    """So it is before it is sent, in both clients alike."""
    call, message = FORM_MISTAKES[mistake]
    with pytest.raises(sdk.InvalidRequestError, match=f"^{message}"):
        call(sdk.Press(base_url="http://x"))

    async def main() -> None:
        await call(sdk.AsyncPress(base_url="http://x"))

    with pytest.raises(sdk.InvalidRequestError, match=f"^{message}"):
        asyncio.run(main())


def test_values_of_python_are_written(sdk: ModuleType) -> None:
    """A dict may hold a model, a member or a time, each as it is sent elsewhere."""
    when = datetime.datetime(2030, 1, 2, tzinfo=datetime.UTC)
    mixed = {
        **BOOK,
        "kind": sdk.Kind.POEM,
        "printed": when,
        "cover": sdk.Hard.model_validate(BOOK["cover"]),
    }
    plain = sent(sdk, lambda client: client.fill_shelf(books=[BOOK]))
    assert sent(sdk, lambda client: client.fill_shelf(books=[mixed])) == plain


def test_the_whole_body(sdk: ModuleType) -> None:
    """A shared component is a dict as well."""
    wire = Wire(status=201, content=b'{"title": "Odes", "kind": "poem", "id": 7}')
    book = both(
        sdk, wire, lambda client: client.print_book(request=BOOK), client="Press"
    )
    assert (book.id, book.kind) == (7, sdk.Kind.POEM)


MISTAKES: dict[str, tuple[Any, str]] = {
    "type": ({**BOOK, "title": 5}, "request.title: Input should be a valid string"),
    "missing": ({"title": "a"}, "request.kind: Field required"),
    "several": (
        {"kind": [], "title": None},
        "request.title: Input should be a valid string; "
        "request.kind: Input should be 'novel' or 'poem'",
    ),
    "deep": (
        {**BOOK, "parts": [BOOK, {**BOOK, "parts": [{"kind": "poem"}]}]},
        "request.parts[1].parts[0].title: Field required",
    ),
    "name in Python": (
        {**BOOK, "cover": {"type": "hard", "from_": "Leipzig"}},
        "request.cover: the key 'from_' is 'from' in a dict",
    ),
    "variant": (
        {**BOOK, "cover": {"type": "hard", "from": 5}},
        "request.cover: it fits none of the variants "
        "(hard.from: Input should be a valid string)",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_wrong_dict_is_not_sent(sdk: ModuleType, mistake: str) -> None:
    """It is checked as its model is; the error names the argument and the place."""
    given, message = MISTAKES[mistake]

    async def main() -> None:
        await sdk.AsyncPress(base_url="http://x").print_book(request=given)

    for call in (
        lambda: sdk.Press(base_url="http://x").print_book(request=given),
        lambda: asyncio.run(main()),
    ):
        with pytest.raises(sdk.InvalidRequestError) as caught:
            call()
        assert str(caught.value).startswith(message)


def test_each_argument_is_checked(sdk: ModuleType) -> None:
    """In lists and in mappings, and where models stand beside."""
    client, book = sdk.Press(base_url="http://x"), sdk.BookInput.model_validate(BOOK)
    with pytest.raises(sdk.InvalidRequestError, match=r"^books\[1\]\.title: "):
        client.fill_shelf(books=(book, {"kind": "poem"}))
    with pytest.raises(
        sdk.InvalidRequestError, match=r"^top_book\.title \(topBook\): Field required"
    ):
        client.fill_shelf(books=[], top_book={"kind": "poem"})
    with pytest.raises(
        sdk.InvalidRequestError, match=r"^top_book\.cover \(topBook\): it fits none"
    ):
        client.fill_shelf(books=[], top_book={**BOOK, "cover": {"type": "leather"}})
    with pytest.raises(sdk.InvalidRequestError, match=r"^named\.a\.title: "):
        client.fill_shelf(books=[], named={"a": {"kind": "poem"}})
    with pytest.raises(sdk.InvalidRequestError, match=r"^body\[0\]: it fits none"):
        client.bind_parts(body=[{"type": "leather"}])


def test_what_the_document_does_not_have(sdk: ModuleType) -> None:
    """A key and a value of an enum are sent; a variant is if it says that it is new."""
    new = sdk.Unknown({"type": "leather"})
    odd = {**BOOK, "kind": "essay", "cover": new, "more": 1}
    text = sent(sdk, lambda client: client.fill_shelf(books=[odd]))
    (book,) = json.loads(text)["books"]
    assert (book["kind"], book["cover"], book["more"]) == (
        "essay",
        {"type": "leather"},
        1,
    )


@pytest.mark.usefixtures("sdk")
def test_what_is_no_twin() -> None:
    """What only answers have is no key."""
    from importlib import import_module

    params = import_module("plain_dicts.params")
    assert set(params.__all__) == {
        "BookInputParams",
        "CoverParams",
        "HardParams",
        "KindValue",
        "NotesParams",
        "PageParams",
        "SoftParams",
    }
    assert "id" not in params.BookInputParams.__annotations__


@pytest.mark.slow
def test_wrong_dicts_are_found(sdk: ModuleType, tmp_path: Path) -> None:
    """A wrong key, a wrong type, a missing key: each is an error to a type checker."""
    assert sdk.__file__ is not None
    text = Path(__file__).with_name("mistakes.txt").read_text(encoding="utf-8")
    program = tmp_path / "mistakes.py"
    program.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", str(program)],
        cwd=Path(sdk.__file__).parents[1],
        capture_output=True,
        text=True,
    )
    found = re.findall(r"mistakes\.py:(\d+): error: ", done.stdout)
    lines = enumerate(text.splitlines(), start=1)
    wrong = [number for number, line in lines if line.startswith("client.")]
    assert sorted({*map(int, found)}) == wrong, done.stdout
