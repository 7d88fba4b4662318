"""How large the runtime of an SDK is, in lines: ours, and those of published SDKs.

    python benchmarks/size.py [DOCUMENT …]

`all` counts every line; `code` leaves out blank lines, comments and docstrings. Ours is
counted whole, and as it is copied into the SDK of each document. Of others, what an SDK
has beside its resources and types is counted, if they are installed:
`pip install openai cohere elevenlabs`.
"""

from __future__ import annotations

import ast
import io
import sys
import tokenize
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path

from sdkwright.config import Target
from sdkwright.pipeline import generate

_ROOT = Path(__file__).parents[1]
_CORE = _ROOT / "templates" / "sdk" / "src" / "PACKAGE" / "_core"
_JULEP = _ROOT / "spec" / "julep" / "openapi.yaml"
_SPACE = {
    tokenize.COMMENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
    tokenize.INDENT,
    tokenize.NEWLINE,
    tokenize.NL,
}
# Where the runtime of others stands: patterns in the folder of a package.
_OTHERS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "datamodel-code-generator": ("datamodel_code_generator", ("_runtime/**/*.py",)),
    "openai (Stainless)": ("openai", ("_*.py", "_utils/*.py", "_extras/*.py")),
    "cohere (Fern)": ("cohere", ("core/**/*.py", "base_client.py")),
    "elevenlabs (Fern)": ("elevenlabs", ("core/**/*.py", "base_client.py")),
}


def code_lines(text: str) -> int:
    """Lines that hold code: no blank ones, no comments, no docstrings."""
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
    return len(held - said)


def _print(name: str, texts: Iterable[str]) -> None:
    several = tuple(texts)
    every = sum(len(text.splitlines()) for text in several)
    code = sum(map(code_lines, several))
    print(f"{name:32} {len(several):5} {every:7} {code:7}")


def _copied(document: Path) -> list[str]:
    """The runtime in the SDK of a document."""
    output = generate(
        Target(name="sdk", spec=document, output=Path("sdk"), lenient=True)
    )
    files = output.files or {}
    return [text for path, text in files.items() if "/_core/" in path]


def _of(package: str, patterns: tuple[str, ...]) -> list[str]:
    found = find_spec(package)
    if found is None or found.origin is None:
        return []
    folder = Path(found.origin).parent
    paths = {path for pattern in patterns for path in folder.glob(pattern)}
    return [path.read_text(encoding="utf-8") for path in sorted(paths)]


def main(documents: list[str]) -> None:
    print(f"{'':32} {'files':>5} {'all':>7} {'code':>7}")
    _print("ours, all of it", (p.read_text("utf-8") for p in _CORE.glob("*.py")))
    for document in map(Path, documents):
        _print(f"ours, for {document.parent.name}/{document.name}", _copied(document))
    for name, (package, patterns) in _OTHERS.items():
        if texts := _of(package, patterns):
            _print(name, texts)


if __name__ == "__main__":
    main(sys.argv[1:] or [str(_JULEP)])
