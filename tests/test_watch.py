"""`sdkwright watch`: what it notices, what it says, and that it goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from sdkwright.cli.targets import Request
from sdkwright.cli.watch import watch
from trees import put

ZOO = """\
openapi: 3.1.0
info: {title: Zoo, version: "1"}
paths: {/pets: {$ref: "parts/pets.yaml"}}
"""
PETS = "get: {operationId: pets, responses: {}}\n"
CONFIG = "spec: zoo.yaml\noutput: sdk\ntemplates: mine\n"


class Enough(Exception):
    """The end of a test's watch."""


@pytest.fixture(autouse=True)
def zoo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files = {"zoo.yaml": ZOO, "parts/pets.yaml": PETS, "sdkwright.yaml": CONFIG}
    put(tmp_path, {**files, "mine/note.txt": ""})


def run(steps: Iterator[Callable[[], object]], request: Request) -> None:
    """Watch, a step of somebody who edits at each look."""

    def wait() -> None:
        step = next(steps, None)
        if step is None:
            raise Enough
        step()

    with pytest.raises(Enough):
        watch(request, wait)


def saves(*several: dict[str, str]) -> Iterator[Callable[[], object]]:
    """A save, and a look at which nothing happens, for each."""
    yield from with_pauses(*(partial(put, Path(), files) for files in several))


def with_pauses(*steps: Callable[[], object]) -> Iterator[Callable[[], object]]:
    for step in steps:
        yield step
        yield lambda: None


def test_what_is_noticed(capsys: pytest.CaptureFixture[str]) -> None:
    """A file that the document refers to, the document, the configuration."""
    more = PETS.replace("pets,", "all_pets,")
    run(
        saves(
            {"parts/pets.yaml": more},
            {"sdkwright.yaml": CONFIG + "class_name: Farm\n"},
            {"zoo.yaml": ZOO.replace("{/pets", "{/animals")},
        ),
        Request(),
    )
    out, err = capsys.readouterr()
    assert err.splitlines()[-3:] == [
        "changed: parts/pets.yaml",
        "changed: sdkwright.yaml",
        "changed: zoo.yaml",
    ]
    first, *rounds = out.split("sdk: ")[1:]
    assert " created\n" in first
    assert "  changed src/zoo/client.py\n" in rounds[0]
    assert len(rounds) == 3
    assert "class Farm(" in Path("sdk/src/zoo/client.py").read_text("utf-8")
    assert '"/animals"' in Path("sdk/src/zoo/client.py").read_text("utf-8")


def test_a_template(capsys: pytest.CaptureFixture[str]) -> None:
    """A template of the user's own counts as well."""
    own = "mine/sdk/mkdocs.yml.jinja"
    run(saves({own: "one\n"}, {own: "two\n"}), Request())
    out, err = capsys.readouterr()
    assert err.endswith(f"changed: {own}\nchanged: {own}\n")
    assert out.count("  changed mkdocs.yml\n") == 2
    assert Path("sdk/mkdocs.yml").read_text("utf-8") == "two\n"


def test_a_broken_save(capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong is told, the SDK stays, and the next save mends it."""
    run(
        saves(
            {"zoo.yaml": ZOO.replace("{/pets", "[/pets")},
            {"sdkwright.yaml": "spec: [\n"},
            {"sdkwright.yaml": "nothing: 1\n"},
            {"sdkwright.yaml": CONFIG},
            {"zoo.yaml": ZOO.replace("pets.yaml", "cats.yaml")},
            {"parts/cats.yaml": PETS.replace("pets", "cats")},
        ),
        Request(),
    )
    out, err = capsys.readouterr()
    codes = [line for line in err.splitlines() if "error[" in line]
    assert "error[syntax]" in codes[0]
    assert "error[syntax]" in codes[1]
    assert "error[unknown-option]" in err
    assert "error[unresolved-reference]" in codes[-1]
    assert out.count("sdk: ") == 2
    assert "def cats(" in Path("sdk/src/zoo/client.py").read_text("utf-8")


def test_editors(capsys: pytest.CaptureFixture[str]) -> None:
    """A file put in the place of another, one that is gone for a while, by a link."""
    os.symlink(Path().resolve(), "link")
    put(Path(), {"sdkwright.yaml": CONFIG.replace("zoo.yaml", "link/zoo.yaml")})
    zoo = Path("zoo.yaml")

    def replaced() -> None:
        Path(".zoo.swp").write_text(ZOO.replace("Zoo", "Farm"), encoding="utf-8")
        Path(".zoo.swp").replace(zoo)

    def back() -> None:
        put(Path(), {"zoo.yaml": ZOO})

    run(with_pauses(replaced, zoo.unlink, back), Request())
    out, err = capsys.readouterr()
    changed = [line for line in err.splitlines() if line.startswith("changed")]
    assert changed == ["changed: link/zoo.yaml"] * 3
    assert "error[unreadable-file]" in err
    assert out.count("sdk: ") == 3


def test_a_configuration_of_other_files(capsys: pytest.CaptureFixture[str]) -> None:
    """What is looked at no longer, or from now on, has not changed."""
    put(Path(), {"other/zoo.yaml": ZOO.replace("$ref: parts", "$ref: ../parts")})
    other = CONFIG.replace("spec: ", "spec: other/")
    run(saves({"sdkwright.yaml": other}, {"sdkwright.yaml": "spec: [\n"}), Request())
    lines = capsys.readouterr().err.splitlines()
    assert lines.count("changed: sdkwright.yaml") == 2
    assert not any(line.startswith("changed: sdkwright.yaml,") for line in lines)


def test_nothing_happens(capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing changes, nothing is generated; the output is not watched."""
    run(saves({}, {"sdk/src/zoo/mine.py": ""}, {}), Request())
    assert capsys.readouterr().out.count("sdk: ") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send")
def test_the_process() -> None:
    """It tells of the first run and of a save, and ends well when interrupted."""
    command = [sys.executable, "-m", "sdkwright", "watch", "zoo.yaml", "-o", "sdk"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        # Tests that run behind a shell may have been told to ignore it.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    ) as child:
        assert child.stdout is not None
        assert " created" in child.stdout.readline()
        put(Path(), {"parts/pets.yaml": PETS.replace("pets", "cats")})
        assert any(" changed" in line for line in iter(child.stdout.readline, ""))
        child.send_signal(signal.SIGINT)
    assert child.returncode == 0
