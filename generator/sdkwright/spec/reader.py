"""Reading values out of mappings: each fact asked for by name and type.

A `Reader` stands in one object of the document. Asking it for a key of the wrong
type says so at the key's place and gives nothing, so that reading goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..diagnostics import Diagnostics
from ..pointer import Pointer, child
from ..records import dataclass
from .objects import Json
from .references import Documents
from .scalars import kind


@dataclass(frozen=True, slots=True)
class Reader:
    """One object of the document, at its place.

    `beside` are the keys of which a reference has the say that led here.
    """

    documents: Documents
    at: Pointer
    values: Mapping[str, Json]
    beside: frozenset[str] = frozenset()

    @property
    def found(self) -> Diagnostics:
        return self.documents.found

    def text(self, key: str) -> str | None:
        """A text; numbers and truth values count as what they are written as."""
        value = self.values.get(key)
        if isinstance(value, dict):
            value, _ = self._value(key)
        if value is None or isinstance(value, str):
            return value
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int | float):
            return str(value)
        self._wrong(key, "text", value)
        return None

    def prose(self, key: str) -> str | None:
        """A text in words, without space after it, or what stands for that.

        It is a mark where the document's prose is marked.
        """
        text, prose = self.text(key), self.documents.prose
        if text is None:
            return None
        # What stands beside a reference has another place than all else of its object.
        if prose is None or key in self.beside or text is not self.values.get(key):
            return text.rstrip()
        return prose.mark(child(self.at, key), text)

    def flag(self, key: str) -> bool:
        """True or false; a missing key is false."""
        value = self.values.get(key)
        if value is None or isinstance(value, bool):
            return bool(value)
        if isinstance(value, str) and value.lower() in ("true", "false", "yes", "no"):
            return value.lower() in ("true", "yes")
        self._wrong(key, "true or false", value)
        return False

    def optional_flag(self, key: str) -> bool | None:
        """True, false, or None where the key is missing."""
        return self.flag(key) if key in self.values else None

    def child(self, key: str | int, value: Mapping[str, Json]) -> Reader:
        return Reader(self.documents, child(self.at, key), value)

    def mapping(self, key: str) -> Reader | None:
        """The object at a key."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, dict):
            return self.child(key, value)
        self._wrong(key, "a mapping", value)
        return None

    def items(self) -> Iterator[tuple[str, Reader]]:
        """The objects at all keys, extensions left out."""
        for key, value in self.values.items():
            if key.startswith("x-"):
                continue
            if isinstance(value, dict):
                yield key, self.child(key, value)
            elif value is not None:
                self._wrong(key, "a mapping", value)

    def named(self) -> Iterator[tuple[str, Reader]]:
        """The objects of a map whose keys are names: `x-token` may be one as well."""
        for key, value in self.values.items():
            if isinstance(value, dict):
                yield key, self.child(key, value)
            elif value is not None and not key.startswith("x-"):
                self._wrong(key, "a mapping", value)

    def listed(self, key: str) -> Iterator[Reader]:
        """The objects in the list at a key."""
        if self.values.get(key) is None:
            return
        value, place = self._value(key)
        if value is None:
            return
        if not isinstance(value, list):
            self._wrong(key, "a list", value)
            return
        for index, each in enumerate(value):
            at = child(place, index)
            if isinstance(each, dict):
                yield Reader(self.documents, at, each)
            else:
                self._wrong_type(f"this entry of '{key}'", "a mapping", each, at)

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts in the list at a key; a single text counts as a list of one."""
        value, at = self._value(key)
        if value is None:
            return ()
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list):
            self._wrong(key, "a list", value)
            return ()
        kept: list[str] = []
        for index, each in enumerate(value):
            if isinstance(each, str | int | float):
                kept.append(str(each))
            elif each is not None:
                self._left_out(f"this entry of '{key}'", "text", each, child(at, index))
        return tuple(kept)

    def texts_by_name(self) -> dict[str, str]:
        """The texts at all keys, numbers as they are written, extensions left out."""
        several = {key: self.text(key) for key in self.values if key[:2] != "x-"}
        return {key: text for key, text in several.items() if text is not None}

    def left_out(self, key: str, wanted: str, hint: str | None = None) -> None:
        """Say that a value is of a kind that says nothing at its place."""
        at = child(self.at, key)
        self._left_out(f"'{key}'", wanted, self.values[key], at, hint)

    def extensions(self) -> dict[str, Json]:
        """What begins with `x-`."""
        return {key: value for key, value in self.values.items() if key[:2] == "x-"}

    def resolved(self) -> Reader | None:
        """The object that this one refers to, itself where it is no reference.

        `summary` and `description` beside `$ref` win (3.1, Reference Object).
        None where the reference leads nowhere or round in a circle.
        """
        reader, seen = self, {self.at}
        beside: dict[str, Json] = {}
        while "$ref" in reader.values:
            for key in ("summary", "description"):
                if key in reader.values:
                    beside.setdefault(key, reader.values[key])
            at = self.documents.follow(reader.at, reader.values["$ref"])
            if at is None:
                return None
            value = self.documents.value(at)
            if at in seen or not isinstance(value, dict):
                why = "leads round in a circle" if at in seen else "is no mapping"
                self.documents.report(
                    "unusable-reference", f"what this refers to {why}", reader.at
                )
                return None
            seen.add(at)
            reader = Reader(self.documents, at, value)
        if beside:
            values = {**reader.values, **beside}
            return Reader(self.documents, reader.at, values, frozenset(beside))
        return reader

    def _value(self, key: str) -> tuple[Json, Pointer]:
        """What is at a key, and its place.

        Documents of many files refer to lists and texts, too, which the
        specification has no Reference Object for; what is meant is plain.
        """
        value, at = self.values.get(key), child(self.at, key)
        if not isinstance(value, dict) or "$ref" not in value:
            return value, at
        target = self.documents.follow(at, value["$ref"])
        return (None, at) if target is None else (self.documents.value(target), target)

    def _left_out(
        self, what: str, wanted: str, value: Json, at: Pointer, hint: str | None = None
    ) -> None:
        self.found.warning(
            "unusable-value",
            f"{what} is to be {wanted}, not {kind(value)}, and is left out",
            at,
            hint=hint,
        )

    def _wrong(self, key: str, wanted: str, value: Json) -> None:
        self._wrong_type(f"'{key}'", wanted, value, child(self.at, key))

    def _wrong_type(self, what: str, wanted: str, value: Json, at: Pointer) -> None:
        self.documents.report(
            "wrong-type", f"{what} must be {wanted}, not {kind(value)}", at
        )
