"""A type as a model writes it: Python's type, and how its values travel.

`annotate` says what a value is. In a model a few types need more: a union is
opened, bytes travel as base64, a duration as it was written. Such a part of a
type is replaced by a stand-in, a name whose text is the whole annotation of
that part, and the rest is left to `annotate`.
"""

from __future__ import annotations

from dataclasses import field

from ...ir.types import (
    Kind,
    List,
    Literal,
    Map,
    Named,
    Nullable,
    Scalar,
    Tuple,
    Type,
    Union,
    named_in,
    without_null,
)
from ...pointer import Pointer
from ...records import dataclass, replace
from ..names.table import NameTable
from ..text.annotations import Annotation, annotate, holds_models, usual_annotation
from ..text.imports import Import
from ..text.literals import literal

# How the runtime makes them travel. No class and no attribute has such a name.
_TRAVEL = {
    Kind.BYTES: ("IN_BASE64", "._core.in_base64"),
    Kind.FILE: ("AS_FILE", "._core.as_file"),
    Kind.DURATION: ("AS_WRITTEN", "._core.as_written"),
    Kind.DECIMAL: ("AS_WRITTEN", "._core.as_written"),
    Kind.EXACT: ("AS_NUMBER", "._core.as_number"),
}


def model_annotation(
    type_: Type,
    names: NameTable,
    shadowed: frozenset[str] = frozenset(),
    *,
    closed: bool = False,
) -> Annotation:
    """A type as an annotation inside `models/`; for the arguments see `annotate`.

    Literals stay open, as enums do, but those of a `closed` model: by them a union
    tells it from its other variants.
    """
    if (usual := usual_annotation(type_, shadowed)) is not None:
        return usual
    writer = _Writer(names, shadowed, closed=closed)
    return writer.finish(writer.write(writer.stand_in(type_)))


def extra_annotations(
    values: Type, names: NameTable, shadowed: frozenset[str] = frozenset()
) -> tuple[Annotation, Annotation]:
    """The properties that a model does not know, by name; misfits are `Unknown`.

    Once as they are read, and once as they look to whoever uses them.
    """
    reader = _Writer(names, shadowed)
    read = reader.write(Map(reader.open_up(values)))
    user = _Writer(names, shadowed)
    used = user.write(Map(user.or_unknown(values)))
    return reader.finish(read), user.finish(used)


@dataclass(slots=True)
class _Writer:
    """Collects the texts of stand-ins, and what all texts need."""

    names: NameTable
    shadowed: frozenset[str]
    closed: bool = False
    texts: dict[Pointer, str] = field(default_factory=dict[Pointer, str])
    imports: set[Import] = field(default_factory=set[Import])
    named: set[Pointer] = field(default_factory=set[Pointer])

    def stand_in(self, type_: Type) -> Type:
        """The type with a stand-in for every part that is written in its own way."""
        match type_:
            case Scalar(kind) if kind in _TRAVEL:
                return self._annotated(type_, *_TRAVEL[kind])
            case Literal(values) if not self.closed and values != (None,):
                return self._annotated(type_, "OPEN", "._core.enums")
            case List(items):
                return List(self.stand_in(items))
            case Map(values):
                return Map(self.stand_in(values))
            case Tuple(items):
                return Tuple(tuple(map(self.stand_in, items)))
            case Nullable(inner):
                return Nullable(self.stand_in(inner))
            case Union(variants):
                opens = holds_models(type_, self.names)
                each = self._variant if opens else self.stand_in
                union = replace(type_, variants=tuple(map(each, variants)))
                return self._open(union) if opens else union
            case _:
                return type_

    def _variant(self, type_: Type) -> Type:
        """A variant of a union that is open: what a literal is not is `Unknown`."""
        return type_ if isinstance(type_, Literal) else self.stand_in(type_)

    def open_up(self, type_: Type) -> Type:
        """A type with stand-ins, open whatever it is."""
        inner = without_null(type_)
        if isinstance(inner, Union) and holds_models(inner, self.names):
            return self.stand_in(type_)  # it is open by itself
        text = self.write(self.or_unknown(self.stand_in(type_)))
        return self._opened(text, "")

    def or_unknown(self, type_: Type) -> Type:
        """A type, or else `Unknown`."""
        self.imports.add(Import("._core.unions", "Unknown"))
        return Union((type_, self._named("Unknown")))

    def finish(self, text: str) -> Annotation:
        """A text with all that was collected for it."""
        return Annotation(
            text=text, imports=frozenset(self.imports), names=frozenset(self.named)
        )

    def write(self, type_: Type) -> str:
        """The text of a type, stand-ins and all."""
        names = self.names
        if self.texts:
            known = {
                at: self.texts.get(at) or self.names.declaration(at)
                for at in named_in(type_)
            }
            names = replace(names, declarations=known)
        written = annotate(type_, names, self.shadowed)
        self.imports |= written.imports
        self.named |= {at for at in written.names if at not in self.texts}
        return written.text

    def _annotated(self, type_: Type, how: str, home: str) -> Named:
        self.imports |= {Import("typing", "Annotated"), Import(home, how)}
        return self._named(f"Annotated[{self.write(type_)}, {how}]")

    def _open(self, union: Union) -> Type:
        text = self.write(union)
        if text == "Any":
            return union
        arguments = ""
        if union.tag is not None:
            tags = ", ".join(
                f"{literal(tag)}: {self.write(self.stand_in(variant))}"
                for tag, variant in union.tags
            )
            arguments = f"{literal(union.tag)}, {{{tags}}}"
        return self._opened(text, arguments)

    def _opened(self, text: str, arguments: str) -> Named:
        self.imports |= {
            Import("typing", "Annotated"),
            Import("._core.unions", "OpenUnion"),
        }
        return self._named(f"Annotated[{text}, OpenUnion({arguments})]")

    def _named(self, text: str) -> Named:
        at = Pointer(f"python:{text}")
        self.texts[at] = text
        return Named(at)
