"""sdkwright's own pages: every link leads somewhere, and every page is led to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from reading import page

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = (ROOT / "README.md", *sorted(DOCS.rglob("*.md")))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_links_lead_somewhere(path: Path) -> None:
    """A file of the repository, and a section of it where one is named."""
    dead: list[str] = []
    for link in page(path.read_text(encoding="utf-8")).links:
        target, _, anchor = link.partition("#")
        file = path.parent / target if target else path
        if re.match(r"https?:|mailto:", link):
            continue
        if not file.exists():
            dead.append(link)
        elif anchor and file.suffix == ".md":
            known = page(file.read_text(encoding="utf-8")).sections
            dead += [] if anchor in known else [link]
    assert dead == []


def test_every_page_is_led_to() -> None:
    """By the site's navigation; decisions by their own list."""
    _, _, nav = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")
    named = set(re.findall(r"[\w/-]+\.md", str(yaml.safe_load(nav))))
    pages = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}
    decisions = {path for path in pages if re.match(r"decisions/\d", path)}
    assert pages - decisions == named
    listed = page((DOCS / "decisions" / "index.md").read_text(encoding="utf-8")).links
    assert {f"decisions/{link}" for link in listed} == decisions
