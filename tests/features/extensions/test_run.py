from __future__ import annotations

import json
from types import ModuleType

from features.wire import Wire, both


def test_names_of_methods_arguments_and_types(sdk: ModuleType) -> None:
    """Names and groups that the document was given for other generators count."""
    wire = Wire(content=b'[{"t": "go", "kind": "v", "size": 1, "tone": "h"}]')
    words = both(
        sdk,
        wire,
        lambda client: client.words.lists.all(query="g", betas="b"),
        client="Words",
    )
    assert words[0] == sdk.Word(
        text="go",
        kind=sdk.WordKind.VERB,
        size=sdk.Length.SHORT,
        tone=sdk.WordTone.HIGH,
    )
    assert wire.last.url.query == b"q=g"
    assert wire.last.headers["x-beta"] == "b"


def test_what_is_sent(sdk: ModuleType) -> None:
    """Values travel under the names of the document."""
    wire = Wire(status=204)
    word = sdk.Word(
        text="go",
        kind=sdk.WordKind.NOUN,
        size=sdk.Length.LONG,
        tone=sdk.WordTone.LOW,
        voice=sdk.WordMood.ACTIVE,
        more=[1],
    )
    both(
        sdk,
        wire,
        lambda client: client.words.lists.put(request=word),
        client="Words",
        environment=sdk.WordsEnvironment.TRIAL,
    )
    assert json.loads(wire.last.content) == {
        "t": "go",
        "kind": "n",
        "size": 2,
        "tone": "l",
        "mood": "a",
        "more": [1],
    }
    assert wire.last.url.host == "try.words.example.com"


def test_what_is_ignored(sdk: ModuleType) -> None:
    """Operations, parameters, properties and schemas that are to be left out are."""
    client = sdk.Words()
    assert not {"a", "b", "c"} & set(dir(client))
    assert callable(client.words.count)
    assert "secret" not in sdk.Word.model_fields
    assert not hasattr(sdk.models, "Unused")
