"""The document of the last run as it is now, where only words of it are others.

It is compared as JSON, to the letter. A document that is JSON itself is not parsed for
it: outside of its texts nothing has changed, and those that have are looked up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

from .config import Target
from .diagnostics import Diagnostic, Diagnostics, without_ignored
from .kept import Kept, Said, written_values
from .pointer import Pointer, tokens_of
from .prose import QUESTIONS, says_something
from .records import dataclass
from .replaced import replaced
from .spec.locate import (
    Spans,
    by_file,
    extents_of,
    locate,
    put_in_place,
    spans_in_json,
    texts_in_json,
)
from .spec.source import Source, below, load

if TYPE_CHECKING:
    from .spec.objects import Json

# What stands below these is a value, and may be shown as one besides.
_VALUES = frozenset({"const", "default", "enum", "example", "examples"})
_NAMED = frozenset({"properties", "patternProperties"})
# Of more texts nearly every file has one, and each is looked for in each.
_MOST = 100

Value: TypeAlias = "Callable[[Pointer], Json]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """A document in which the prose that has `changed` is another, by key.

    `values` are as `Kept` has them, `diagnostics` the findings with their lines now.
    """

    sources: Mapping[str, Source]
    values: Mapping[str, bytes]
    changed: Mapping[str, Said]
    diagnostics: tuple[Diagnostic, ...]


def reread(kept: Kept, target: Target) -> Reread | None:
    """The document of a target; None where more than words may have changed."""
    return _parsed(kept, target) if not kept.as_written else _unparsed(kept, target)


def _parsed(kept: Kept, target: Target) -> Reread | None:
    from .spec.opening import open_document

    found = Diagnostics()
    documents = open_document(
        target.spec,
        found,
        root=target.root,
        lenient=target.lenient,
        overlays=target.overlays,
    )
    if documents is None or not all(map(documents.load, kept.values)) or len(found):
        return None
    values = written_values(documents)
    several = None if values is None else _replaced(kept, values)
    if values is None or several is None:
        return None
    changed = _changed(_alike(kept, several), several, documents.value)
    if changed is None:
        return None
    origins = (documents.origins, documents.overlaid)
    placed = locate(kept.found, documents.sources, *origins)
    return Reread(
        sources=documents.sources,
        values=values,
        changed=changed,
        diagnostics=without_ignored(placed, target.ignore),
    )


def _unparsed(kept: Kept, target: Target) -> Reread | None:
    sources = _sources(kept, target)
    if sources is None:
        return None
    values = {file: source.text.encode() for file, source in sources.items()}
    several = _replaced(kept, values)
    if several is None:
        return None
    asked = _alike(kept, several)
    wanted = [
        *(each.at for each in asked.values()),
        *(each.at for each in kept.found if each.at),
    ]
    known: dict[Pointer, Json] = {}
    spans: Spans = {}
    try:
        for file, pointers in by_file(wanted).items():
            extents = extents_of(sources[file], pointers)
            spans |= spans_in_json(sources[file], extents)
            known |= texts_in_json(sources[file], extents)
    except ValueError:
        return None
    changed = _changed(asked, several, known.get)
    if changed is None:
        return None
    placed = put_in_place(kept.found, spans, sources)
    return Reread(
        sources=sources,
        values=values,
        changed=changed,
        diagnostics=without_ignored(placed, target.ignore),
    )


def _sources(kept: Kept, target: Target) -> dict[str, Source] | None:
    """The document's files; None where one is not there any more."""
    root = target.spec.parent if target.root is None else target.root
    try:
        home = below(root, target.spec)
    except ValueError:
        return None
    sources: dict[str, Source] = {}
    for file in kept.values:
        path = root / (file or home)
        source = load(path, file, path.as_posix(), Diagnostics())
        if source is None:
            return None
        sources[file] = source
    return sources


def _replaced(kept: Kept, values: Mapping[str, bytes]) -> list[tuple[str, str]] | None:
    """The texts that are others now, as they were and as they are."""
    if values.keys() != kept.values.keys():
        return None
    several: list[tuple[str, str]] = []
    for file, before in kept.values.items():
        found = replaced(before, values[file])
        if found is None or len(several) + len(found) > _MOST:
            return None
        several += found
    return several


def _alike(kept: Kept, several: list[tuple[str, str]]) -> dict[str, Said]:
    """The prose that says what one of them said, by key."""
    texts = {old.rstrip() for old, _ in several}
    return {key: said for key, said in kept.prose.items() if said.text in texts}


def _changed(
    asked: Mapping[str, Said], several: list[tuple[str, str]], value: Value
) -> dict[str, Said] | None:
    """The prose that is another one now, by key; None where other things are, too."""
    changed: dict[str, Said] = {}
    for key, said in asked.items():
        new = value(said.at)
        if isinstance(new, str) and new.rstrip() != said.text:
            anew = _said_anew(said, new)
            if anew is None:
                return None
            changed[key] = anew
    # Each is one of the texts that are others now: if they are as many, they are all.
    return changed if len(changed) == len(several) else None


def _said_anew(said: Said, new: str) -> Said | None:
    """The new words of a text; None where they may be more than words."""
    if not says_something(new) or _is_value(said.at):
        return None
    text = new.rstrip()
    answers = {name: _answer(name, text) for name in said.answers}
    return said._replace(text=text) if answers == said.answers else None


def _is_value(at: Pointer) -> bool:
    """Whether it may stand in a value, which is shown besides."""
    tokens = tokens_of(at)
    return any(
        (each in _VALUES or each.startswith("x-")) and before not in _NAMED
        for before, each in zip(("", *tokens), tokens, strict=False)
    )


def _answer(name: str, text: str) -> object:
    """The answer to a question that was asked about a text."""
    module, _, _ = name.partition(":")
    if module.startswith(f"{__package__}."):
        import_module(module)
    return QUESTIONS[name](text)
