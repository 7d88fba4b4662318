from __future__ import annotations

from types import ModuleType

from features.wire import Wire, both


def test_what_other_files_say(sdk: ModuleType) -> None:
    """Path, parameter, types and credential each stand in a file of their own."""
    wire = Wire(
        content=b'{"title": "a", "voices": ["alto"], "medley": [{"title": "b"}]}'
    )
    song = both(
        sdk,
        wire,
        lambda client: client.songs.get("1"),
        client="Choirs",
        api_key="secret",
    )
    assert (wire.last.url.path, wire.last.headers["x-key"]) == ("/songs/1", "secret")
    assert song.voices == [sdk.Voice.ALTO]
    assert isinstance(song.medley[0], sdk.Song)


def test_texts_of_other_files(sdk: ModuleType) -> None:
    """Prose, even in Markdown, and tags may stand in other files."""
    assert "who** sings what, in many files." in (sdk.__doc__ or "")
    assert type(sdk.Choirs(api_key="a").songs).__doc__ == "What is sung."
