"""`sdkwright adopt` where there is a configuration: its target is added to that."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sdkwright.cli import main
from trees import put, sources, tree

HERE = Path(__file__).parent / "adopting"
ADOPT = ["adopt", "notebook", "openapi.yaml", "--path", "old"]
OTHER = """\
# What we make.
targets:
    # Of others.
    shop: {spec: shop.yaml, output: shop}
    journal:  # ours
        spec: openapi.yaml
        output: sdks/journal
        version: 2.0.0
        package: journal
        overlays: [mine.yaml]
        names:
            "#/paths/~1notes/post": write

    last: {spec: last.yaml, output: last}  # the end
# More to come.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put(Path("old/notebook"), sources(HERE / "notebook"))
    shutil.copy(HERE / "openapi.yaml", "openapi.yaml")


def test_a_target_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    """Without one of the document it comes last, and all else stays as it is."""
    before = "# mine\ntargets:\n  shop:  # first\n    spec: shop.yaml\n    output: x\n"
    put(Path(), {"sdkwright.yaml": before})
    assert main(ADOPT) == 0
    assert "sdkwright.yaml: added to\n" in capsys.readouterr().out
    text = Path("sdkwright.yaml").read_text("utf-8")
    assert text.startswith(before + "  notebook:\n    spec: openapi.yaml\n")
    assert main(["generate", "notebook", "--quiet"]) == 0


def test_the_target_of_the_document(capsys: pytest.CaptureFixture[str]) -> None:
    """What it says stays, comments around it too; what it lacks comes to it."""
    text = OTHER.replace("  # ours", "")
    put(Path(), {"sdkwright.yaml": text})
    assert main(ADOPT) == 0
    out = capsys.readouterr().out
    assert "what it says stays: output, package\n" in out
    made = Path("sdkwright.yaml").read_text("utf-8")
    head, tail = text.partition("    journal:\n")[0], text.partition("\n\n    last")[2]
    assert made.startswith(f"{head}    journal:\n      spec: openapi.yaml\n")
    assert made.endswith(tail)
    assert '      version: "2.0.0"\n      package: journal\n' in made
    assert "overlays: [mine.yaml, adopted.overlay.yaml]" in made
    assert '"#/paths/~1notes/post": write\n' in made
    assert "      class_name: Notebook\n" in made


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"sdkwright.yaml": "# mine\n"}, "it has no `targets`: give what it says"),
        ({"sdkwright.yaml": "spec: a\noutput: b\n"}, "it has no `targets`"),
        (
            {"sdkwright.yaml": "targets: {a: {spec: b}}\n"},
            "its targets are in one line",
        ),
        ({"sdkwright.yaml": OTHER}, "the target 'journal' has comments in it: move"),
        ({"sdkwright.yaml": "targets: [\n"}, "cannot be read: mend it first"),
        (
            {"pyproject.toml": "[tool.sdkwright]\nspec = 'a'\noutput = 'b'\n"},
            "it is no YAML: move its targets to sdkwright.yaml",
        ),
        ({"adopted.overlay.yaml": ""}, "there is a file already: adopted.overlay.yaml"),
    ],
)
def test_what_cannot_be_added_to(
    files: dict[str, str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 2, what to do about it, and nothing is written."""
    put(Path(), files)
    before = tree(Path())
    assert main(ADOPT) == 2
    assert message in capsys.readouterr().err
    assert tree(Path()) == before
