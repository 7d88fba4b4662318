from __future__ import annotations

import json
from datetime import UTC, datetime
from types import ModuleType

from features.wire import Wire, both

NOTE = {"id": "n1", "text": "milk", "dueDate": "2030-01-02T03:04:05Z"}


def test_query_is_left_out_or_repeated(sdk: ModuleType) -> None:
    """A query argument that is None is not sent; a list is sent as repeated names."""
    wire = Wire(content=json.dumps([NOTE]).encode())
    both(sdk, wire, lambda client: client.list_notes(), client="NotesApi")
    assert str(wire.last.url) == "https://notes.example.com/v1/notes"
    both(
        sdk,
        wire,
        lambda client: client.list_notes(limit=5, tag=["a b", "c"]),
        client="NotesApi",
    )
    assert wire.last.url.query == b"limit=5&tag=a%20b&tag=c"


def test_body_properties_are_keywords(sdk: ModuleType) -> None:
    """What is OMIT is left out, None is sent as null, a time as ISO 8601."""
    wire = Wire(status=201, content=json.dumps(NOTE).encode())
    note = both(
        sdk,
        wire,
        lambda client: client.create_note(text="milk", pinned=None),
        client="NotesApi",
    )
    assert json.loads(wire.last.content) == {"text": "milk", "pinned": None}
    assert note.due_date == datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)
    due = datetime(2030, 1, 2, tzinfo=UTC)
    both(
        sdk,
        wire,
        lambda client: client.create_note(text="milk", due_date=due),
        client="NotesApi",
    )
    assert json.loads(wire.last.content)["dueDate"] == "2030-01-02T00:00:00Z"


def test_shared_component_is_one_argument(sdk: ModuleType) -> None:
    """A body that is a shared component is `request=`; its wire names are sent."""
    wire = Wire(status=204)
    note = sdk.Note(id="n1", text="milk", due_date=None)
    nothing = both(
        sdk,
        wire,
        lambda client: client.replace_note("a/b", request=note),
        client="NotesApi",
    )
    assert nothing is None
    assert wire.last.url.raw_path == b"/v1/notes/a%2Fb"
    expected = {"id": "n1", "text": "milk", "dueDate": None}
    assert json.loads(wire.last.content) == expected
