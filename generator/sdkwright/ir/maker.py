"""What the makers of unions and declarations ask of the maker of types."""

from __future__ import annotations

from typing import Protocol

from ..pointer import Pointer
from ..spec.objects import Schema
from .compose import Composer
from .declarations import Field, Origin
from .polymorphism import Polymorphism
from .types import Type


class Maker(Protocol):
    """Makes types of schemas; see `schemas.Types`."""

    compose: Composer
    polymorphism: Polymorphism

    def of(self, schema: Schema | None, origin: Origin) -> Type: ...

    def reference(self, at: Pointer) -> Type: ...

    def shape(self, schema: Schema, origin: Origin) -> Type: ...

    def values(self, schema: Schema, origin: Origin) -> Type | None: ...

    def fields(self, schema: Schema, owner: Pointer) -> tuple[Field, ...]: ...
