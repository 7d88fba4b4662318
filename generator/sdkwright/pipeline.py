"""The straight line from a document to files, and from files to a plan.

The only module that knows every layer. A stage says what is wrong and goes on;
here it is decided to stop.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from .cache import Cache, open_cache
from .config import Target
from .diagnostics import Diagnostic, Diagnostics, Severity, Span
from .output.current import is_current
from .output.hooks import read_hooks
from .output.lock import (
    ABSENT,
    Lock,
    Made,
    read_lock,
    relative_inputs,
    stamp_of,
)
from .output.plan import digest_files, is_yours, make_plan
from .output.prepared import Prepared, made_of
from .output.unfinished import JOURNAL, STAGE, is_unfinished
from .output.write import JournalError, recover, write
from .records import dataclass
from .rendering import Untold, render
from .retelling import keep, retell
from .understanding import Named, Step, Understood, quiet, understand

if TYPE_CHECKING:
    from .python.names.table import NameTable
    from .spec.source import Source


# Whose texts the cache has, besides our own.
_LIBRARIES = ("black", "datamodel_code_generator", "jinja2")


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """What a document gives: files by path, or None where there are errors.

    `sources` are all files that were read, by their path below the root, `absent` those
    that were not there. `table` is what everything is called, and `names` are the names
    that the next run keeps. What was `understood` and the files `untold` are for a run
    in which only words differ; there is none where others' code sees the words, or
    found something.
    """

    files: Mapping[str, str] | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]
    absent: frozenset[Path] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    table: NameTable | None = None
    understood: Understood | None = None
    untold: Untold | None = None


def generate(
    target: Target,
    step: Step = quiet,
    before: Mapping[str, str] | None = None,
    cache: Cache | None = None,
) -> Output:
    """Every file of a target's distribution but its lock, in memory.

    `step` is told the name of each stage before it begins; `before` are the
    names of the output before, which are kept. What the `cache` has is not made again.
    """
    # What others have written sees the words themselves.
    marked = not (target.templates or target.plugins)
    known = understand(target, step, before, marked=marked)
    named = known.named
    found = Diagnostics()
    hooks = read_hooks(target.output, found)
    made = None
    if named is not None and not found.has_errors:
        made = render(named, target, hooks, step, found, cache)
    again = marked and made is not None and not found
    return Output(
        files=None if found.has_errors or made is None else made.files,
        diagnostics=(*known.diagnostics, *found),
        sources=known.sources,
        absent=frozenset(known.documents.absent if known.documents else ()),
        names={} if named is None else named.names.given,
        table=None if named is None else named.names,
        understood=known if again else None,
        untold=made.untold if made is not None and again else None,
    )


def names_before(target: Target) -> Mapping[str, str]:
    """The names that a target's output has, to be kept; none where there is none."""
    before = read_lock(target.output, Diagnostics())
    return {} if before is None else before.names


def files_of(target: Target, named: Named) -> Mapping[str, str]:
    """A target's files: from its folder where nothing has changed, else made."""
    before = read_lock(target.output, Diagnostics())
    if before is not None and is_current(before, target, made_of(target)):
        return {
            path: (target.output / path).read_text(encoding="utf-8")
            for path in before.files
        }
    found = Diagnostics()
    hooks = read_hooks(target.output, found)
    made = render(named, target, hooks, quiet, found)
    return {} if made is None else made.files


def prepare(
    target: Target,
    step: Step = quiet,
    *,
    use_cache: bool = False,
    may_retell: bool = False,
) -> Prepared:
    """Generate a target, and find out what writing it would do.

    What an interrupted run left behind is finished first. With `use_cache`, what the
    last run made of the same is not made again; where it `may_retell`, too, and only
    words have changed, no stage is run.
    """
    found = Diagnostics()
    try:
        return _prepare(target, step, found, use_cache, may_retell)
    except JournalError as error:
        found.error(
            "foreign-journal",
            f"this journal of an unfinished run is not ours: {error}",
            span=_start_of(target.output / STAGE / JOURNAL),
            hint=f"remove the folder '{STAGE}'",
        )
    except OSError as error:
        _refused(error, target, found)
    return Prepared(target=target, plan=None, diagnostics=tuple(found))


def _prepare(
    target: Target, step: Step, found: Diagnostics, use_cache: bool, may_retell: bool
) -> Prepared:
    recover(target.output)
    before = read_lock(target.output, found)
    if found.has_errors:
        return Prepared(target=target, plan=None, diagnostics=tuple(found))
    made = made_of(target)
    cache = open_cache(target.output, _makers(made)) if use_cache else None
    if cache and before and before.made == made and may_retell:
        retold = retell(cache, target, before, step)
        if retold is not None:
            return retold
    output = generate(target, step, None if before is None else before.names, cache)
    step("comparing")
    after = _lock(target, output, made)
    plan = None
    if output.files is not None:
        plan = make_plan(
            target.output, output.files, before=before, after=after, found=found
        )
    if cache is not None and plan is not None:
        cache.save()
        if output.understood is not None and output.untold is not None:
            keep(cache, after, output.understood, output.untold)
    return Prepared(
        target=target,
        plan=plan,
        diagnostics=(*output.diagnostics, *found),
        sources=output.sources,
        warnings=_count_warnings(output),
    )


def _lock(target: Target, output: Output, made: Made) -> Lock:
    """The lock of an output; without files where there are none."""
    digests = dict.fromkeys(output.absent, ABSENT)
    digests |= {source.path: source.digest for source in output.sources.values()}
    files = output.files or {}
    return Lock(
        made=made,
        inputs=relative_inputs(target, digests),
        warnings=_count_warnings(output),
        names=output.names,
        files=digest_files(files),
        yours=tuple(path for path in files if is_yours(path)),
    )


def _count_warnings(output: Output) -> int:
    return sum(each.severity is Severity.WARNING for each in output.diagnostics)


def _makers(made: Made) -> tuple[str, ...]:
    """What a text of the cache depends on, apart from what it was made from."""
    stamps = (stamp_of(Path(__file__).parent), *map(_stamp, _LIBRARIES))
    return (made.version, made.templates, sys.version, *stamps)


def _stamp(library: str) -> str:
    """What changes with the version of a library, which is not imported for it."""
    found = find_spec(library)
    place = None if found is None else found.origin
    return library if place is None else f"{place} {stamp_of(Path(place))}"


def carry_out(prepared: Prepared) -> tuple[Diagnostic, ...]:
    """Write what was prepared; errors where the disk refuses.

    Unless such an error says otherwise, nothing has been written then.
    """
    found = Diagnostics()
    if prepared.plan is not None:
        try:
            write(prepared.plan)
        except OSError as error:
            _refused(error, prepared.target, found)
    return tuple(found)


def _refused(error: OSError, target: Target, found: Diagnostics) -> None:
    place = Path(str(error.filename or target.output))
    hint = None
    if is_unfinished(target.output):
        hint = "the output is half written: mend this, and run the command once more"
    found.error(
        "disk",
        f"the system refuses: {error.strerror or error}",
        span=_start_of(place),
        hint=hint,
    )


def _start_of(place: Path) -> Span:
    return Span(file=place.as_posix(), line=1, column=1, end_column=2)
