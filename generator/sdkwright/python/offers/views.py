"""What a template sees of the names that programs import: errors, and exports."""

from __future__ import annotations

from ...records import dataclass
from ..clients.views import Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorView:
    """A class of the error family, and its place in the tree."""

    name: str
    base: str | None
    depth: int
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportsModule:
    """A module that only has names from elsewhere; `path` is its file's.

    `offered` is its `__all__`, `imports` are for type checkers, `homes` is the table
    of where each name is from and what it is called there.
    """

    path: str
    offered: Lines
    imports: Lines
    homes: Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportsView:
    """All such modules; `top` are the names that the package offers by them.

    `errors` are further names in the module of the errors, each after the class's own.
    `names` are all names, from the package on, each before that of the SDK.
    """

    modules: tuple[ExportsModule, ...] = ()
    top: tuple[str, ...] = ()
    errors: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
