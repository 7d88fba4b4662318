"""Pages that show what commands print: each of their examples is run.

A block whose first line is a comment with a name is that file. What stands
after a `$` is run by a shell, all in one folder; below it stands what it prints.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import golden
import pytest
from trees import put

DOCS = Path(__file__).parents[1] / "docs"
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
_FILE = re.compile(r"# (\S+\.\w+)\n")
_FILES = ("yaml", "toml", "python")


@pytest.mark.parametrize("page", ["commands", "guides", "tutorial"])
def test_the_page_is_what_happens(page: str, tmp_path: Path) -> None:
    """Every example prints what the page says."""
    path = DOCS / f"{page}.md"
    text = path.read_text(encoding="utf-8")
    shown = _FENCE.sub(lambda fence: _run(fence, tmp_path), text)
    if golden.UPDATE:
        path.write_text(shown, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == shown, golden.MEND
    assert "$ sdkwright generate" in shown


def _run(fence: re.Match[str], folder: Path) -> str:
    language, inside = fence.groups()
    if language in _FILES and (name := _FILE.match(inside)):
        put(folder, {name.group(1): inside[name.end() :]})
    if language != "console":
        return fence.group()
    printed = "\n\n".join(_printed(inside, folder))
    return f"```console\n{printed}\n```"


def _printed(inside: str, folder: Path) -> Iterator[str]:
    """Each command of a block, and what it prints now."""
    scripts = Path(sys.executable).parent
    path = f"{scripts}{os.pathsep}{os.environ['PATH']}"
    for command in re.findall(r"^\$ (.*(?:\n> .*)*)", inside, re.M):
        done = subprocess.run(
            ["sh", "-c", command.replace("\n> ", "\n")],
            cwd=folder,
            env={**os.environ, "PATH": path, "COLUMNS": "80"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        yield f"$ {command}\n{done.stdout}".rstrip("\n")
