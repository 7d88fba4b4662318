"""Names of generated classes that a user's own classes take."""

from __future__ import annotations

from collections.abc import MutableMapping
from importlib import import_module
from typing import Any

_PACKAGE = __name__.rpartition("._core")[0]


def hand_over(home: MutableMapping[str, Any], module: str, *bases: type[Any]) -> None:
    """Give the names of generated classes to classes of a module of `_custom`.

    `home` is the namespace of the module where `bases` stand. Whichever of the two
    modules is imported first, the name is given when the user's class is made.
    """
    for base in bases:
        _watch(home, base)
    import_module(f"{_PACKAGE}._custom.{module}")


def _watch(home: MutableMapping[str, Any], base: type[Any]) -> None:
    name = base.__name__.removesuffix("Base")
    # Pydantic's comes when a model's own fields have been read, in their own module.
    pydantic = hasattr(base, "__pydantic_init_subclass__")
    hook = "__pydantic_init_subclass__" if pydantic else "__init_subclass__"
    above: Any = super

    def made(cls: type[Any], /, **options: Any) -> None:
        getattr(above(base, cls), hook)(**options)
        if cls.__name__ == name:
            home.setdefault(name, cls)
            # Where its other fields are looked up, and where pickle finds it.
            cls.__module__ = home["__name__"]

    setattr(base, hook, classmethod(made))
