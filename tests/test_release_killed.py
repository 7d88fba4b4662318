"""A release that ends anywhere is run again, and comes to the same."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sdkwright.cli import main, release_steps
from sdkwright.cli.release_steps import Step
from test_story import EDITED, NOTES, git
from trees import put

pytestmark = pytest.mark.slow

COMMAND = ["release", "notes", "--tag"]
STEPS = 6


def others(*_: object) -> Iterator[Step]:
    """A step in the place of those that run other programs, which the story has."""

    def write() -> int:
        put(Path("sdks/notes/dist"), {"notes.whl": "built"})
        return 0

    yield Step(what="the build", run=write)


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Copies a repository whose SDK is released and whose document is edited."""
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Ann")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "ann@example.com")
        monkeypatch.setenv(f"GIT_{who}_DATE", "2026-01-02T00:00:00Z")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767312000")
    monkeypatch.setattr(release_steps, "commands", others)

    first = tmp_path / "first"
    put(first, {"openapi.yaml": NOTES, ".gitignore": "dist/\n"})
    monkeypatch.chdir(first)
    git("init", "-q", "-b", "main")
    assert main(["init"]) == 0
    assert main(COMMAND) == 0
    put(first, {"openapi.yaml": EDITED})

    def copied(name: str) -> Path:
        folder = shutil.copytree(first, tmp_path / name)
        monkeypatch.chdir(folder)
        return folder

    return copied


def outcome(folder: Path) -> tuple[dict[str, str], str]:
    """Every file but git's own, and what git has of them by content."""
    here = (path for path in folder.rglob("*") if path.is_file())
    files = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in here
        if ".git" not in path.relative_to(folder).parts
    }
    return files, git("log", "--all", "--format=%H %T %D %s")


def stopped(at: int, end: Callable[[], object]) -> int:
    """Run the release in a process that ends before its step number `at`."""
    child = os.fork()
    if child == 0:
        steps = release_steps.steps

        def fewer(*args: object, **options: object) -> tuple[Step, ...]:
            several = list(steps(*args, **options))  # type: ignore[arg-type]
            last = Step(what="", run=lambda: int(bool(end())))
            return (*several[:at], last)

        release_steps.steps = fewer
        try:
            status = main(COMMAND)
        except BaseException:
            os._exit(70)
        os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def broken() -> None:
    raise KeyboardInterrupt


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
def test_it_is_run_again(start: Callable[[str], Path]) -> None:
    """Killed, or broken off, before each step and after the last."""
    folder = start("whole")
    assert main(COMMAND) == 0
    expected = outcome(folder)
    assert "tag: v2.0.0" in expected[1]
    for number in range(STEPS + 1):
        folder = start(f"stopped-{number}")
        if number % 2:
            assert stopped(number, killed) == -signal.SIGKILL
        else:
            assert stopped(number, broken) not in (0, 1)
        status = main(COMMAND)
        assert status == (2 if number == STEPS else 0), number  # it is done already
        assert outcome(folder) == expected, number


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
def test_between_commit_and_tag(
    start: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A commit that has no tag yet is the one that is tagged."""
    folder = start("whole")
    assert main(COMMAND) == 0
    expected = outcome(folder)
    folder = start("half")
    assert main(["release", "notes"]) == 0
    git("add", "sdkwright.yaml", "openapi.yaml", "sdks")
    git("commit", "-qm", "Release notes 2.0.0")
    assert main(COMMAND) == 0
    assert outcome(folder) == expected


def test_all_steps_are_stopped_at(
    start: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """There are as many steps as the test above goes through; the first only looks."""
    start("one")
    capsys.readouterr()
    assert main([*COMMAND, "--dry-run"]) == 0
    assert capsys.readouterr().out.count("\nwould ") == STEPS - 1
