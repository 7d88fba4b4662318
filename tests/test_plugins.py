"""Plugins of other distributions: the one of docs/plugins.md, and broken ones.

Each is installed as a distribution is: a module, and a folder with its entry points.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sdkwright import plugins
from sdkwright.cli import main
from trees import put, tree

PAGE = Path(__file__).parents[1] / "docs" / "plugins.md"
NOTES = """\
openapi: 3.1.0
info: {title: Notes, version: "1"}
paths:
  /notes: {get: {operationId: list_notes, responses: {}}}
  /old: {get: {operationId: old_notes, deprecated: true, responses: {}}}
"""
CONFIG = "spec: notes.yaml\noutput: sdk\nplugins: [{}]\n"
Install = Callable[[str, str], None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Makes a plugin of a class; the configuration asks for it."""
    site = tmp_path / "site"
    monkeypatch.syspath_prepend(site)
    monkeypatch.chdir(tmp_path)

    def made(name: str, text: str) -> None:
        module = f"{name}_plugin_of_a_test"
        (class_name,) = re.findall(r"^class (\w+)", text, re.M)[-1:]
        put(
            site,
            {
                f"{module}.py": text,
                f"{module}-1.0.dist-info/METADATA": f"Name: {module}\nVersion: 1.0\n",
                f"{module}-1.0.dist-info/entry_points.txt": (
                    f"[sdkwright.plugins]\n{name} = {module}:{class_name}\n"
                ),
            },
        )
        put(tmp_path, {"notes.yaml": NOTES, "sdkwright.yaml": CONFIG.format(name)})
        plugins._entries.cache_clear()

    yield made
    plugins._entries.cache_clear()
    for name in [each for each in sys.modules if each.endswith("plugin_of_a_test")]:
        del sys.modules[name]


def example() -> str:
    """The plugin that the page shows."""
    page = PAGE.read_text(encoding="utf-8")
    found = re.search(r"```python\n(# house\.py.*?)```", page, re.S)
    assert found is not None
    return found[1]


def test_the_example(install: Install, tmp_path: Path) -> None:
    """Each of its four hooks does what the page says."""
    install("house", example())
    assert main(["generate"]) == 0
    assert main(["check"]) == 0
    assert main(["check", "--full"]) == 0
    files = tree(tmp_path / "sdk")
    assert "House of Notes" in files["README.md"]
    assert 'name = "acme-house-of-notes"' in files["pyproject.toml"]
    assert files["SUPPORT.md"] == "Ask the people of the house.\n"
    client = files["src/house_of_notes/client.py"]
    assert "def list_notes" in client
    assert "old_notes" not in client


def test_another_version_is_another_output(install: Install, tmp_path: Path) -> None:
    """The lock knows of which version a plugin was, and that there was none."""
    install("house", example())
    assert main(["generate"]) == 0
    about = next(tmp_path.glob("site/*.dist-info/METADATA"))
    about.write_text(about.read_text("utf-8").replace("1.0", "1.1"), "utf-8")
    plugins._entries.cache_clear()
    (tmp_path / "sdk" / "SUPPORT.md").unlink()
    assert main(["check"]) == 1
    assert main(["generate"]) == 0
    put(tmp_path, {"sdkwright.yaml": "spec: notes.yaml\noutput: sdk\n"})
    assert main(["generate"]) == 0
    assert not (tmp_path / "sdk" / "SUPPORT.md").exists()


def test_the_example_is_typed(tmp_path: Path) -> None:
    """mypy has nothing to say of it."""
    put(tmp_path, {"house.py": example()})
    command = [sys.executable, "-m", "mypy", "--strict", "house.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


HEAD = "from sdkwright import Plugin\n\nclass Bad(Plugin):\n    def {}(self, given):\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            HEAD.format("document") + "        raise ValueError('no\\nway')\n",
            "bad_plugin_of_a_test.py:5:1: error[plugin-fails]: the plugin 'bad' fails"
            " in 'document': ValueError: no way",
        ),
        (
            HEAD.format("api") + "        return given.colour\n",
            "fails in 'api': AttributeError",
        ),
        (HEAD.format("views") + "        pass\n", "gives back NoneType in 'views'"),
        (
            HEAD.format("files") + "        return {**given, '../a': ''}\n",
            "a file '../a': it leads out of the output folder",
        ),
        (
            HEAD.format("files") + "        return {**given, 'sdkwright.lock': ''}\n",
            "a file 'sdkwright.lock': it is sdkwright's own",
        ),
        (
            HEAD.format("files") + "        return {**given, 'a': 1}\n",
            "a file 'a': it is no text",
        ),
        ("class Bad: ...\n", "which is no subclass of Plugin"),
        ("raise OSError('gone')\nclass Bad: ...\n", "cannot be loaded: OSError: gone"),
    ],
)
def test_what_is_wrong_with_a_plugin(
    text: str,
    message: str,
    install: Install,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It is told with the plugin's name, and nothing is written."""
    install("bad", text)
    assert main(["generate"]) == 2
    assert message in capsys.readouterr().err
    assert not (tmp_path / "sdk").exists()


def test_a_plugin_that_is_not_there(
    install: Install, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its name is told, and which there are."""
    install("house", example())
    put(tmp_path, {"sdkwright.yaml": CONFIG.format("hose")})
    assert main(["generate"]) == 2
    told = capsys.readouterr().err
    assert "error[no-such-plugin]: there is no plugin 'hose'" in told
    assert "there are: house" in told
