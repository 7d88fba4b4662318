"""Operations grouped by the first of their tags that is a group."""

from __future__ import annotations

from ..pointer import ROOT, child
from ..spec.objects import OpenAPI
from .declarations import Doc
from .nodes import Operation, Resource


def resources_of(
    openapi: OpenAPI, operations: tuple[Operation, ...]
) -> tuple[Resource, ...]:
    """A resource for each tag that has operations, in the order of the tags.

    Tags that are used but not declared come after, as they are first used. A tag of
    a `kind` other than `nav` is a mark, and no group (3.2, 4.22).
    """
    declared = {tag.name: (index, tag) for index, tag in enumerate(openapi.tags)}
    marks = {tag.name for tag in openapi.tags if tag.kind not in (None, "nav")}
    grouped: dict[str, list[Operation]] = {name: [] for name in declared}
    for operation in operations:
        group = next((each for each in operation.tags if each not in marks), None)
        if group is not None:
            grouped.setdefault(group, []).append(operation)
    made: list[Resource] = []
    for name, several in grouped.items():
        if not several:
            continue
        index, tag = declared.get(name, (None, None))
        at = several[0].pointer if index is None else child(ROOT, "tags", index)
        docs = None if tag is None else tag.external_docs
        made.append(
            Resource(
                pointer=at,
                tag=name,
                operations=tuple(several),
                doc=Doc(
                    summary=None if tag is None else tag.summary,
                    description=None if tag is None else tag.description,
                    external_url=None if docs is None else docs.url,
                ),
                parent=None if tag is None else tag.parent,
            )
        )
    return tuple(made)
