"""Models of which one field is called as another one travels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from .model import Model


class Renamed(Model):
    """A model that keeps its fields' names, though the API has come to use one of them.

    `__renamed__` tells how those fields travel whose names are another field's in the
    API: who makes a model by hand means them, and no other.
    """

    __renamed__: ClassVar[Mapping[str, str]] = {}

    if not TYPE_CHECKING:  # each model has an `__init__` of its own fields

        def __init__(self, /, **data: Any) -> None:
            renamed = self.__renamed__
            given = {renamed.get(name, name): value for name, value in data.items()}
            self.__pydantic_validator__.validate_python(given, self_instance=self)

        # What is read does not come this way, and is as fast as any other model.
        __init__.__pydantic_base_init__ = True
