"""What the templates of models see: declarations as Python text.

The `kind` of a declaration is the name of the template that renders it.
"""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from ...records import dataclass
from ..views import Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A field of a model, or a member of an enum: its line, and what is said of it.

    One that is `apart` has an empty line before it.
    """

    declaration: str
    docstring: Lines
    apart: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelView:
    """A class with fields; `head` is its `class NAME(BASE):`."""

    kind: ClassVar = "model"
    name: str
    head: Lines
    docstring: Lines
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumView:
    """A class with members; `head` is its `class NAME(BASE):`."""

    kind: ClassVar = "enum"
    name: str
    head: Lines
    docstring: Lines
    members: tuple[FieldView, ...]
    of_integers: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasView:
    """A name for a type that is no class."""

    kind: ClassVar = "alias"
    name: str
    declaration: str
    docstring: Lines


DeclarationView: TypeAlias = ModelView | EnumView | AliasView


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelModuleView:
    """A module of `models/`: declarations in the order in which they must stand."""

    name: str
    imports: Lines
    declarations: tuple[DeclarationView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelsView:
    """The package `models`: its modules, and what its face says of them.

    `exports` lists all names, `imports` has them for type checkers, and `homes`
    is the table of their modules.
    """

    modules: tuple[ModelModuleView, ...]
    exports: Lines
    imports: Lines
    homes: Lines
