"""Text of a document in every place of a model: it stays text."""

from __future__ import annotations

import ast
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sdkwright.ir.types import Literal, Union
from unit.models.making import (
    TEXT,
    WHOLE,
    alias,
    api,
    enum,
    field,
    imported,
    model,
    ref,
    rendered,
)

HOSTILE = (
    '"""',
    "'''\\",
    '"',
    "\\",
    "x\n#@\x01 #/$defs/Other\nboom()\n#@\x01\n",
    "Loud.model_rebuild()",
    "{{ boom() }} {% raw %}",
    "\r\nboom()",
    "a\u2028boom()",
    "a\x00b\x1b[0m\x7f",
    "\u202eabc",
    '"""\nboom()\n"""',
    "${boom()} %s {x}",
    "",
    " ",
    "__class__",
    "model_config",
    "class",
    "名前",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_everywhere(tmp_path: Path, text: str) -> None:
    """As prose, as a default, as a wire name and as a value: nothing of it is run."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        models = imported(
            tmp_path,
            model(
                "Loud",
                field(f"a{text}", about=text, default=(text,)),
                field("choice", Literal((f"b{text}",))),
                field("pattern", constraints={"pattern": text}),
                about=text,
            ),
            enum("Kind", f"c{text}", "other", about=text),
            alias("Name", Union((TEXT, WHOLE)), text),
            alias("Pet", Union((ref("Loud"), TEXT), "t", ((text, ref("Loud")),)), text),
        )
        sent = {f"a{text}": "x", "choice": f"b{text}"}
        loud = models.Loud.model_validate(sent)
    assert loud.model_dump(exclude_unset=True) == sent
    assert loud.model_extra == {}
    assert models.Kind(f"c{text}").is_known
    assert models.Name == str | int
    assert models.Pet is not None


def test_half_characters_in_prose(tmp_path: Path) -> None:
    """A lone surrogate, which no file can hold, is written as its escape."""
    about = "half a \ud800 character"
    models = imported(tmp_path, model("Loud", field("a", about=about), about=about))
    assert models.Loud.__doc__.startswith("half a ")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=12), min_size=1, max_size=4, unique=True))
def test_any_names_at_all(names: list[str]) -> None:
    """Whatever things are called, what is rendered is Python and keeps wire names."""
    several = [model(name, *(field(each) for each in names)) for name in names]
    values = [each for each in names if each] or ["x"]
    files = rendered(api(*several, enum("Kind", *values)))
    trees = [ast.parse(text) for text in files.values()]
    classes = [
        node for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)
    ]
    assert len(classes) == len(several) + 1
    for each in classes:
        lines = [
            node for node in each.body if isinstance(node, ast.AnnAssign | ast.Assign)
        ]
        expected = len(values) if "Enum" in ast.unparse(each.bases[0]) else len(names)
        assert len(lines) == expected


def test_long_chains_and_large_groups(tmp_path: Path) -> None:
    """Fifty models in a chain, and three hundred in one ring, import and work."""
    chain = [model(f"C{n}", field("next", ref(f"C{n + 1}"))) for n in range(50)]
    ring = [model(f"R{n}", field("next", ref(f"R{(n + 1) % 300}"))) for n in range(300)]
    before = sys.getrecursionlimit()
    models: Any = imported(tmp_path, *chain, model("C50"), *ring)
    assert models.C0.model_validate({"next": {"next": {}}}).next.next == models.C2()
    assert models.R299.model_validate({"next": {"next": {}}}).next == models.R0(
        next=models.R1()
    )
    assert sys.getrecursionlimit() == before
