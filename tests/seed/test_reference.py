"""The reference page of the Julep client, against the page that it has to replace."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
JULEP = ROOT / "generated" / "julep"
COMPARE = ROOT.parent / "shared" / "seed" / "compare_docs.py"
PAGE = JULEP / "docs" / "client.md"


@pytest.mark.skipif(not COMPARE.exists(), reason="the seed's page is not at hand")
def test_full_marks() -> None:
    """The page scores every point, source links included."""
    command = [sys.executable, str(COMPARE), str(PAGE), "--source", str(JULEP / "src")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_links_lead_somewhere() -> None:
    """Every link of every page leads to a file, and every anchor to a heading."""
    broken = [
        f"{page.name}: {target}"
        for page in sorted((JULEP / "docs").rglob("*.md"))
        for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
        if not target.startswith("http") and not _exists(page, target)
    ]
    assert broken == []


def _exists(page: Path, target: str) -> bool:
    path, _, anchor = target.partition("#")
    file = (page.parent / path).resolve() if path else page
    if not file.exists():
        return False
    if not anchor or file.suffix != ".md":
        return True
    headings = re.findall(r"^#+ (.*)$", file.read_text(encoding="utf-8"), re.M)
    return anchor in {_slug(heading) for heading in headings}


def _slug(heading: str) -> str:
    plain = heading.replace("\\", "").lower().replace(" ", "-")
    return re.sub(r"[^\w-]", "", plain)
