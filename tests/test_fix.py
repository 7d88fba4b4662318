"""`sdkwright lint --fix`: what it writes, what it leaves, and that the SDK stays."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from sdkwright.cli import main
from sdkwright.cli.fixing import fixed
from sdkwright.config import Target
from sdkwright.ir.nodes import Api
from sdkwright.pipeline import generate
from sdkwright.rules.every import RULES
from sdkwright.understanding import understand
from test_diagnostics import CASES, HERE
from trees import put, tree

ZOO = """\
# Of the zoo.
openapi: 3.1.0
info: {title: Zoo, version: "1"}
servers: [{url: https://zoo.example.com}]
paths:
  'pets/{id}':  # one
    get:
      operationId: pet
      responses: {"204": {description: Fine.}}
    put: {operationId: put, responses: {"204": {description: Fine.}}}
    post:
      # all of it
      operationId: post
      parameters:
        - {name: page, in: query, style: simple, schema: {type: string}}  # by page
      responses: {"204": {description: Fine.}}
"""
DECLARED = "{name: id, in: path, required: true, schema: {type: string}}"
PET = "      operationId: pet\n"
MENDED = (
    ZOO.replace("'pets/{id}'", "'/pets/{id}'")
    .replace(
        "      operationId: pet\n",
        f"      parameters: [{DECLARED}]\n      operationId: pet\n",
    )
    .replace("put: {", f"put: {{parameters: [{DECLARED}], ")
    .replace("        - {name: page", f"        - {DECLARED}\n        - {{name: page")
    .replace("style: simple", "style: form")
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def files() -> dict[str, str]:
    """The SDK of the document, less what only says where it is from."""
    output = generate(Target(name="zoo", spec=Path("zoo.yaml"), output=Path("out")))
    assert output.files is not None
    return {name: text for name, text in output.files.items() if "lock" not in name}


def test_what_it_writes(capsys: pytest.CaptureFixture[str]) -> None:
    """Each place by itself; comments and layout stay, and so does the SDK."""
    put(Path(), {"zoo.yaml": ZOO})
    before = files()
    assert main(["lint", "zoo.yaml", "--fix"]) == 0
    assert Path("zoo.yaml").read_text("utf-8") == MENDED
    assert files() == before
    out = capsys.readouterr().out
    assert "zoo.yaml:6:3: fixed[wrong-path]: the path 'pets/{id}' must" in out
    assert "warning[" not in out
    assert out.count("fixed[") == 5
    assert main(["lint", "zoo.yaml", "--fix"]) == 0
    assert "fixed[" not in capsys.readouterr().out
    assert sorted(tree(Path())) == ["zoo.yaml"]


def test_bytes_stay() -> None:
    """The mark at the beginning and the ends of lines are those of the file."""
    text = "\ufeff" + ZOO.replace("\n", "\r\n")
    put(Path(), {"zoo.yaml": text})
    main(["lint", "zoo.yaml", "--fix"])
    made = Path("zoo.yaml").read_bytes().decode()
    assert made == "\ufeff" + MENDED.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("files", "kept"),
    [
        ({"sdkwright.yaml": "spec: zoo.yaml\noutput: o\nignore: [wrong-path]\n"}, True),
        (
            {
                "sdkwright.yaml": "spec: zoo.yaml\noutput: o\n"
                "names: {'#/paths/pets~1{id}/get': one}\n"
            },
            True,
        ),
        ({"sdkwright.yaml": "spec: zoo.yaml\noutput: o\n"}, False),
    ],
)
def test_what_it_leaves(files: dict[str, str], kept: bool) -> None:
    """What is ignored, and paths that a name in the configuration leads through."""
    put(Path(), {"zoo.yaml": ZOO, **files})
    main(["lint", "zoo.yaml", "--fix"])
    assert ("'pets/{id}'" in Path("zoo.yaml").read_text("utf-8")) is kept


def test_two_paths_do_not_become_one() -> None:
    """A path that is there with its slash as well is left to a person."""
    text = ZOO.replace("paths:\n", "paths:\n  /pets/{id}: {}\n")
    put(Path(), {"zoo.yaml": text})
    main(["lint", "zoo.yaml", "--fix"])
    assert "'pets/{id}'" in Path("zoo.yaml").read_text("utf-8")


@pytest.mark.parametrize("code", [code for code in RULES if RULES[code].fixed])
def test_every_rule_that_says_so(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The document that shows a finding has it no more."""
    case = next(each for each in CASES if each.partition("--")[0] == code)
    put(Path(), {"zoo.yaml": (HERE / case / "openapi.yaml").read_text("utf-8")})
    before = files()
    main(["lint", "zoo.yaml", "--fix"])
    out = capsys.readouterr().out
    assert f"fixed[{code}]" in out
    assert f"warning[{code}]" not in out
    assert files() == before


def test_no_other_rule_does() -> None:
    """What is mended is said to be, with its rule."""
    for case in CASES:
        spec = next((HERE / case).glob("openapi.*"))
        target = Target(name="a", spec=spec, output=Path("out"), lenient=True)
        found = understand(target).diagnostics
        mended = {each.code for each in found if each.mend is not None}
        assert all(RULES[code].fixed for code in mended), mended


PATHS = st.sampled_from(
    ["a", "/b", "c/{id}", "/d/{id}/{other}", "{z}/{a}/{m}", "'e", "f: g", "{id}"]
)
OPERATIONS = st.fixed_dictionaries(
    {"responses": st.just({"204": {"description": "Fine."}})},
    optional={
        "summary": st.sampled_from(["On: time", "# no comment", "two\nlines"]),
        "parameters": st.lists(
            st.fixed_dictionaries(
                {
                    "name": st.sampled_from(["page", "q"]),
                    "in": st.sampled_from(["query", "header"]),
                    "schema": st.just({"type": "string"}),
                },
                optional={"style": st.sampled_from(["simple", "form", "matrix"])},
            ),
            max_size=2,
        ),
    },
)
WRITERS: dict[str, Callable[[object], str]] = {
    "json": lambda value: json.dumps(value, indent=2),
    "short json": json.dumps,
    "block": lambda value: yaml.safe_dump(value, sort_keys=False),
    "flow": lambda value: yaml.safe_dump(value, default_flow_style=True),
    "both": lambda value: yaml.safe_dump(value, default_flow_style=None),
}


@pytest.mark.parametrize("writer", WRITERS)
@given(
    paths=st.dictionaries(
        PATHS,
        st.dictionaries(st.sampled_from(["get", "put"]), OPERATIONS, min_size=1),
        min_size=1,
        max_size=3,
    )
)
@settings(max_examples=25, deadline=None)
def test_any_document(writer: str, paths: dict[str, object]) -> None:
    """Once mended there is nothing to mend, and the SDK is the same."""
    value = {
        "openapi": "3.1.0",
        "info": {"title": "Zoo", "version": "1"},
        "paths": paths,
    }
    Path("zoo.yaml").write_text(WRITERS[writer](value), encoding="utf-8")
    target = Target(name="zoo", spec=Path("zoo.yaml"), output=Path("out"))
    before = understand(target)
    list(fixed(target))
    text = Path("zoo.yaml").read_text("utf-8")
    after = understand(target)
    assert list(fixed(target)) == []
    assert Path("zoo.yaml").read_text("utf-8") == text
    assert (before.named is None) == (after.named is None)
    if before.named is not None and after.named is not None:
        assert calls(before.named.api) == calls(after.named.api)
    assert len(after.diagnostics) <= len(before.diagnostics)


def calls(api: Api) -> list[object]:
    """What every operation sends, by its path, less where the document says it."""
    return [
        (
            each.method,
            each.path,
            [(inner.name, inner.place, inner.style) for inner in each.parameters],
        )
        for each in api.operations
    ]
