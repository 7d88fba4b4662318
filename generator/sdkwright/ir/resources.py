"""Operations grouped: by extensions, else by their first tag that is a group."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ..pointer import ROOT, Pointer, child
from ..spec import objects
from ..spec.objects import OpenAPI, Tag
from .declarations import NO_DOC, Doc
from .extensions import group_of, steps
from .nodes import Operation, Resource

# A display name that is longer is a sentence, and no title.
_LONGEST_TITLE = 60


def groups_of(openapi: OpenAPI) -> dict[str, tuple[str, ...]]:
    """Where each declared tag's resource stands: below its parent's (3.2, 4.22).

    A tag with dots stands below the resource of what comes before: `admin.users`. A
    tag of a `kind` other than `nav` is a mark, and no group.
    """
    parents = {tag.name: tag.parent for tag in openapi.tags}
    marks = {tag.name for tag in openapi.tags if tag.kind not in (None, "nav")}
    return {
        name: () if name in marks else tuple(_below(name, parents)) for name in parents
    }


def _below(name: str, parents: Mapping[str, str | None]) -> Iterator[str]:
    chain, parent = [name], parents.get(name)
    while parent is not None and parent not in chain:
        chain.append(parent)
        parent = parents.get(parent)
    for each in reversed(chain):
        yield from steps(each)


def group_for(
    operation: objects.Operation, groups: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """The resource of an operation, step by step; empty on the client itself.

    An id with dots that has the tag in it goes on where the tag ends:
    `storage.projects.buckets.list` stands on `buckets`, which stands on `projects`.
    """
    said = group_of(operation.extensions)
    if said is not None:
        return said
    tags = (each for each in operation.tags if each.strip())
    paths = (groups.get(tag, steps(tag)) for tag in tags)
    path = next(filter(None, paths), ())
    return (*path, *steps_after(operation.operation_id or "", path)[:-1])


def steps_after(name: str, group: tuple[str, ...]) -> tuple[str, ...]:
    """The steps of an id with dots after those that are the group's, or none."""
    if not group or "." not in name:
        return ()
    several = steps(name)
    plain, wanted = [[_plain(each) for each in path] for path in (several, group)]
    for end in range(len(wanted), len(several)):
        if plain[end - len(wanted) : end] == wanted:
            return several[end:]
    return ()


def _plain(step: str) -> str:
    return re.sub(r"[\W_]", "", step).lower()


def resources_of(
    openapi: OpenAPI,
    operations: tuple[Operation, ...],
    groups: Mapping[str, tuple[str, ...]],
) -> tuple[Resource, ...]:
    """A resource for each group that has operations, and those that lead to it.

    They stand in the order of the tags, others after them, as they are first used;
    each before what stands below it.
    """
    declared = {groups[tag.name]: at for at, tag in enumerate(openapi.tags)}
    grouped: dict[tuple[str, ...], list[Operation]] = {}
    for operation in operations:
        if operation.group:
            grouped.setdefault(operation.group, []).append(operation)
    first = [path for path in declared if path and path in grouped]
    made: list[Resource] = []
    for path in _with_parents((*first, *grouped)):
        index = declared.get(path)
        tag = None if index is None else openapi.tags[index]
        several = tuple(grouped.get(path, ()))
        made.append(
            Resource(
                pointer=_place(index, path, operations),
                path=path,
                title=_title(tag, path),
                operations=several,
                doc=_doc(tag),
            )
        )
    return tuple(made)


def _with_parents(paths: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    every = (path[:count] for path in paths for count in range(1, len(path) + 1))
    return tuple(dict.fromkeys(every))


def _place(
    index: int | None, path: tuple[str, ...], operations: tuple[Operation, ...]
) -> Pointer:
    if index is not None:
        return child(ROOT, "tags", index)
    return next(each.pointer for each in operations if each.group[: len(path)] == path)


def _title(tag: Tag | None, path: tuple[str, ...]) -> str:
    shown = None if tag is None else tag.extensions.get("x-displayName")
    if isinstance(shown, str) and 0 < len(shown.strip()) <= _LONGEST_TITLE:
        return shown.strip()
    return tag.name if tag is not None else ".".join(path)


def _doc(tag: Tag | None) -> Doc:
    if tag is None:
        return NO_DOC
    return Doc(
        summary=tag.summary,
        description=tag.description,
        external_url=None if tag.external_docs is None else tag.external_docs.url,
    )
