"""Every public name of an SDK is described, and every link leads somewhere."""

from __future__ import annotations

from pathlib import Path

import golden
import pytest
from reading import RUNTIME, complaints, index, page

JULEP = Path(__file__).parents[1] / "generated" / "julep"


def test_of_julep() -> None:
    """The whole distribution."""
    assert list(complaints(golden.read_tree(JULEP))) == []


@pytest.mark.parametrize("feature", golden.features())
def test_of_a_feature(feature: str) -> None:
    """Each golden, with the runtime that it leaves out."""
    files = golden.read_tree(golden.FEATURES / feature / "expected")
    for path in (RUNTIME / "testing").glob("_*.py"):
        files[f"src/{feature}/testing/{path.name}"] = path.read_text(encoding="utf-8")
    assert list(complaints(files)) == []


def test_complaints_are_made() -> None:
    """A name without a place, a place that is not there, a dead link, a method."""
    files = golden.read_tree(JULEP)
    client = "src/julep/client.py"
    spoilt = {
        **files,
        client: files[client] + "\n__all__ = ['Nobody']\n",
        "docs/models.md": files["docs/models.md"].replace("## Agent\n", "## Agents\n"),
        "README.md": files["README.md"] + "\n[x](docs/nowhere.md)\n[y](#nothing)\n",
    }
    found = "\n".join(complaints(spoilt))
    assert "names.json: julep.Agent leads nowhere" in found
    assert "README.md: no file docs/nowhere.md" in found
    assert "README.md: no section #nothing" in found
    assert "docs/client.md: no section models.md#agent" in found
    method = "    async def list_sessions("
    more = f"    async def unheard(self) -> None: ...\n\n{method}"
    spoilt = {**files, client: files[client].replace(method, more)}
    assert "julep.AsyncJulepApi.unheard is not described" in list(complaints(spoilt))


def test_the_index_is_in_order() -> None:
    """A line a name, in the order of the alphabet."""
    names = [name.lower() for name in index(golden.read_tree(JULEP))]
    assert names == sorted(names)


def test_code_is_no_link() -> None:
    """What looks like a link in code, or is escaped, is none."""
    text = "# A\n\n`[a](b)` \\[c](d\\) [e](f.md#g)\n\n```\n[h](i)\n## J\n```\n"
    assert page(text).links == ("f.md#g",)
    assert page(text).anchors == ("a",)
