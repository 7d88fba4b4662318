"""What must hold of whatever is generated, however hostile the document was."""

from __future__ import annotations

import ast
import re
import tomllib
import unicodedata
import warnings
from collections.abc import Iterator, Mapping
from functools import lru_cache

from hostile.pieces import MARK
from markdown_it import MarkdownIt
from markdown_it.token import Token
from sdkwright.options import is_device

_READER = MarkdownIt("commonmark").enable("table")
# What a module may do when it is imported; everything else is a definition.
_AT_IMPORT = (
    ast.Import,
    ast.ImportFrom,
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Assign,
    ast.AnnAssign,
    ast.If,
    ast.Expr,
    ast.Try,
    ast.Raise,
    ast.Pass,
)


def check_files(files: Mapping[str, str]) -> None:
    """Every file, and the files together."""
    check_paths(tuple(files))
    for path, text in files.items():
        assert "\0" not in text, path
        text.encode("utf-8")
        if path.endswith(".py"):
            check_python(path, text)
        elif path.endswith(".md"):
            check_page(path, text)
        elif path.endswith(".toml"):
            tomllib.loads(text)


def _is_plain(character: str) -> bool:
    """Whether it is of Python's names (marks and `·` are) or of a file's."""
    return character in ".-" or f"a{character}".isidentifier()


def check_paths(paths: tuple[str, ...]) -> None:
    """Relative, inside, and files of their own on every system."""
    for path in paths:
        for part in path.split("/"):
            assert part, path
            assert all(map(_is_plain, part)), path
            assert part not in (".", ".."), path
            assert not is_device(part), path
            assert not part.endswith((".", " ")), path
        assert len(part.encode()) < 256, path  # what file systems take
    folded = {unicodedata.normalize("NFD", path).casefold() for path in paths}
    assert len(folded) == len(paths)


def check_python(path: str, text: str) -> None:
    """It compiles without a warning, and no name of the canary is code in it."""
    for wrong in faults(text, is_runtime="_core/" in path):
        raise AssertionError(f"{path}: {wrong}")


@lru_cache(maxsize=200)  # most files of a package are those of every package
def faults(text: str, *, is_runtime: bool) -> tuple[str, ...]:
    """What must not be in a module, as it is written."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tree = ast.parse(text)
        compile(text, "module", "exec")
    found = [each for each in tree.body if not isinstance(each, _AT_IMPORT)]
    return tuple(map(ast.unparse, (*found, *_harmful(tree, is_runtime))))


def _harmful(tree: ast.Module, is_runtime: bool) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        match node:
            case ast.Name(id="__import__" | "exec" | "eval"):
                yield node
            case ast.Attribute(attr="__setitem__") if not is_runtime:
                yield node
            case ast.JoinedStr() if MARK in ast.unparse(node):
                yield node
            case _:
                pass


def check_page(path: str, text: str) -> None:
    """A page shows text: no HTML, no image, no link that runs something."""
    for token in _tokens(_READER.parse(text)):
        assert not token.type.startswith("html_"), f"{path}: {token.content}"
        assert token.type != "image", f"{path}: {token.attrs}"
        if token.type == "link_open":
            target = str(token.attrs.get("href", "")).strip().lower()
            assert not re.match(r"(javascript|data|vbscript|file):", target), path


def _tokens(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _tokens(token.children or [])
