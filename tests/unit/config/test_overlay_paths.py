"""The overlays of a target, as a configuration says them."""

from __future__ import annotations

from pathlib import Path

from sdkwright.config import read_target
from sdkwright.diagnostics import Diagnostics
from sdkwright.options import Section
from sdkwright.pointer import ROOT
from sdkwright.spec.objects import Json


def read(overlays: Json, folder: Path) -> tuple[tuple[Path, ...], list[str]]:
    """The paths, and what is wrong with them."""
    found = Diagnostics()
    value: dict[str, Json] = {"spec": "a", "output": "b", "overlays": overlays}
    target = read_target(Section(value=value, at=ROOT, folder=folder, found=found))
    assert target is not None
    return target.overlays, [f"{each.at}: {each.message}" for each in found]


def test_one_overlay(tmp_path: Path) -> None:
    """A single overlay needs no list; what is no path is said at its place."""
    assert read("c.yaml", tmp_path) == ((tmp_path / "c.yaml",), [])
    assert read(["c.yaml", 1, ""], tmp_path)[1] == [
        "#/overlays/1: 'overlays' must be paths, not 1",
        "#/overlays/2: 'overlays' must be paths, not ''",
    ]
