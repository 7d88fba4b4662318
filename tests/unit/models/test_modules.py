"""How `models/` is laid out, and what an import of it costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from black import format_str
from black.mode import Mode, TargetVersion
from sdkwright.ir.types import Kind, List, Scalar
from sdkwright.render import models as stage
from sdkwright.render.models import RenderError
from unit.models.making import (
    TEXT,
    alias,
    api,
    enum,
    field,
    imported,
    model,
    one_of,
    ref,
    rendered,
    write_package,
)

RING = (
    model("Alpha", field("beta", ref("Beta")), field("kind", ref("Kind"))),
    model("Beta", field("gammas", List(ref("Gamma")))),
    alias("Gamma", one_of("Alpha", "Delta")),
    model("Delta", field("size")),
    enum("Kind", "a", "b"),
    model("Lonely", field("day", Scalar(Kind.DATE))),
)


def run(folder: Path, program: str) -> str:
    """What a program prints that runs beside the package."""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def loaded(folder: Path, name: str) -> set[str]:
    """The modules of models that the use of one name loads."""
    program = (
        "import sys, zoo.models\n"
        f"zoo.models.{name}\n"
        "print(*(m.rpartition('.')[2] for m in sys.modules if '.models.' in m))"
    )
    return set(run(folder, program).split())


def test_a_group_is_a_module() -> None:
    """Declarations that need each other share a module, named after the first."""
    files = rendered(api(*RING))
    assert sorted(files) == [
        "__init__.py",
        "alpha.py",
        "delta.py",
        "kind.py",
        "lonely.py",
    ]
    assert "class Alpha(" in files["alpha.py"]
    assert "class Beta(" in files["alpha.py"]
    assert files["alpha.py"].index("class Beta(") < files["alpha.py"].index("\nGamma: ")


def test_only_what_is_needed_is_imported(tmp_path: Path) -> None:
    """A model loads its own module and those that it is made of, and no other."""
    write_package(tmp_path, rendered(api(*RING)))
    assert loaded(tmp_path, "__name__") == set()
    assert loaded(tmp_path, "Lonely") == {"lonely"}
    assert loaded(tmp_path, "Delta") == {"delta"}
    assert loaded(tmp_path, "Gamma") == {"alpha", "delta", "kind"}


def test_nothing_is_built_before_it_is_used(tmp_path: Path) -> None:
    """Importing a model builds no validator; using it builds what it needs."""
    models = imported(tmp_path, *RING)
    assert not models.Alpha.__pydantic_complete__
    assert models.Alpha.model_validate({"beta": {"gammas": [{"size": "x"}]}})
    assert models.Alpha.__pydantic_complete__
    assert not models.Lonely.__pydantic_complete__


def test_the_package_lists_its_names(tmp_path: Path) -> None:
    """`__all__`, `dir()` and `from … import` know every name; others are errors."""
    models = imported(tmp_path, *RING)
    names = ["Alpha", "Beta", "Delta", "Gamma", "Kind", "Lonely"]
    assert models.__all__ == names
    assert set(names) <= set(dir(models))
    assert models.Beta is models.Beta
    with pytest.raises(AttributeError, match="has no attribute 'Omega'"):
        _ = models.Omega


def test_imports_are_exact() -> None:
    """A module imports what it uses: no more, in isort's order."""
    files = rendered(api(*RING))
    head, _, _ = files["alpha.py"].partition("\n\n\n")
    assert head.split("\n")[2:] == [
        "from __future__ import annotations",
        "",
        "from typing import Annotated, TypeAlias",
        "",
        "from .._core.model import Model",
        "from .._core.unions import OpenUnion, Unknown",
        "from .delta import Delta",
        "from .kind import Kind",
    ]
    assert "model_rebuild" not in "".join(files.values())


def test_modules_are_not_called_as_classes_or_devices() -> None:
    """A module must not stand in the place of a class, nor be a device of Windows."""
    files = rendered(api(model("名前"), model("Aux"), model("Class")))
    modules = ["__init__.py", "aux_model.py", "class_.py", "名前_model.py"]
    assert sorted(files) == modules


def test_black_has_nothing_to_change_but_long_lines() -> None:
    """The templates write what black would write, where a line is short enough."""
    several = (
        model("Empty"),
        model("Told", about="Only prose."),
        model("Plain", field("a"), field("b"), extra=TEXT),
        model("Mixed", field("a"), field("b", about="Prose."), field("c"), about="P."),
        enum("Words", "a", "b", about="Some words."),
        enum("Numbers", 1, 2),
        *RING,
    )
    mode = Mode(target_versions={TargetVersion.PY311})
    for name, text in rendered(api(*several)).items():
        assert format_str(text, mode=mode) == text, name


def test_the_same_text_each_time() -> None:
    """Two runs under different hash seeds give the same bytes."""
    program = (
        "import hashlib, sys; sys.path[:0] = sys.argv[1:]\n"
        "from unit.models.making import api, rendered\n"
        "from unit.models.test_modules import RING\n"
        "print(hashlib.sha256(repr(rendered(api(*RING))).encode()).hexdigest())"
    )
    tests = Path(__file__).parents[2]
    places = [str(tests), str(tests.parent / "generator")]
    printed = {
        subprocess.run(
            [sys.executable, "-c", program, *places],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


def test_no_declarations_need_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without models, the library that renders them is not even called."""

    def called(*given: Any) -> str:
        raise AssertionError(given)

    monkeypatch.setattr(stage, "_text", called)
    assert list(rendered(api())) == ["__init__.py"]


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("enum", "class Other(Model): ...", "'Kind' was asked for, and this came"),
        ("enum", "", "'Kind' was asked for, and this came"),
        ("BaseModel", "", "asked for and not given, or the reverse: .*Kind"),
    ],
)
def test_what_comes_back_is_checked(
    tmp_path: Path, name: str, text: str, reason: str
) -> None:
    """A template that gives another class, or none, is an error with the name."""
    _lay_over(tmp_path, name, text)
    with pytest.raises(RenderError, match=reason):
        rendered(api(*RING), templates=tmp_path)


def test_templates_can_be_laid_over_ours(tmp_path: Path) -> None:
    """One template of the user's replaces ours, and the others stay."""
    _lay_over(tmp_path, "enum", "class {{ view.name }}(str): ...\n")
    files = rendered(api(*RING), templates=tmp_path)
    assert "class Kind(str): ..." in files["kind.py"]
    assert "class Delta(Model):" in files["delta.py"]


def _lay_over(root: Path, name: str, text: str) -> None:
    folder = root / "models" / "pydantic_v2"
    folder.mkdir(parents=True)
    (folder / f"{name}.jinja2").write_text(text, encoding="utf-8")
