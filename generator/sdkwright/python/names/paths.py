"""What an operation is called by its verb and path."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...ir import nodes
from ...ir.types import List, without_null
from ...pointer import tokens_of
from .nouns import is_plural, singular
from .vocabulary import ACTIONS, CALLS, WAYS_TO_GET
from .words import snake_case

_VERBS = {
    "get": "get",
    "post": "create",
    "put": "replace",
    "patch": "update",
    "delete": "delete",
}
# What a path begins with and says nothing of the thing that it leads to.
_PREFIX = re.compile(r"[a-z]?api|rest", re.I)
_VERSION = re.compile(r"v\d+([._]?\d+)*((alpha|beta|rc)\d*)?", re.I)
_HOLE = re.compile(r"\{([^{}]+)\}")
_FILE = re.compile(r"\.(json|xml|php|aspx?|do)$", re.I)


def names_from_path(
    operation: nodes.Operation, group: tuple[str, ...] = ()
) -> Iterator[str]:
    """Names from verb and path, each saying more of the path than the one before.

    `group` are the words of the resource that the method stands on: what leads to
    it in the path need not be said again.
    """
    method, path = operation.method, operation.path.partition("?")[0]
    whole = tuple(segment for segment in path.strip("/").split("/") if segment)
    short, version = _without_prefix(whole)
    many = operation.returns is not None and isinstance(
        without_null(operation.returns), List
    )
    below = _below(short, group)
    if below != short:
        yield name_from_path(method, below, many=many)
    name = name_from_path(method, short, many=many)
    yield name
    if asked := _asked(operation):
        yield f"{name}_{asked}"
    if version:
        yield f"{name}_{version}"
    by = "_and_".join(snake_case(each) for each in whole if each.startswith("{"))
    if by:
        yield f"{name}_by_{by}"
    for calls in (True, False):
        name = name_from_path(method, whole, many=many, calls=calls)
        yield name
        if by:
            yield f"{name}_by_{by}"


def _asked(operation: nodes.Operation) -> str:
    """What the query asks for, where the document writes it into the path.

    `/news?city={city}` and `/news?view=short` are one path to a server.
    """
    written = (each for each in tokens_of(operation.pointer) if "?" in each)
    query = next(written, "").partition("?")[2]
    by = "_and_".join(snake_case(each) for each in _HOLE.findall(query))
    fixed = snake_case(" ".join(e for e in query.split("&") if "{" not in e))
    return "_".join(filter(None, (fixed, by and f"by_{by}")))


def name_from_path(
    method: str, segments: tuple[str, ...], *, many: bool = False, calls: bool = True
) -> str:
    """`get /pets/{id}/toys` → `list_pet_toys`; `post /pets/{id}/lock` → `lock_pet`.

    `many` says that the answer is a list, whatever the path's last word, and `calls`
    that this may be what is done.
    """
    parts: list[str] = []
    for index, segment in enumerate(segments):
        if segment.startswith("{"):
            continue
        follows = index + 1 < len(segments) and segments[index + 1].startswith("{")
        name = snake_case(_HOLE.sub(" ", _FILE.sub("", segment)))
        if name:
            parts.append(singular(name) if follows else name)
    ends_in_one = bool(segments) and segments[-1].startswith("{")
    if calls and not ends_in_one:
        if action := _called(segments[-1:]):
            return "_".join(action)
        if action := _action(method, parts):
            return "_".join([action[0], *parts[:-1], *action[1:]])
    verb = _VERBS.get(method, snake_case(method))
    if method == "get" and not ends_in_one and (many or _ends_plural(parts)):
        verb = "list"
    elif method == "post" and _ends_plural(parts):
        parts[-1] = singular(parts[-1])
    return "_".join([verb, *parts]) if parts else verb


def _without_prefix(segments: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The path after what every path of an API begins with, and the version in that."""
    version = ""
    while len(segments) > 1:
        if _VERSION.fullmatch(segments[0]):
            version = snake_case(segments[0])
        elif not _PREFIX.fullmatch(segments[0]):
            break
        segments = segments[1:]
    return segments, version


def _below(segments: tuple[str, ...], group: tuple[str, ...]) -> tuple[str, ...]:
    """The path after the segment that is called as the resource, if there is more."""
    for index, segment in enumerate(segments[:-1]):
        words = tuple(snake_case(segment).split("_"))
        if words == group or (*words[:-1], singular(words[-1])) == group:
            rest = segments[index + 1 :]
            if not all(each.startswith("{") for each in rest):
                return rest
    return segments


def _called(ending: tuple[str, ...]) -> list[str]:
    """The words behind a dot, if they say what is done: `rest_services.get_map`."""
    several = [snake_case(each) for each in "".join(ending).split(".")[1:]]
    words = several[-1].split("_") if several else []
    return words if len(words) > 1 and words[0] in CALLS else []


def _action(method: str, parts: list[str]) -> list[str]:
    """The words of a path's last step, if they say what is done."""
    if not parts:
        return []
    several = parts[-1].split("_")
    if several[0] in CALLS and len(several) > 1:
        return several
    done = {"post": ACTIONS, "put": ACTIONS, "get": WAYS_TO_GET}.get(method, ())
    return several if len(parts) > 1 and parts[-1] in done else []


def _ends_plural(parts: list[str]) -> bool:
    return bool(parts) and is_plural(parts[-1])
