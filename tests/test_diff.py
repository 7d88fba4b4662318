"""`sdkwright diff`: files and revisions of git, formats, and how it exits."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from sdkwright.cli import main
from trees import put

OLD = """\
openapi: 3.1.0
info: {title: Zoo, version: "1"}
paths:
  /pets:
    get:
      operationId: pets
      responses: {"200": {description: Fine.}}
"""
NEW = OLD.replace(
    "      responses",
    "      parameters:\n        - {name: q, in: query, required: true, schema: {}}\n"
    "      responses",
)


@pytest.fixture(autouse=True)
def zoo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {"old.yaml": OLD, "new.yaml": NEW})


def git(*arguments: str) -> None:
    """Run git, as somebody."""
    someone = ("-c", "user.name=Ann", "-c", "user.email=ann@example.com")
    subprocess.run(["git", *someone, *arguments], check=True, capture_output=True)


def test_text(capsys: pytest.CaptureFixture[str]) -> None:
    """A change with both places, the Python and why; the last line is the version's."""
    assert main(["diff", "old.yaml", "new.yaml"]) == 0
    assert capsys.readouterr() == (
        "new.yaml:8:11: breaking[required-argument-added]: client.pets: 'q' is new and"
        " has to be given\n"
        "   + q: Any\n"
        "   why: calls without it fail (before: old.yaml:5)\n"
        "major: 1 breaking\n",
        "",
    )


def test_words(capsys: pytest.CaptureFixture[str]) -> None:
    """What is said of an argument and of an attribute is in docstrings: a patch."""
    told = NEW.replace("required: true", "required: true, description: WORDS")
    told += (
        "components:\n  schemas:\n    Pet:\n      type: object\n"
        "      properties: {name: {type: string, description: WORDS}}\n"
    )
    put(
        Path(),
        {
            "old.yaml": told.replace("WORDS", "What to look for."),
            "new.yaml": told.replace("WORDS", "What is sought."),
        },
    )
    assert main(["diff", "old.yaml", "new.yaml"]) == 0
    why = "   why: only what is said of it changes (before: old.yaml:"
    assert capsys.readouterr().out == (
        "new.yaml:8:11: patch[documentation]: client.pets: 'q' is described otherwise\n"
        f"{why}8)\n"
        "new.yaml:14:20: patch[documentation]: Pet: 'name' is described otherwise\n"
        f"{why}14)\n"
        "patch: 2 patch\n"
    )


def test_direction(capsys: pytest.CaptureFixture[str]) -> None:
    """Backwards it is another change."""
    assert main(["diff", "new.yaml", "old.yaml"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(
        "old.yaml:5:5: breaking[argument-removed]: client.pets: takes"
    )
    assert "   - q: Any\n" in out
    assert main(["diff", "old.yaml", "old.yaml"]) == 0
    assert capsys.readouterr().out == "none: a user would feel nothing\n"


@pytest.mark.parametrize(
    ("level", "breaking", "minor"),
    [
        ("breaking", 1, 0),
        ("major", 1, 0),
        ("minor", 1, 1),
        ("patch", 1, 1),
        ("never", 0, 0),
    ],
)
def test_status(level: str, breaking: int, minor: int) -> None:
    """1 where a change is as grave as is asked for."""
    put(Path(), {"minor.yaml": NEW.replace("required: true, ", "")})
    assert main(["diff", "old.yaml", "new.yaml", "--fail-on", level]) == breaking
    assert main(["diff", "old.yaml", "minor.yaml", "--fail-on", level]) == minor


def test_formats(capsys: pytest.CaptureFixture[str]) -> None:
    """JSON has everything; for GitHub each change is an annotation."""
    main(["diff", "old.yaml", "new.yaml", "--format", "json"])
    made = json.loads(capsys.readouterr().out)
    assert made["bump"] == "major"
    (change,) = made["changes"]
    assert change["code"] == "required-argument-added"
    assert (change["before"], change["after"]) == (None, "q: Any")
    assert change["old"]["line"] == 5
    assert change["new"]["pointer"] == "#/paths/~1pets/get/parameters/0"
    main(["diff", "old.yaml", "new.yaml", "--format", "github"])
    first = capsys.readouterr().out.splitlines()[0]
    place = "::error file=new.yaml,line=8,col=11,"
    assert first.startswith(f"{place}title=breaking%3A required-argument-added::")


def test_revisions(capsys: pytest.CaptureFixture[str]) -> None:
    """REV:path is the file of then, with all that it refers to, as it was then."""
    whole = OLD.replace("responses: {", 'responses: {"404": {$ref: "a/x.yaml"}, ')
    put(Path(), {"spec/zoo.yaml": whole, "spec/a/x.yaml": "description: No."})
    git("init", "-q")
    git("add", "spec")
    git("commit", "-qm", "first")
    git("tag", "v1")
    put(Path(), {"spec/zoo.yaml": NEW, "spec/a/x.yaml": "oh: ["})
    for old in ("v1:spec/zoo.yaml", "HEAD:./spec/zoo.yaml"):
        assert main(["diff", old, "spec/zoo.yaml"]) == 0
        out = capsys.readouterr().out
        place = old.replace("./", "")
        assert out.startswith("spec/zoo.yaml:8:11: breaking[required-argument-added]")
        assert f"(before: {place}:5)" in out
    assert main(["diff", "v1:spec/zoo.yaml", "HEAD:spec/zoo.yaml"]) == 0
    assert capsys.readouterr().out.startswith("none: ")


def test_a_submodule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """REV:path is what the submodule was in REV, in its own place and in a worktree."""
    put(Path(), {"apis/zoo.yaml": OLD})
    git("init", "-q", "apis")
    git("-C", "apis", "add", "zoo.yaml")
    git("-C", "apis", "commit", "-qm", "first")
    git("init", "-q", "whole")
    monkeypatch.chdir("whole")
    local = ("-c", "protocol.file.allow=always", "submodule", "--quiet", "add")
    git(*local, str(tmp_path / "apis"), "deep/sub")
    git("commit", "-qm", "first")
    put(Path(), {"deep/sub/zoo.yaml": NEW})
    assert main(["diff", "HEAD:deep/sub/zoo.yaml", "deep/sub/zoo.yaml"]) == 0
    assert "breaking[required-argument-added]" in capsys.readouterr().out
    assert main(["diff", "HEAD:deep/sub/none.yaml", "deep/sub/zoo.yaml"]) == 2
    assert "there is no 'deep/sub/none.yaml' in HEAD" in capsys.readouterr().err
    git("-C", "deep/sub", "worktree", "add", "-q", str(tmp_path / "side"))
    monkeypatch.chdir(tmp_path / "side")
    assert main(["diff", "HEAD:zoo.yaml", "../new.yaml"]) == 0
    assert "breaking[required-argument-added]" in capsys.readouterr().out


def test_a_revision_with_errors(capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong with a document of then is told at its place of then: status 2."""
    put(Path(), {"zoo.yaml": OLD.replace("{description", "{$ref: '#/x', description")})
    git("init", "-q")
    git("add", "zoo.yaml")
    git("commit", "-qm", "first")
    assert main(["diff", "HEAD:zoo.yaml", "old.yaml"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("HEAD:zoo.yaml:7:33: error[unresolved-reference]")
    assert "    7 |       responses" in err


def test_options_of_the_target(capsys: pytest.CaptureFixture[str]) -> None:
    """Names of the configuration count for both."""
    names = '{"#/paths/~1pets/get": all_pets}'
    config = f"spec: new.yaml\noutput: sdk\nnames: {names}\n"
    put(Path(), {"sdkwright.yaml": config})
    main(["diff", "old.yaml", "new.yaml"])
    assert ": client.all_pets: 'q' is new" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "message"),
    [
        ("nowhere.yaml", "there is no document 'nowhere.yaml'"),
        ("v9:old.yaml", "'v9:old.yaml' cannot be had: "),
    ],
)
def test_wrong_command_lines(
    old: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """No such file, no such revision: status 2."""
    assert main(["diff", old, "new.yaml"]) == 2
    assert message in capsys.readouterr().err
    git("init", "-q")
    git("add", "old.yaml")
    git("commit", "-qm", "first")
    assert main(["diff", "HEAD:gone.yaml", "new.yaml"]) == 2
    assert "there is no 'gone.yaml' in HEAD" in capsys.readouterr().err
