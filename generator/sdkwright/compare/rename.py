"""Classes and methods that are still there and are called something else."""

from __future__ import annotations

from collections.abc import Mapping

from ..ir.types import Type, renamed
from ..pointer import Pointer
from ..records import replace
from .face import Class, Face, Method, Part


def renamed_classes(old: Face, new: Face) -> dict[str, str]:
    """New names by old ones, of classes that stand at the same place."""
    places = {
        each.pointer: each.name
        for each in new.classes.values()
        if each.name not in old.classes
    }
    return {
        each.name: places[each.pointer]
        for each in old.classes.values()
        if each.name not in new.classes and each.pointer in places
    }


def renamed_methods(old: Face, new: Face) -> dict[str, str]:
    """New names by old ones, of methods that make the same call."""
    calls = {
        each.call: each.name
        for each in new.methods.values()
        if each.name not in old.methods
    }
    return {
        each.name: calls[each.call]
        for each in old.methods.values()
        if each.name not in new.methods and each.call in calls
    }


def under(face: Face, names: Mapping[str, str]) -> Face:
    """A face whose types call classes by other names; its own parts keep theirs."""
    if not names:
        return face
    table = {Pointer(old): Pointer(new) for old, new in names.items()}

    def type_(each: Type) -> Type:
        return renamed(each, table)

    def maybe(each: Type | None) -> Type | None:
        return None if each is None else renamed(each, table)

    def parts(several: Mapping[str, Part]) -> dict[str, Part]:
        return {
            name: replace(each, type=type_(each.type)) for name, each in several.items()
        }

    def method(each: Method) -> Method:
        return replace(
            each,
            arguments=parts(each.arguments),
            returns=maybe(each.returns),
            stream=maybe(each.stream),
            errors={status: maybe(body) for status, body in each.errors.items()},
        )

    def class_(each: Class) -> Class:
        return replace(
            each,
            parts=parts(each.parts),
            type=maybe(each.type),
            extra=maybe(each.extra),
        )

    return replace(
        face,
        methods={name: method(each) for name, each in face.methods.items()},
        classes={name: class_(each) for name, each in face.classes.items()},
        webhooks={
            name: (type_(payload), at) for name, (payload, at) in face.webhooks.items()
        },
    )
