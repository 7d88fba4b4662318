"""The pages once more, for machines: all of them in one file, and an index of names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ..prose import later

if TYPE_CHECKING:
    from ..python.pages.views import PagesView
    from ..spec.objects import Json

WHOLE = "docs/llms-full.txt"
_FIRST = (
    "docs/index.md",
    "docs/authentication.md",
    "docs/options.md",
)
_LAST = (
    "docs/errors.md",
    "docs/webhooks.md",
    "docs/testing.md",
)


def for_machines(pages: PagesView, made: Mapping[str, str]) -> dict[str, str]:
    """`names.json`, and `llms-full.txt`, which is made of pages that are told."""
    modules = (
        (f"docs/{each.path}", *(twin.name for twin in each.classes))
        for each in pages.modules
    )
    models = (f"docs/{each.path}" for each in pages.models)
    parts = (
        *((path,) for path in _FIRST if path in made),
        *modules,
        ("docs/answers.md",),
        *((path,) for path in models),
        *((path,) for path in _LAST if path in made),
    )
    return {WHOLE: later("whole", *parts), "docs/names.json": _names(pages)}


def whole(parts: Iterable[Sequence[str]], told: Mapping[str, str]) -> str:
    """One text of pages that are told; a part is a path, and the classes of a module.

    Of the two classes there is the sync one, whose twin is alike.
    """
    return "\n".join(_part(told[path], path, *classes) for path, *classes in parts)


def _part(text: str, path: str, *classes: str) -> str:
    """A page as it reads in `docs/`: its links lead on from there."""
    if path.count("/") > 1:
        text = text.replace("](../", "](")
    if not classes:
        return text
    twin, own = classes
    head, _, rest = text.partition(f"\n## {twin}\n")
    head = head.replace(f"- [{twin}](#{twin.lower()})\n", "")
    _, heading, methods = rest.partition(f"\n## {own}\n")
    return f"{head}{heading}{methods}"


def _names(pages: PagesView) -> str:
    """A line for each name, so that one that is new is a line that is new."""
    lines = [
        f"  {_json(each.name)}: "
        + _json({"kind": each.kind, "page": each.page, "anchor": each.anchor})
        for each in pages.names
    ]
    return "\n".join(("{", ",\n".join(lines), "}", ""))


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)
