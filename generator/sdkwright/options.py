"""One section of a configuration: each method reads an option of one kind.

A method gives None where the option is not there, and where it is wrong, after
saying so. A null is as good as an option that is not there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from .diagnostics import Diagnostics
from .pointer import Pointer, child
from .records import dataclass

if TYPE_CHECKING:
    from .spec.objects import Json

Choice = TypeVar("Choice", bound=str)

# The name of a distribution (PyPA specifications, "Names and normalization").
DISTRIBUTION = "[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?"
# The version of a distribution (PyPA specifications, "Version specifiers", appendix).
VERSION = (
    r"v?([0-9]+!)?[0-9]+(\.[0-9]+)*"
    r"([-_.]?(alpha|a|beta|b|preview|pre|c|rc)([-_.]?[0-9]+)?)?"
    r"(-[0-9]+|[-_.]?(post|rev|r)([-_.]?[0-9]+)?)?([-_.]?dev([-_.]?[0-9]+)?)?"
    r"(\+[a-z0-9]+([-_.][a-z0-9]+)*)?"
)
# The name of a header (RFC 9110, section 5.6.2, `token`).
HEADER = "[A-Za-z0-9_!#$%&'*+.^`|~-]+"
# A name in Python, keywords apart.
NAME = "[A-Za-z_][A-Za-z0-9_]*"
LONGEST = 10**9
# Modules that the SDK itself needs: its package cannot have the same name.
_TAKEN = frozenset(
    {"httpx", "httpx2", "pydantic", "tests", "typing", "typing_extensions"}
)
# Names that Windows keeps for devices, whatever their ending (Win32, "Naming Files").
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A mapping of options that stands at `at`; its paths start from `folder`."""

    value: Mapping[str, Json]
    at: Pointer
    folder: Path
    found: Diagnostics

    def text(
        self, key: str, *, needed: bool = False, blank: bool = False
    ) -> str | None:
        """Text that is not empty; it may be `blank`."""
        value = self.value.get(key)
        if isinstance(value, str) and (value if blank else value.strip()):
            return value
        if value is None and needed:
            self.found.error("missing-option", f"there is no '{key}'", self.at)
        elif value is not None:
            quotes = isinstance(value, (bool, int, float))
            self.wrong(key, "text", hint="put it in quotes" if quotes else None)
        return None

    def path(self, key: str, *, needed: bool = False) -> Path | None:
        """A path, relative to the configuration's folder."""
        text = self.text(key, needed=needed)
        return None if text is None else self.folder / text

    def paths(self, key: str) -> tuple[Path, ...]:
        """Several paths, or just one."""
        value = self.value.get(key)
        if not isinstance(value, list):
            one = self.path(key)
            return () if one is None else (one,)
        several: list[Path] = []
        for index, each in enumerate(value):
            if isinstance(each, str) and each.strip():
                several.append(self.folder / each)
            else:
                self.found.error(
                    "wrong-option",
                    f"'{key}' must be paths, not {kind(each)}",
                    child(self.at, key, index),
                )
        return tuple(several)

    def words(self, key: str) -> tuple[str, ...] | None:
        """Several texts, or just one."""
        value = self.value.get(key)
        several = value if isinstance(value, list) else [value]
        words = tuple(each for each in several if isinstance(each, str) and each)
        if value is not None and len(words) < len(several):
            self.wrong(key, "names")
        return None if value is None else words

    def directory(self, key: str) -> Path | None:
        """The path of a folder that is there."""
        path = self.path(key)
        if path is not None and not path.is_dir():
            self.wrong(key, "a folder that exists")
            return None
        return path

    def choice(self, key: str, allowed: tuple[Choice, ...]) -> Choice | None:
        """One of a few words."""
        value = self.value.get(key)
        for each in allowed:
            if value == each:
                return each
        if value is not None:
            spelled = " or ".join(f"'{each}'" for each in allowed)
            self.wrong(key, spelled, hint=suggestion(str(value), allowed))
        return None

    def flag(self, key: str) -> bool:
        """True or false; false where it is not there."""
        value = self.value.get(key)
        if value is not None and not isinstance(value, bool):
            self.wrong(key, "true or false")
        return value is True

    def count(self, key: str, *, otherwise: int) -> int:
        """A whole number, 0 or more."""
        value = self.value.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        if value is not None:
            self.wrong(key, "a whole number, 0 or more")
        return otherwise

    def seconds(self, key: str, *, otherwise: float) -> float | None:
        """Seconds, more than 0; None for no limit, which is written `none` or null.

        TOML has no null, and a 0 would mean that every call fails.
        """
        value = self.value.get(key, otherwise)
        match value:
            case None | "none":
                return None
            case bool():
                pass
            case int() | float() if 0 < value <= LONGEST:
                return float(value)
            case _:
                pass
        self.wrong(key, "a number of seconds above 0, or 'none' for no limit")
        return otherwise

    def identifier(self, key: str) -> str | None:
        """A name that Python takes."""
        text = self.text(key)
        if text is not None and not is_name(text):
            self.wrong(key, "a name in Python: letters, digits and _")
            return None
        return text

    def module(self, key: str) -> str | None:
        """The name of an importable package."""
        text = self.identifier(key)
        if text is not None and not is_package(text):
            self.wrong(key, "a name that no other module has")
            return None
        return text

    def distribution(self, key: str) -> str | None:
        """The name of a distribution on a package index."""
        text = self.text(key)
        if text is not None and not re.fullmatch(DISTRIBUTION, text):
            self.wrong(key, "letters, digits, and . _ - between them")
            return None
        return text

    def version(self, key: str) -> str | None:
        """The version of a distribution."""
        text = self.text(key)
        if text is not None and not re.fullmatch(VERSION, text):
            self.wrong(key, "a version as Python's tools take it, such as 1.2.0")
            return None
        return text

    def header(self, key: str) -> str | None:
        """The name of a header."""
        text = self.text(key)
        if text is not None and not re.fullmatch(HEADER, text):
            self.wrong(key, "the name of a header")
            return None
        return text

    def names(self, key: str) -> dict[str, str]:
        """Names in Python by the pointer of what is to be called so."""
        return self.inner(key, "a mapping of JSON Pointers to names").identifiers(
            lambda each: "#/" in each,
            "is no JSON Pointer",
            "one looks like '#/paths/~1pets~1{id}/get'",
        )

    def identifiers(
        self, fits: Callable[[str], bool], why: str, hint: str
    ) -> dict[str, str]:
        """Names in Python by keys that fit; of one that does not it is told why."""
        names: dict[str, str] = {}
        for key in self.value:
            if not fits(key):
                said, at = f"'{key}' {why}", child(self.at, key)
                self.found.error("wrong-option", said, at, on_key=True, hint=hint)
            elif name := self.identifier(key):
                names[key] = name
        return names

    def rules(self, key: str) -> Mapping[str, Json]:
        """What is set for each operation, by its id or pointer: false, or a mapping."""
        return self.inner(key, "a mapping of operations to how they page").value

    def inner(self, key: str, wanted: str) -> Section:
        """A mapping inside of this one, empty where there is none that is right."""
        value = self.value.get(key)
        if value is not None and not isinstance(value, dict):
            self.wrong(key, wanted)
        return Section(
            value=value if isinstance(value, dict) else {},
            at=child(self.at, key),
            folder=self.folder,
            found=self.found,
        )

    def wrong(self, key: str, wanted: str, *, hint: str | None = None) -> None:
        """Say what an option must be, and what it is."""
        self.found.error(
            "wrong-option",
            f"'{key}' must be {wanted}, not {kind(self.value.get(key))}",
            child(self.at, key),
            hint=hint,
        )


def is_name(text: str) -> bool:
    """Whether Python takes it as a name of ours; a keyword it does not."""
    return text.isascii() and text.isidentifier() and not iskeyword(text)


def is_package(text: str) -> bool:
    """Whether the package of an SDK can be called so."""
    return is_name(text) and text not in _TAKEN and not is_device(text)


def is_device(name: str) -> bool:
    """Whether Windows cannot have a file or a folder of this name."""
    return name.partition(".")[0].lower() in _DEVICES


def suggestion(text: str, known: Iterable[str]) -> str | None:
    """A question after the one that was probably meant."""
    from difflib import get_close_matches

    close = get_close_matches(text, list(known), n=1)
    return f"did you mean '{close[0]}'?" if close else None


def kind(value: Json) -> str:
    """A value in the words of a message."""
    match value:
        case None:
            return "nothing"
        case bool():
            return str(value).lower()
        case str():
            return f"'{value}'"
        case int() | float():
            return str(value)
        case list():
            return "a list"
        case dict():
            return "a mapping"
        case _:  # TOML has dates and times besides what JSON has
            return str(value)
