"""What is wrong with an overlay is said at its place, whatever it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from overlaying import opened, overlay, placed, said
from sdkwright.diagnostics import Diagnostics
from sdkwright.pointer import Pointer
from sdkwright.spec import jsonpaths, overlay_actions
from sdkwright.spec.opening import open_document
from sdkwright.spec.parse import DEEPEST

INFO = "info: {title: T, version: '1'}\n"


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        (
            "",
            "1:1",
            "wrong-overlay: this overlay is empty; an Overlay document is a mapping",
        ),
        (
            "- 1",
            "1:1",
            "wrong-overlay: this overlay is a list; an Overlay document is a mapping",
        ),
        ("{", "2:1", "syntax: did not find expected node content"),
        ("info: {}", "1:1", "wrong-overlay: the overlay does not say its version"),
        (
            "openapi: 3.1.0",
            "1:1",
            "wrong-overlay: this is an OpenAPI document, not an overlay",
        ),
        (
            "overlay: 1.2.0",
            "1:10",
            "unsupported-version: version '1.2.0' of Overlay is not supported",
        ),
        (
            "overlay: [1]",
            "1:10",
            "wrong-overlay: 'overlay' must be the version, not a list",
        ),
        (
            f"overlay: 1.1.0\n{INFO}",
            "1:1",
            "wrong-overlay: there are no 'actions' in this overlay",
        ),
        (
            f"overlay: 1.1.0\n{INFO}actions: []",
            "3:10",
            "wrong-overlay: 'actions' is empty",
        ),
        (
            f"overlay: 1.1.0\n{INFO}actions: x",
            "3:10",
            "wrong-overlay: 'actions' must be a list, not text",
        ),
        (
            "overlay: 1.1.0\nactions: [{target: $, update: {}}]",
            "1:1",
            "unusual-overlay: this overlay has no 'info' with its title and version",
        ),
    ],
)
def test_overlays(text: str, place: str, message: str, tmp_path: Path) -> None:
    """A file that is no overlay, or none of a known version."""
    documents, _ = opened(tmp_path, text)
    assert [
        f"{each.span.line}:{each.span.column} {each.code}: {each.message}"
        for each in placed(documents)
        if each.span is not None
    ] == [f"{place} {message}"]


@pytest.mark.parametrize(
    ("action", "mark", "message"),
    [
        (
            "update: {}",
            "{update: {}}",
            "wrong-overlay: there is no 'target' in this action",
        ),
        (
            "target: 1, update: 1",
            "1",
            "wrong-overlay: 'target' must be a JSONPath, not a number",
        ),
        (
            "target: $., update: {}",
            "$.",
            "wrong-jsonpath: this is no JSONPath: expected a shorthand selector",
        ),
        (
            "target: info, update: {}",
            "info",
            "wrong-jsonpath: this is no JSONPath: it must begin with '$'",
        ),
        (
            "target: $.paths./a, remove: true",
            "$.paths./a",
            "wrong-jsonpath: this is no JSONPath: unexpected token '/' at character 9",
        ),
        (
            "target: $, remove: true",
            "$",
            "wrong-overlay: the whole document cannot be removed",
        ),
        (
            "target: $.info, remove: 'yes'",
            "'yes'",
            "wrong-overlay: 'remove' must be true or false, not text",
        ),
        (
            "target: $.info, copy: $.no",
            "$.no",
            "wrong-overlay: 'copy' must match one node, and this matches nothing",
        ),
        (
            "target: $.info, copy: $.paths.*",
            "$.paths.*",
            "wrong-overlay: 'copy' must match one node, and this matches 2 nodes",
        ),
        (
            "target: $.info, copy: $, update: {}",
            "copy",
            "wrong-overlay: 'update' and 'copy' cannot stand in one action",
        ),
        (
            "target: $.info, remove: true, update: {}",
            "update",
            "unusual-overlay: 'update' has no effect beside 'remove: true'",
        ),
        (
            "target: $.info",
            "{target: $.info}",
            "unusual-overlay: this action changes nothing",
        ),
        (
            "target: $.info, udpate: {}, update: {}",
            "udpate",
            "unusual-overlay: 'udpate' has no meaning in an overlay",
        ),
        (
            "target: $.infos, update: {}",
            "$.infos",
            "overlay-matches-nothing: this target matches nothing, "
            "so the action changes nothing",
        ),
    ],
)
def test_actions(action: str, mark: str, message: str, tmp_path: Path) -> None:
    """An action that cannot be understood, or does not do what it seems to."""
    assert said(tmp_path, action) == [f"{mark} {message}"]


def test_no_mapping_among_actions(tmp_path: Path) -> None:
    """Each action is a mapping; the others are performed all the same."""
    documents, _ = opened(tmp_path, overlay("target: $, update: {x: 1}") + "- text\n")
    (each,) = placed(documents)
    assert each.message == "an action is a mapping, not text"
    assert each.at == "overlay0.yaml#/actions/1"
    assert documents.value(Pointer("#/x")) == 1


def test_copy_needs_1_1(tmp_path: Path) -> None:
    """Version 1.0 has no copies."""
    assert said(tmp_path, "target: $.info, copy: $.paths", version="1.0.0") == [
        "copy wrong-overlay: 'copy' needs version 1.1 of Overlay"
    ]


@pytest.mark.parametrize(
    "query",
    [
        "$[" * 900,
        "$" + ".a" * 999,
        "$" + "..a" * 600,
        "$[?" + "!(" * 400 + "@.a" + ")" * 400 + "]",
        "$[?@[?" * 100,
        "$" + ".a" * 100_000,
        "$[?@.a == 1e999]",
        "$.info[?count(@) > 1]",
        "$[?match(@.a, '(')]",
        "$[99999999999999999999999]",
        "$['\\ud800']",
        "$\x00",
    ],
)
def test_hostile_queries(query: str, tmp_path: Path) -> None:
    """A query that cannot be evaluated is said; nothing worse happens."""
    quoted = query.replace("\\", "\\\\").replace("\x00", "\\0")
    codes = {each.split(" ")[-0] for each in said(tmp_path, f'target: "{quoted}"')}
    assert codes


def test_chains_of_copies_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies that double with each action stop before they fill the memory."""
    monkeypatch.setattr(overlay_actions, "MOST_ADDED", 10_000)
    texts = said(tmp_path, "target: $, update: {a: {}}", *["target: $.a, copy: $"] * 20)
    assert "$.a wrong-overlay: this adds more than 10,000 values" in texts


def test_depth_ends(tmp_path: Path) -> None:
    """What would be nested too deep is not added, so that nothing runs out of stack."""
    deep = "{a: " * (DEEPEST - 20) + "1" + "}" * (DEEPEST - 20)
    actions = [f"target: $, update: {deep}"] * 2
    documents, found = opened(tmp_path, overlay(*actions, "target: $..a, copy: $"))
    assert [each.code for each in found] == ["too-deep"]
    assert documents.overlaid


def test_many_matches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A query that matches without end is stopped."""
    monkeypatch.setattr(jsonpaths, "MOST_MATCHES", 5)
    assert said(tmp_path, "target: $..*..*..*, update: 1") == [
        "$..*..*..* wrong-jsonpath: this JSONPath fails: it matches more than 5 nodes"
    ]


def test_nothing_below_many_matches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The search for what does match gives up where that is too much."""
    monkeypatch.setattr(jsonpaths, "MOST_MATCHES", 5)
    assert [each[:29] for each in said(tmp_path, "target: $..*.no, update: 1")] == [
        "$..*.no overlay-matches-nothi"
    ]


def test_a_missing_overlay(tmp_path: Path) -> None:
    """A file that is not there is an error, and so is nothing else."""
    (tmp_path / "zoo.yaml").write_text("info: {}", encoding="utf-8")
    found = Diagnostics()
    overlays = (tmp_path / "no.yaml",)
    assert open_document(tmp_path / "zoo.yaml", found, overlays=overlays) is None
    assert [(each.code, each.span and each.span.line) for each in found] == [
        ("unreadable-file", 1)
    ]
