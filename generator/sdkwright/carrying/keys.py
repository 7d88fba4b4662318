"""A mapping of another tool's configuration: each key is taken, or told to be left."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from ..diagnostics import Diagnostic, Diagnostics, Severity
from ..pointer import Pointer, child
from ..records import dataclass
from ..spec.objects import Json
from ..spec.parse import parse
from ..spec.source import load

CODE = "not-carried-over"
# Why keys are left, by their name; and what to do about it.
Reasons: TypeAlias = Mapping[str, str | tuple[str, str]]
# An option of ours: its name, its value, and where that is said.
Option: TypeAlias = tuple[str, tuple[Json, Pointer]]
NO_PYTHON = "it is no SDK in Python"
_UNKNOWN = "sdkwright has no option for it"


def leave(
    found: Diagnostics,
    at: Pointer,
    why: str,
    hint: str | None = None,
    name: str | None = None,
) -> None:
    """Tell what is not carried over, why, and what to do about it.

    It is called as its key is, if not otherwise.
    """
    name = name or at.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
    found.add(
        Diagnostic(
            code=CODE,
            severity=Severity.INFO,
            message=f"'{name}' is not carried over: {why}",
            at=at,
            on_key=True,
            hint=hint,
        )
    )


def value_of(path: Path) -> Json:
    """What a file of YAML or JSON says; None where it cannot be read."""
    found = Diagnostics()
    source = load(path, "", path.as_posix(), found)
    return None if source is None else parse(source, found)


@dataclass(slots=True, kw_only=True)
class Keys:
    """A mapping that stands at `at`; what is read of it counts as carried over.

    `folder` is what paths in it start from, as the working folder sees it.
    """

    value: Mapping[str, Json]
    at: Pointer
    found: Diagnostics
    folder: Path
    _taken: set[str] = field(default_factory=set[str])
    _left: set[str] = field(default_factory=set[str])
    _parts: dict[tuple[str | int, ...], Keys] = field(
        default_factory=dict[tuple[str | int, ...], "Keys"]
    )

    def text(self, key: str) -> str | None:
        """Text that is not empty; anything else is left."""
        value = self.value.get(key)
        if not isinstance(value, str) or not value.strip():
            return None
        self._taken.add(key)
        return value.strip()

    def texts(self) -> Iterator[tuple[str, str, Pointer]]:
        """Every text below, by its key and with its place; anything else is left."""
        for key in self.value:
            if (text := self.text(key)) is not None:
                yield key, text, child(self.at, key)

    def options(self, pairs: Iterable[tuple[str, str]]) -> Iterator[Option]:
        """Texts that are options of ours: `pairs` are of a key and an option."""
        for key, option in pairs:
            if (text := self.text(key)) is not None:
                yield option, (text, child(self.at, key))

    def number(self, key: str) -> int | float | None:
        """A number; anything else is left."""
        value = self.value.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        self._taken.add(key)
        return value

    def path(self, key: str) -> str | None:
        """A path as the working folder sees it; a URL is left."""
        value = self.text(key)
        if value is None or "://" not in value:
            return None if value is None else self.below(value)
        self.leave(key, "nothing is fetched from the network", "save it as a file")
        return None

    def paths(self, key: str) -> Iterator[str]:
        """One path, or a list of them; a URL is left."""
        several = self.listed(key)
        yield from filter(None, map(several.path, several.value))
        several.rest()
        if not several.value and (path := self.path(key)) is not None:
            yield path

    def below(self, path: str) -> str:
        """A path that starts from this mapping's folder, as the working folder's."""
        return Path(os.path.normpath(self.folder / path)).as_posix()

    def take(self, *keys: str) -> None:
        """Count keys as carried over, whatever they say."""
        self._taken.update(keys)

    def raw(self, key: str) -> Json:
        """A value as it stands."""
        self._taken.add(key)
        return self.value.get(key)

    def mapping(self, key: str) -> Keys:
        """What stands below a key, empty where that is no mapping."""
        value = self.value.get(key)
        if isinstance(value, dict):
            self._taken.add(key)
        return self._inside(value, key)

    def mappings(self) -> Iterator[tuple[str, Keys]]:
        """Every mapping below, by its key."""
        for key, value in self.value.items():
            if isinstance(value, dict):
                yield key, self.mapping(key)

    def items(self, key: str) -> Iterator[Keys]:
        """Every mapping of a list; anything else in it is left."""
        several = self.listed(key)
        for _, each in several.mappings():
            yield each
        several.rest()

    def listed(self, key: str) -> Keys:
        """A list as a mapping by position, empty where there is none."""
        value = self.value.get(key)
        if not isinstance(value, list):
            return self._inside(None, key, "")
        self._taken.add(key)
        return self._inside({str(at): each for at, each in enumerate(value)}, key, "")

    def as_if(self, value: Mapping[str, Json]) -> Keys:
        """What stands here if it said something else."""
        return Keys(value=value, at=self.at, found=self.found, folder=self.folder)

    def _inside(self, value: Json, *steps: str | int) -> Keys:
        """The part there, which is one however often it is asked for."""
        if steps not in self._parts:
            self._parts[steps] = Keys(
                value=value if isinstance(value, dict) else {},
                at=child(self.at, *(each for each in steps if each != "")),
                found=self.found,
                folder=self.folder,
            )
        return self._parts[steps]

    def leave(self, key: str, why: str, hint: str | None = None) -> None:
        """Tell that a key is left, once."""
        self._taken.add(key)
        if key not in self._left:
            self._left.add(key)
            leave(self.found, child(self.at, key), why, hint)

    def rest(self, reasons: Reasons = MappingProxyType({})) -> None:
        """Tell every key that was not read: why, by its name, and what to do.

        But for those that are there and say nothing, as some generators write them.
        """
        for key, value in self.value.items():
            if key not in self._taken and value not in (None, "", {}):
                said = reasons.get(key, _UNKNOWN)
                self.leave(key, *((said,) if isinstance(said, str) else said))
