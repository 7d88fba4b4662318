from __future__ import annotations

from types import ModuleType

import golden
from features.wire import Wire, both


def test_importing_has_no_effect_and_the_method_works(sdk: ModuleType) -> None:
    """Code in names and prose stays text; the method sends what the document says."""
    clients = (name for name in sdk.__all__ if hasattr(getattr(sdk, name), "close"))
    client = next(name for name in clients if f"Async{name}" in sdk.__all__)
    several: dict[str, object] = vars(getattr(sdk, client))
    method = next(name for name in several if name.startswith("import"))
    wire = Wire(content=b"{}")
    both(sdk, wire, lambda made: getattr(made, method)("v"), client=client)
    assert wire.last.url.raw_path.endswith(b"/v")


def test_every_file_is_inside(sdk: ModuleType) -> None:
    """A schema named like a path names a file like any other."""
    assert sdk is not None
    for path in golden.whole("hostile_text"):
        assert not path.startswith("/")
        assert ".." not in path.split("/")


def test_markdown_is_inert() -> None:
    """No page holds live HTML of the document."""
    for path, text in golden.whole("hostile_text").items():
        if path.endswith(".md"):
            assert "<script" not in text.replace("\\<script", "")
            assert "<img" not in text.replace("\\<img", "")
