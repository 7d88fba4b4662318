"""Event streams of any bytes, cut anywhere, are what the HTML standard says they are.

The decoder that is held against ours follows the words of the standard (9.2.6): it
has the whole text before it, and takes no thought of speed.
"""

from __future__ import annotations

import itertools
import re

from hypothesis import given
from hypothesis import strategies as st
from PACKAGE._core.events import Events

FIELDS = st.sampled_from(
    [b"data", b"event", b"id", b"retry", b"", b"x", b"da\xffta", b"\xef\xbb\xbfdata"]
)
VALUES = st.one_of(
    st.binary(max_size=8),
    st.text(max_size=8).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from([b" 12", b"1\x002", b":", b" ", b"\xe2\x80\xa8", b"\xc2\x85"]),
)
ENDS = st.sampled_from([b"\n", b"\r", b"\r\n", b"\n\n", b"\r\r", b"\r\n\r\n", b""])
LINES = st.builds(
    lambda name, colon, value, end: name + colon + value + end,
    FIELDS,
    st.sampled_from([b":", b": ", b""]),
    VALUES,
    ENDS,
)
STREAMS = st.builds(
    lambda mark, lines: mark + b"".join(lines),
    st.sampled_from([b"", b"\xef\xbb\xbf"]),
    st.lists(LINES, max_size=12),
)
CUTS = st.lists(st.integers(0, 400), max_size=12).map(sorted)


def by_the_letter(content: bytes) -> list[tuple[str, str, str]]:
    """Data, name and id of each event, as the standard tells it."""
    text = content.decode("utf-8", "replace").removeprefix("\ufeff")
    lines = re.split(r"\r\n|\r|\n", text)[:-1]
    events: list[tuple[str, str, str]] = []
    data, event, last_id = "", "", ""
    for line in lines:
        if line == "":
            if data:
                events.append((data.removesuffix("\n"), event or "message", last_id))
            data, event = "", ""
            continue
        name, colon, value = line.partition(":")
        value = value.removeprefix(" ") if colon else ""
        if name == "data":
            data += value + "\n"
        elif name == "event":
            event = value
        elif name == "id" and "\0" not in value:
            last_id = value
    return events


@given(content=STREAMS, cuts=CUTS)
def test_any_bytes_cut_anywhere(content: bytes, cuts: list[int]) -> None:
    """The same events, wherever the bytes are cut."""
    decoder = Events()
    places = [0, *(min(cut, len(content)) for cut in cuts), len(content)]
    found = [
        event
        for start, end in itertools.pairwise(places)
        for event in decoder.feed(content[start:end])
    ]
    found += decoder.end()
    assert [
        (each.data.decode("utf-8", "replace"), each.event, each.id) for each in found
    ] == by_the_letter(content)
