"""What is wrong: said on standard error, with status 2, and nothing is written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sdkwright import pipeline
from sdkwright.cli import fixing, main
from sdkwright.diagnostics import Diagnostics
from standin import Generator
from trees import put


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("generate cow", "there is no target 'cow'; the targets are: farm, zoo"),
        ("generate zooo", "there is no target 'zooo'; did you mean 'zoo'?"),
        ("check zoo.yaml", "'zoo.yaml' is a document: say where to with -o OUT"),
        ("generate farm.yaml zoo.yaml -o x", "-o OUT goes with one document"),
        ("generate -o x", "-o OUT goes with one document"),
        ("generate zoo --package x", "--package goes with a document and -o OUT"),
        ("generate zoo --overlay a", "--overlay goes with a document and -o OUT"),
        ("generate zoo --root .", "--root goes with a document and -o OUT"),
        (
            "generate zoo.yaml -o x --package my-zoo",
            "no package can be called 'my-zoo'",
        ),
        ("generate --format xml", "'xml' is not one of 'text', 'json', 'github'"),
        ("generate --fast", "No such option"),
        ("make", "No such command 'make'"),
        ("", "sdkwright generate pets.yaml -o sdk"),
    ],
)
def test_a_wrong_command_line(
    line: str,
    message: str,
    generator: Generator,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Status 2, told on standard error, with what would have been right."""
    assert main(line.split()) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err
    assert not generator.asked


def test_no_configuration(
    generator: Generator, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without one, the message says how to do without."""
    Path("pyproject.toml").write_text("[project]\nname = 'sdkwright-user'\n")
    assert main(["generate"]) == 2
    assert main(["generate", "zoo.yaml"]) == 2
    err = capsys.readouterr().err
    assert "there is no sdkwright.yaml here" in err
    assert "'zoo.yaml' is a document: say where to with -o OUT" in err


def test_a_wrong_configuration(
    generator: Generator, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every mistake with its place and its line, and status 2."""
    Path("sdkwright.yaml").write_text("spec: zoo.yaml\noutptu: out\ntimeout: x\n")
    assert main(["generate"]) == 2
    err = capsys.readouterr().err
    assert (
        "sdkwright.yaml:2:1: error[unknown-option]: there is no option 'outptu'" in err
    )
    assert "sdkwright.yaml:3:10: error[wrong-option]: 'timeout' must be" in err
    assert "hint: did you mean 'output'?" in err


def test_an_internal_error_is_one_line(
    generator: Generator,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A bug of ours: status 2, nothing written, no traceback unless it is asked for."""

    def bug(found: Diagnostics) -> None:
        raise KeyError("two\nlines")

    generator.wrong["zoo"] = bug
    assert main(["generate"]) == 2
    assert not Path("out").exists()
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith("sdkwright: internal error while zoo: rendering: KeyError: ")
    assert "(test_cli_wrong.py:" in err
    assert "please report it" in err
    monkeypatch.setenv("SDKWRIGHT_DEBUG", "1")
    assert main(["generate"]) == 2
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_what_the_system_refuses_is_no_bug(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A document that may be read and not written: one line, with the file."""
    put(tmp_path, {"a.yaml": "openapi: 3.1.0\ninfo: {}\npaths: {a: {}}\n"})

    def refuse(path: Path, text: str) -> None:
        raise PermissionError(13, "Permission denied", "a.yaml")

    monkeypatch.setattr(fixing, "replace_text", refuse)
    assert main(["lint", str(tmp_path / "a.yaml"), "--fix"]) == 2
    assert capsys.readouterr().err == "sdkwright: a.yaml: Permission denied\n"


def test_interrupted(generator: Generator, capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C: the shell's status for it, a word, no traceback."""

    def interrupt(found: Diagnostics) -> None:
        raise KeyboardInterrupt

    generator.wrong["zoo"] = interrupt
    assert main(["generate"]) == 130
    assert capsys.readouterr().err.strip() == "sdkwright: interrupted"


def test_the_disk_refuses(
    generator: Generator,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A full disk is no bug of ours: an error with the place, status 2."""

    def full(plan: object) -> None:
        raise OSError(28, "No space left on device", "out/zoo")

    monkeypatch.setattr(pipeline, "write", full)
    assert main(["generate"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert (
        "out/zoo:1:1: error[disk]: the system refuses: No space left on device" in err
    )


def test_a_foreign_journal(
    generator: Generator, capsys: pytest.CaptureFixture[str]
) -> None:
    """What looks like the rest of a run and is none: an error with the way out."""
    put(Path(), {"out/zoo/.sdkwright-stage/journal.json": '{"delete": ["../../x"]}'})
    assert main(["check", "zoo"]) == 2
    err = capsys.readouterr().err
    assert "out/zoo/.sdkwright-stage/journal.json:1:1: error[foreign-journal]: " in err
    assert "hint: remove the folder '.sdkwright-stage'" in err


def test_a_system_whose_names_are_of_ascii(generator: Generator) -> None:
    """Where Python is kept from UTF-8, a name that has no bytes there is told."""
    put(Path(), {"sdkwright.yaml": "spec: zoo.yaml\noutput: zoo-ä\n"})
    ascii_alone = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "sdkwright", "check"],
        env={**os.environ, **ascii_alone},
        capture_output=True,
        check=False,
    )
    said = done.stderr.decode("ascii", "replace")
    assert done.returncode == 2
    if sys.platform == "linux":
        assert "cannot be the name of a file where names are of ascii" in said
    assert "internal error" not in said
