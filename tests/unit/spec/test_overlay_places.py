"""A finding on what overlays have changed points to where that is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from overlaying import opened, overlay, placed
from sdkwright.pointer import Pointer

CATS = "#/paths/~1cats/get"
UPDATE = "overlay0.yaml#/actions/0/update"


@pytest.mark.parametrize(
    ("actions", "now", "written"),
    [
        (["target: $.info, update: {x: {y: [1]}}"], "#/info/x/y/0", f"{UPDATE}/x/y/0"),
        (["target: $.info, update: {title: T}"], "#/info/title", f"{UPDATE}/title"),
        (["target: $.info, update: {title: T}"], "#/info/tags/0", "#/info/tags/0"),
        (["target: $.info, update: {tags: [c]}"], "#/info/tags/2", f"{UPDATE}/tags/0"),
        (["target: $.info.tags, update: c"], "#/info/tags/2", UPDATE),
        (["target: $.info.tags, update: [c, d]"], "#/info/tags/3", f"{UPDATE}/1"),
        (["target: $.info.title, update: T"], "#/info/title", UPDATE),
        (
            ["target: '$..parameters[?@.name == ''x'']', remove: true"],
            f"{CATS}/parameters/1/name",
            f"{CATS}/parameters/2/name",
        ),
        (
            [
                "target: '$..parameters', update: {name: new}",
                "target: '$..parameters[0, 2]', remove: true",
            ]
            * 2,
            f"{CATS}/parameters/0/name",
            f"{UPDATE}/name",
        ),
        (
            [
                "target: '$..parameters', update: {name: new}",
                "target: '$..parameters[0, 2]', remove: true",
            ],
            f"{CATS}/parameters/1/name",
            f"{UPDATE}/name",
        ),
        (
            ["target: $.info, copy: $.paths"],
            "#/info/~1cats/get/tags/0",
            f"{CATS}/tags/0",
        ),
        (
            [
                "target: '$..get', update: {x: [1]}",
                "target: $.info, copy: '$.paths[''/cats'']'",
            ],
            "#/info/get/x/0",
            f"{UPDATE}/x/0",
        ),
        (
            [
                "target: $.info, copy: '$.paths[''/cats'']'",
                "target: $.info.get, update: {tags: [c]}",
            ],
            "#/info/get/tags/1",
            "overlay0.yaml#/actions/1/update/tags/0",
        ),
        (
            ["target: $.info, update: {x: {y: 1}}", "target: $.info.x, remove: true"],
            "#/info/x",
            "#/info/x",
        ),
        (
            [
                "target: $.info, update: {x: {y: 1}}",
                "target: $.info.x, remove: true",
                "target: $, update: {info: {x: {z: 1}}}",
            ],
            "#/info/x/z",
            "overlay0.yaml#/actions/2/update/info/x/z",
        ),
    ],
)
def test_places(actions: list[str], now: str, written: str, tmp_path: Path) -> None:
    """New parts stand in the overlay, moved and copied ones where they stood before."""
    documents, found = opened(tmp_path, overlay(*actions))
    assert not [each for each in found if each.code != "overlay-matches-nothing"]
    found.error("test", "x", Pointer(now))
    (at,) = (each.at for each in placed(documents) if each.code == "test")
    assert at == written


def test_the_line_of_a_part_of_an_overlay(tmp_path: Path) -> None:
    """File, line and column are the overlay's."""
    documents, found = opened(tmp_path, overlay("target: $, update: {x: {y: 1}}"))
    found.error("test", "x", Pointer("#/x/y"))
    (span,) = (each.span for each in placed(documents))
    assert span is not None
    assert (Path(span.file).name, span.line, span.column) == ("overlay0.yaml", 4, 31)
