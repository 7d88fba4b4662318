from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from features.wire import Wire, both

EXPECTED = Path(__file__).parent / "expected"


def test_a_call(sdk: ModuleType) -> None:
    """What is said of an API changes nothing of its calls."""
    wire = Wire(content=b'{"colour": "red"}')
    light = both(sdk, wire, lambda client: client.lights.get("a"), client="Lighthouse")
    assert light.colour == "red"


@pytest.mark.parametrize("page", ["README.md", "docs/index.md"])
def test_who_stands_behind_it(page: str) -> None:
    """Documentation, contact, licence and terms; no link that acts or breaks."""
    text = (EXPECTED / page).read_text(encoding="utf-8")
    keepers = "[The keepers](https://lights.example.com/keepers%20%28all%29)"
    assert f"- Contact: {keepers}, [keepers@lights.example.com](mailto:" in text
    assert "- Licence of the API: CC BY 4.0\n" in text
    assert "<https://lights.example.com/terms>\n" in text
    assert "<https://lights.example.com/manual>\n" in text
    assert "javascript" not in text


def test_where_more_is_said() -> None:
    """At a tag, an operation and a schema; a relative address leads nowhere here."""
    page = (EXPECTED / "docs/resources/lights.md").read_text(encoding="utf-8")
    for address in ("https://lights.example.com/manual/", "lights", "get"):
        assert address in page
    assert "[others](https://sea.example.com)" in page
    assert "](/manual" not in page
    models = (EXPECTED / "docs/models.md").read_text(encoding="utf-8")
    assert "See /manual/colours." in models
