"""Plain dicts in the place of models: what they say is checked as a model is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias, get_args

from pydantic import BaseModel, ValidationError

from .answer import Type, adapter
from .errors import InvalidRequestError
from .narrow import inside, is_list, is_tuple
from .plain import argument, plain, said, to_json
from .records import dataclass
from .unions import Unknown

_Loc: TypeAlias = tuple[str | int, ...]
_CONTAINERS: tuple[type[object], ...] = (dict, list, tuple)


@dataclass(frozen=True, slots=True)
class AsModels:
    """What arguments are read into where they hold a dict.

    `types` has them by what the method calls the argument.
    """

    types: Mapping[str, Type]

    def __call__(
        self, names: tuple[str, ...], values: tuple[object, ...]
    ) -> tuple[object, ...]:
        """The values of arguments, with models for dicts.

        Raises:
            InvalidRequestError: A dict is no such model; it names each place.
        """
        if not any(map(_holds_dict, values)):
            return values
        made = list(values)
        for index, name in enumerate(names or self.types):
            type_ = self.types.get(argument(name))
            if type_ is not None and _holds_dict(values[index]):
                made[index] = _read(name, type_, values[index])
        return tuple(made)

    def item(self, index: int, value: object) -> object:
        """The same for an item of the whole, a list that is given piece by piece."""
        ((name, type_),) = self.types.items()
        if not _holds_dict(value):
            return value
        return _read(f"{name}[{index}]", _item_of(type_), value)


@cache
def _item_of(type_: Type) -> Type:
    (item,) = get_args(type_())
    return lambda: item


def _holds_dict(value: object) -> bool:
    """Whether a dict is in it, as models hold none that could stand for a model."""
    if not isinstance(value, _CONTAINERS):
        return False
    if not (is_list(value) or is_tuple(value)):
        return True
    # A list of a thousand models is of one type.
    kinds = {*map(type, value)}
    can = any(issubclass(kind, _CONTAINERS) for kind in kinds)
    return can and any(map(_holds_dict, value))


def _read(name: str, type_: Type, value: object) -> Any:
    reader = adapter(type_)
    try:
        read = reader.validate_python(value, by_alias=True, by_name=False)
    except ValidationError as error:
        found = error.errors(
            include_url=False, include_input=False, include_context=False
        )
        places = [_place(argument(name), each["loc"]) for each in found]
        several = [
            f"{said(name, place)}: {each['msg']}"
            for place, each in zip(places, found, strict=True)
        ]
        raise InvalidRequestError("; ".join(several)) from None
    # A value of no known variant that is meant is an `Unknown` before.
    meant = {id(each) for _, each in _all(value, "")}
    made = _all(read, argument(name))
    new = [(at, each) for at, each in made if id(each) not in meant]
    # One is told in full: to look for all would take longer than the value is long.
    first = next((each for _, each in new if isinstance(each, Unknown)), None)
    why = "" if first is None else _nearest(first, type_, value)
    wrong = [
        f"{said(name, at)}: {fault}{why if each is first else ''}"
        for at, each in new
        for fault in _wrong(each)
    ]
    if wrong:
        raise InvalidRequestError("; ".join(wrong))
    return read


def _place(name: str, steps: _Loc) -> str:
    written = (f"[{each}]" if isinstance(each, int) else f".{each}" for each in steps)
    return name + "".join(written)


def _all(value: object, place: str) -> Iterator[tuple[str, object]]:
    """A value and all that is in it."""
    yield place, value
    if not isinstance(value, Unknown):
        for where, each, _ in inside(value, place):
            yield from _all(each, where)


def _wrong(made: object) -> Iterator[str]:
    """What pydantic does not mind: it keeps what no variant and no field is for."""
    if isinstance(made, Unknown):
        yield "it fits none of the variants"
    elif isinstance(made, BaseModel):
        fields = type(made).model_fields
        for key in (made.model_extra or {}).keys() & fields.keys():
            yield f"the key {key!r} is {fields[key].alias!r} in a dict"


def _nearest(made: Unknown, type_: Type, value: object) -> str:
    """What the variant that a part of a value comes nearest to finds wrong in it."""
    found, raw = _objections(type_, value), plain(made.raw)
    here = (loc for loc, _, at in found if loc[-1:] == ("Unknown",) and at == raw)
    whole = next(here, ())[:-1]
    said: dict[str | int, list[str]] = {}
    for loc, message, _ in found:
        below = loc[len(whole) :]
        if loc[: len(whole)] == whole and _is_union(below):
            variant, *steps = below[1:] or ("",)
            place = _place(str(variant), tuple(steps))
            said.setdefault(variant, []).append(
                ": ".join(filter(None, (place, message)))
            )
    if not said:
        return ""
    fewest = min(said.values(), key=len)
    return f" ({'; '.join(fewest)})"


def _is_union(loc: _Loc) -> bool:
    """Whether a place is one among the known variants, as pydantic names them."""
    return bool(loc) and str(loc[0]).startswith(("union[", "tagged-union["))


def _objections(type_: Type, value: object) -> list[tuple[_Loc, str, object]]:
    """What each variant has against a value: where, the text, and to what.

    Where types are strict, nothing is `Unknown`; those of JSON take text for dates.
    """
    try:
        adapter(type_).validate_json(
            to_json(value), strict=True, by_alias=True, by_name=False
        )
    except ValidationError as error:
        several = error.errors(include_url=False, include_context=False)
        return [(each["loc"], each["msg"], each["input"]) for each in several]
    return []
