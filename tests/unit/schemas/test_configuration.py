"""The published schema of a configuration says what the generator takes."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from sdkwright.config import OPTIONS
from sdkwright.schemas.published import read_text
from sdkwright.starting import Start, config_text
from unit.config.test_config import FULL, targets

ROOT = Path(__file__).parents[3]
CHECKER = Draft7Validator(json.loads(read_text("configuration")))
TARGET = {"spec": "a.yaml", "output": "out"}
CONFIGURATIONS = sorted(ROOT.glob("tests/*/*/sdkwright.yaml"))
# Options as a person may write them, and whether they can be meant.
CASES: list[tuple[str, Any, bool]] = [
    ("overlays", "one.yaml", True),
    ("overlays", [1], False),
    ("package", "a_b", True),
    ("package", "a-b", False),
    ("distribution", "acme-pets", True),
    ("distribution", "-", False),
    ("version", 1.0, False),
    ("version", None, True),
    ("client", "grouped", True),
    ("client", "tagged", False),
    ("env", {"key": "A_KEY", "login": {"username": "USER"}}, True),
    ("env", {"key": "a key"}, False),
    ("timeout", None, True),
    ("timeout", "none", True),
    ("timeout", 0, False),
    ("timeout", True, False),
    ("max_retries", 0, True),
    ("max_retries", -1, False),
    ("idempotency_header", "Idempotency-Key", True),
    ("idempotency_header", "two words", False),
    ("webhook_signature", "standard", True),
    ("webhook_signature", {"prefix": "sha256="}, False),
    ("webhook_signature", {"header": "X", "hash": "md5"}, False),
    ("ignore", ["no-summary"], True),
    ("ignore", {"no-summary": True, "unused-keyword": ["#/a", "#/b"]}, True),
    ("ignore", ["no-such-code"], False),
    ("ignore", {"no-summary": "everywhere"}, False),
    ("names", {"#/paths/~1pets": "pets"}, True),
    ("names", {"pets": "pets"}, False),
    ("names", {"#/paths/~1pets": "the pets"}, False),
    ("lenient", "yes", False),
]


def is_taken(value: object) -> bool:
    """Whether an editor has nothing to say of it."""
    taken: bool = CHECKER.is_valid(value)  # pyright: ignore
    return taken


def test_configurations_of_this_repository() -> None:
    """Every configuration that works is taken."""
    assert len(CONFIGURATIONS) > 5
    for path in CONFIGURATIONS:
        assert is_taken(yaml.safe_load(path.read_text("utf-8"))), path
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert is_taken(project["tool"]["sdkwright"])
    start = Start(name="a", options={"spec": "a b.yaml", "output": "x"})
    assert is_taken(yaml.safe_load(config_text([start])))


def test_every_option() -> None:
    """Each option stands in it, with a description; alone, and of a target."""
    made = CHECKER.schema["definitions"]  # type: ignore[index]
    assert [name for name in made if name in OPTIONS] == list(OPTIONS)
    assert all(made[name]["description"].endswith(".") for name in OPTIONS)
    assert is_taken(FULL)
    assert is_taken({"targets": {"one": FULL, "two": TARGET}})


@pytest.mark.parametrize(
    "wrong",
    [
        {**TARGET, "outptu": "x"},
        {"targets": {"one": {**TARGET, "outptu": "x"}}},
        {"targets": {"one": {"spec": "a.yaml"}}},
        {"targets": {}},
        {"targets": {"one": TARGET}, "client": "flat"},
        {**TARGET, "pagination": {"list": {"stile": "offset"}}},
        {**TARGET, "pagination": {"list": {"style": "pages"}}},
        [],
    ],
)
def test_unknown_keys(wrong: object) -> None:
    """A key that there is not is refused wherever it stands."""
    assert not is_taken(wrong)


@pytest.mark.parametrize(("name", "value", "good"), CASES)
def test_both_say_the_same(
    name: str, value: object, good: bool, tmp_path: Path
) -> None:
    """The generator and the schema take and refuse the same."""
    whole: Mapping[str, object] = {**TARGET, name: value}
    assert is_taken(whole) is good
    _, wrong = targets(tmp_path, "sdkwright.yaml", json.dumps(whole))
    assert (not wrong) is good, wrong


def test_pyproject() -> None:
    """validate-pyproject finds the schema by an entry point of the distribution."""
    found = entry_points(group="validate_pyproject.tool_schema", name="sdkwright")
    (schema_of,) = (each.load() for each in found)
    assert schema_of("sdkwright") == CHECKER.schema
