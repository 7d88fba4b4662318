"""What a run leaves for the next one, in which only words may differ.

It is all that is needed to tell the files anew: the document's values, its prose, what
was found, and the files as they were before they had words. See
docs/decisions/0016-prose-travels-as-a-mark.md.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from .cache import Cache
from .diagnostics import Diagnostic, Insert, Respell, Severity
from .pointer import Pointer
from .prose import Answers, Prose, has_calls, is_marked
from .records import dataclass
from .rendering import Untold

if TYPE_CHECKING:
    from .spec.references import Documents

# What a run has left, and how its document is now.
_RUN, _NOW = ".run", ".now"


class Said(NamedTuple):
    """A text of the document: its place, its words, and what was asked about them."""

    at: Pointer
    text: str
    answers: Answers


@dataclass(frozen=True, slots=True)
class Packed:
    """Texts by path, as UTF-8, one after another from a place in `data` on.

    `lengths` are theirs, in their order.
    """

    lengths: Mapping[str, int]
    data: bytes
    start: int = 0

    def text(self, path: str) -> str:
        """One of them."""
        ends = self._ends
        return self._piece([*self.lengths].index(path), ends).decode()

    def with_any(self, parts: Iterable[str]) -> dict[str, str]:
        """The texts in which one of the parts stands."""
        ends, paths = self._ends, [*self.lengths]
        found: set[int] = set()
        for part in map(str.encode, parts):
            at = self.data.find(part, self.start, ends[-1]) if ends else -1
            while at >= 0:
                index = bisect_right(ends, at)
                found.add(index)
                at = self.data.find(part, ends[index], ends[-1])
        return {
            paths[index]: self._piece(index, ends).decode() for index in sorted(found)
        }

    def parts(self) -> Iterator[tuple[str, bytes]]:
        """Each of them as it is kept."""
        ends = self._ends
        for index, path in enumerate(self.lengths):
            yield path, self._piece(index, ends)

    @property
    def whole(self) -> memoryview:
        """All of them, in one piece."""
        return memoryview(self.data)[self.start : self.start + self.size]

    @property
    def size(self) -> int:
        """How many bytes they have."""
        return sum(self.lengths.values())

    @property
    def _ends(self) -> list[int]:
        ends = accumulate(self.lengths.values(), initial=self.start)
        return [*islice(ends, 1, None)]

    def _piece(self, index: int, ends: list[int]) -> bytes:
        return self.data[ends[index - 1] if index else self.start : ends[index]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What the last run of a target knew, and what has changed since.

    `lock` is the digest of the lock that is there now, `run` of the one that the run
    wrote. `values` are the JSON of each file of the document, which is `as_written`
    there or not, `prose` is what was said by key, `anew` what of it is said otherwise
    since; `found` are the findings before they had lines. `code` and `pages` are
    untold, of the files that have words.
    """

    lock: str
    run: str
    values: Mapping[str, bytes]
    as_written: bool
    prose: Mapping[str, Said]
    anew: Mapping[str, Said]
    found: tuple[Diagnostic, ...]
    package: str
    handed_over: tuple[str, ...]
    code: Packed
    pages: Packed


def of_run(
    lock: str,
    documents: Documents,
    prose: Prose,
    found: tuple[Diagnostic, ...],
    untold: Untold,
) -> Kept | None:
    """What there is to keep of a run; None where it could not be told anew.

    That is where a finding shows words, or a line that is not looked up again.
    """
    if any(each.span or is_marked(each.message + (each.hint or "")) for each in found):
        return None
    written = written_values(documents)
    if written is None:
        return None
    return Kept(
        lock=lock,
        run=lock,
        values=written,
        as_written=all(map(partial(_is_as_written, documents), written)),
        prose={
            key: Said(at=each.at, text=each.said, answers=each.answers)
            for key, each in prose.marks.items()
        },
        anew={},
        found=found,
        package=untold.package,
        handed_over=untold.handed_over,
        code=_packed(untold.code),
        pages=_packed(untold.pages),
    )


def written_values(documents: Documents) -> dict[str, bytes] | None:
    """The values of each file as JSON; None where YAML has what JSON has not.

    A document of JSON that is as it was written is that itself.
    """
    written: dict[str, bytes] = {}
    for file, value in documents.values.items():
        if _is_as_written(documents, file):
            written[file] = documents.sources[file].text.encode()
            continue
        try:
            written[file] = json.dumps(value).encode()
        except (TypeError, ValueError):
            return None
    return written


def _is_as_written(documents: Documents, file: str) -> bool:
    changed = documents.overlays or documents.origins or documents.overlaid
    return not changed and documents.sources[file].text.startswith("{")


def _packed(files: Mapping[str, str]) -> Packed:
    """The files that have words."""
    texts = {path: text.encode() for path, text in files.items() if has_calls(text)}
    lengths = {path: len(text) for path, text in texts.items()}
    return Packed(lengths, b"".join(texts.values()))


def save(cache: Cache, kept: Kept) -> None:
    """Leave what a run knew for the next one."""
    head = {
        "run": kept.run,
        "as_written": kept.as_written,
        "found": [*map(_written, kept.found)],
        "package": kept.package,
        "handed_over": kept.handed_over,
        "lengths": (kept.code.lengths, kept.pages.lengths),
    }
    cache.save_rest(_RUN, _printed(head, kept.prose, kept.code.whole, kept.pages.whole))
    save_now(cache, kept)


def save_now(cache: Cache, kept: Kept) -> None:
    """Leave what has changed since the run."""
    lengths = {file: len(text) for file, text in kept.values.items()}
    head = {"lock": kept.lock, "run": kept.run, "lengths": lengths}
    cache.save_rest(_NOW, _printed(head, kept.anew, *kept.values.values()))


def load(cache: Cache) -> Kept | None:
    """What the last run has left; None where it is not there, or not whole."""
    run, now = cache.rest(_RUN), cache.rest(_NOW)
    if run is None or now is None:
        return None
    about, prose, end = _read(run)
    head, anew, end_now = _read(now)
    if about["run"] != head["run"]:
        return None
    code = Packed(about["lengths"][0], run, end)
    pages = Packed(about["lengths"][1], run, end + code.size)
    return Kept(
        lock=head["lock"],
        run=head["run"],
        values=dict(Packed(head["lengths"], now, end_now).parts()),
        as_written=about["as_written"],
        prose=prose | anew,
        anew=anew,
        found=tuple(_finding(*each) for each in about["found"]),
        package=about["package"],
        handed_over=tuple(about["handed_over"]),
        code=code,
        pages=pages,
    )


def _printed(
    head: object, prose: Mapping[str, Said], *parts: bytes | memoryview
) -> bytes:
    """Two lines of JSON, and what has to be read with them."""
    lines = f"{json.dumps(head)}\n{json.dumps(prose)}\n"
    return b"".join((lines.encode(), *parts))


def _read(body: bytes) -> tuple[Any, dict[str, Said], int]:
    """What `_printed` was given, and where the parts begin."""
    first = body.index(b"\n")
    second = body.index(b"\n", first + 1)
    said: dict[str, list[Any]] = json.loads(body[first:second])
    prose = {key: Said._make(each) for key, each in said.items()}
    return json.loads(body[:first]), prose, second + 1


def _written(each: Diagnostic) -> tuple[object, ...]:
    mend: tuple[object, ...] | None = None
    match each.mend:
        case Respell(text=text, on_key=on_key):
            mend = ("respell", text, on_key)
        case Insert(key=key, item=item):
            mend = ("insert", key, item)
        case None:
            pass
    place = (each.at, each.on_key)
    return (each.code, each.severity, each.message, *place, each.hint, mend)


def _finding(
    code: str,
    severity: int,
    message: str,
    at: Pointer | None,
    on_key: bool,
    hint: str | None,
    mend: Any,
) -> Diagnostic:
    return Diagnostic(
        code=code,
        severity=Severity(severity),
        message=message,
        at=at,
        on_key=on_key,
        hint=hint,
        mend=None if mend is None else _MENDS[mend[0]](*mend[1:]),
    )


_MENDS: Mapping[str, Any] = {"respell": Respell, "insert": Insert}
