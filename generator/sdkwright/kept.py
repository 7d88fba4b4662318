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
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from .cache import Cache
from .diagnostics import Diagnostic, Insert, Respell, Severity
from .pointer import Pointer
from .prose import Answers, Prose, has_calls, is_marked
from .records import dataclass
from .rendering import Untold

if TYPE_CHECKING:
    from .spec.references import Documents

# What of it changes with words, and what does not.
_KNOWN, _UNTOLD = ".known", ".untold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A text of the document: its place, its words, and what was asked about them."""

    at: Pointer
    text: str
    answers: Answers


@dataclass(frozen=True, slots=True)
class Packed:
    """Texts by path, as UTF-8 in one piece; `lengths` are theirs, in their order."""

    lengths: Mapping[str, int]
    data: bytes

    def text(self, path: str) -> str:
        """One of them."""
        return self._text([*self.lengths].index(path), self._ends)

    def with_any(self, parts: Iterable[str]) -> dict[str, str]:
        """The texts in which one of the parts stands."""
        ends, paths = self._ends, [*self.lengths]
        found: set[int] = set()
        for part in map(str.encode, parts):
            at = self.data.find(part)
            while at >= 0:
                index = bisect_right(ends, at)
                found.add(index)
                at = self.data.find(part, ends[index])
        return {paths[index]: self._text(index, ends) for index in sorted(found)}

    def parts(self) -> Iterator[tuple[str, bytes]]:
        """Each of them as it is kept."""
        at = 0
        for path, length in self.lengths.items():
            yield path, self.data[at : at + length]
            at += length

    @property
    def _ends(self) -> list[int]:
        return [*accumulate(self.lengths.values())]

    def _text(self, index: int, ends: list[int]) -> str:
        start = ends[index - 1] if index else 0
        return self.data[start : ends[index]].decode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What the last run of a target knew.

    `lock` is the digest of the lock that it wrote, `values` the JSON of each file of
    the document, which is `as_written` there or not, `prose` what was said by key,
    `found` the findings before they had lines. `code` and `pages` are untold, of the
    files that have words, as they came out of the `run` that wrote the lock of this
    digest.
    """

    lock: str
    run: str
    values: Mapping[str, bytes]
    as_written: bool
    prose: Mapping[str, Said]
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
    """Leave it for the next run."""
    head = {"run": kept.run, "lengths": [kept.code.lengths, kept.pages.lengths]}
    cache.save_rest(_UNTOLD, _printed(head, kept.code.data, kept.pages.data))
    save_known(cache, kept)


def save_known(cache: Cache, kept: Kept) -> None:
    """Leave all but the files, which are as they were."""
    head = {
        "lock": kept.lock,
        "run": kept.run,
        "as_written": kept.as_written,
        "found": [*map(_written, kept.found)],
        "package": kept.package,
        "handed_over": kept.handed_over,
        "lengths": {file: len(text) for file, text in kept.values.items()},
    }
    prose = {
        key: (each.at, each.text, each.answers) for key, each in kept.prose.items()
    }
    said = json.dumps(prose).encode() + b"\n"
    cache.save_rest(_KNOWN, _printed(head, said, *kept.values.values()))


def _printed(head: object, *parts: bytes) -> bytes:
    """A line of JSON, and what has to be read with it."""
    return b"".join((json.dumps(head).encode(), b"\n", *parts))


def load(cache: Cache) -> Kept | None:
    """What the last run has left; None where it is not there, or not whole."""
    known, untold = cache.rest(_KNOWN), cache.rest(_UNTOLD)
    if known is None or untold is None:
        return None
    first, second, values = known.split(b"\n", 2)
    head = json.loads(first)
    first, _, files = untold.partition(b"\n")
    about = json.loads(first)
    if about["run"] != head["run"]:
        return None
    code, pages = about["lengths"]
    after = sum(code.values())
    return Kept(
        lock=head["lock"],
        run=head["run"],
        values=dict(Packed(head["lengths"], values).parts()),
        as_written=head["as_written"],
        prose={
            key: Said(at=at, text=text, answers=answers)
            for key, (at, text, answers) in json.loads(second).items()
        },
        found=tuple(_finding(*each) for each in head["found"]),
        package=head["package"],
        handed_over=tuple(head["handed_over"]),
        code=Packed(code, files[:after]),
        pages=Packed(pages, files[after:]),
    )


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
