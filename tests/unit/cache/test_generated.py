"""What is generated with a cache is what is generated without one."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright.cache import Cache
from sdkwright.config import Target
from sdkwright.pipeline import generate, prepare
from sdkwright.render import format as formatting
from sdkwright.render import models

from ..compare.mutations import MUTATIONS, ZOO


def target_of(folder: Path, document: str) -> Target:
    spec = folder / "zoo.yaml"
    spec.write_text(document, encoding="utf-8")
    return Target(name="zoo", spec=spec, output=folder / "sdk")


def test_the_same_with_and_without(tmp_path: Path) -> None:
    """Documents that change a little, each made with what the one before has left."""
    known: dict[str, str] = {}
    hits = 0
    for mutation in MUTATIONS[::8]:
        target = target_of(tmp_path, mutation.document)
        cache = Cache(place=tmp_path / "cache", makers="", known=known)
        assert generate(target, cache=cache).files == generate(target).files
        hits += len(cache.used.keys() & known.keys())
        known = cache.used
    assert hits > 40


def test_what_is_known_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a document that has not changed nothing is rendered or formatted again."""
    monkeypatch.setenv("SDKWRIGHT_CACHE", str(tmp_path / "caches"))
    target = target_of(tmp_path, ZOO)
    first = prepare(target, use_cache=True).plan

    def made(*given: object) -> str:
        raise AssertionError(given)

    monkeypatch.setattr(models, "_text", made)
    monkeypatch.setattr(formatting, "format_python", made)
    assert prepare(target, use_cache=True).plan == first
    with pytest.raises(AssertionError):
        prepare(target)
