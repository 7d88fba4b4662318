"""An SDK's pages as a reader meets them: what is not described, what leads nowhere.

`complaints` takes all files of a distribution by path; those of the runtime, which
goldens leave out, are read from the templates.
"""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

RUNTIME = Path(__file__).parents[1] / "templates" / "sdk" / "src" / "PACKAGE"
READER = MarkdownIt("commonmark").enable("table")


@dataclass(frozen=True)
class Page:
    """What links can lead to, and what links there are."""

    sections: Mapping[str, str]
    anchors: tuple[str, ...]
    links: tuple[str, ...]


def complaints(files: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with the pages of a distribution."""
    pages = {
        path: page(text)
        for path, text in files.items()
        if path == "README.md" or re.fullmatch(r"docs/.*\.md", path)
    }
    if (whole := "docs/llms-full.txt") in files:
        pages[whole] = page(files[whole])
    yield from _undescribed(files)
    yield from _misled(files, pages)
    for path, each in pages.items():
        yield from _dead(path, each, files, pages)
        if path.endswith(".md"):
            twice = Counter(each.anchors).items()
            yield from (f"{path}: #{name} twice" for name, n in twice if n > 1)


def page(text: str) -> Page:
    """A page's sections by anchor, and its links."""
    lines = text.split("\n")
    tokens = READER.parse(text)
    starts: list[tuple[str, int, int]] = []
    links: list[str] = []
    for at, token in enumerate(tokens):
        if token.type == "heading_open" and token.map is not None:
            anchor = slug(_text(tokens[at + 1]))
            starts.append((anchor, int(token.tag[1:]), token.map[0]))
        links += (unquote(str(each.attrs["href"])) for each in _links(token))
    sections: dict[str, str] = {}
    for at, (anchor, level, first) in enumerate(starts):
        below = (line for _, other, line in starts[at + 1 :] if other <= level)
        sections.setdefault(anchor, "\n".join(lines[first : next(below, len(lines))]))
    return Page(
        sections=sections,
        anchors=tuple(anchor for anchor, _, _ in starts if anchor not in _GENERIC),
        links=tuple(links),
    )


# Headings that stand below each method, and that nothing leads to.
_GENERIC = frozenset(
    {
        "arguments",
        "attributes",
        "example",
        "fields-of-the-request",
        "forms-of-the-request",
        "headers-of-the-answer",
        "leads-to",
        "options",
        "raises",
        "returns",
        "see-also",
        "signature",
    }
)


def slug(heading: str) -> str:
    """The anchor that GitHub and MkDocs give a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")


def _text(token: Token) -> str:
    kept = ("text", "code_inline")
    return "".join(each.content for each in token.children or () if each.type in kept)


def _links(token: Token) -> Iterator[Token]:
    for each in token.children or ():
        if each.type == "link_open":
            yield each


def _dead(
    path: str, each: Page, files: Mapping[str, str], pages: Mapping[str, Page]
) -> Iterator[str]:
    for link in each.links:
        if re.match(r"https?:|mailto:", link, re.I):
            continue
        target, _, anchor = link.partition("#")
        file = normpath(join(dirname(path), target)) if target else path
        if file not in files:
            yield f"{path}: no file {link}"
        elif re.fullmatch(r"L\d+", anchor) and file.endswith(".py"):
            if int(anchor[1:]) > files[file].count("\n"):
                yield f"{path}: no line {link}"
        elif anchor and anchor not in pages[file].sections:
            yield f"{path}: no section {link}"


def _misled(files: Mapping[str, str], pages: Mapping[str, Page]) -> Iterator[str]:
    """What the index says is there: the page, the section, and the name in it."""
    for name, place in index(files).items():
        found = pages.get(f"docs/{place['page']}")
        section = None if found is None else found.sections.get(place["anchor"])
        if section is None:
            yield f"names.json: {name} leads nowhere"
        elif name.rpartition(".")[2] not in section.replace("\\", ""):
            yield f"names.json: {name} is not told of in its section"


def index(files: Mapping[str, str]) -> Mapping[str, Mapping[str, str]]:
    known: dict[str, dict[str, str]] = json.loads(files["docs/names.json"])
    return known


def _undescribed(files: Mapping[str, str]) -> Iterator[str]:
    """Public names, and methods of public classes, that the index does not have."""
    known = index(files)
    for path, text in files.items():
        if not path.startswith("src/") or not path.endswith(".py"):
            continue
        parts = path.removesuffix(".py").removesuffix("/__init__").split("/")[1:]
        if any(part.startswith("_") for part in parts):
            continue
        module, tree = ".".join(parts), ast.parse(text)
        classes = {e.name: e for e in tree.body if isinstance(e, ast.ClassDef)}
        homes = _homes(tree)
        for name in _offered(tree):
            ways = (f"{parts[0]}.{name}", f"{module}.{name}")
            whole = next((way for way in ways if way in known), None)
            if whole is None:
                yield f"{module}.{name} is not described"
                continue
            for member in (*_members(classes.get(name)), *_inherited(homes.get(name))):
                if known[whole]["kind"] == "class" and f"{whole}.{member}" not in known:
                    yield f"{whole}.{member} is not described"


def _offered(tree: ast.Module) -> list[str]:
    """What `__all__` of a module holds."""
    for each in tree.body:
        match each:
            case ast.Assign(targets=[ast.Name(id="__all__")], value=value):
                names: list[str] = ast.literal_eval(value)
                return names
            case _:
                pass
    return []


def _homes(tree: ast.Module) -> dict[str, tuple[str, str]]:
    """Names that a module has of the runtime: its file there, and its name in it."""
    return {
        each.name: (node.module.replace(".", "/"), each.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for each in node.names
    }


def _members(node: ast.ClassDef | None) -> Iterator[str]:
    for each in () if node is None else node.body:
        match each:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                if not name.startswith("_"):
                    yield name
            case _:
                pass


# How the package itself uses them; nothing that a user calls.
_ITS_OWN = {"Hooks": {"sent", "came"}, "AsyncHooks": {"sent", "came"}}


def _inherited(home: tuple[str, str] | None) -> Iterator[str]:
    """Public members of a class of the runtime, and of its bases in the same file."""
    if home is None or not (RUNTIME / f"{home[0]}.py").is_file():
        return
    classes = _classes(RUNTIME / f"{home[0]}.py")
    waiting = [home[1]]
    while waiting:
        node = classes.get(waiting.pop())
        own = _ITS_OWN.get(home[1], set[str]())
        yield from (name for name in _members(node) if name not in own)
        bases = [] if node is None else node.bases
        waiting += (ast.unparse(each).partition("[")[0] for each in bases)


@cache
def _classes(path: Path) -> dict[str, ast.ClassDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {each.name: each for each in tree.body if isinstance(each, ast.ClassDef)}
