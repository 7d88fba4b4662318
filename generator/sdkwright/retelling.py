"""A run in which only words of the document differ from the last one's.

Then the stages would make what they made: the files are told anew with the other words,
those in which they stand, and no stage is imported. Whatever is not certain gives
nothing, and the document is understood from its beginning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

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
from .pointer import Pointer, tokens_of
from .prose import QUESTIONS, place_in, places, says_something
from .records import replace
from .render.machines import WHOLE
from .rendering import Untold, tell
from .replaced import replaced
from .understanding import Step, Understood

if TYPE_CHECKING:
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
        documents,
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
    values = None if documents is None else written_values(documents)
    if documents is None or values is None:
        return None
    changed = _changed(kept, documents, values)
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
    kept: Kept, documents: Documents, written: Mapping[str, bytes]
) -> dict[str, Said] | None:
    """The prose that is another one now, by key; None where other things are, too.

    `written` are the values of the documents now, as JSON.
    """
    if written.keys() != kept.values.keys():
        return None
    several: list[tuple[str, str]] = []
    for file, before in kept.values.items():
        found = replaced(before, written[file])
        if found is None or len(several) + len(found) > _MOST:
            return None
        several += found
    texts = {old.rstrip() for old, _ in several}
    changed: dict[str, Said] = {}
    for key, said in kept.prose.items():
        if said.text not in texts:
            continue
        new = documents.value(said.at)
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
    code = kept.code.with_any(changed)
    # Definitions may stand on other lines now.
    moved = (place_in(path.removeprefix(package)) for path in code)
    pages = kept.pages.with_any((*changed, *moved))
    if pages:
        pages[WHOLE] = kept.pages.text(WHOLE)
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
