"""What the templates of models see: declarations as Python text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from .views import Lines


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
    """A class with fields."""

    name: str
    base: str
    docstring: Lines
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumView:
    """A class with members."""

    name: str
    base: str
    docstring: Lines
    members: tuple[FieldView, ...]
    of_integers: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasView:
    """A name for a type that is no class."""

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
    """The package `models`; `homes` has the module of each name, by name."""

    modules: tuple[ModelModuleView, ...]
    homes: tuple[tuple[str, str], ...]
