"""An existing SDK read with griffe: statically, its code is never imported."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from ..records import replace
from .exceptions import exceptions_of
from .members import is_class, target
from .offers import fields_of, literals_in, offers_of, other_names
from .reader import Reader
from .sdk import Sdk

# Where a client stands that is not at the top of its package, and how it is called.
_HOMES = ("api", "client", "sdk")
_CLIENTS = ("api", "client", "sdk")


class NoSdk(Exception):
    """There is no package of this name, or no client in it; the text says which."""


def read_sdk(package: str, folders: tuple[Path, ...]) -> Sdk:
    """The SDK of an installed package, or of one below `folders`.

    Raises:
        NoSdk: It is not there, or it is none.
    """
    import griffe

    loader = griffe.GriffeLoader(
        search_paths=[*folders] or None, allow_inspection=False
    )
    try:
        module = loader.load(package)
    except (ImportError, griffe.LoadingError) as error:
        raise NoSdk(f"there is no package '{package}' here") from error
    loader.resolve_aliases(external=False)
    reader = Reader(root=module)
    several: list[Sdk] = []
    for classes in (_classes(module), _classes_below(module)):
        read = [reader.sdk(name, each) for name, each in classes]
        several = several or [each for each in read if each.methods]
    if not several:
        raise NoSdk(f"no class that '{package}' offers sends requests of a document")
    best = max(several, key=lambda each: (len(each.methods), -len(each.client_class)))
    offers = offers_of(module)
    others = other_names(module, {*offers.values()})
    return replace(
        best,
        exceptions=exceptions_of(module, offers, reader.raised),
        offers=offers,
        others=others,
        literals=literals_in(module, {*offers.values(), *others.values()}),
        fields=partial(fields_of, module),
    )


def _classes(module: Any) -> Iterator[tuple[str, Any]]:
    """The public classes of a package's top, less the asynchronous twins."""
    for name, each in module.members.items():
        if not name.startswith(("_", "Async")) and is_class(each):
            yield name, target(each)


def _classes_below(module: Any) -> Iterator[tuple[str, Any]]:
    """Clients that stand in modules below a package, and are not at its top."""
    for name, each in module.modules.items():
        inside = (*each.modules.values(), each) if name in _HOMES else ()
        for home in inside:
            for found, member in _classes(home):
                is_named = found.lower().endswith(_CLIENTS) or home.name == "sdk"
                if member.parent is home and is_named:
                    yield found, member
