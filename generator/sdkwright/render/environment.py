"""The templates: where they are, and the Jinja environment that renders them."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

_CONTROLS = re.compile("[\x7f-\x9f\u2028\u2029]")


@cache
def template_root() -> Path:
    """The folder of templates: in an installed package, else in the checkout."""
    package = Path(__file__).parents[1]
    installed = package / "_templates"
    return installed if installed.is_dir() else package.parents[1] / "templates"


def environment(overrides: Path | None = None) -> Environment:
    """Jinja as the templates expect it: strict, with no globals and one filter.

    A template found below `overrides` wins over the one of the same name. Ours are
    compiled once; a user's may have been changed since.
    """
    return _ours() if overrides is None else _made(overrides, template_root())


@cache
def _ours() -> Environment:
    return _made(template_root())


def _made(*roots: Path) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader([str(root) for root in roots]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # Python and Markdown: views hold text that is safe already
    )
    made.globals.clear()
    made.filters["quoted"] = quoted
    return made


def quoted(text: str) -> str:
    """A string in double quotes that TOML and YAML read as the same text."""
    safe = text.encode("utf-8", "replace").decode("utf-8")
    return _CONTROLS.sub(
        lambda found: f"\\u{ord(found[0]):04x}", json.dumps(safe, ensure_ascii=False)
    )
