"""`sdkwright init`: what it writes, what it leaves alone, and its form."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml
from sdkwright.cli import main
from sdkwright.starting import EXTRAS, SCHEMA, Start, config_text
from trees import put, tree

ROOT = Path(__file__).parents[1]
ZOO = """\
openapi: 3.1.0
info: {title: The Zoo API, version: "1"}
paths: {/pets: {get: {operationId: pets, responses: {}}}}
"""


@pytest.fixture(autouse=True)
def zoo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {"spec/openapi.yaml": ZOO})


def test_a_configuration_that_works(capsys: pytest.CaptureFixture[str]) -> None:
    """The document is found, and the next command generates."""
    assert main(["init"]) == 0
    assert capsys.readouterr() == (
        "sdkwright.yaml: written\nsdkwright.schema.json: written\n",
        "next: sdkwright generate\n",
    )
    assert main(["generate"]) == 0
    assert main(["check"]) == 0
    assert Path("sdks/zoo/src/zoo/client.py").is_file()


def test_flags() -> None:
    """Each flag writes one file, and the names are those that are asked for."""
    command = ["init", "spec/openapi.yaml", "-o", "my out", "--package", "pets"]
    extras = ["--make", "--pre-commit", "--github", "--gitlab"]
    assert main([*command, *extras]) == 0
    written = tree(Path()).keys() - {"spec/openapi.yaml"}
    files = {file for file, _ in EXTRAS.values()}
    assert written == {"sdkwright.yaml", SCHEMA, *files}
    first = Path("sdkwright.yaml").read_text("utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={SCHEMA}"
    assert yaml.safe_load(Path("sdkwright.yaml").read_text("utf-8")) == {
        "targets": {
            "pets": {
                "spec": "spec/openapi.yaml",
                "output": "my out",
                "package": "pets",
            }
        }
    }


@pytest.mark.parametrize("path", ["it's: #1.yaml", "-x.yaml", "a/b.yaml", "{a}.yaml"])
def test_any_path(path: str) -> None:
    """A path is the text that it is, whatever YAML makes of such signs."""
    start = Start(name="a", options={"spec": path, "output": path})
    target = yaml.safe_load(config_text([start]))["targets"]["a"]
    assert (target["spec"], target["output"]) == (path, path)


def test_nothing_is_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    """What belongs into a file that is there is printed, and a configuration stays."""
    put(Path(), {"Makefile": "all:\n"})
    assert main(["init", "--make"]) == 0
    assert Path("Makefile").read_text("utf-8") == "all:\n"
    assert "Makefile is there already; add to it:\n\n.PHONY: sdk" in (
        capsys.readouterr().out
    )
    Path("sdkwright.yaml").unlink()
    put(Path(), {SCHEMA: "{}"})
    assert main(["init"]) == 0
    assert f"{SCHEMA} is another one: sdkwright schema >" in capsys.readouterr().out
    before = tree(Path())
    assert main(["init", "--gitlab"]) == 2
    assert "there is a configuration already" in capsys.readouterr().err
    assert tree(Path()) == before
    put(Path(), {"other/pyproject.toml": "[tool.sdkwright]\nspec = 'a'\n"})


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"openapi.json": "{}"}, "several documents, name one: openapi.json, spec/op"),
        ({"spec/openapi.yaml": "openapi: 3.1.0\n"}, "error[missing-paths]"),
        ({"pyproject.toml": "[tool.sdkwright]\nspec = 'a'\n"}, "a configuration al"),
    ],
)
def test_wrong(
    files: dict[str, str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """No document, several, a broken one, a configuration: status 2."""
    put(Path(), files)
    before = tree(Path())
    assert main(["init"]) == 2
    assert message in capsys.readouterr().err
    assert tree(Path()) == before
    assert main(["init", "gone.yaml"]) == 2


BROKEN = ZOO.replace("responses: {}", "responses: {200: {$ref: '#/nowhere'}}")


def test_a_document_with_broken_references(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The way on is told; taken, it stands in the configuration, for all commands."""
    put(Path(), {"spec/openapi.yaml": BROKEN})
    assert main(["init"]) == 2
    assert "or go on with --lenient\n" in capsys.readouterr().err
    assert main(["init", "--lenient"]) == 0
    assert main(["generate"]) == 0
    assert main(["check"]) == 0


def test_what_leniency_does_not_mend(capsys: pytest.CaptureFixture[str]) -> None:
    """A way on that leads nowhere is not told."""
    put(Path(), {"spec/openapi.yaml": BROKEN.replace("3.1.0", "4.0")})
    assert main(["init"]) == 2
    assert "--lenient" not in capsys.readouterr().err


def test_another_generators_document_is_elsewhere(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Its configuration is named, and what to do about it."""
    inputs = "inputs: [{location: 'https://e.org/openapi.yaml'}]"
    put(
        Path(),
        {
            ".speakeasy/workflow.yaml": "workflowVersion: 1.0.0\n"
            f"sources: {{notes: {{{inputs}}}}}\n"
            "targets: {notes: {target: python, source: notes}}\n"
        },
    )
    Path("spec/openapi.yaml").rename("notes.yaml")
    assert main(["init", "notes.yaml", "--output", "out"]) == 0
    Path("sdkwright.yaml").unlink()
    Path("notes.yaml").unlink()
    assert main(["init"]) == 2
    said = ".speakeasy/workflow.yaml names no file as its document"
    assert said in capsys.readouterr().err


def test_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a terminal and no flags it asks."""
    answers = iter([True, False, False, True])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(click, "confirm", lambda *_, **__: next(answers))
    assert main(["init"]) == 0
    assert Path("Makefile").exists()
    assert Path(".gitlab-ci.yml").exists()
    assert not Path(".github").exists()


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-workflows", ".github/workflows/sdk.yml"),
        ("vendor.gitlab-ci", ".gitlab-ci.yml"),
        ("vendor.github-actions", str(ROOT / "action.yml")),
    ],
)
def test_schemas(schema: str, file: str) -> None:
    """What is written for others has the form that they ask for."""
    main(["init", "--github", "--gitlab"])
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    done = subprocess.run([*checker, file], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_hooks() -> None:
    """Every hook runs a command that there is."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    own = yaml.safe_load(EXTRAS["pre-commit"][1])["repos"][0]["hooks"]
    for hook in (*hooks, *own):
        assert hook["language"] == "python"
        assert main([hook["entry"].split()[1], "--help"]) == 0


def test_make() -> None:
    """Make takes the targets."""
    put(Path(), {"Makefile": EXTRAS["make"][1]})
    done = subprocess.run(
        ["make", "-n", "--no-print-directory", "sdk"], capture_output=True, text=True
    )
    assert done.stdout == "sdkwright generate\n"
