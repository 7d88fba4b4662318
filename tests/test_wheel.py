"""What is published: a wheel, built from the sdist, that works on its own."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from zipfile import ZipFile

import pytest
from sdkwright.cli import main
from trees import tree

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "tests" / "features" / "grouped_client" / "openapi.yaml"


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints, with nothing of this checkout in its environment."""
    kept = {key: text for key, text in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=kept,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution as `build` does it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "-o", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


def test_what_is_in_it(wheel: Path) -> None:
    """Every module and every template, the license, and nothing that tools left."""
    modules = sources(ROOT / "generator" / "sdkwright", "sdkwright")
    templates = sources(ROOT / "templates", "sdkwright/_templates")
    inside = set(ZipFile(wheel).namelist())
    about = {name for name in inside if ".dist-info/" in name}
    assert inside - about == modules | templates
    assert any(name.endswith("licenses/LICENSE") for name in about)


def sources(folder: Path, target: str) -> set[str]:
    """The files of a folder, without what tools leave in it, as they are installed."""
    names = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
    return {
        f"{target}/{name.as_posix()}"
        for name in names
        if not any(part[0] == "." or part == "__pycache__" for part in name.parts)
    }


def test_it_generates_on_its_own(wheel: Path, tmp_path: Path) -> None:
    """Installed in an environment of its own it gives what the checkout gives."""
    run(sys.executable, "-m", "venv", "--without-pip", "env", cwd=tmp_path)
    scripts = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    pip = (sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet")
    run(*pip, "--no-deps", "--no-index", wheel, cwd=tmp_path)
    # What it depends on is borrowed from here; a path in a .pth brings no other .pth.
    site = run(
        python, "-c", "import site; print(site.getsitepackages()[-1])", cwd=tmp_path
    )
    borrowed = sysconfig.get_path("purelib")
    Path(site.strip(), "borrowed.pth").write_text(f"{borrowed}\n", encoding="utf-8")
    where = run(
        python, "-c", "import sdkwright; print(sdkwright.__file__)", cwd=tmp_path
    )
    assert Path(where.strip()).is_relative_to(tmp_path)
    document = tmp_path / "openapi.yaml"
    document.write_bytes(DOCUMENT.read_bytes())
    done = run(scripts / "sdkwright", "generate", document, "-o", "out", cwd=tmp_path)
    assert done.startswith("out: ")
    assert main(["generate", str(document), "-o", str(tmp_path / "here" / "out")]) == 0
    assert tree(tmp_path / "out") == tree(tmp_path / "here" / "out")
