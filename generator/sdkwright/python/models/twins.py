"""What is sent as plain dicts and values, as type checkers know it.

For each model a `TypedDict`, whose keys are the API's own names; for each enum the
values that it has.
"""

from __future__ import annotations

import keyword
from collections.abc import Iterator

from ...ir import nodes
from ...ir.declarations import Alias, Declaration, Enum, Field, Model
from ...ir.types import with_null
from ..names.table import NameTable
from ..names.twins import is_free
from ..text.annotations import Annotation, accepted
from ..text.docstrings import docstring
from ..text.imports import Import, render_imports
from ..text.layout import (
    STEP,
    WIDTH,
    Either,
    Group,
    class_head,
    lay_out,
    on_one_line,
    take_apart,
)
from ..text.literals import literal
from ..text.statements import alias, declare
from ..views import Lines, ParamsView

# What the values of a class-like TypedDict are written with.
_USED = frozenset(
    {"bool", "bytes", "dict", "float", "int", "list", "str", "tuple"}
    | {"datetime", "decimal", "uuid"}
)
_TYPED = Import("typing", "TypedDict")
_ANY_DICT = Annotation(
    text="Mapping[str, Any]",
    imports=frozenset({Import("collections.abc", "Mapping"), Import("typing", "Any")}),
)


def params_view(api: nodes.Api, names: NameTable) -> ParamsView | None:
    """The module of the twins; None where nothing that is sent has one."""
    imports: set[Import] = set()
    lines: list[str] = []
    after_class = False
    for at, name in names.twins.items():
        declaration = api.declarations[at]
        is_class = isinstance(declaration, Model)
        lines += ["", ""] if is_class or after_class else [""]
        after_class = is_class
        lines += _twin(declaration, name, names, imports)
    if not lines:
        return None
    typing = {each for each in imports if each.module == ".models"}
    plain = imports - typing
    if typing:
        plain.add(Import("typing", "TYPE_CHECKING"))
    return ParamsView(
        names=tuple(sorted(names.twins.values())),
        dicts=bool(names.dicts),
        enum=next(
            (
                names.declaration(at)
                for at in names.twins
                if isinstance(api.declarations[at], Enum)
            ),
            None,
        ),
        imports=render_imports(plain),
        type_imports=render_imports(typing, indent=STEP),
        lines=tuple(lines),
    )


def _twin(
    declaration: Declaration, name: str, names: NameTable, imports: set[Import]
) -> Lines:
    if isinstance(declaration, Enum):
        return _values(declaration, name, imports)
    if isinstance(declaration, Alias):
        return _alias(
            name, accepted(declaration.type, names, plain=True), names, imports
        )
    if is_free(declaration):
        return _alias(name, _ANY_DICT, names, imports)
    imports.add(_TYPED)
    fields = tuple(
        (field.name, _value(field, names, imports))
        for field in declaration.fields
        if not field.read_only
    )
    said = f"`{names.declaration(declaration.pointer)}` as a dict."
    if all(_can_be_written(field) for field, _ in fields):
        return (
            *class_head(name, "TypedDict"),
            *(STEP + line for line in docstring(said, len(STEP))),
            *(("",) if fields else ()),
            *(
                STEP + line
                for field, text in fields
                for line in declare(field, text, room=len(STEP))
            ),
        )
    items = tuple(f"{literal(field)}: {literal(text)}" for field, text in fields)
    inner = Group("{", items, "}", exploded=True)
    return lay_out(Group(f"{name} = TypedDict(", (literal(name), inner), ")"))


def _values(enum: Enum, name: str, imports: set[Import]) -> Lines:
    imports.update((Import("typing", "Literal"), Import("typing", "TypeAlias")))
    values = tuple(literal(each.value) for each in enum.members)
    known = Group("Literal[", values, "]")
    return alias(name, Either((known, "str")) if enum.any_text else known)


def _can_be_written(field: str) -> bool:
    """Whether a key can stand in a class, and hides no name that its values use."""
    return (
        field.isidentifier()
        and not keyword.iskeyword(field)
        and not field.startswith("__")
        and field not in _USED
        and not field[:1].isupper()
    )


def _value(field: Field, names: NameTable, imports: set[Import]) -> str:
    type_ = field.type if field.required else with_null(field.type)
    written = accepted(type_, names, plain=True)
    imports.update(_needed(written, names))
    if field.required:
        return written.text
    imports.add(Import("typing", "NotRequired"))
    return f"NotRequired[{written.text}]"


def _alias(
    name: str, written: Annotation, names: NameTable, imports: set[Import]
) -> Lines:
    imports.update(_needed(written, names))
    imports.add(Import("typing", "TypeAlias"))
    head, quoted = f"{name}: TypeAlias", literal(written.text)
    apart = take_apart(written.text)
    if not isinstance(apart, Either) or len(f"{head} = {quoted}") <= WIDTH:
        return alias(name, quoted)
    # Only type checkers know the names: each of them is quoted, not all on one line.
    imports.add(Import("typing", "Union"))
    members = tuple(literal(on_one_line(each)) for each in apart.types)
    return alias(name, Group("Union[", members, "]", exploded=True))


def _needed(written: Annotation, names: NameTable) -> Iterator[Import]:
    yield from (each for each in written.imports if each.module != ".params")
    for at in written.names:
        yield Import(".models", names.declaration(at))
