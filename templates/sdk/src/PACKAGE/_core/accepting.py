"""Answers that are asked for in one of their media types."""

from __future__ import annotations

from typing import Any, TypeVar

from .errors import InvalidRequestError
from .operation import Operation, media_types
from .records import replace

Op = TypeVar("Op", bound=Operation[Any])


def accepting(operation: Op, media_type: str) -> Op:
    """The same operation, its answer asked for in one of its media types."""
    items = (operation.media_type,) if operation.media_type else ()
    known = (*media_types(operation.answers), *items)
    if media_type not in known:
        several = ", ".join(known)
        raise InvalidRequestError(f"the answer comes as one of {several}")
    fitting = [each for each in operation.answers if each.media_type == media_type]
    statuses = {each.status for each in fitting}
    others = (each for each in operation.answers if each.status not in statuses)
    return replace(operation, answers=(*fitting, *others), accept=media_type)
