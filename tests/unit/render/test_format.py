"""Black, in process, over every Python file and no other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sdkwright.render.format import FormatError, format_files, format_python

UGLY = "x = {  'a':1 }\ndef f( a,\n  b ): return a"
NICE = 'x = {"a": 1}\n\n\ndef f(a, b):\n    return a\n'


def test_python_files_only() -> None:
    """Python is formatted, anything else is left as it is, the order is kept."""
    made = format_files({"b.py": UGLY, "a.md": UGLY, "py.typed": ""})
    assert list(made.items()) == [("b.py", NICE), ("a.md", UGLY), ("py.typed", "")]


def test_again_changes_nothing() -> None:
    """What black wrote, black leaves alone."""
    assert format_python("a.py", NICE) == NICE
    assert format_python("a.py", "") == ""


def test_same_as_blacks_own_command(tmp_path: Path) -> None:
    """The form is black's for our target, with no settings of a project around."""
    (tmp_path / "a.py").write_text(UGLY)
    (tmp_path / "pyproject.toml").write_text("[tool.black]\nline-length = 20\n")
    command = [sys.executable, "-m", "black", "-q", "-t", "py311", "-l", "88", "a.py"]
    subprocess.run(command, cwd=tmp_path, check=True)
    assert (tmp_path / "a.py").read_text() == format_python("a.py", UGLY)


def test_our_bug_is_named_by_file_and_line() -> None:
    """A file that is no Python tells which one it is and where."""
    with pytest.raises(FormatError, match=r"^src/p/client\.py:2: ") as caught:
        format_files({"src/p/client.py": "x = 1\ndef f(:\n"})
    assert (caught.value.path, caught.value.line) == ("src/p/client.py", 2)
