"""Documents of which only words change, and whether that was all that a run did."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sdkwright import pipeline
from sdkwright.config import Target
from sdkwright.output.prepared import Prepared
from sdkwright.pipeline import Output, prepare

WORDS = Path(__file__).with_suffix(".yaml").read_text("utf-8")


def target_in(folder: Path) -> Target:
    return Target(name="words", spec=folder / "words.yaml", output=folder / "sdk")


def prepared(target: Target) -> Prepared:
    return prepare(target, use_cache=True, may_retell=True)


def change(target: Target, old: str, new: str) -> None:
    text = target.spec.read_text("utf-8")
    assert old in text
    target.spec.write_text(text.replace(old, new, 1), encoding="utf-8")


def is_retold(target: Target) -> bool:
    """Whether the output is told anew; it must be as a run without a cache makes it."""
    ran: list[Target] = []
    generate = pipeline.generate

    def run(target: Target, *others: Any) -> Output:
        ran.append(target)
        return generate(target, *others)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "generate", run)
        found = prepared(target)
    if ran:
        return False
    whole = prepare(target)
    assert found.diagnostics == whole.diagnostics
    assert found.warnings == whole.warnings
    assert found.plan is not None
    assert whole.plan is not None
    assert found.plan.texts == whole.plan.texts
    assert sorted(found.plan.same) == sorted(whole.plan.same)
    assert found.plan.texts
    return True
