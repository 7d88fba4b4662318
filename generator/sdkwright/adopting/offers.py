"""What a package offers by name, and from where; what its classes hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .exceptions import is_raised
from .members import target

# How generators call a dict that stands for a class.
_DICTS = ("Param", "TypedDict")
# Where the classes of resources are, which programs reach from a client.
_INNER = ("resources",)


def offers_of(root: Any) -> dict[str, str]:
    """Where classes are defined that can be imported, by their way below the package.

    Those of the package, of its sub-packages and of modules just below it: these are
    what programs import from. Types that are aliases are among them.
    """
    found: dict[str, str] = {}
    for module in (root, *_modules(root)):
        below = module.path.removeprefix(root.name).lstrip(".")
        for name, each in module.members.items():
            at = _definition(each, root)
            if at is not None and _is_offered(name, each, module):
                found[f"{below}.{name}".lstrip(".")] = at
    at_home = {at.removeprefix(f"{root.name}."): at for at in found.values()}
    return {way: at for way, at in at_home.items() if _is_imported(way, root)} | found


def _is_imported(way: str, root: Any) -> bool:
    """Whether programs import it from where it is defined, too: errors and clients."""
    parts = way.split(".")
    if any(part.startswith("_") for part in parts):
        return False
    each = root[way]
    return each.is_class and (parts[-2:-1] == ["client"] or is_raised(each))


def _modules(module: Any, *, is_top: bool = True) -> Iterator[Any]:
    for name, each in module.modules.items():
        if each.is_alias or name in _INNER or name.startswith("_"):
            continue
        if is_top or each.is_init_module:
            yield each
            yield from _modules(each, is_top=False)


def _is_offered(name: str, each: Any, module: Any) -> bool:
    """Whether a module has a name for others, and not only for its own use."""
    if name.startswith("_"):
        return False
    told = module.exports
    if told is not None:
        return name in map(str, told)
    return module.is_init_module or not each.is_alias


def other_names(root: Any, places: Iterable[str]) -> dict[str, str]:
    """What is another name of something that is defined elsewhere, by its place.

    As in `ChatModel = shared.ChatModel`.
    """
    found = ((at, _named_by(_at(root, at), root)) for at in places)
    return {at: path for at, path in found if path is not None and path != at}


def _named_by(each: Any, root: Any) -> str | None:
    path = getattr(each.value, "canonical_path", "") if each.is_attribute else ""
    return _resolved(path, root) if path else None


def literals_in(root: Any, places: Iterable[str]) -> frozenset[str]:
    """The aliases among what is defined there that are plain values: `Literal[…]`."""
    return frozenset(at for at in places if _is_literal(_at(root, at), root))


def _is_literal(each: Any, root: Any) -> bool:
    is_alias = each.is_attribute and "Literal[" in str(each.value)
    return is_alias and held_in(each.value, root) is None


def _at(root: Any, at: str) -> Any:
    return root[at.removeprefix(f"{root.name}.")]


def _definition(each: Any, root: Any) -> str | None:
    """Where a class or an alias of types is defined, if that is in the package."""
    found = target(each)
    if found is None or not (found.is_class or found.is_attribute):
        return None
    inside = found.path.startswith(f"{root.name}.")
    return found.path if inside and found.name[:1].isupper() else None


def class_of(name: str) -> str | None:
    """What the class is called that a dict stands for, by what the dict is called."""
    known = (each for each in _DICTS if name.endswith(each))
    ending = next(known, None)
    return None if ending is None else name.removesuffix(ending)


def fields_of(root: Any, at: str) -> dict[str, str]:
    """The class of the package that each attribute of a class holds, if just one."""
    try:
        members = root[at.removeprefix(f"{root.name}.")].members
    except KeyError:
        return {}
    found = {
        name: held_in(each.annotation, root)
        for name, each in members.items()
        if not each.is_alias and each.is_attribute
    }
    return {name: each for name, each in found.items() if each is not None}


def held_in(annotation: Any, root: Any) -> str | None:
    """The one class of the package that an annotation names, where it is defined."""
    if annotation is None or isinstance(annotation, str):
        return None
    paths = {
        getattr(each, "canonical_path", "") for each in annotation.iterate(flat=True)
    }
    found = {at for path in paths if (at := _resolved(path, root)) is not None}
    found -= {at for at in found if class_of(at) in found}
    return found.pop() if len(found) == 1 else None


def held_class(annotation: Any, root: Any) -> Any:
    """The same as the class itself, or the alias of a type."""
    at = held_in(annotation, root)
    return None if at is None else root[at.removeprefix(f"{root.name}.")]


def _resolved(path: str, root: Any) -> str | None:
    below = path.removeprefix(f"{root.name}.")
    if below == path or any(part.startswith("_") for part in below.split(".")):
        return None  # elsewhere, or a helper of the package's own
    try:
        each = root[below]
    except KeyError:
        return None
    return _definition(each, root)
