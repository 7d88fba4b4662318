"""A sample of the corpus run: nothing but the type checkers and the clock is left out.

All small cases, and of the real documents a few that differ much. What they are is
read from where they lie; without them there is nothing to test.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import golden
import pytest
from corpus import baseline
from corpus.counting import whole
from corpus.documents import Document, documents
from corpus.figures import worse
from corpus.making import make
from corpus.measuring import judge
from corpus.proving import prove
from corpus.travelling import travel
from corpus.trying import Tried, attempt
from describing import complaints as untold
from describing import read
from importing import importing
from reading import complaints

SHARED = baseline.ROOT.parent / "shared"
REAL = (
    "camara-qod",
    "ga4gh-drs",
    "galaxy",
    "gotify",
    "mermade-broken-refs",
    "museum",
    "parameters-style",
    "petstore",
    "speakeasy-32",
    "train-travel",
    "webhook-example",
)
# Of one file, and without faults: what their pages lack is seen by reading both.
WHOLE = ("galaxy", "museum", "petstore", "speakeasy-32", "train-travel")


def sample() -> Iterator[tuple[str, Document]]:
    for folder in ("specs", "cases"):
        if (SHARED / folder).is_dir():
            for each in documents(SHARED / folder):
                if folder == "cases" or each.name in REAL:
                    yield folder, each


@pytest.mark.skipif(not SHARED.is_dir(), reason="the documents are not here")
@pytest.mark.parametrize(
    ("folder", "document"), [pytest.param(*each, id=each[1].name) for each in sample()]
)
def test_no_figure_is_worse(folder: str, document: Document, tmp_path: Path) -> None:
    """Generated, built, described, as complete as it was; it passes, it travels."""
    made = make(document.spec, document.root, tmp_path / "out")
    with importing(tmp_path / "out"):
        tried = attempt(tmp_path / "out", made.package) if made.lines else Tried()
        measured = judge(whole(document.spec), made, tried)
        proved = prove(tmp_path / "out")
        travelled = travel(tmp_path / "out", made.package, document.spec)
    figures = replace(
        measured.figures,
        tests=(proved.passed, proved.of),
        trips=(travelled.passed, travelled.of),
    )
    pages = golden.read_tree(tmp_path / "out") if made.lines else {}
    assert list(complaints(pages) if pages else ()) == []
    if document.name in WHOLE:
        assert list(untold(read(document.spec), pages)) == []
    wrong = (*measured.wrong, *proved.wrong, *travelled.wrong)
    known = baseline.load()[folder][document.name]
    assert list(worse(figures, known, exact=True)) == [], wrong
