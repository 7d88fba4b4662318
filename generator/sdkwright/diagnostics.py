"""Problems as values: a stage adds to `Diagnostics` and goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from enum import IntEnum
from typing import TypeAlias

from .pointer import Pointer
from .records import dataclass


class Severity(IntEnum):
    """How bad a finding is; a higher number is worse."""

    INFO = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A run of characters on one line of a file; line and columns count from 1."""

    file: str
    line: int
    column: int
    end_column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Respell:
    """A mend: the key or the value at the place of the finding is to be this text."""

    text: str
    on_key: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Insert:
    """A mend: the list at a key of the mapping at the place lacks an item, as JSON."""

    key: str
    item: str


Mend: TypeAlias = Respell | Insert


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding: its code, what is wrong, where, and how to mend it.

    `at` is the place in the document. `on_key` says that the caret belongs
    under the key and not under its value. `span` is set where there is no
    pointer (text that does not parse) and, later, by whoever looks places up. `mend`
    writes into the document what was taken to be meant, so that the SDK stays the same.
    """

    code: str
    severity: Severity
    message: str
    at: Pointer | None = None
    on_key: bool = False
    hint: str | None = None
    span: Span | None = None
    mend: Mend | None = None


@dataclass(slots=True)
class Diagnostics:
    """What the stages found, in the order found; the same finding counts once."""

    _found: dict[Diagnostic, None] = field(default_factory=dict[Diagnostic, None])

    def add(self, diagnostic: Diagnostic) -> None:
        self._found.setdefault(diagnostic)

    def error(
        self,
        code: str,
        message: str,
        at: Pointer | None = None,
        *,
        on_key: bool = False,
        hint: str | None = None,
        span: Span | None = None,
    ) -> None:
        """Add what leaves the document without a sensible meaning."""
        self.add(
            Diagnostic(
                code=code,
                severity=Severity.ERROR,
                message=message,
                at=at,
                on_key=on_key,
                hint=hint,
                span=span,
            )
        )

    def warning(
        self,
        code: str,
        message: str,
        at: Pointer | None = None,
        *,
        on_key: bool = False,
        hint: str | None = None,
        span: Span | None = None,
        mend: Mend | None = None,
    ) -> None:
        """Add what is unusual but usable, or what the SDK cannot express."""
        self.add(
            Diagnostic(
                code=code,
                severity=Severity.WARNING,
                message=message,
                at=at,
                on_key=on_key,
                hint=hint,
                span=span,
                mend=mend,
            )
        )

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    @property
    def has_errors(self) -> bool:
        return any(found.severity is Severity.ERROR for found in self._found)


def without_ignored(
    found: Iterable[Diagnostic], ignore: Mapping[str, tuple[str, ...]]
) -> tuple[Diagnostic, ...]:
    """The findings, less those whose code is ignored at their place or above it.

    `ignore` has the pointers by code; no pointers mean everywhere. An error stays.
    """
    return tuple(each for each in found if not _is_ignored(each, ignore))


def _is_ignored(each: Diagnostic, ignore: Mapping[str, tuple[str, ...]]) -> bool:
    if each.severity is Severity.ERROR or each.code not in ignore:
        return False
    places, at = ignore[each.code], each.at or ""
    return not places or any(f"{at}/".startswith(f"{place}/") for place in places)
