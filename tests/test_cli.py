"""The command line: what it takes, what it prints where, and how it exits."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sdkwright import pipeline, progress
from sdkwright.cli import main
from sdkwright.config import Target
from sdkwright.diagnostics import Diagnostics
from sdkwright.pipeline import Output, Step
from sdkwright.progress import Progress
from sdkwright.spec.source import load
from trees import put, tree

STAGES = ("yaml", "jinja2", "black", "datamodel_code_generator", "pydantic", "difflib")
CONFIG = """
[tool.sdkwright.targets.farm]
spec = "farm.yaml"
output = "out/farm"
[tool.sdkwright.targets.zoo]
spec = "zoo.yaml"
output = "out/zoo"
package = "zoo"
"""


@dataclass
class Generator:
    """Stands in for all stages: what it gives, and what it was asked for."""

    files: dict[str, str] = field(
        default_factory=lambda: {"README.md": "1\n", "src/p/client.py": "x = 1\n"}
    )
    wrong: dict[str, Callable[[Diagnostics], object]] = field(default_factory=dict)
    asked: list[Target] = field(default_factory=list[Target])

    def generate(self, target: Target, step: Step = pipeline.quiet) -> Output:
        step("rendering")
        self.asked.append(target)
        found = Diagnostics()
        source = load(target.spec, "", target.spec.as_posix(), found)
        self.wrong.get(target.name, lambda found: None)(found)
        return Output(
            files=None if found.has_errors else dict(self.files),
            diagnostics=tuple(found),
            sources={"": source} if source else {},
        )


@pytest.fixture
def generator(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Generator]:
    """A folder with two documents and a configuration, and stages that are a stand-in."""
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {"farm.yaml": "farm", "zoo.yaml": "zoo", "pyproject.toml": CONFIG})
    stand_in = Generator()
    monkeypatch.setattr(pipeline, "generate", stand_in.generate)
    yield stand_in


def test_one_document(generator: Generator, capsys: pytest.CaptureFixture[str]) -> None:
    """SPEC -o OUT needs no configuration, and uses none that happens to be here."""
    assert main(["generate", "zoo.yaml", "-o", "sdk", "--package", "pets"]) == 0
    assert generator.asked == [
        Target(name="sdk", spec=Path("zoo.yaml"), output=Path("sdk"), package="pets")
    ]
    assert tree(Path("sdk")).keys() == {
        "README.md",
        "src/p/client.py",
        "sdkwright.lock",
    }
    assert capsys.readouterr() == ("sdk: 3 created\n", "")


def test_all_targets_or_some(
    generator: Generator, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without names every target, in the configuration's order; with names just those."""
    assert main(["generate"]) == 0
    assert [target.name for target in generator.asked] == ["farm", "zoo"]
    assert generator.asked[1].package == "zoo"
    generator.files = {"README.md": "2\n", "new": ""}
    assert main(["generate", "zoo", "--full"]) == 0
    assert capsys.readouterr().out == (
        "out/farm: 3 created\n"
        "out/zoo: 3 created\n"
        "out/zoo: 2 changed, 1 created, 1 deleted\n"
    )


def test_again(generator: Generator, capsys: pytest.CaptureFixture[str]) -> None:
    """When nothing has changed nothing is generated, unless that is asked for."""
    main(["generate", "zoo"])
    assert main(["generate", "zoo"]) == 0
    assert main(["check", "zoo"]) == 0
    assert len(generator.asked) == 1
    assert main(["check", "zoo", "--full"]) == 0
    assert len(generator.asked) == 2
    assert capsys.readouterr().out.endswith("out/zoo: 3 unchanged\n" * 3)


@pytest.mark.parametrize(
    "change",
    [
        {"zoo.yaml": "zoo 2"},
        {"out/zoo/README.md": "edited"},
        {"out/zoo/sdkwright.lock": "<<<<<<< HEAD\n=======\n>>>>>>> x\n"},
        {"pyproject.toml": CONFIG.replace('"zoo"', '"zoos"')},
    ],
)
def test_what_makes_it_generate_again(
    change: dict[str, str], generator: Generator
) -> None:
    """Another document, other options, another output: each is seen."""
    main(["generate"])
    put(Path(), change)
    asked = len(generator.asked)
    main(["generate"])
    assert len(generator.asked) > asked


def test_check_shows_what_is_different(
    generator: Generator, capsys: pytest.CaptureFixture[str]
) -> None:
    """Changed, missing and orphaned files, as a diff, with the command that mends it."""
    main(["generate", "zoo"])
    generator.files = {"README.md": "2\n", "docs/a.md": "a\n"}
    put(Path(), {"zoo.yaml": "zoo 2", "out/zoo/mine": "mine"})
    before = tree(Path("out"))
    capsys.readouterr()
    assert main(["check", "zoo"]) == 1
    out, err = capsys.readouterr()
    assert tree(Path("out")) == before
    assert err == ""
    assert (
        "--- a/out/zoo/README.md\n+++ b/out/zoo/README.md\n@@ -1 +1 @@\n-1\n+2\n" in out
    )
    assert "--- /dev/null\n+++ b/out/zoo/docs/a.md\n@@ -0,0 +1 @@\n+a\n" in out
    assert (
        "--- a/out/zoo/src/p/client.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-x = 1\n" in out
    )
    assert "mine" not in out
    last = out.splitlines()[-1]
    assert last == (
        "out/zoo: 2 changed, 1 missing, 1 orphaned;"
        " to mend it, run: sdkwright generate zoo"
    )
    assert main(last.partition("run: sdkwright ")[2].split()) == 0
    assert main(["check", "zoo"]) == 0


def test_the_command_that_mends_is_whole(
    generator: Generator, capsys: pytest.CaptureFixture[str]
) -> None:
    """It repeats the arguments of the check, quoted where a shell needs that."""
    put(Path(), {"my zoo.yaml": ""})
    assert main(["check", "my zoo.yaml", "-o", "sdk", "--package", "p", "--full"]) == 1
    command = "sdkwright generate 'my zoo.yaml' -o sdk --package p"
    assert capsys.readouterr().out.splitlines()[-1].endswith(f" run: {command}")


def test_an_error_anywhere_and_nothing_is_written(
    generator: Generator, capsys: pytest.CaptureFixture[str]
) -> None:
    """One wrong document of two: status 2, and the other one is not written either."""
    generator.wrong["zoo"] = lambda found: found.error("bad", "this is wrong")
    assert main(["generate"]) == 2
    assert main(["check"]) == 2
    assert not Path("out").exists()
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("error[bad]: this is wrong") == 2


def test_a_file_in_the_way(
    generator: Generator, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder in use is not overwritten: status 2, and a way out."""
    put(Path(), {"out/zoo/README.md": "mine"})
    assert main(["generate"]) == 2
    assert tree(Path("out")) == {"zoo/README.md": "mine"}
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("out/zoo/README.md:1:1: error[not-ours]: ")
    assert "hint: move it away" in err


def test_warnings_do_not_stop_and_are_not_forgotten(
    generator: Generator, capsys: pytest.CaptureFixture[str]
) -> None:
    """Warnings go to standard error; when nothing has changed their number is told."""
    generator.wrong["zoo"] = lambda found: found.warning("odd", "this is odd")
    assert main(["generate", "zoo"]) == 0
    assert "warning[odd]: this is odd" in capsys.readouterr().err
    assert main(["check", "zoo"]) == 0
    assert capsys.readouterr().err == "zoo.yaml: 1 warning as before, see --full\n"
    assert main(["generate", "zoo", "--full", "-q"]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("generate cow", "there is no target 'cow'; the targets are: farm, zoo"),
        ("generate zooo", "there is no target 'zooo'; did you mean 'zoo'?"),
        ("check zoo.yaml", "'zoo.yaml' is a document: say where to with -o OUT"),
        ("generate farm.yaml zoo.yaml -o x", "-o OUT goes with one document"),
        ("generate -o x", "-o OUT goes with one document"),
        ("generate zoo --package x", "--package goes with a document and -o OUT"),
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


def test_another_configuration(generator: Generator) -> None:
    """--config counts before the files that are looked for; its folder is where paths start."""
    put(Path(), {"conf/my.yaml": "spec: ../zoo.yaml\noutput: ../sdk\n"})
    assert main(["generate", "--config", "conf/my.yaml"]) == 0
    assert Path("sdk/README.md").exists()


def test_the_options_of_a_configuration_for_one_document(generator: Generator) -> None:
    """A named --config gives its options to SPEC -o OUT as well."""
    put(Path(), {"my.yaml": "client: flat\n"})
    command = ["generate", "zoo.yaml", "-o", "sdk", "--config", "my.yaml", "--lenient"]
    assert main(command) == 0
    assert generator.asked[0].client == "flat"
    assert generator.asked[0].lenient
    assert generator.asked[0].spec == Path("zoo.yaml")


def test_json(generator: Generator, capsys: pytest.CaptureFixture[str]) -> None:
    """One JSON value on standard output, one on standard error where there is any."""
    generator.wrong["zoo"] = lambda found: found.warning("odd", "this is odd")
    assert main(["generate", "zoo", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out) == {
        "targets": [
            {
                "target": "zoo",
                "output": "out/zoo",
                "warnings": 1,
                "changed": [],
                "created": ["README.md", "sdkwright.lock", "src/p/client.py"],
                "deleted": [],
                "unchanged": 0,
            }
        ]
    }
    assert json.loads(err)[0]["code"] == "odd"
    put(Path(), {"out/zoo/README.md": "edited\n"})
    assert main(["check", "--format", "json", "farm", "zoo"]) == 1
    farm, zoo = json.loads(capsys.readouterr().out)["targets"]
    assert farm["missing"] == ["README.md", "sdkwright.lock", "src/p/client.py"]
    assert zoo["changed"] == ["README.md"]
    assert "-edited\n+1\n" in zoo["diff"]
    assert zoo["mend"] == "sdkwright generate farm zoo"


def test_github(generator: Generator, capsys: pytest.CaptureFixture[str]) -> None:
    """A drift is an annotation on each file, before the diff."""
    main(["generate", "zoo"])
    put(Path(), {"out/zoo/README.md": "edited\n"})
    capsys.readouterr()
    assert main(["check", "zoo", "--format", "github"]) == 1
    first, *rest = capsys.readouterr().out.splitlines()
    assert first == (
        "::error file=out/zoo/README.md,title=drift"
        "::this generated file is changed: run sdkwright generate zoo"
    )
    assert "-edited" in rest


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
    assert "(test_cli.py:" in err
    assert "please report it" in err
    monkeypatch.setenv("SDKWRIGHT_DEBUG", "1")
    assert main(["generate"]) == 2
    assert "Traceback (most recent call last)" in capsys.readouterr().err


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


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The real command in its own process."""
    command = [sys.executable, "-m", "sdkwright", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_as_a_module() -> None:
    """`python -m sdkwright` is the same command."""
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, "sdkwright, version 0.1.0\n")
    done = run("--help")
    assert done.returncode == 0
    assert "Exit status:" in done.stdout


@pytest.fixture
def up_to_date(generator: Generator) -> Target:
    """An output of 300 files, 6 MB, that is up to date."""
    line = "x = 1  # a line of ordinary length, as code has it\n"
    generator.files = {f"src/p/m{n}.py": f"n = {n}\n" + line * 400 for n in range(300)}
    assert main(["generate", "zoo"]) == 0
    return generator.asked[0]


def test_the_fast_path_imports_no_stage(up_to_date: Target) -> None:
    """When nothing has changed, none of the large libraries is even imported."""
    program = (
        "import sys; from sdkwright.cli import main; status = main(sys.argv[1:]);"
        f"print(status, [name for name in {STAGES!r} if name in sys.modules])"
    )
    for command in ("generate", "check"):
        done = subprocess.run(
            [sys.executable, "-c", program, command, "zoo"],
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout == "out/zoo: 301 unchanged\n0 []\n"
        assert done.stderr == ""


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="no account of a child's time")
def test_the_fast_path_is_fast(up_to_date: Target) -> None:
    """A check of 300 files costs little more than to start Python and to read them."""

    def cpu(*command: str) -> float:
        child = subprocess.Popen([sys.executable, *command], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        assert child.returncode == 0
        return usage.ru_utime + usage.ru_stime

    bare = min(cpu("-c", "import click, json, hashlib, tomllib") for _ in range(5))
    check = min(cpu("-m", "sdkwright", "check", "zoo") for _ in range(5))
    assert check < bare + 0.08


def test_a_reader_that_goes_away(up_to_date: Target) -> None:
    """When nobody reads the result any more the status is the same, and all is quiet."""
    command = [sys.executable, "-m", "sdkwright", "check", "zoo"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == 0


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a while one line tells the stage; in the end it is taken away."""
    monkeypatch.setattr(progress, "DELAY", 0.05)
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    with Progress(terminal) as told:
        told.step("reading")
        assert terminal.getvalue() == ""
        _wait_for(lambda: "reading …" in terminal.getvalue())
        told.step("rendering")
        assert terminal.getvalue().endswith("\r\x1b[2Krendering …")
    assert terminal.getvalue().endswith("\r\x1b[2K")
    assert "\n" not in terminal.getvalue()


@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_progress_is_silent(
    stream: type[io.StringIO], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing in a pipe, nothing for what is quick, but the stage is known."""
    monkeypatch.setattr(progress, "DELAY", 0.01 if stream is io.StringIO else 60)
    written = stream()
    with Progress(written) as told:
        told.step("reading")
        time.sleep(0.05)
        assert told.stage == "reading"
    assert written.getvalue() == ""


def _wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 5
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert condition()
