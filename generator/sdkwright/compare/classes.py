"""What has become of models, enums and aliases."""

from __future__ import annotations

from collections.abc import Mapping

from ..ir.declarations import Enum
from ..ir.types import without_null
from ..records import replace
from .constraints import compare_rules
from .face import Class, Part
from .judge import Judge, Where, between, come, gone, worst
from .rules import RULES, Meaning


def compare_classes(
    judge: Judge,
    old: Mapping[str, Class],
    new: Mapping[str, Class],
    names: Mapping[str, str],
) -> None:
    """Every class that is gone, renamed, new or different; `names` are new ones."""
    for name, class_ in old.items():
        after = new.get(names.get(name, name))
        where = Where(before=name, old=class_.pointer)
        if after is None:
            judge.say("class-removed", name, "is gone", where)
            continue
        if name in names:
            where = replace(where, after=after.name, new=after.pointer)
            judge.say("class-renamed", name, f"is called {after.name} now", where)
        _class(judge, class_, after)
    known = {*old, *names.values()}
    for name, class_ in new.items():
        if name not in known:
            where = Where(after=name, new=class_.pointer)
            judge.say("class-added", name, "is new", where)


def _class(judge: Judge, old: Class, new: Class) -> None:
    where = Where(old=old.pointer, new=new.pointer)
    kinds = [type(each.declaration).__name__.lower() for each in (old, new)]
    if kinds[0] != kinds[1]:
        said = f"is no longer of the kind {kinds[0]}, but of {kinds[1]}"
        judge.say("kind-changed", new.name, said, where)
        return
    _types(judge, old, new, where)
    _attributes(judge, old, new)
    _members(judge, old, new, where)
    before, after = (each.declaration.doc for each in (old, new))
    if after.deprecated and not before.deprecated:
        judge.say("deprecated", new.name, "is deprecated", where)
    elif before != after:
        judge.say("documentation", new.name, "is described otherwise", where)


def _types(judge: Judge, old: Class, new: Class, where: Where) -> None:
    pairs = ((old.type, new.type, "is"), (old.extra, new.extra, "has properties of"))
    for before, after, what in pairs:
        if before is None or after is None:
            continue
        meaning = worst(
            [
                judge.given(before, after) if old.sent else None,
                judge.read(before, after) if old.answered else None,
            ]
        )
        if meaning is not None:
            said = f"{what} another type"
            judge.say("class-retyped", new.name, said, where, meaning)


def _attributes(judge: Judge, old: Class, new: Class) -> None:
    heirs = _heirs(old, new)
    for name, part in old.parts.items():
        after = new.parts.get(heirs.get(name, name))
        if after is None:
            said = f"has no '{name}' any more"
            judge.say("attribute-removed", new.name, said, gone(part, new.pointer))
            continue
        if name in heirs:
            said = f"'{name}' is called '{after.name}' now"
            judge.say("attribute-renamed", new.name, said, between(part, after))
        _attribute(judge, part, after, old)
    known = {*old.parts, *heirs.values()}
    for name, part in new.parts.items():
        if name not in known:
            code, said = "attribute-added", f"has '{name}', too"
            if part.required and old.sent:
                code, said = f"required-{code}", f"needs '{name}' now"
            judge.say(code, new.name, said, come(old.pointer, part))


def _heirs(old: Class, new: Class) -> dict[str, str]:
    """New names by old ones, of attributes for the same property."""
    wires = {
        part.wire: name for name, part in new.parts.items() if name not in old.parts
    }
    return {
        name: wires[part.wire]
        for name, part in old.parts.items()
        if name not in new.parts and part.wire in wires
    }


def _attribute(judge: Judge, old: Part, new: Part, owner: Class) -> None:
    found: list[Meaning | None] = []
    code, said = "attribute-retyped", f"'{new.name}' is of another type"
    before, after = old.type, new.type
    if old.required != new.required:
        before, after = without_null(before), without_null(after)
        code, said = "made-optional", f"'{new.name}' may be missing now"
        if new.required:
            code, said = "made-required", f"'{new.name}' is always there now"
        found += [RULES[code]] if owner.sent else []
    if owner.sent:
        found.append(judge.given(before, after))
    if owner.answered or not owner.sent:
        found.append(judge.read(old.type, new.type))
    meaning = worst(found)
    if meaning is not None:
        judge.say(code, owner.name, said, between(old, new), meaning)
    compare_rules(judge, owner.name, old, new, owner)
    if new.doc.deprecated and not old.doc.deprecated:
        said = f"'{new.name}' is deprecated"
        judge.say("deprecated", owner.name, said, between(old, new))
    elif new.doc != old.doc:
        said = f"'{new.name}' is described otherwise"
        judge.say("documentation", owner.name, said, between(old, new))


def _members(judge: Judge, old: Class, new: Class, where: Where) -> None:
    names = {value: name for name, value in new.members.items()}
    for name, value in old.members.items():
        before = replace(where, before=f"{old.name}.{name}")
        if value not in names:
            judge.say("member-removed", new.name, f"has no {name} any more", before)
        elif names[value] != name:
            moved = replace(before, after=f"{new.name}.{names[value]}")
            said = f"{value!r} is called {names[value]} now"
            judge.say("member-renamed", new.name, said, moved)
    known = set(old.members.values())
    for name, value in new.members.items():
        if value not in known:
            after = replace(where, after=f"{new.name}.{name}")
            judge.say("member-added", new.name, f"has {name}, too", after)
    any_before, any_now = _any_text(old), _any_text(new)
    if old.sent and new.sent and any_before != any_now:
        code = "any-text-refused" if any_before else "any-text-taken"
        said = "stands for its members alone" if any_before else "stands for any text"
        judge.say(code, new.name, said, where)


def _any_text(enum: Class) -> bool:
    return isinstance(enum.declaration, Enum) and enum.declaration.any_text
