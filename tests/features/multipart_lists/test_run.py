"""Bodies of several parts that are no forms (RFC 2046, RFC 2387)."""

from __future__ import annotations

import email.parser
import email.policy
from collections.abc import Callable
from email.message import EmailMessage
from operator import methodcaller
from pathlib import Path
from types import ModuleType
from typing import Any

from features.wire import Wire, both


def sent(sdk: ModuleType, call: Callable[[Any], Any]) -> EmailMessage:
    """What a call sends, read by the standard library."""
    wire = Wire(status=204)
    both(sdk, wire, call, client="Mail")
    head = f"content-type: {wire.last.headers['content-type']}\r\n\r\n".encode()
    parser = email.parser.BytesParser(EmailMessage, policy=email.policy.HTTP)
    return parser.parsebytes(head + wire.last.content)


def parts(message: EmailMessage) -> list[tuple[dict[str, str], object]]:
    return [
        (
            {name.lower(): str(value) for name, value in part.items()},
            part.get_payload(),
        )
        for part in message.iter_parts()
    ]


def test_items(sdk: ModuleType) -> None:
    """Each item is a part of its own, with no name and the headers of all."""
    letters = (sdk.Letter(text="a"), {"text": "b"})
    message = sent(sdk, methodcaller("send_batch", body=letters))
    assert message.get_content_type() == "multipart/mixed"
    head = {"x-kind": "letter", "content-type": "application/vnd.letter+json"}
    assert parts(message) == [(head, '{"text":"a"}'), (head, '{"text":"b"}')]


def test_places(sdk: ModuleType, tmp_path: Path) -> None:
    """Each place has its own media type; a file is a file, and keeps its name."""
    file = tmp_path / 'a"b.png'
    file.write_bytes(b"png")
    given = ({"text": "a"}, file)
    message = sent(sdk, methodcaller("keep_file", body=given))
    assert message.get_content_type() == "multipart/related"
    named = 'attachment; filename="a%22b.png"'
    assert parts(message) == [
        ({"content-type": "application/json"}, '{"text":"a"}'),
        ({"content-disposition": named, "content-type": "image/png"}, "png"),
    ]


def test_names(sdk: ModuleType) -> None:
    """Properties are parts that have their name, as in a form."""
    message = sent(sdk, methodcaller("add_note", title="a", picture=b"png"))
    assert message.get_content_type() == "multipart/mixed"
    first, second = parts(message)
    assert first == ({"content-disposition": 'form-data; name="title"'}, "a")
    assert second[0]["content-disposition"].startswith('form-data; name="picture"; ')
