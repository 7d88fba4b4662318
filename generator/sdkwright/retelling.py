"""A run in which only words of the document differ from the last one's.

Then the stages would make what they made: the files are told anew with the other words,
those in which they stand, and no stage is imported. Whatever is not certain gives
nothing, and the document is understood from its beginning.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .cache import Cache
from .collector import collector_off
from .config import Target
from .diagnostics import Diagnostic, Diagnostics, without_ignored
from .digests import digest
from .kept import Kept, Said, of_run, print_kept, read_kept, written_values
from .output.lock import (
    NAME,
    Lock,
    is_as_written,
    print_lock,
    relative_inputs,
)
from .output.plan import digest_files, plan_of_changes
from .output.prepared import Prepared
from .pointer import Pointer, child, tokens_of
from .prose import QUESTIONS, place_in, places, says_something
from .records import dataclass, replace
from .render.machines import WHOLE
from .rendering import Untold, tell
from .understanding import Step, Understood

if TYPE_CHECKING:
    from .spec.objects import Json
    from .spec.references import Documents

# What stands below these is a value, and may be shown as one besides.
_VALUES = frozenset({"const", "default", "enum", "example", "examples"})
_NAMED = frozenset({"properties", "patternProperties"})
# Of more texts nearly every file has one, and each is looked for in each.
_MOST = 100


def keep(cache: Cache, lock: Lock, known: Understood, untold: Untold) -> None:
    """Leave for the next run what it needs to tell the files anew."""
    documents, named = known.documents, known.named
    if documents is None or named is None or not documents.flawless:
        return
    kept = of_run(
        digest(print_lock(lock).encode()),
        documents.values,
        named.prose,
        known.found,
        untold,
    )
    if kept is not None:
        cache.save_rest(print_kept(kept))


@collector_off()
def retell(cache: Cache, target: Target, before: Lock, step: Step) -> Prepared | None:
    """What writing a target would do; None where more than words may have changed.

    `before` is the lock of an output that the same options and templates made.
    """
    kept = _kept(cache, target, before)
    if kept is None:
        return None
    step("reading")
    found = Diagnostics()
    documents = _opened(target, kept, found)
    values = None if documents is None else written_values(documents.values)
    if documents is None or values is None:
        return None
    changed = _changed(kept, documents.values, values)
    digests = {source.path: source.digest for source in documents.sources.values()}
    inputs = relative_inputs(target, digests)
    if changed is None or inputs.keys() != before.inputs.keys():
        return None
    prose = {**kept.prose, **changed}
    files = _told(kept, prose, changed, target, before, step, cache)
    step("comparing")
    known = {**before.files, **digest_files(files)}
    lock = print_lock(replace(before, inputs=inputs, files=known))
    plan = plan_of_changes(target.output, files | {NAME: lock}, before, found)
    if found.has_errors:
        return None
    after = replace(kept, lock=digest(lock.encode()), values=values, prose=prose)
    cache.save_rest(print_kept(after))
    return Prepared(
        target=target,
        plan=plan,
        diagnostics=_placed(kept, target, documents),
        sources=documents.sources,
        warnings=before.warnings,
    )


def _kept(cache: Cache, target: Target, before: Lock) -> Kept | None:
    """What the run kept that left the output as it is now."""
    body = cache.rest()
    if body is None:
        return None
    kept = read_kept(body)
    lock = (target.output / NAME).read_bytes()
    return kept if kept.lock == digest(lock) and is_as_written(before, target) else None


def _opened(target: Target, kept: Kept, found: Diagnostics) -> Documents | None:
    """The document anew with all the files that it had; None where one has a fault."""
    from .spec.opening import open_document

    documents = open_document(
        target.spec,
        found,
        root=target.root,
        lenient=target.lenient,
        overlays=target.overlays,
    )
    if documents is None or not all(map(documents.load, kept.values)) or len(found):
        return None
    return documents


def _placed(kept: Kept, target: Target, documents: Documents) -> tuple[Diagnostic, ...]:
    from .spec.locate import locate

    origins = (documents.origins, documents.overlaid)
    found = locate(kept.found, documents.sources, *origins)
    return without_ignored(found, target.ignore)


# --- what has changed ---------------------------------------------------------------


def _changed(
    kept: Kept, values: Mapping[str, Json], written: Mapping[str, str]
) -> dict[str, Said] | None:
    """The prose that is another one now, by key; None where other things are, too.

    `values` are those of the document's files now, `written` the same as JSON.
    """
    if values.keys() != kept.values.keys():
        return None
    keys = {each.at: key for key, each in kept.prose.items()}
    changed: dict[str, Said] = {}
    for file, before in kept.values.items():
        several: list[tuple[str, str]] = []
        for spot in _differences(json.loads(before), values[file], Pointer(f"{file}#")):
            key = keys.get(spot.at, "")
            said = _said_anew(kept.prose.get(key), spot)
            if said is None or len(changed) == _MOST:
                return None
            changed[key] = said
            several.append((json.dumps(spot.old), json.dumps(spot.new)))
        # What compares as equal may be written in another way: 1, 1.0 and true; and
        # an object may have its keys in another order.
        if not is_replaced(before, written[file], several):
            return None
    return changed


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """A place at which two documents differ."""

    at: Pointer
    old: Json
    new: Json


def _differences(old: Json, new: Json, at: Pointer) -> Iterator[_Spot]:
    """The innermost places where they differ, and have the same all around."""
    keys: Iterable[Any] = ()
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() == new.keys():
        keys = old
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        keys = range(len(old))
    before: Any = old
    after: Any = new
    for key in keys:
        if before[key] == after[key]:
            continue
        place = child(at, key)
        if isinstance(after[key], dict | list):
            yield from _differences(before[key], after[key], place)
        else:
            yield _Spot(at=place, old=before[key], new=after[key])


def _said_anew(said: Said | None, spot: _Spot) -> Said | None:
    """The new words of a text; None where it is none, or may be more than words."""
    new = spot.new
    if said is None or not isinstance(spot.old, str) or not isinstance(new, str):
        return None
    if not says_something(new) or _is_value(spot.at):
        return None
    text = new.rstrip()
    answers = {name: _answer(name, text) for name in said.answers}
    return replace(said, text=text) if answers == said.answers else None


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


def is_replaced(old: str, new: str, literals: Iterable[tuple[str, str]]) -> bool:
    """Whether a text is another one with these literals replaced, in their order."""
    at = moved = 0
    for before, after in literals:
        alike = _difference(before, 0, after, 0)
        start = _difference(old, at, new, at + moved) - alike
        if not old.startswith(before, start):
            return False
        if not new.startswith(after, start + moved):
            return False
        at, moved = start + len(before), moved + len(after) - len(before)
    return old[at:] == new[at + moved :]


def _difference(old: str, at: int, new: str, at_new: int) -> int:
    """Where the first text begins to differ from the second one, from two places on."""
    length, moved = 1, at_new - at
    while length:
        end = at + length
        if end <= len(old) and old[at:end] == new[at + moved : end + moved]:
            at, length = end, length * 2
        else:
            length //= 2
    return at


# --- telling ------------------------------------------------------------------------


def _told(
    kept: Kept,
    prose: Mapping[str, Said],
    changed: Iterable[str],
    target: Target,
    before: Lock,
    step: Step,
    cache: Cache,
) -> dict[str, str]:
    """The files in which the words of changed prose stand, by path."""
    package = f"src/{kept.package}/"
    code = _with_any(kept.code, changed)
    # Definitions may stand on other lines now.
    moved = (place_in(path.removeprefix(package)) for path in code)
    pages = _with_any(kept.pages, (*changed, *moved))
    if pages:
        pages[WHOLE] = kept.pages[WHOLE].decode()
    modules = {f"{package}{path}" for text in pages.values() for path in places(text)}
    beside = {
        path: (target.output / path).read_text(encoding="utf-8")
        for path in before.files
        if path in modules or (pages and path.startswith("docs/"))
    }
    untold = Untold(
        package=kept.package, handed_over=kept.handed_over, code=code, pages=pages
    )
    return tell(
        untold,
        {key: each.text for key, each in prose.items()},
        target,
        step,
        cache,
        beside,
    )


def _with_any(files: Mapping[str, bytes], parts: Iterable[str]) -> dict[str, str]:
    """The files in which one of the parts stands."""
    several = tuple(part.encode() for part in parts)
    return {
        path: text.decode()
        for path, text in files.items()
        if any(each in text for each in several)
    }
