"""The whole story, in a repository of its own: from a document to a second release."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sdkwright.cli import main, release_steps
from trees import put, tree

pytestmark = pytest.mark.slow

NOTES = """\
openapi: 3.1.0
info: {title: Notes API, version: 1.0.0}
servers: [{url: "https://notes.example.com"}]
paths:
  /notes:
    post:
      operationId: createNote
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [text]
              properties:
                text: {type: string}
      responses:
        "201":
          description: It.
          content: {application/json: {schema: {$ref: "#/components/schemas/Note"}}}
components:
  schemas:
    Note: {type: object, required: [id], properties: {id: {type: string}}}
"""
EDITED = NOTES.replace("[text]", "[text, title]").replace(
    "text: {", "title: {type: string}\n                text: {"
)


def git(*arguments: str) -> str:
    """Run git, as somebody; what it prints."""
    someone = ("-c", "user.name=Ann", "-c", "user.email=ann@example.com")
    done = subprocess.run(
        ["git", *someone, *arguments], check=True, capture_output=True, text=True
    )
    return done.stdout


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Ann")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "ann@example.com")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767312000")  # 2026-01-02
    put(tmp_path, {"openapi.yaml": NOTES, ".gitignore": ".pytest_cache/\n"})
    git("init", "-q")


def test_the_story(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """init, generate, commit, release; an edit, a failing check, a diff, a release."""
    output = Path("sdks/notes")
    assert main(["init", "--github"]) == 0
    assert main(["generate"]) == 0
    git("add", "-A")
    git("commit", "-qm", "An SDK")
    assert main(["check"]) == 0

    assert main(["release", "notes", "--tag"]) == 0
    assert "notes: 1.0.0 (the first release)" in capsys.readouterr().out
    assert git("tag").split() == ["v1.0.0"]
    assert git("status", "--short") == ""
    assert '    version: "1.0.0"\n' in Path("sdkwright.yaml").read_text("utf-8")
    assert main(["release", "notes"]) == 2
    assert "nothing has changed since v1.0.0" in capsys.readouterr().err

    put(tmp_path, {"openapi.yaml": EDITED})
    assert main(["check", "--format", "github"]) == 1
    out = capsys.readouterr().out
    assert "::error file=sdks/notes/src/notes/client.py,title=drift::" in out
    assert out.splitlines()[-1].endswith("to mend it, run: sdkwright generate")

    command = ["diff", "v1.0.0:openapi.yaml", "openapi.yaml", "--fail-on", "breaking"]
    assert main([*command, "--format", "json"]) == 1
    made = json.loads(capsys.readouterr().out)
    assert made["bump"] == "major"
    assert [each["code"] for each in made["changes"]] == ["required-argument-added"]

    before = git("status", "--short")
    assert main(["release", "notes", "--dry-run"]) == 0
    assert "notes: 1.0.0 → 2.0.0 (major: 1 breaking)" in capsys.readouterr().out
    assert git("status", "--short") == before
    assert main(["release", "notes", "--tag"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == (
        "last step: git push --follow-tags && twine upload sdks/notes/dist/*-2.0.0*"
    )
    assert git("tag").split() == ["v1.0.0", "v2.0.0"]
    assert git("show", "v2.0.0:openapi.yaml") == EDITED
    log = (output / "CHANGELOG.md").read_text("utf-8")
    assert log.index("## [2.0.0] - 2026-01-02") < log.index("## [1.0.0] - 2026-01-02")
    assert "- **Breaking:** `client.create_note` 'title' is new" in log
    assert main(["check", "--full"]) == 0

    (wheel,) = (output / "dist").glob("*-2.0.0-*.whl")
    place = tmp_path / "installed"
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--target", str(place), str(wheel)], check=True)
    program = "import notes; print(notes.__version__, notes.NotesApi)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(place)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "2.0.0 <class 'notes.client.NotesApi'>\n"


def test_a_release_that_fails_is_run_again(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A test of the user's own fails: no tag, and the same version once mended."""
    assert main(["init"]) == 0
    put(Path(), {"sdks/notes/tests/test_mine.py": "def test_it():\n    assert False\n"})
    assert main(["release", "notes", "--tag"]) == 1
    out, err = capsys.readouterr()
    assert "test_mine.py" in err
    assert "its tests failed; mend it and run the release again" in err
    assert "last step" not in out
    assert git("tag") == ""
    once = Path("sdks/notes/CHANGELOG.md").read_text("utf-8")
    put(Path(), {"sdks/notes/tests/test_mine.py": "def test_it():\n    pass\n"})
    assert main(["release", "notes", "--tag"]) == 0
    assert git("tag") == "v1.0.0\n"
    assert Path("sdks/notes/CHANGELOG.md").read_text("utf-8") == once


def test_wrong_command_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """No target, no version, a layout without a line for it: 2, and nothing written."""
    put(Path(), {"sdkwright.yaml": "{spec: openapi.yaml, output: sdks/notes}\n"})
    before = tree(Path())
    for command, message in (
        (["release", "note"], "did you mean 'notes'?"),
        (["release", "notes", "--version", "2"], "'2' is no version such as 1.2.3"),
        (["release", "notes", "--since", "v9.0.0"], "git knows no 'v9.0.0'"),
        (["release", "notes"], 'set version to "1.0.0" in sdkwright.yaml by hand'),
    ):
        assert main(command) == 2
        assert message in capsys.readouterr().err
    assert tree(Path()) == before


def test_every_file_of_the_document_is_released(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """All files are in the commit; one that was renamed since is found again."""
    monkeypatch.setattr(release_steps, "commands", lambda *_: iter(()))
    config = "targets: {notes: {spec: %s, output: sdks/notes,\n    version: 1.0.0}}\n"
    part = "type: object\nproperties: {id: {}}\n"
    parts = NOTES.replace("#/components/schemas/Note", "parts/a note.yaml")
    put(tmp_path, {"openapi.yaml": parts, "parts/a note.yaml": part})
    put(tmp_path, {"sdkwright.yaml": config % "openapi.yaml"})
    assert main(["release", "notes"]) == 0
    assert (
        "git add sdkwright.yaml openapi.yaml 'parts/a note.yaml' sdks/notes &&"
        in capsys.readouterr().out
    )
    assert main(["release", "notes", "--tag"]) == 0
    assert git("show", "v1.0.0:parts/a note.yaml") == part
    put(tmp_path, {"parts/a note.yaml": part.replace("}}", "}, text: {}}")})
    git("mv", "openapi.yaml", "notes.yaml")
    put(tmp_path, {"sdkwright.yaml": config % "notes.yaml"})
    capsys.readouterr()
    assert main(["release", "notes", "--dry-run"]) == 0
    assert "notes: 1.0.0 → 1.1.0 (minor: 1 minor)" in capsys.readouterr().out
    for version in ("1.0.0", "0.9.0"):
        assert main(["release", "notes", "--version", version]) == 2
        assert "does not come after v1.0.0" in capsys.readouterr().err


def test_a_clone_without_history(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody knows the last release there: it is not taken for the first one."""
    assert main(["init"]) == 0
    git("add", "-A")
    git("commit", "-qm", "Notes")
    git("tag", "v1.0.0")
    git("commit", "-q", "--allow-empty", "-m", "More")
    git("clone", "-q", "--depth", "1", tmp_path.as_uri(), str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    assert main(["release", "notes", "--dry-run"]) == 2
    assert "git fetch --unshallow --tags" in capsys.readouterr().err


def test_a_tag_without_a_repository(
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is said before anything is done."""
    folder = tmp_path_factory.mktemp("none")
    put(folder, {"openapi.yaml": NOTES})
    monkeypatch.chdir(folder)
    assert main(["init"]) == 0
    before = tree(folder)
    assert main(["release", "notes", "--tag"]) == 2
    assert "--tag needs a repository of git" in capsys.readouterr().err
    assert tree(folder) == before
