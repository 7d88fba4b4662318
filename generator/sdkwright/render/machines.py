"""The pages once more, for machines: all of them in one file, and an index of names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from ..python.pages.views import PagesView
from ..spec.objects import Json

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
    """`names.json`, and `llms-full.txt` of the pages that are made."""
    return {
        "docs/llms-full.txt": "\n".join(_whole(pages, made)),
        "docs/names.json": _names(pages),
    }


def _whole(pages: PagesView, made: Mapping[str, str]) -> Iterator[str]:
    """Each page; of the two classes of a module the sync one, whose twin is alike."""
    yield from (made[path] for path in _FIRST if path in made)
    for page in pages.modules:
        text = _from_docs(page.path, made)
        twin, own = page.classes
        head, _, rest = text.partition(f"\n## {twin.name}\n")
        head = head.replace(f"- [{twin.name}](#{twin.name.lower()})\n", "")
        _, heading, methods = rest.partition(f"\n## {own.name}\n")
        yield f"{head}{heading}{methods}"
    yield made["docs/answers.md"]
    yield from (_from_docs(page.path, made) for page in pages.models)
    yield from (made[path] for path in _LAST if path in made)


def _from_docs(path: str, made: Mapping[str, str]) -> str:
    """A page as it reads in `docs/`: its links lead on from there."""
    text = made[f"docs/{path}"]
    return text.replace("](../", "](") if "/" in path else text


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
