"""A run in which only words of the document differ from the last one's.

Then the stages would make what they made: the files are told anew with the other words,
those in which they stand, and no stage is imported. Whatever is not certain gives
nothing, and the document is understood from its beginning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .cache import Cache
from .collector import collector_off
from .config import Target
from .diagnostics import Diagnostics
from .digests import digest, with_line_feeds
from .kept import Kept, Said, load, of_run, save, save_now
from .output.current import is_as_written, still_absent
from .output.lock import (
    NAME,
    Lock,
    print_lock,
    relative_inputs,
)
from .output.plan import digest_files, plan_of_changes
from .output.prepared import Prepared
from .prose import place_in, places
from .records import replace
from .render.machines import WHOLE
from .rendering import Untold, tell
from .rereading import reread
from .understanding import Step, Understood


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
        save(cache, kept)


@collector_off()
def retell(cache: Cache, target: Target, before: Lock, step: Step) -> Prepared | None:
    """What writing a target would do; None where more than words may have changed.

    `before` is the lock of an output that the same options and templates made.
    """
    kept = _kept(cache, target, before)
    if kept is None:
        return None
    step("reading")
    now = reread(kept, target)
    if now is None:
        return None
    digests = {source.path: source.digest for source in now.sources.values()}
    inputs = {**relative_inputs(target, digests), **still_absent(before, target)}
    if inputs.keys() != before.inputs.keys():
        return None
    prose = {**kept.prose, **now.changed}
    files = _told(kept, prose, now.changed, target, before, step, cache)
    step("comparing")
    found = Diagnostics()
    known = {**before.files, **digest_files(files)}
    lock = print_lock(replace(before, inputs=inputs, files=known))
    plan = plan_of_changes(target.output, files | {NAME: lock}, before, found)
    if found.has_errors:
        return None
    anew = {**kept.anew, **now.changed}
    save_now(
        cache,
        replace(kept, lock=digest(lock.encode()), values=now.values, anew=anew),
    )
    return Prepared(
        target=target,
        plan=plan,
        diagnostics=now.diagnostics,
        sources=now.sources,
        warnings=before.warnings,
    )


def _kept(cache: Cache, target: Target, before: Lock) -> Kept | None:
    """What the run kept that left the output as it is now."""
    kept = load(cache)
    if kept is None:
        return None
    lock = (target.output / NAME).read_bytes()
    return kept if kept.lock == digest(lock) and is_as_written(before, target) else None


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
        path: with_line_feeds((target.output / path).read_bytes()).decode()
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
