"""What is said of each mutation of a document."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright.compare.change import Change
from sdkwright.compare.documents import compare_documents
from sdkwright.config import Target
from trees import put

from .mutations import MUTATIONS, ZOO, Mutation


def changes(folder: Path, old: str, new: str) -> tuple[Change, ...]:
    """The changes from one document to another."""
    put(folder, {"old.yaml": old, "new.yaml": new})
    sides = (
        Target(name=name, spec=folder / f"{name}.yaml", output=folder / name)
        for name in ("old", "new")
    )
    done = compare_documents(*sides)
    assert done.changes is not None, (done.old.diagnostics, done.new.diagnostics)
    return done.changes


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: each.name)
def test_mutation(mutation: Mutation, tmp_path: Path) -> None:
    """Just the changes that are expected, each with its places."""
    found = changes(tmp_path, ZOO, mutation.document)
    said = [f"{each.level.name.lower()} {each.code}" for each in found]
    assert sorted(said) == sorted(mutation.expected), found
    for each in found:
        assert each.old_span or each.new_span, each
        assert each.old_span or each.code.endswith("-added"), each
        assert each.why
