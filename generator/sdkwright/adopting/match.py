"""Methods of an existing SDK and operations of a document: which is which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from ..compare.face import Method as Ours
from ..compare.face import Part
from ..ir.nodes import Api
from ..python.names.vocabulary import VERBS
from ..records import dataclass
from .requests import plain
from .sdk import OPTIONS, Method, Sdk

# How a second method for one operation ends: for its stream, for a body in bytes.
_SPECIAL = ("_stream", "_raw")


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """A method there and the one that stands for the same operation here.

    `arguments` are ours by the name that theirs has.
    """

    theirs: Method
    ours: Ours
    arguments: Mapping[str, Part]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """Every method of an SDK: matched, a second way to an operation, or unknown."""

    matched: tuple[Matched, ...]
    others: tuple[Method, ...]
    unknown: tuple[Method, ...]


def match(sdk: Sdk, api: Api, ours: Mapping[str, Ours]) -> Matches:
    """The operation of each method, by its verb and path.

    Of several methods of one operation the one counts whose name is the plainest verb
    and that takes the most of what the operation does.
    """
    known: dict[tuple[str, str], Ours] = {}
    for each in sorted(ours.values(), key=lambda each: "?" in each.call):
        for call in _calls(each, api):
            known.setdefault(call, each)
    several: dict[str, list[Method]] = {}
    unknown: list[Method] = []
    for method in sdk.methods:
        found = known.get((method.verb, plain(method.path)))
        if found is None:
            unknown.append(method)
        else:
            several.setdefault(found.name, []).append(method)
    matched: list[Matched] = []
    others: list[Method] = []
    for name, methods in several.items():
        best = max(methods, key=lambda each: _fit(each, ours[name]))
        others += [each for each in methods if each is not best]
        arguments = dict(_arguments(best, ours[name]))
        matched.append(Matched(theirs=best, ours=ours[name], arguments=arguments))
    return Matches(matched=tuple(matched), others=tuple(others), unknown=tuple(unknown))


def _calls(ours: Ours, api: Api) -> Iterator[tuple[str, str]]:
    """Verb and path of an operation, as SDKs may write it: also from the host on."""
    verb, _, path = ours.call.partition(" ")
    path = plain(path)
    yield verb.lower(), path
    for server in api.servers:
        base = urlsplit(server.url).path.strip("/")
        if base:
            yield verb.lower(), f"/{base}{path}"
            if path.startswith(f"/{base}/"):
                yield verb.lower(), path.removeprefix(f"/{base}")


def _fit(theirs: Method, ours: Ours) -> tuple[int, ...]:
    """How well a method stands for all of an operation; the highest one counts."""
    taken = len(dict(_arguments(theirs, ours)))
    last = theirs.name.rpartition(".")[2]
    beta = theirs.name.startswith("client.beta.")
    special = last.endswith(_SPECIAL)
    return -beta, -special, (last in VERBS) + (last == "list"), taken


def _arguments(theirs: Method, ours: Ours) -> Iterator[tuple[str, Part]]:
    """Which argument of ours stands for each of theirs: by place, wire name or name.

    A class that is left stands for the whole body.
    """
    path = [each for each in ours.arguments.values() if each.place == "path"]
    inside = [each for each in theirs.inside if each in theirs.arguments]
    by_place = dict(zip(inside, path, strict=False)) if len(inside) == len(path) else {}
    by_wire = {squashed(each.wire): each for each in ours.arguments.values()}
    spare: list[str] = []
    for name in theirs.arguments:
        wire = squashed(theirs.wires.get(name, name))
        found = by_place.get(name) or by_wire.get(wire) or by_wire.get(squashed(name))
        if found is not None or (found := ours.arguments.get(name)) is not None:
            yield name, found
        elif name != OPTIONS:
            spare.append(name)
    whole = _whole(ours)
    if whole is not None and len(spare) == 1 and spare[0] in theirs.takes:
        yield spare[0], whole


def _whole(ours: Ours) -> Part | None:
    """The argument that is the whole body."""
    bodies = (each for each in ours.arguments.values() if each.place == "body")
    return next((each for each in bodies if not each.wire), None)


def squashed(name: str) -> str:
    """A name without its case and its marks, as names of the same thing differ in."""
    return "".join(filter(str.isalnum, name)).lower()
