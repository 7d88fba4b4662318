"""Data classes as the standard library has them, at a third of their price.

It compiles for each class how it is compared, hashed, shown and guarded; here that is
shared. A program that imports an SDK waits for it, and each call makes several.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import replace as replace
else:
    import dataclasses
    from operator import attrgetter

    def dataclass(cls=None, /, *, frozen=False, eq=True, **options):
        """A data class; one that is frozen is so to type checkers, and hashed."""

        def make(cls):
            own = frozenset(vars(cls))
            made = dataclasses.dataclass(cls, eq=False, repr=False, **options)
            fields = dataclasses.fields(made)
            made.__names__ = tuple(each.name for each in fields)
            for name, method in _methods(fields, eq, frozen).items():
                if name not in own:
                    setattr(made, name, method)
            return made

        return make if cls is None else make(cls)

    def replace(record, /, **values):
        """The same with other values."""
        copy = object.__new__(record.__class__)
        for name in record.__names__:
            setattr(copy, name, getattr(record, name))
        for name, value in values.items():
            setattr(copy, name, value)
        return copy

    def _methods(fields, eq, hashed):
        names = [field.name for field in fields]
        values = attrgetter(*names) if names else lambda self: ()
        shown = [field.name for field in fields if field.repr]

        def __eq__(self, other):
            if other.__class__ is not self.__class__:
                return NotImplemented
            return values(self) == values(other)

        def __hash__(self):
            return hash(values(self))

        def __repr__(self):
            pairs = (f"{name}={getattr(self, name)!r}" for name in shown)
            return f"{type(self).__qualname__}({', '.join(pairs)})"

        compared = {"__eq__": __eq__, "__hash__": __hash__ if hashed else None}
        return {"__repr__": __repr__} | (compared if eq else {})
