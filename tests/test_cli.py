"""The command line: what it takes, what it prints where, and how it exits."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sdkwright.cli import main
from sdkwright.config import Target
from standin import CONFIG, Generator
from trees import put, tree


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
    """Without names every target, in the configuration's order; else just those."""
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
    """Changed, missing and orphaned files as a diff, and the command that mends it."""
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


def test_another_configuration(generator: Generator) -> None:
    """--config comes before files that are looked for; paths start from its folder."""
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
