"""A type as Python writes it: in an annotation, and as a value at run time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from ...ir.types import (
    Anything,
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
)
from ...pointer import Pointer
from ...records import dataclass
from ..names.table import NameTable
from .imports import Import
from .literals import literal

_SCALARS = {
    Kind.STRING: "str",
    Kind.INTEGER: "int",
    Kind.NUMBER: "float",
    Kind.BOOLEAN: "bool",
    Kind.NULL: "None",
    Kind.BYTES: "bytes",
    Kind.BINARY: "bytes",
    Kind.FILE: "_files.File",
    Kind.CONTENT: "_files.Bytes",
    Kind.DATE: "datetime.date",
    Kind.DATE_TIME: "datetime.datetime",
    Kind.TIME: "datetime.time",
    Kind.DURATION: "datetime.timedelta",
    Kind.UUID: "uuid.UUID",
    Kind.DECIMAL: "decimal.Decimal",
    Kind.EXACT: "decimal.Decimal",
}


# Under a name that no method, resource or model has.
FILES = Import("._core", "files as _files")
# Octets as base64: where a value is read into its type.
IN_BASE64 = Import("._core.in_base64", "IN_BASE64")


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """An annotation's text, what it imports, and the declarations it names."""

    text: str
    imports: frozenset[Import] = frozenset()
    names: frozenset[Pointer] = frozenset()


_USUAL = {
    kind: Annotation(text=_SCALARS[kind])
    for kind in (Kind.STRING, Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN)
}
_OR_NONE = {
    kind: Annotation(text=f"{each.text} | None") for kind, each in _USUAL.items()
}


@dataclass(slots=True)
class _Writer:
    """Collects what the text names while it is written."""

    names: NameTable
    shadowed: frozenset[str]
    prefix: str
    imports: set[Import] = field(default_factory=set[Import])
    named: set[Pointer] = field(default_factory=set[Pointer])

    def write(self, type_: Type) -> str:
        members = tuple(dict.fromkeys(self._members(type_)))
        if len(members) > 1 and "Any" in members:
            return "Any"
        several = tuple(each for each in members if each != "None")
        return " | ".join((*several, *(("None",) if "None" in members else ())))

    def _members(self, type_: Type) -> Iterator[str]:
        match type_:
            case Nullable(inner):
                yield from self._members(inner)
                yield "None"
            case Union(variants):
                for variant in variants:
                    yield from self._members(variant)
                if holds_models(type_, self.names):
                    self.imports.add(Import("._core.unions", "Unknown"))
                    yield "Unknown"
            case _:
                yield self._one(type_)

    def _one(self, type_: Type) -> str:
        match type_:
            case Scalar(kind):
                return self._scalar(_SCALARS[kind])
            case Anything():
                self.imports.add(Import("typing", "Any"))
                return "Any"
            case Literal(values):
                self.imports.add(Import("typing", "Literal"))
                return f"Literal[{', '.join(literal(value) for value in values)}]"
            case List(items):
                return f"{self._builtin('list')}[{self.write(items)}]"
            case Map(values):
                text = self._builtin("str")
                return f"{self._builtin('dict')}[{text}, {self.write(values)}]"
            case Tuple(items):
                inner = ", ".join(self.write(item) for item in items) or "()"
                return f"{self._builtin('tuple')}[{inner}]"
            case Named(pointer):
                self.named.add(pointer)
                return self.prefix + self.names.declaration(pointer)
            case Nullable() | Union():
                return self.write(type_)

    def _scalar(self, text: str) -> str:
        module, dot, name = text.rpartition(".")
        if module == "_files":
            self.imports.add(FILES)
            return text
        if dot and module in self.shadowed:
            self.imports.add(Import(module, alias=f"{module}_"))
            return f"{module}_.{name}"
        if dot:
            self.imports.add(Import(module))
            return text
        return text if text == "None" else self._builtin(text)

    def _builtin(self, name: str) -> str:
        if name not in self.shadowed:
            return name
        self.imports.add(Import("builtins"))
        return f"builtins.{name}"


# Those of a dict that is sent as it is; bytes are base64 there.
_AS_TEXT = (
    Kind.BYTES,
    Kind.DATE,
    Kind.DATE_TIME,
    Kind.TIME,
    Kind.DURATION,
    Kind.UUID,
    Kind.DECIMAL,
)


@dataclass(slots=True)
class _Accepting(_Writer):
    """Writes what can be given for a type: models and enums, and their twins."""

    plain: bool = False

    def _members(self, type_: Type) -> Iterator[str]:
        match type_:
            case Scalar(Kind.BYTES) if self.plain:
                yield "str"
            case Scalar(Kind.EXACT) if self.plain:
                yield self._one(type_)
                yield "float"
            case Scalar(kind) if self.plain and kind in _AS_TEXT:
                yield self._one(type_)
                yield "str"
            case Named(pointer, or_text):
                yield self._one(type_)
                if pointer in self.names.spelled:
                    self.imports.add(Import("typing", "Literal"))
                    yield self.names.spelled[pointer]
                elif pointer in self.names.twins:
                    twin = self.names.twins[pointer]
                    self.imports.add(Import(".params", twin))
                    yield twin
                if or_text:
                    yield self._builtin("str")
            case _:
                yield from _Writer._members(self, type_)

    def _one(self, type_: Type) -> str:
        match type_:
            case List(items) if self._has_twin(items):
                self.imports.add(Import("collections.abc", "Sequence"))
                return f"Sequence[{self.write(items)}]"
            case Map(values) if self._has_twin(values):
                self.imports.add(Import("collections.abc", "Mapping"))
                return f"Mapping[{self._builtin('str')}, {self.write(values)}]"
            case _:
                return _Writer._one(self, type_)

    def _has_twin(self, type_: Type) -> bool:
        return any(each in self.names.twins for each in named_in(type_))


@dataclass(slots=True)
class _AtRunTime(_Writer):
    """Writes a type as a value, by which something is read."""

    def _one(self, type_: Type) -> str:
        if type_ in (Scalar(Kind.FILE), Scalar(Kind.CONTENT)):
            return _Writer._one(self, Anything())  # whatever gives bytes
        if type_ == Scalar(Kind.BYTES):
            self.imports |= {Import("typing", "Annotated"), IN_BASE64}
            return f"Annotated[{_Writer._one(self, type_)}, {IN_BASE64.name}]"
        return _Writer._one(self, type_)


def accepted(
    type_: Type,
    names: NameTable,
    shadowed: frozenset[str] = frozenset(),
    *,
    plain: bool = False,
) -> Annotation:
    """What can be given for a type in a call, as an annotation.

    Inside of a `plain` dict also the text of what has a type of its own in Python.
    """
    writer = _Accepting(names, shadowed, prefix="", plain=plain)
    text = writer.write(type_)
    return Annotation(
        text=text, imports=frozenset(writer.imports), names=frozenset(writer.named)
    )


def annotate(
    type_: Type, names: NameTable, shadowed: frozenset[str] = frozenset()
) -> Annotation:
    """A type as an annotation.

    `shadowed` are the builtins' names that mean something else where the
    annotation stands: they are written `builtins.list`.
    """
    if (usual := usual_annotation(type_, shadowed)) is not None:
        return usual
    inner, end = (type_.type, " | None") if isinstance(type_, Nullable) else (type_, "")
    if isinstance(inner, Named):
        text = names.declaration(inner.pointer) + end
        return Annotation(text=text, names=frozenset((inner.pointer,)))
    writer = _Writer(names, shadowed, prefix="")
    text = writer.write(type_)
    return Annotation(
        text=text, imports=frozenset(writer.imports), names=frozenset(writer.named)
    )


def usual_annotation(type_: Type, shadowed: frozenset[str]) -> Annotation | None:
    """What most fields have: text, a number, true or false, or perhaps null."""
    inner, table = type_, _USUAL
    if isinstance(type_, Nullable):
        inner, table = type_.type, _OR_NONE
    if not isinstance(inner, Scalar):
        return None
    usual = table.get(inner.kind)
    return None if usual is None or _SCALARS[inner.kind] in shadowed else usual


def expression(type_: Type, names: NameTable, prefix: str = "models.") -> Annotation:
    """A type as a value at run time; declarations stand behind `prefix`."""
    writer = _AtRunTime(names, frozenset(), prefix)
    text = writer.write(type_)
    return Annotation(
        text=text, imports=frozenset(writer.imports), names=frozenset(writer.named)
    )


def holds_models(union: Union, names: NameTable) -> bool:
    """Whether a variant is an object of the API's own, so that new ones may come."""
    return union.open and any(
        isinstance(variant, Named) and names.is_model(variant.pointer)
        for variant in union.variants
    )
