"""Data classes, as the standard library has them, at a third of their price.

A start imports some two hundred of them, and a large document makes millions.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

# Of a field with what has its place in another one: as JSON it is pointers to there.
TOLD_ELSEWHERE: Mapping[str, bool] = MappingProxyType({"told elsewhere": True})

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import replace as replace
else:
    import dataclasses
    from operator import attrgetter

    def dataclass(cls=None, /, *, frozen=False, order=False, **options):
        """A data class, frozen to type checkers and not guarded at run time.

        A guarded field takes four times as long to set, which is a second of GitHub's
        document. Only what makes an object is compiled, and that when the first is
        made: the standard library compiles at once how it is compared, hashed and shown
        as well, which is a fifth of a second of every run.
        """

        def make(cls):
            own = frozenset(vars(cls))
            made = dataclasses.dataclass(
                cls, eq=order, order=order, init=False, repr=False, **options
            )
            fields = dataclasses.fields(made)
            made.__names__ = names = tuple(each.name for each in fields)
            methods = _methods(names, hashed=frozen)
            methods["__init__"] = _when_called(made, "__init__", _init, fields)
            methods["__copy__"] = _when_called(made, "__copy__", _copy, names)
            for name, method in methods.items():
                if name not in own:
                    setattr(made, name, method)
            return made

        return make if cls is None else make(cls)

    def replace(record, /, **values):
        """The same with other values: a copy, without checks of what it is made of.

        Schemas have some thirty fields, and a large document replaces one of them
        in tens of thousands.
        """
        copy = record.__copy__()
        for name, value in values.items():
            setattr(copy, name, value)
        return copy

    def _when_called(cls, name, compiled, parts):
        """A method that puts the compiled one in its place when it is called first."""

        def method(self, *values, **named):
            made = compiled(cls, parts)
            setattr(cls, name, made)
            return made(self, *values, **named)

        return method

    def _copy(cls, names):
        """What gives an object that has the same in each field."""
        known = {"_new": object.__new__}
        each = (f"copy.{name} = self.{name}" for name in names)
        lines = ("copy = _new(self.__class__)", *each, "return copy")
        exec("def __copy__(self):\n " + "\n ".join(lines), known)
        return known["__copy__"]

    def _init(cls, fields):
        """As `dataclasses` has it: positions first, defaults, what comes after."""
        known = {"_new": dataclasses.MISSING}
        heads, body = {False: [], True: []}, []
        for field in fields:
            name = value = field.name
            head = name
            if field.default_factory is not dataclasses.MISSING:
                known[f"_make_{name}"] = field.default_factory
                head, value = (
                    f"{name}=_new",
                    f"_make_{name}() if {name} is _new else {name}",
                )
            elif field.default is not dataclasses.MISSING:
                known[f"_default_{name}"] = field.default
                head = f"{name}=_default_{name}"
            if field.init:
                heads[field.kw_only].append(head)
                body.append(f"self.{name} = {value}")
            elif field.default_factory is not dataclasses.MISSING:
                body.append(f"self.{name} = _make_{name}()")
        if hasattr(cls, "__post_init__"):
            body.append("self.__post_init__()")
        named = ["*", *heads[True]] if heads[True] else []
        head = ", ".join(("self", *heads[False], *named))
        exec(f"def __init__({head}):\n " + "\n ".join(body or ["pass"]), known)
        return known["__init__"]

    def _methods(names, *, hashed):
        values = attrgetter(*names) if names else lambda self: ()

        def __eq__(self, other):
            if other.__class__ is not self.__class__:
                return NotImplemented
            return values(self) == values(other)

        def __hash__(self):
            return hash(values(self))

        def __repr__(self):
            shown = (f"{name}={getattr(self, name)!r}" for name in names)
            return f"{type(self).__qualname__}({', '.join(shown)})"

        return {
            "__eq__": __eq__,
            "__hash__": __hash__ if hashed else None,
            "__repr__": __repr__,
        }
