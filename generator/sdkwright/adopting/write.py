"""What gives a new SDK the face of an existing one: a configuration, an overlay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ..compare.face import Face
from ..config import Target
from ..ir.nodes import Api
from ..ir.types import Named
from ..pointer import Pointer
from ..python.names.words import attribute
from ..spec.objects import Json
from ..spec.overlay_text import overlay_text, update
from .classes import name_of_class
from .match import Matched, Matches
from .options import Credential, named_parts


def names_of(matches: Matches, face: Face) -> dict[str, str]:
    """Names by the pointer of what is called so, where the usual one is another.

    What several operations share is left alone where they would call it otherwise.
    """
    names = _class_names(matches, face)
    taken: dict[str, set[str]] = {}
    for each in matches.matched:
        if each.theirs.name != each.ours.name:  # the usual name depends on the resource
            names[each.ours.pointer] = each.theirs.name.rpartition(".")[2]
        for name, part in each.arguments.items():
            taken.setdefault(part.pointer, set()).add(name)
            if name != part.name and (part.wire or part.place == "body"):
                names.setdefault(part.pointer, name)
    shared = {at for at, several in taken.items() if len(several) > 1}
    return {at: name for at, name in names.items() if at not in shared}


def _class_names(matches: Matches, face: Face) -> dict[str, str]:
    """Models as they are called by methods that return them, where all agree."""
    wanted: dict[str, set[str]] = {}
    for each in matches.matched:
        ours = each.ours.returns
        if isinstance(ours, Named) and each.theirs.returns:
            wanted.setdefault(ours.pointer, set()).add(each.theirs.returns)
    names = {ours: min(said) for ours, said in wanted.items() if len(said) == 1}
    taken = Counter((*names.values(), *(face.classes.keys() - names.keys())))
    return {
        face.classes[name].pointer: theirs
        for name, theirs in names.items()
        if name in face.classes and theirs != name and taken[theirs] == 1
    }


# How it begins what the document has no argument for.
LACKS = "does not take"
# How it begins what can no longer be given by its place.
BY_NAME = "takes by name alone"


def changes(
    matches: Matches,
    api: Api,
    credentials: tuple[Credential, ...],
    classes: Mapping[Pointer, str] = MappingProxyType({}),
) -> str | None:
    """An overlay that puts operations on the resources that the SDK has them on.

    And makes arguments of a body's properties where the SDK does, and names what a
    scheme of several parts takes, and `classes` that stand in place of properties;
    None where all is so.
    """
    return overlay_text(
        "What the configuration cannot say of the SDK that is taken over.",
        "Resources and arguments of the SDK before",
        (
            *_actions(matches, api),
            *named_parts(credentials),
            *(name_of_class(at, name) for at, name in classes.items() if _is_here(at)),
        ),
    )


def _actions(matches: Matches, api: Api) -> Iterator[Mapping[str, Json]]:
    bodies = {each.pointer: each.body for each in api.operations}
    spelled = {tuple(map(attribute, each.path)): each.path for each in api.resources}
    for each in matches.matched:
        group = group_of(each.theirs.name)
        if group != group_of(each.ours.name):
            told: list[Json] = [*_spelled(group, spelled)]
            if _is_here(each.ours.pointer):
                yield update(each.ours.pointer, {"x-sdkwright-group": told})
        body = bodies.get(each.ours.pointer)
        flat = _flattened(each)
        if body is not None and flat is not None:
            at = body.contents[0].pointer
            if _is_here(at):
                yield update(at, {"x-sdkwright-flatten": flat})


def _is_here(at: Pointer) -> bool:
    """Whether it stands in the document itself: overlays change no other file."""
    return at[:1] == "#"


def _spelled(
    group: tuple[str, ...], known: Mapping[tuple[str, ...], tuple[str, ...]]
) -> tuple[str, ...]:
    """A group in the words of the document, as far as it has it: else it were two."""
    for count in range(len(group), 0, -1):
        if group[:count] in known:
            return (*known[group[:count]], *group[count:])
    return group


def _flattened(each: Matched) -> bool | None:
    """Whether theirs takes a body property by property where ours takes it whole.

    False is the other way round; None where both do the same.
    """
    parts = [part for part in each.ours.arguments.values() if part.place == "body"]
    taken = [part for part in each.arguments.values() if part.place == "body"]
    spare = [name for name in each.theirs.arguments if name not in each.arguments]
    if not parts or not spare:
        return None
    if any(not part.wire for part in parts):
        return True if all(part.wire for part in taken) else None
    if taken:
        return None
    given = [name for name in spare if name in each.theirs.takes]
    return False if len(given) == 1 else None


def group_of(name: str) -> tuple[str, ...]:
    """The resources that lead to a method: `client.chat.completions.create`."""
    return tuple(name.split(".")[1:-1])


def options_of(target: Target, overlay: str | None) -> dict[str, Json]:
    """What the configuration of the new SDK has to say."""
    said: dict[str, Json] = {
        "spec": target.spec.as_posix(),
        "output": target.output.as_posix(),
        "package": target.package,
        "class_name": target.class_name,
        "client": target.client,
        "lenient": target.lenient,
        "overlays": [] if overlay is None else [overlay],
        "names": dict(sorted(target.names.items())),
        "env": {
            scheme: parts[""] if "" in parts else dict(parts)
            for scheme, parts in sorted(target.env.items())
        },
        "exports": dict(sorted(target.exports.items())),
    }
    return {key: value for key, value in said.items() if value}


def differences(each: Matched) -> Iterator[str]:
    """What a program notices that calls the one method where it called the other."""
    if each.theirs.name != each.ours.name:
        yield f"is {each.ours.name}"
    missing = [name for name in each.theirs.arguments if name not in each.arguments]
    renamed = [
        f"{name} is {part.name}"
        for name, part in each.arguments.items()
        if part.name != name
    ]
    if missing:
        yield f"{LACKS} {', '.join(missing)}"
    if renamed:
        yield ", ".join(renamed)
    given = {part.name for part in each.arguments.values()}
    needed = [
        part.name
        for part in each.ours.arguments.values()
        if part.required and part.name not in given
    ]
    if needed:
        yield f"needs {', '.join(needed)}"
    named = [
        name
        for name, part in each.arguments.items()
        if name in each.theirs.places and not part.positional
    ]
    if named:
        yield f"{BY_NAME} {', '.join(named)}"
