"""Overlays change a document as Overlay 1.0 and 1.1 say, and places stay right."""

from __future__ import annotations

from pathlib import Path

import pytest
from overlaying import applied, at, opened, overlay, placed, said
from sdkwright.diagnostics import Diagnostics
from sdkwright.pointer import ROOT, Pointer
from sdkwright.spec.opening import open_document


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0", "1.0", "1.1"])
def test_update_merges(version: str, tmp_path: Path) -> None:
    """Mappings are merged in depth, lists concatenated, plain values replaced."""
    value = applied(
        tmp_path,
        "target: $, update: {info: {title: New, tags: [c], more: {deep: [1]}}}",
        version=version,
    )
    assert at(value, "info") == {
        "title": "New",
        "tags": ["a", "b", "c"],
        "more": {"deep": [1]},
    }
    assert "paths" in (value if isinstance(value, dict) else {})


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0"])
def test_update_of_lists(version: str, tmp_path: Path) -> None:
    """A list that is a target gets one entry, or those of another list."""
    target = "target: $.info.tags"
    value = applied(
        tmp_path,
        f"{target}, update: c",
        f"{target}, update: {{d: 1}}",
        f"{target}, update: [e, [f]]",
        version=version,
    )
    assert at(value, "info", "tags") == ["a", "b", "c", {"d": 1}, "e", ["f"]]


def test_plain_targets(tmp_path: Path) -> None:
    """In 1.1 a plain value can be a target, in a mapping and in a list."""
    value = applied(
        tmp_path,
        "target: $.info.title, update: null",
        "target: '$.paths.*.get.tags[?@ == ''cat'']', update: lion",
    )
    assert at(value, "info", "title") is None
    assert at(value, "paths", "/cats", "get", "tags") == ["lion"]
    assert said(tmp_path, "target: $.info.title, update: x", version="1.0.0") == [
        "x unusual-overlay: an action on a plain value needs version 1.1 of Overlay"
    ]


def test_remove(tmp_path: Path) -> None:
    """Keys and items are removed, several of one list at once, nested ones too."""
    value = applied(
        tmp_path,
        "target: '$.paths[''/cats''].get.parameters[0, 2]', remove: true",
        "target: $..put.deprecated, remove: true",
        "target: '$.info[''tags'', ''tags'']', remove: true",
        "target: $.info, remove: false, update: {x: 1}",
        version="1.0.0",
    )
    assert at(value, "paths", "/cats", "get", "parameters") == [{"name": "y"}]
    assert at(value, "paths", "/dogs", "put") == {}
    assert at(value, "info") == {"title": "Zoo", "x": 1}
    assert applied(tmp_path, "target: $..*, remove: true") == {}


def test_filters_and_wildcards(tmp_path: Path) -> None:
    """Every node that is matched is changed, each once, and nothing is shared."""
    value = applied(
        tmp_path,
        "target: '$.paths[*, *].get', update: {tags: [new], shared: {list: []}}",
        "target: '$.paths[?@.put].get.shared.list', update: only here",
        "target: '$..parameters[?@.name != ''x'']', update: {in: query}",
    )
    assert at(value, "paths", "/cats", "get", "tags") == ["cat", "new"]
    assert at(value, "paths", "/cats", "get", "shared") == {"list": []}
    assert at(value, "paths", "/dogs", "get", "shared") == {"list": ["only here"]}
    assert at(value, "paths", "/cats", "get", "parameters", 0) == {"name": "x"}
    assert at(value, "paths", "/cats", "get", "parameters", 2, "in") == "query"


def test_anchors_are_not_shared(tmp_path: Path) -> None:
    """What an anchor stands for, in document or overlay, is changed in one place."""
    document = "a: &a {list: [1]}\nb: *a\n"
    documents, found = opened(
        tmp_path,
        overlay(
            "target: $.a.list, update: 2",
            "target: $, update: {c: &c {list: []}, d: *c}",
            "target: $.d.list, update: 3",
        ),
        document=document,
    )
    assert not found
    assert documents.value(ROOT) == {
        "a": {"list": [1, 2]},
        "b": {"list": [1]},
        "c": {"list": []},
        "d": {"list": [3]},
    }


def test_copy(tmp_path: Path) -> None:
    """A copy is merged like an update; with a removal it moves what was copied."""
    value = applied(
        tmp_path,
        "target: $.paths, update: {/lions: {}}",
        "target: '$.paths[''/lions'']', copy: '$.paths[''/cats'']'",
        "target: '$.paths[''/cats'']', remove: true",
        "target: '$.paths[''/dogs''].get', copy: '$.paths[''/lions''].get'",
        "target: '$.paths[''/lions''].get.tags', copy: $.info.title",
        "target: $.info.title, copy: '$.info.tags[1]'",
        "target: $.info, copy: $",
    )
    assert at(value, "paths", "/dogs", "get", "tags") == ["dog", "cat"]
    assert at(value, "paths", "/lions", "get", "tags") == ["cat", "Zoo"]
    assert at(value, "info", "title") == "b"
    assert at(value, "info", "info", "tags") == ["a", "b"]


def test_several_overlays(tmp_path: Path) -> None:
    """Each action sees what those before it have made, overlays count in order."""
    first = overlay("target: $, update: {x: {n: 1}}", "target: $.x, update: {n: 2}")
    second = overlay("target: '$.x[?@ == 2]', update: 3", version="1.1.7")
    documents, found = opened(tmp_path, first, second)
    assert not found
    assert documents.value(Pointer("#/x/n")) == 3
    documents, found = opened(tmp_path, second, first)
    assert [each.code for each in found] == ["overlay-matches-nothing"]
    assert documents.value(Pointer("#/x/n")) == 2


@pytest.mark.parametrize(
    ("action", "mark", "message"),
    [
        (
            "target: $.info, update: []",
            "[]}",
            "this is a list, and '#/info' is a mapping",
        ),
        (
            "target: $, update: {info: 1}",
            "1",
            "this is a number, and '#/info' is a mapping",
        ),
        (
            "target: $, update: {info: {tags: x}}",
            "x",
            "this is text, and '#/info/tags' is a list",
        ),
        (
            "target: $.info.title, update: {}",
            "{}}",
            "this is a mapping, and '#/info/title' is text",
        ),
        (
            "target: $.info, copy: $.info.tags",
            "$.info.tags",
            "this is a list, and '#/info' is a mapping",
        ),
        (
            "target: $.info.*, update: x",
            "$.info.*",
            "this target matches nodes of several kinds",
        ),
    ],
)
def test_what_does_not_fit(
    action: str, mark: str, message: str, tmp_path: Path
) -> None:
    """In 1.1 kinds that differ are an error at the value in the overlay."""
    assert said(tmp_path, action) == [f"{mark} overlay-mismatch: {message}"]


def test_what_does_not_fit_in_1_0(tmp_path: Path) -> None:
    """In 1.0, which does not say what is to be done, the new value counts."""
    text = overlay("target: $, update: {info: 1}", version="1.0.0")
    documents, found = opened(tmp_path, text)
    assert [(each.code, each.severity.name) for each in found] == [
        ("overlay-mismatch", "WARNING")
    ]
    assert documents.value(Pointer("#/info")) == 1


def test_a_document_of_swagger(tmp_path: Path) -> None:
    """The overlay addresses the document as written; places lead back through both."""
    document = "swagger: '2.0'\nhost: a\ndefinitions: {Pet: {type: object}}\n"
    text = overlay("target: $, update: {host: b, definitions: {Cat: {type: x}}}")
    documents, found = opened(tmp_path, text, document=document)
    assert documents.value(Pointer("#/servers/0/url")) == "https://b"
    found.error("wrong", "x", Pointer("#/components/schemas/Cat/type"))
    (each,) = placed(documents)
    assert each.at == Pointer("overlay0.yaml#/actions/0/update/definitions/Cat/type")


def test_without_overlays_nothing_changes(tmp_path: Path) -> None:
    """No overlay, no copy of the document and no mapping of places."""
    documents, _ = opened(tmp_path)
    assert documents.overlaid == {}
    assert open_document(tmp_path / "zoo.yaml", Diagnostics()) is not None
