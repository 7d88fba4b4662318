"""Files for CI and for pre-commit: those of this repository, and those of `init`.

Each is read by the linters of those who use it, and its commands are run.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from sdkwright.cli import main
from sdkwright.starting import EXTRAS
from test_init import ZOO
from trees import put

ROOT = Path(__file__).parents[1]
ACTION = ROOT / "action.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
LINT = (
    "{extends: default, rules: {document-start: disable, line-length: {max: 100},"
    " truthy: {check-keys: false}}}"
)


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository with an SDK, and all that `init` writes."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    put(tmp_path, {"openapi.yaml": ZOO, ".gitignore": "home/\n"})
    extras = [f"--{name}" for name in EXTRAS]
    assert main(["init", *extras]) == 0
    assert main(["generate", "--quiet"]) == 0
    run("git", "init", "-q")
    run("git", "add", "-A")


def run(*command: str, status: int = 0, **environment: str) -> str:
    """What a command prints; it ends as it should."""
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **environment}
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize(
    "path",
    [ACTION, HOOKS, *(Path(file) for file, _ in EXTRAS.values() if "." in file)],
    ids=lambda path: path.name,
)
def test_layout(path: Path) -> None:
    """yamllint has nothing to say."""
    run("yamllint", "--strict", "-d", LINT, str(path))


def test_pre_commit_takes_them() -> None:
    """Its own checkers read the hooks of this repository, and what `init` writes."""
    assert run("pre-commit", "validate-manifest", str(HOOKS)) == ""
    assert run("pre-commit", "validate-config", EXTRAS["pre-commit"][0]) == ""


def test_hooks_are_run() -> None:
    """Pre-commit runs every hook: all pass, and after an edit those that should fail.

    They run in this environment, as an environment of their own is made from an index.
    """
    hooks: list[dict[str, Any]] = yaml.safe_load(HOOKS.read_text("utf-8"))
    own = [{**each, "language": "system"} for each in hooks]
    config = {"repos": [{"repo": "local", "hooks": own}]}
    put(Path(), {".pre-commit-config.yaml": yaml.safe_dump(config)})
    put(Path(), {"other/openapi.yaml": ZOO})
    run("git", "add", "-A")
    said = run("pre-commit", "run", "--all-files", "--verbose")
    assert said.count("Passed") == len(hooks)
    assert "other/openapi.yaml: " in said
    put(Path(), {"openapi.yaml": ZOO.replace("operationId: pets", "operationId: all")})
    run("git", "add", "-A")
    said = run("pre-commit", "run", "sdkwright-check", "--all-files", status=1)
    assert "to mend it, run: sdkwright generate" in said
    said = run("pre-commit", "run", "sdkwright-generate", "--all-files", status=1)
    assert "files were modified by this hook" in said
    run("git", "add", "-A")
    run("pre-commit", "run", "--all-files")


def steps() -> list[dict[str, Any]]:
    """The steps of the action that run a shell."""
    action: dict[str, Any] = yaml.safe_load(ACTION.read_text("utf-8"))
    return [each for each in action["runs"]["steps"] if "run" in each]


def play(step: dict[str, Any], inputs: dict[str, str], status: int = 0) -> str:
    """Run a step as GitHub does, with the action's inputs; what it prints."""
    action: dict[str, Any] = yaml.safe_load(ACTION.read_text("utf-8"))
    given = {name: each["default"] for name, each in action["inputs"].items()} | inputs

    def filled(text: str) -> str:
        text = text.replace("${{ github.action_path }}", str(ROOT))
        return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: given[m[1]], text)

    environment = {key: filled(text) for key, text in step["env"].items()}
    folder = filled(step.get("working-directory", "."))
    script = f"cd {shlex.quote(folder)}\n{step['run']}"
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return run(*shell, status=status, **environment)


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [({}, f"install {ROOT}"), ({"version": "1.2.3"}, "install sdkwright==1.2.3")],
)
def test_the_action_installs(
    inputs: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Itself, or the version that is asked for."""
    put(Path("bin"), {"pip": '#!/bin/sh\necho "$@"\n'})
    Path("bin/pip").chmod(0o755)
    monkeypatch.setenv("PATH", f"{Path('bin').absolute()}:{os.environ['PATH']}")
    assert play(steps()[0], inputs) == f"{expected}\n"


def test_the_action_checks() -> None:
    """It passes, and annotates where the SDK is not what it should be."""
    step = steps()[1]
    play(step, {})
    put(Path(), {"openapi.yaml": ZOO.replace("operationId: pets", "operationId: all")})
    assert "::error file=sdks/zoo/src/zoo/client.py,title=drift::" in play(step, {}, 1)
    put(Path(), {"below/openapi.yaml": ZOO})
    command = "lint openapi.yaml --fail-on never"
    said = play(step, {"command": command, "working-directory": "below"})
    assert "::notice file=openapi.yaml,line=" in said


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_jobs_run(name: str) -> None:
    """The commands of a job that `init` writes do what they should, but for pip."""
    made: dict[str, Any] = yaml.safe_load(Path(EXTRAS[name][0]).read_text("utf-8"))
    if name == "gitlab":
        commands = made["sdk-check"]["script"]
    else:
        several = made["jobs"]["check"]["steps"]
        commands = [each["run"] for each in several if "run" in each]
    assert commands[0].startswith("pip install sdkwright==")
    for command in commands[1:]:
        run("sh", "-ec", command)
