"""Names of the declarations: models, enums and aliases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from ...config import Target
from ...diagnostics import Diagnostics
from ...ir import nodes
from ...ir.declarations import Declaration
from ...pointer import Pointer
from .nouns import singular
from .operations import full_names
from .settle import Memory, Scope, in_use, numbered
from .words import LONGEST, capitals, identifier, pascal_case, words

# A class whose name is longer leaves out what stands between its ends.
_LONGEST = 60


def declaration_names(
    api: nodes.Api,
    taken: Iterable[str],
    target: Target,
    found: Diagnostics,
    memory: Memory,
) -> dict[Pointer, str]:
    """A name for each: components keep theirs, the others are named after owners.

    An operation owns what is written in it, under its full name: what a method
    is called on its resource would say too little.
    """
    declarations = api.declarations.values()
    warn = numbered(found, "class name")
    scope = Scope(warn, in_use(taken), memory, lasting=True)
    scope.hold(api.declarations)
    owners: dict[Pointer, tuple[str, ...]] = {
        each.pointer: (pascal_case(each.wanted or each.name),) for each in api.webhooks
    }
    for at, names in full_names(api.operations).items():
        owners[at] = tuple(map(pascal_case, names))
    settled: dict[Pointer, str] = {}
    for each in declarations:
        if not each.origin.owner:
            wishes = _component_wishes(each, target)
            settled[each.pointer] = scope.choose(each.pointer, wishes)
    owners |= {at: (name,) for at, name in settled.items()}
    # What an owner may be called, and what leads from there to what is written in it.
    chains: dict[Pointer, tuple[tuple[str, ...], tuple[str, ...]]] = {
        at: (names, ()) for at, names in owners.items()
    }
    for each in declarations:
        at, owner = each.pointer, each.origin.owner
        if owner:
            roots, labels = chains.get(owner, (("",), ()))
            labels = (*labels, each.origin.label)
            inline = _inline_wishes(roots, labels, each.origin.title)
            wishes = (*_pinned(each, target), *inline)
            settled[at] = scope.choose(at, wishes)
            pinned = wishes[0] == settled[at] and bool(_pinned(each, target))
            chains[at] = ((settled[at],), ()) if pinned else (roots, labels)
    return settled


def _inline_wishes(
    roots: tuple[str, ...], labels: tuple[str, ...], title: str | None
) -> tuple[str, ...]:
    """The wishes for each of the names of what something is written in, in turn."""
    first, *others = (inline_wishes((root, *labels), title) for root in roots)
    return (*first[:-1], *(name for each in others for name in each), first[-1])


def _component_wishes(each: Declaration, target: Target) -> tuple[str, ...]:
    label = each.origin.label
    name = pascal_case(label)
    bare = identifier(singular(name) if label.endswith("[]") else name, "Schema", "N")
    ending = [_ending(label)] if len(name) >= LONGEST else []
    return (*_pinned(each, target), bare, *filter(None, ending), f"{bare}Model")


def _ending(label: str) -> str:
    """The last words of what is too long, as many as fit: namespaces come first."""
    several = words(label)
    names = (capitals(" ".join(several[at:])) for at in range(len(several)))
    name = next((name for name in names if len(name) < LONGEST), "")
    return identifier(name, "Schema", "N") if name else ""


def inline_wishes(chain: tuple[str, ...], title: str | None = None) -> tuple[str, ...]:
    """What is written in place has its owners' names and its own: `PetOwnerAddress`.

    `chain` begins with the name of the outermost owner; what follows says what each
    is in the one before. Where that is longer than a reader takes in, what is in
    the middle is left out, as little of it as has to be.
    """
    root, *labels = chain
    whole = _joined(root, *labels)
    plain = root + "".join(map(_name_of, labels))
    titled = [_joined(*chain[:-1], title)] if title else []
    if len(whole) <= _LONGEST:
        several = [whole, *titled, plain]
    else:
        several = [*_shorter(root, labels), *titled, whole, plain]
    wishes = [identifier(each, "Schema", "N") for each in several]
    return tuple(dict.fromkeys([*wishes, f"{wishes[0]}Model"]))


def _shorter(root: str, labels: list[str]) -> Iterator[str]:
    """Names without some of the labels, those before the last one going first."""
    *before, last = labels
    ends = [before[at:] for at in range(1, len(before) + 1)]
    parts = [list(each) for count in (2, 1) for each in combinations(before, count)]
    names = [_joined(root, *several, last) for several in (*ends, *parts)]
    fitting = [name for name in names if len(name) <= _LONGEST]
    yield from fitting or [_joined(root, last)]


def _pinned(each: Declaration, target: Target) -> tuple[str, ...]:
    """The name that was asked for, if it is one."""
    pinned = target.names.get(each.pointer) or each.origin.wanted
    name = pascal_case(pinned or "")
    return (identifier(name, "Schema", "N"),) if name else ()


def _joined(owner: str, *labels: str) -> str:
    """The owner's name and what the thing is there; one of several is one.

    `Order`, `lines[]` is `OrderLine`; an item of `Orders` is an `Order`. Words that
    one ends with and the next begins with stand once: `Order`, `order_line`.
    """
    for label in labels:
        if label == "item" and singular(owner) != owner:
            owner = singular(owner)
            continue
        owner = _overlapping(owner, _name_of(label))
    return owner


def _name_of(label: str) -> str:
    name = capitals(label) if label.isupper() else pascal_case(label)
    return singular(name) if label.endswith("[]") else name


@lru_cache(maxsize=1 << 14)  # all that is written in one place begins alike
def _overlapping(first: str, second: str) -> str:
    """The two, what the first ends with and the second begins with only once."""
    several = words(second)
    for count in range(len(several) - 1, 0, -1):
        begin = pascal_case("".join(several[:count]))
        if first.endswith(begin) and second.startswith(begin):
            return first + second.removeprefix(begin)
    return first + second
