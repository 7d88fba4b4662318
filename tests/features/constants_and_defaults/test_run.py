from __future__ import annotations

import inspect
import json
from operator import methodcaller
from pathlib import Path
from types import ModuleType

import pytest
from features.wire import Wire, both

MODELS = Path(__file__).parent / "expected/docs/models.md"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "settings"),
        ("kind", "other"),
        ("level", 3),
        ("on", True),
        ("ratio", 1.5),
        ("none", None),
        ("shape", {"a": 1}),
        ("mode", "slow"),
    ],
)
def test_values(sdk: ModuleType, name: str, value: object) -> None:
    """Constants of every type; what a server sends instead is kept."""
    server = Wire(content=json.dumps({name: value}).encode())
    get = methodcaller("get_settings", version="v2")
    settings = both(sdk, server, get, client="Configuration")
    assert getattr(settings, name) == value
    assert json.loads(settings.model_dump_json(exclude_unset=True)) == {name: value}
    assert server.last.url.query == b"version=v2"


def test_defaults_are_the_servers(sdk: ModuleType) -> None:
    """They are told and not sent: a server may change its mind."""
    settings = sdk.Settings()
    assert settings.size is None
    assert settings.model_dump(exclude_unset=True) == {}
    server = Wire(204)
    both(
        sdk,
        server,
        methodcaller("put_settings", kind="settings"),
        client="Configuration",
    )
    assert json.loads(server.last.content) == {"kind": "settings"}


@pytest.mark.parametrize(
    "said",
    [
        "`size` - `int | None`. By default `5`.",
        "By default `'quo\"ted'`.",
        'By default `["a", "b"]`.',
        'By default `{"a": 2}`.',
        'By default `"slow"`.',
        "Was used. Deprecated.",
        "**Deprecated.**",
        "What can be set.",
    ],
)
def test_models_page(said: str) -> None:
    """Defaults and what is deprecated are on the page."""
    assert said in MODELS.read_text(encoding="utf-8")


@pytest.mark.parametrize("client", ["Configuration", "AsyncConfiguration"])
def test_docstrings(sdk: ModuleType, client: str) -> None:
    """They are in an editor, too, and so is where more is said."""
    put = inspect.getdoc(getattr(sdk, client).put_settings) or ""
    assert put.startswith("Deprecated.\n\nSee https://settings.example.com/about\n")
    assert "size: Default: 5. Deprecated." in put
