"""What is generated stands as black has it, though black has seen little of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright.render.format import format_long, format_python
from sdkwright.render.parts import parts

ROOT = Path(__file__).parents[1]
FILES = sorted(
    path
    for folder in (ROOT / "generated", ROOT / "tests" / "features")
    for path in folder.rglob("*.py")
    if path.parent != folder and path.name != "test_run.py"
)
LONG = "a" * 50


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_generated_files(path: Path) -> None:
    """Black has nothing to change in any file that we generate."""
    text = path.read_text(encoding="utf-8")
    assert format_python(path.name, text) == text


@pytest.mark.parametrize(
    "text",
    [
        f"X: TypeAlias = dict[{LONG}, {LONG}]\n",
        f'"""Prose.\n\ndef {LONG}({LONG}): no code\n"""\n\nx = f({LONG}, {LONG})\n',
        f"class A(Model):\n    x: dict[{LONG}, {LONG}] | None = None\n    y: int\n",
        f'class A(Model):\n    """def {LONG}({LONG}):\n    no code"""\n\n'
        f"    x: dict[{LONG}, {LONG}] | None = None\n",
        f"class {LONG}{LONG}(Model):\n    pass\n",
        f"class A:\n    @property\n    def f(self, x: {LONG}, y: {LONG}) -> None:\n"
        "        return self.g()\n\n    y = 1\n",
        f"class A:\n    def f(\n        self,\n        x: {LONG}[{LONG}] | int = 1,\n"
        f'    ) -> {LONG}:\n        """It does."""\n        return 1\n\n    y = 1\n',
        f"class A:\n    @overload\n    def f(\n        self,\n        x: int,\n"
        f"    ) -> {LONG}[{LONG}]: ...\n    @overload\n    def f(\n        self,\n"
        f"        x: {LONG}[{LONG}],\n    ) -> int: ...\n    def f(\n        self,\n"
        f"        x: int | {LONG}[{LONG}],\n    ) -> {LONG} | {LONG}:\n        pass\n",
        f"class A:\n    async def f(\n        self,\n        x: int,\n    ) -> (\n"
        f"        {LONG}\n        | {LONG}\n    ):\n        return f({LONG}, {LONG})\n",
        f"x = f(\n    {LONG}({LONG}),\n    b={LONG}[{LONG}],\n)\ny = 1\n",
        f'x = {{\n    "{LONG}": "{LONG}",\n}}\n',
        "if TYPE_CHECKING:\n    from a import b\n\n"
        f"    def f() -> dict[{LONG}, {LONG}]: ...\n\nelse:\n    b = 1\n",
    ],
)
def test_statements_too_long(text: str) -> None:
    """A statement that is too long is formatted as it would be in its file."""
    assert format_long("a.py", text) == format_python("a.py", text)


def test_parameters_of_a_method() -> None:
    """Of a method black sees the parameters that are too long, and not its body."""
    text = (
        f"class A:\n    def f(\n        self,\n        x: {LONG}[{LONG}],\n"
        '    ) -> int:\n        """It does."""\n        return 1\n'
    )
    assert format_long("a.py", text) == format_python("a.py", text)
    long = [part.lines for part in parts(text) if part.too_long]
    assert long == [(f"        x: {LONG}[{LONG}],",)]


def test_entries_of_a_table() -> None:
    """Of a long table black sees the entries that are too long, and no others."""
    short = '    "a": Call(\n        make=1,\n    ),\n'
    text = (
        f'T = {{\n{short}    "b": Call(\n        x={LONG}({LONG}),\n    ),\n}}\ny = 1\n'
    )
    assert format_long("a.py", text) == format_python("a.py", text)
    assert [part.too_long for part in parts(text)] == [False] * 2 + [True] + [False] * 2
