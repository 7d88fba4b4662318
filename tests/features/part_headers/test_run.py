from __future__ import annotations

import email.parser
import email.policy
from operator import methodcaller
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both


def parts(sdk: ModuleType, **fields: Any) -> dict[str, dict[str, str]]:
    """The headers of each part of a form, by its name, read by the standard library."""
    wire = Wire(status=204)
    both(sdk, wire, methodcaller("add_picture", **fields), client="Albums")
    head = f"content-type: {wire.last.headers['content-type']}\r\n\r\n".encode()
    parser = email.parser.BytesParser(policy=email.policy.HTTP)
    message = parser.parsebytes(head + wire.last.content)
    return {
        str(part.get_param("name", header="content-disposition")): {
            name.lower(): str(value)
            for name, value in part.items()
            if name.lower() != "content-disposition"
        }
        for part in message.iter_parts()
    }


@pytest.mark.parametrize("file", [b"png", ("a.png", b"png"), ("a", b"", "image/png")])
def test_a_file(sdk: ModuleType, file: object) -> None:
    """The headers that have just one value, beside the media type."""
    expected = {"x-origin": "camera", "x-rank": "1", "content-type": "image/png"}
    assert parts(sdk, picture=file) == {"picture": expected}


def test_other_parts(sdk: ModuleType) -> None:
    """JSON, text, and a list in its style."""
    fields = {"place": {"city": "Ulm"}, "sizes": [1, 2], "title": "Turm"}
    made = parts(sdk, picture=b"", **fields)
    assert made["place"] == {"x-precise": "true", "content-type": "application/json"}
    assert made["sizes"] == {"x-unit": "mm"}
    assert made["title"] == {"content-language": "de"}


def test_what_is_a_file(sdk: ModuleType) -> None:
    """What has a media type that is no text, and is not encoded as text (3.1)."""
    made = parts(sdk, picture=b"", thumb=("a.webp", b"\xff"), drawing="<svg/>")
    assert made["thumb"] == {"content-type": "image/webp"}
    assert made["drawing"] == {}
