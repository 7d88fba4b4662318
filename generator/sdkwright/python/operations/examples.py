"""A value that fits a type, as Python code and as the JSON that it stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from ...ir import nodes
from ...ir.declarations import Alias, Enum, Model
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
)
from ...pointer import Pointer
from ...records import dataclass
from ...spec.objects import Json
from ..names.table import NameTable
from ..text.imports import Import
from ..text.layout import Group, prefixed
from ..text.literals import literal

# Written where a document gives no example; the Python beside the JSON.
_SCALARS: Mapping[Kind, tuple[str, Json, str | None]] = {
    Kind.INTEGER: ("1", 1, None),
    Kind.NUMBER: ("1.0", 1.0, None),
    Kind.BOOLEAN: ("True", True, None),
    Kind.NULL: ("None", None, None),
    Kind.BYTES: ('b"data"', "ZGF0YQ==", None),
    Kind.BINARY: ('b"data"', "data", None),
    Kind.FILE: ('b"data"', "data", None),
    Kind.CONTENT: ('b"data"', "data", None),
    Kind.DATE: ("datetime.date(2030, 1, 2)", "2030-01-02", "datetime"),
    Kind.DATE_TIME: (
        "datetime.datetime(2030, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)",
        "2030-01-02T03:04:05Z",
        "datetime",
    ),
    Kind.TIME: ("datetime.time(12, 30)", "12:30:00", "datetime"),
    Kind.DURATION: ("datetime.timedelta(hours=1)", "PT1H", "datetime"),
    Kind.UUID: (
        'uuid.UUID("6f2e0c3a-6c1f-4c3e-9d55-0a8f4b1c2d3e")',
        "6f2e0c3a-6c1f-4c3e-9d55-0a8f4b1c2d3e",
        "uuid",
    ),
    Kind.DECIMAL: ('decimal.Decimal("1.5")', "1.5", "decimal"),
}
_DEEPEST = 6

V = TypeVar("V")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An expression, the JSON it stands for, and what the expression needs.

    `names` are imported from the package, `imports` from elsewhere.
    """

    code: str | Group
    value: Json
    names: frozenset[str] = frozenset()
    imports: frozenset[Import] = frozenset()


def example(
    type_: Type, api: nodes.Api, names: NameTable, hint: str = "value"
) -> Example:
    """The smallest value of a type: required fields, one item, the first variant.

    Text is the `hint`, what the value is called where it stands. A type that
    can only be endless is cut off by `{}`.
    """
    return _Maker(api, names).make(type_, hint, ())


@dataclass(frozen=True, slots=True)
class _Maker:
    api: nodes.Api
    names: NameTable

    def make(self, type_: Type, hint: str, inside: tuple[Pointer, ...]) -> Example:
        match type_:
            case Nullable(inner):
                if _leads_back(inner, inside):
                    return Example(code="None", value=None)
                return self.make(inner, hint, inside)
            case Scalar(Kind.STRING):
                return Example(code=literal(hint), value=hint)
            case Scalar(kind):
                code, value, module = _SCALARS[kind]
                imports = frozenset({Import(module)}) if module else frozenset[Import]()
                return Example(code=code, value=value, imports=imports)
            case Anything():
                return Example(code=literal(hint), value=hint)
            case Literal(values):
                value = _telling(values)
                return Example(code=literal(value), value=value)
            case List(items) if _leads_back(items, inside):
                return Example(code="[]", value=[])
            case List(items):
                return self._several("[", "]", (self.make(items, hint, inside),))
            case Tuple(items):
                each = tuple(self.make(item, hint, inside) for item in items)
                return self._several("(", ",)" if len(each) == 1 else ")", each)
            case Map(values) if _leads_back(values, inside):
                return Example(code="{}", value={})
            case Map(values):
                made = self.make(values, hint, inside)
                return Example(
                    code=Group("{", (prefixed('"key": ', made.code),), "}"),
                    value={"key": made.value},
                    names=made.names,
                    imports=made.imports,
                )
            case Union(variants):
                return self.make(variants[0], hint, inside)
            case Named(pointer):
                return self._named(pointer, hint, inside)

    def _several(self, start: str, end: str, made: tuple[Example, ...]) -> Example:
        return Example(
            code=Group(start, tuple(each.code for each in made), end),
            value=[each.value for each in made],
            names=frozenset[str]().union(*(each.names for each in made)),
            imports=frozenset[Import]().union(*(each.imports for each in made)),
        )

    def _named(
        self, pointer: Pointer, hint: str, inside: tuple[Pointer, ...]
    ) -> Example:
        declaration = self.api.declarations[pointer]
        name = self.names.declaration(pointer)
        match declaration:
            case Alias(type=type_):
                if pointer in inside:
                    return Example(code="None", value=None)
                return self.make(type_, hint, (*inside, pointer))
            case Enum(members=members):
                value = _telling([each.value for each in members])
                member = self.names.member(pointer, value)
                return Example(
                    code=f"{name}.{member}", value=value, names=frozenset({name})
                )
            case Model():
                return self._model(declaration, name, (*inside, pointer))

    def _model(self, model: Model, name: str, inside: tuple[Pointer, ...]) -> Example:
        if inside.count(model.pointer) > 1 or len(inside) > _DEEPEST:
            return Example(code=f"{name}()", value={}, names=frozenset({name}))
        made = [
            (field, self.make(field.type, field.name, inside))
            for field in model.fields
            if field.required
        ]
        items = tuple(
            prefixed(f"{self.names.field(field.pointer)}=", each.code)
            for field, each in made
        )
        return Example(
            code=Group(f"{name}(", items, ")"),
            value={field.name: each.value for field, each in made},
            names=frozenset({name}).union(*(each.names for _, each in made)),
            imports=frozenset[Import]().union(*(each.imports for _, each in made)),
        )


def _telling(values: Sequence[V]) -> V:
    """The first value; an empty text, which no path can hold, only if it is alone."""
    return next((value for value in values if value != ""), values[0])


def _leads_back(type_: Type, inside: tuple[Pointer, ...]) -> bool:
    """Whether a value would hold another of a kind that it stands in."""
    return isinstance(type_, Named) and type_.pointer in inside
