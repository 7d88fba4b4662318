"""The schemas as they are published, as files of the package.

Files, so that an editor, or the checker of `pyproject.toml`, needs nothing of the
generator; a test holds them to what they are made of.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from ..spec.objects import Json

FOLDER = Path(__file__).parent


def path_of(name: str) -> Path:
    """The file of a schema in the package."""
    return FOLDER / f"{name}.schema.json"


def read_text(name: str) -> str:
    """The text of a published schema."""
    return path_of(name).read_text(encoding="utf-8")


def makers() -> Mapping[str, Callable[[], dict[str, Json]]]:
    """What makes each schema, by its name."""
    from . import configuration, ir

    return {"configuration": configuration.schema, "ir": ir.schema}


def text_of(schema: Json) -> str:
    """A schema as its file has it."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def tool_schema(_name: str) -> dict[str, Json]:
    """The schema of `[tool.sdkwright]`, for validate-pyproject, which asks for it."""
    made: dict[str, Json] = json.loads(read_text("configuration"))
    return made
