"""Operations grouped by their first tag."""

from __future__ import annotations

from ..pointer import ROOT, child
from ..spec.objects import OpenAPI
from .declarations import Doc
from .nodes import Operation, Resource


def resources_of(
    openapi: OpenAPI, operations: tuple[Operation, ...]
) -> tuple[Resource, ...]:
    """A resource for each tag that has operations, in the order of the tags.

    Tags that are used but not declared come after, as they are first used.
    """
    declared = {tag.name: (index, tag) for index, tag in enumerate(openapi.tags)}
    grouped: dict[str, list[Operation]] = {name: [] for name in declared}
    for operation in operations:
        if operation.tags:
            grouped.setdefault(operation.tags[0], []).append(operation)
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
