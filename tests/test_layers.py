"""The shape of the house: where imports point, what is heavy, how long a file is."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator" / "sdkwright"
RUNTIME = ROOT / "templates" / "sdk" / "src" / "PACKAGE" / "_core"
LONGEST = 300

# From left to right: a module imports what stands before its layer, and its own layer.
LAYERS = (
    "pointer",
    "records",
    "prose",
    "custom",
    "digests",
    "cache",
    "collector",
    "diagnostics",
    "rules",
    "spec",
    "listing",
    "options",
    "option_mappings",
    "option_kinds",
    "config",
    "revisions",
    "toml_places",
    "config_files",
    "ir",
    "schemas",
    "python",
    "plugins",
    "understanding",
    "lint",
    "explain",
    "compare",
    "adopting",
    "carrying",
    "releasing",
    "render",
    "rendering",
    "output",
    "kept",
    "replaced",
    "rereading",
    "retelling",
    "pipeline",
    "parallel",
    "watching",
    "progress",
    "starting",
    "site",
    "cli",
)
HEAVY = frozenset(
    {
        "griffe",
        "black",
        "jinja2",
        "datamodel_code_generator",
        "jsonpath",
        "yaml",
        "pydantic",
    }
)
MODULES = sorted(PACKAGE.rglob("*.py"))
FAKE = sorted((RUNTIME.parent / "testing").glob("*.py"))
SOURCES = [
    *MODULES,
    *sorted(RUNTIME.glob("*.py")),
    *FAKE,
    *sorted(
        path for path in ROOT.glob("tests/**/*.py") if "expected" not in path.parts
    ),
]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def layer_of(module: str) -> str:
    """The layer of a module below the package: its folder, or its own name."""
    first = module.partition(".")[0]
    return "cli" if first == "__main__" else first


def imports(tree: ast.AST) -> Iterator[ast.Import | ast.ImportFrom]:
    """Every import, wherever it stands."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield node


def at_import_time(tree: ast.Module) -> Iterator[ast.Import | ast.ImportFrom]:
    """The imports that run when the module does: not in functions, not for types."""
    rest: list[ast.AST] = list(tree.body)
    while rest:
        node = rest.pop()
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield node
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            rest += node.orelse
        elif not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            rest += ast.iter_child_nodes(node)


def absolute(path: Path, node: ast.Import | ast.ImportFrom) -> list[str]:
    """What is imported from our own package, as module names below it."""
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
        return [name[10:] for name in names if name.startswith("sdkwright.")]
    if node.level == 0:
        module = node.module or ""
        return [module[10:]] if module.startswith("sdkwright.") else []
    here = path.relative_to(PACKAGE).with_suffix("").parts
    base = here[: len(here) - node.level]
    if node.module:
        return [".".join((*base, *node.module.split(".")))]
    return [".".join((*base, alias.name)) for alias in node.names]


def outside(node: ast.Import | ast.ImportFrom) -> list[str]:
    """The top-level packages that are imported from outside our own."""
    if isinstance(node, ast.Import):
        return [alias.name.partition(".")[0] for alias in node.names]
    return [(node.module or "").partition(".")[0]] if node.level == 0 else []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_left(path: Path) -> None:
    """A layer imports only layers to its left, wherever the import stands."""
    if path == PACKAGE / "__init__.py":
        return  # offers names of every layer, and imports them when they are asked for
    module = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
    rank = LAYERS.index(layer_of(module))
    to_the_right = [
        f"line {node.lineno}: {name}"
        for node in imports(ast.parse(path.read_text(encoding="utf-8")))
        for name in absolute(path, node)
        if not name.startswith("__") and LAYERS.index(layer_of(name)) > rank
    ]
    assert to_the_right == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_heavy_libraries_are_imported_late(path: Path) -> None:
    """A command that has nothing to do pays for no library that it does not use."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    early = {name for node in at_import_time(tree) for name in outside(node)}
    assert early & HEAVY == set()
    if layer_of(path.relative_to(PACKAGE).parts[0]) != "cli":
        assert "click" not in early


@pytest.mark.parametrize(
    "path", [*sorted(RUNTIME.glob("*.py")), *FAKE], ids=lambda path: path.name
)
def test_what_the_runtime_needs(path: Path) -> None:
    """The runtime needs pydantic, anyio and, in one module, the HTTP library."""
    allowed = {"pydantic", "pydantic_core", "anyio", *sys.stdlib_module_names}
    if path.name == "http.py":
        allowed |= {"httpx", "httpx2"}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    levels = [node.level for node in imports(tree) if isinstance(node, ast.ImportFrom)]
    assert {name for node in imports(tree) for name in outside(node)} <= allowed
    deepest = 2 if path in FAKE else 1
    assert max(levels, default=0) <= deepest, "an import that leaves the runtime"


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_files_are_short(path: Path) -> None:
    """A file that can be read in one go."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST
