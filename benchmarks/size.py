"""How large the runtime of an SDK is, in lines: ours, and those of published SDKs.

    python benchmarks/size.py [DOCUMENT …]

`lines` counts every line; `code` leaves out blank lines, comments and docstrings, and
`statements` also all that is no statement of a function: imports, heads of functions
and classes, fields. Ours is counted whole, and as it is copied into the SDK of each
document: by default the seed's, and one of a single GET. Of others, what an SDK has
beside its operations and types is counted, if they are installed:
`pip install openai cohere elevenlabs`. A second table says what each feature takes
(`features.py`): all lines, and of them code.
"""

from __future__ import annotations

import ast
import io
import sys
import tokenize
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

from features import COHERE, MODEL_GENERATOR, OPENAI, OTHERS, OURS, feature_of
from sdkwright.config import Target
from sdkwright.pipeline import generate

_ROOT = Path(__file__).parents[1]
_CORE = _ROOT / "templates" / "sdk" / "src" / "PACKAGE" / "_core"
_DOCUMENTS = (
    _ROOT / "spec" / "julep" / "openapi.yaml",
    _ROOT / "benchmarks" / "one_get.yaml",
)
_SPACE = {
    tokenize.COMMENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
    tokenize.INDENT,
    tokenize.NEWLINE,
    tokenize.NL,
}
# Where the runtime of others stands: patterns in the folder of a package, and what of
# it is a client with its operations.
_OTHERS: Mapping[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "datamodel-code-generator": (
        "datamodel_code_generator",
        ("_runtime/client/*.py",),
        (),
    ),
    "openai (Stainless)": (
        "openai",
        ("_*.py", "_utils/*.py", "_extras/*.py"),
        ("__init__", "_client", "_module_client"),
    ),
    "cohere (Fern)": ("cohere", ("core/**/*.py",), ()),
    "elevenlabs (Fern)": ("elevenlabs", ("core/**/*.py",), ()),
}
_FEATURES = {
    "datamodel-code-generator": MODEL_GENERATOR,
    "openai (Stainless)": OPENAI,
    "cohere (Fern)": COHERE,
}

# The files of a runtime by their names, and lines: all, and those of code.
Files: TypeAlias = Mapping[str, str]
Size: TypeAlias = tuple[int, int]


def code_lines(text: str) -> int:
    """Lines that hold code: no blank ones, no comments, no docstrings."""
    return len(_code(text))


def statement_lines(text: str) -> int:
    """Lines of code that are statements of functions, and not around them."""
    inside = {
        line
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for each in node.body
        for line in range(each.lineno, (each.end_lineno or each.lineno) + 1)
    }
    return len(_code(text) & inside)


def _code(text: str) -> set[int]:
    said = {
        line
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    held = {
        line
        for token in tokens
        if token.type not in _SPACE
        for line in range(token.start[0], token.end[0] + 1)
    }
    return held - said


def size_of(files: Files) -> Size:
    texts = files.values()
    every = sum(len(text.splitlines()) for text in texts)
    return every, sum(map(code_lines, texts))


def by_feature(files: Files, features: Mapping[str, str]) -> dict[str, Size]:
    """What the files of each feature come to."""
    found: dict[str, dict[str, str]] = {}
    for name, text in files.items():
        found.setdefault(feature_of(name, features), {})[name] = text
    return {feature: size_of(several) for feature, several in found.items()}


def _copied(document: Path) -> Files:
    """The runtime in the SDK of a document."""
    output = generate(
        Target(name="sdk", spec=document, output=Path("sdk"), lenient=True)
    )
    files = output.files or {}
    return {
        path.rpartition("/")[2].removesuffix(".py"): text
        for path, text in files.items()
        if "/_core/" in path
    }


def _in(folder: Path, patterns: tuple[str, ...], but: tuple[str, ...] = ()) -> Files:
    paths = sorted({path for each in patterns for path in folder.glob(each)})
    named = {str(path.relative_to(folder).with_suffix("")): path for path in paths}
    return {
        name: path.read_text(encoding="utf-8")
        for name, path in named.items()
        if name not in but
    }


def _others() -> dict[str, Files]:
    """The runtimes of those that are installed."""
    found: dict[str, Files] = {}
    for name, (package, patterns, but) in _OTHERS.items():
        spec = find_spec(package)
        if spec is not None and spec.origin is not None:
            files = _in(Path(spec.origin).parent, patterns, but)
            found |= {name: files} if files else {}
    return found


def _row(*cells: object) -> None:
    print("| " + " | ".join(map(str, cells)) + " |")


def _shown(size: Size | None) -> str:
    return "" if size is None else "{:,} ({:,})".format(*size)


def _table(columns: Mapping[str, Mapping[str, Size]]) -> None:
    """A row for each feature, a column for each runtime."""
    _row("lines (of code)", *columns)
    _row("---", *("--:" for _ in columns))
    features = dict.fromkeys((*OURS, *OPENAI, *COHERE, OTHERS))
    for feature in features:
        sizes = [sizes.get(feature) for sizes in columns.values()]
        if any(sizes):
            _row(feature, *map(_shown, sizes))
    sums = [
        tuple(map(sum, zip(*each.values(), strict=True))) for each in columns.values()
    ]
    _row("**together**", *(_shown((every, code)) for every, code in sums))


def main(documents: list[str]) -> None:
    ours = {"ours, all of it": _in(_CORE, ("*.py",))}
    for document in map(Path, documents):
        name = f"ours, for {document.parent.name}/{document.name}"
        ours[name] = _copied(document)
    others = _others()
    _row("", "files", "lines", "code", "statements")
    _row("---", "--:", "--:", "--:", "--:")
    for name, files in (ours | others).items():
        sizes = (*size_of(files), sum(map(statement_lines, files.values())))
        _row(name, len(files), *map("{:,}".format, sizes))
    print()
    columns = {name: by_feature(files, OURS) for name, files in ours.items()}
    for name, features in _FEATURES.items():
        if name in others:
            columns[name] = by_feature(others[name], features)
    _table(columns)


if __name__ == "__main__":
    main(sys.argv[1:] or [*map(str, _DOCUMENTS)])
