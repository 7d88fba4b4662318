"""Every diagnostic has its text in the repository, caret and all.

A folder is named after a code, or after a code and what is special
(`wrong-type--parameters`). It holds the document and what is printed of it; an
`overlay.yaml` in it is applied to the document, a `sdkwright.yaml` holds options.
"""

from __future__ import annotations

import ast
from pathlib import Path

import golden
import pytest
from sdkwright import config_files
from sdkwright.config import Target
from sdkwright.diagnostics import Diagnostics, Severity
from sdkwright.listing import listing
from sdkwright.pipeline import generate

HERE = Path(__file__).parent / "diagnostics"
SOURCE = Path(__file__).parents[1] / "generator" / "sdkwright"
CASES = tuple(sorted(path.name for path in HERE.iterdir() if path.is_dir()))


def printed(case: str) -> tuple[str, bool]:
    """What is printed of a case's document, and whether it is generated."""
    (spec,) = (HERE / case).glob("openapi.*")
    lenient = (HERE / case / "lenient").exists()
    target = Target(
        name=case,
        spec=spec,
        output=HERE / "out",
        overlays=tuple((HERE / case).glob("overlay.yaml")),
        lenient=lenient,
    )
    output = generate(_with_options(target, HERE / case / config_files.YAML))
    errors = any(each.severity is Severity.ERROR for each in output.diagnostics)
    assert errors == (output.files is None)
    text = listing(output.diagnostics, output.sources, "text")
    return text.replace(f"{spec.parent.as_posix()}/", "") + "\n", not errors


def _with_options(target: Target, path: Path) -> Target:
    if not path.exists():
        return target
    found = Diagnostics()
    file = config_files.read(path, found)
    made = None if file is None else file.options(target.spec, target.output, found)
    assert made is not None, list(found)
    return made


@pytest.mark.parametrize("case", CASES)
def test_text(case: str) -> None:
    """The text of a finding is the expected one."""
    text, _ = printed(case)
    expected = HERE / case / "expected.txt"
    if golden.UPDATE:
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8"), golden.MEND
    assert f"[{case.partition('--')[0]}]" in text


def test_every_code_has_a_case() -> None:
    """No code is given in the source that no folder shows."""
    shown = {case.partition("--")[0] for case in CASES}
    assert sorted(codes() - shown) == []


def codes() -> set[str]:
    """The codes that the stages give: first arguments of what reports findings."""
    calls = ("error", "warning", "report", "_fault", "_stop")
    found: set[str] = set()
    for folder in ("spec", "ir", "python"):
        for path in (SOURCE / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Call) or not node.args:
                    continue
                function, first = node.func, node.args[0]
                name = function.attr if isinstance(function, ast.Attribute) else ""
                if name in calls and isinstance(first, ast.Constant):
                    found.add(str(first.value))
    return found
