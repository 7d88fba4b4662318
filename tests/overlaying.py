"""Documents with overlays, for tests of what they make of them and say of it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from sdkwright.diagnostics import Diagnostic, Diagnostics
from sdkwright.pointer import ROOT
from sdkwright.spec.locate import locate
from sdkwright.spec.objects import Json
from sdkwright.spec.references import Documents
from trees import put

Opened: TypeAlias = tuple[Documents, Diagnostics]
DOCUMENT = """\
info:
  title: Zoo
  tags: [a, b]
paths:
  /cats: {get: {tags: [cat], parameters: [{name: x}, {name: y}, {name: z}]}}
  /dogs: {get: {tags: [dog]}, put: {deprecated: true}}
"""


def opened(folder: Path, *overlays: str, document: str = DOCUMENT) -> Opened:
    """The document with overlays applied; `overlays` are the lists of their actions."""
    names = tuple(f"overlay{number}.yaml" for number in range(len(overlays)))
    put(folder, {"zoo.yaml": document, **dict(zip(names, overlays, strict=True))})
    found = Diagnostics()
    documents = Documents(
        root=folder,
        home="zoo.yaml",
        lenient=False,
        found=found,
        overlays=tuple(folder / name for name in names),
    )
    documents.load("")
    return documents, found


def overlay(*actions: str, version: str = "1.1.0") -> str:
    """An overlay with these actions, each one line in the form of JSON."""
    head = f"overlay: {version}\ninfo: {{title: T, version: 1.0.0}}\nactions:\n"
    return head + "".join(f"- {{{action}}}\n" for action in actions)


def applied(folder: Path, *actions: str, version: str = "1.1.0") -> Json:
    """The value after these actions, about which nothing is to be said."""
    documents, found = opened(folder, overlay(*actions, version=version))
    assert list(found) == []
    return documents.value(ROOT)


def said(folder: Path, *actions: str, version: str = "1.1.0") -> list[str]:
    """What is said of these actions: what the caret stands under, code, message."""
    text = overlay(*actions, version=version)
    documents, _ = opened(folder, text)
    return [
        f"{marked(each, text)} {each.code}: {each.message}"
        for each in placed(documents)
        if each.span is not None and each.span.file.endswith("overlay0.yaml")
    ]


def placed(documents: Documents) -> tuple[Diagnostic, ...]:
    """What was found, at its place."""
    several = (documents.origins, documents.overlaid)
    return locate(documents.found, documents.sources, *several)


def marked(each: Diagnostic, text: str) -> str:
    assert each.span is not None
    line = text.splitlines()[each.span.line - 1]
    return line[each.span.column - 1 : each.span.end_column - 1]


def at(value: Json, *steps: str | int) -> Json:
    for step in steps:
        if isinstance(value, dict):
            value = value[str(step)]
        else:
            assert isinstance(value, list)
            value = value[int(step)]
    return value
