"""Whatever overlays do, a value in the document is the one at its place as written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from overlaying import opened
from sdkwright.diagnostics import Diagnostics
from sdkwright.pointer import ROOT, Pointer, child, file_of, tokens_of
from sdkwright.spec.locate import locate

KEYS = st.sampled_from("abc")
SHAPES = st.recursive(
    st.none(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3)
    ),
    max_leaves=8,
)
PATHS = st.sampled_from(
    ["$", "$.a", "$.b", "$.a.*", "$.*", "$..a", "$..*", "$..[0]", "$..[1:]", "$..[-1]"]
)
ACTIONS = (
    st.fixed_dictionaries({"target": PATHS, "update": SHAPES})
    | st.fixed_dictionaries({"target": PATHS, "copy": PATHS})
    | st.fixed_dictionaries({"target": PATHS, "remove": st.just(True)})
)
OVERLAYS = st.lists(
    st.tuples(st.sampled_from(["1.0.0", "1.1.0"]), st.lists(ACTIONS, max_size=4)),
    max_size=3,
)


def labelled(shape: Any, numbers: Iterator[int]) -> Any:
    """The shape with a number of its own at each leaf."""
    if isinstance(shape, dict):
        return {key: labelled(each, numbers) for key, each in shape.items()}
    if isinstance(shape, list):
        return [labelled(each, numbers) for each in shape]
    return next(numbers)


def leaves(value: Any, at: Pointer) -> Iterator[tuple[Pointer, Any]]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in pairs:
        if isinstance(each, (dict, list)):
            yield from leaves(each, child(at, key))
        else:
            yield child(at, key), each


@settings(max_examples=100, deadline=None)
@given(document=st.dictionaries(KEYS, SHAPES), overlays=OVERLAYS)
@example(
    document={"a": {"a": {"c": []}}},
    overlays=[
        ("1.0.0", [{"target": "$..*", "update": {"a": {"c": None}, "c": [None]}}])
    ],
)
def test_a_value_is_the_one_at_its_place(
    document: Any,
    overlays: list[tuple[str, list[dict[str, Any]]]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Each leaf of the outcome, followed to where it is written, is found there."""
    folder, numbers = tmp_path_factory.mktemp("zoo"), count()
    files: dict[str, Any] = {"": labelled(document, numbers)}
    for index, (version, actions) in enumerate(overlays):
        for each in actions:
            if "update" in each:
                each["update"] = labelled(each["update"], numbers)
        files[f"overlay{index}.yaml"] = {"overlay": version, "actions": actions}
    texts = {name: json.dumps(value) for name, value in files.items()}
    text = texts.pop("")
    documents, _ = opened(folder, *texts.values(), document=text)
    found, wanted = Diagnostics(), dict(leaves(documents.value(ROOT), ROOT))
    for at in wanted:
        found.error("test", at, at)
    for leaf in locate(found, documents.sources, documents.overlaid):
        assert leaf.at is not None
        assert leaf.span is not None
        assert (
            written(files[file_of(leaf.at)], leaf.at) == wanted[Pointer(leaf.message)]
        )
    assert Path(folder / "zoo.yaml").read_text(encoding="utf-8") == text


def written(value: Any, at: Pointer) -> Any:
    for token in tokens_of(at):
        value = value[int(token)] if isinstance(value, list) else value[token]
    return value
