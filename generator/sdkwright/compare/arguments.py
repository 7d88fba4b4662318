"""What has become of a method's arguments."""

from __future__ import annotations

from ..ir.types import without_null
from .constraints import compare_rules
from .face import Method, Part
from .judge import Judge, Where, between, come, gone


def compare_arguments(judge: Judge, old: Method, new: Method) -> None:
    """Every argument that is gone, renamed, new or different."""
    heirs = {
        name: heir
        for name, part in old.arguments.items()
        if name not in new.arguments and (heir := _heir(part, old, new)) is not None
    }
    for name, part in old.arguments.items():
        after = new.arguments.get(name) or heirs.get(name)
        if after is None:
            said = f"takes no '{name}' any more"
            judge.say("argument-removed", new.name, said, gone(part, new.pointer))
            continue
        if name in heirs:
            said = f"'{name}' is called '{after.name}' now"
            judge.say("argument-renamed", new.name, said, between(part, after))
        _argument(judge, part, after, new.name)
    known = {*old.arguments, *(each.name for each in heirs.values())}
    for name, part in new.arguments.items():
        if name not in known:
            code, said = "argument-added", f"takes '{name}', too"
            if part.required:
                code, said = f"required-{code}", f"'{name}' is new and has to be given"
            judge.say(code, new.name, said, come(old.pointer, part))
    _positions(judge, old, new)


def _heir(part: Part, old: Method, new: Method) -> Part | None:
    """The new argument for what an old one was for, if that has a name on the wire."""
    for each in new.arguments.values():
        same = (each.place, each.wire) == (part.place, part.wire)
        if same and part.wire and each.name not in old.arguments:
            return each
    return None


def _argument(judge: Judge, old: Part, new: Part, subject: str) -> None:
    where, quoted = between(old, new), f"'{new.name}'"
    before, after = old.type, new.type
    if old.required != new.required:
        before, after = without_null(before), without_null(after)
        if new.required:
            said = f"{quoted} has to be given now"
            judge.say("made-required", subject, said, where)
        else:
            said = f"{quoted} need not be given any more"
            judge.say("made-optional", subject, said, where)
    meaning = judge.given(before, after)
    if meaning is not None:
        said = f"{quoted} takes another type"
        judge.say("argument-retyped", subject, said, where, meaning)
    compare_rules(judge, subject, old, new)
    if old.default != new.default:
        said = f"{quoted} is {new.default or 'nothing'} where it is left out"
        judge.say("default-changed", subject, said, where)
    if (old.place, old.wire) != (new.place, new.wire):
        said = f"{quoted} is sent as '{new.wire or 'the body'}', in the {new.place}"
        judge.say("sent-otherwise", subject, said, where)
    elif old.form != new.form:
        said = f"{quoted} is written otherwise: {new.form}"
        judge.say("sent-otherwise", subject, said, where)
    if new.doc.deprecated and not old.doc.deprecated:
        judge.say("deprecated", subject, f"{quoted} is deprecated", where)
    elif new.doc != old.doc:
        judge.say("documentation", subject, f"{quoted} is described otherwise", where)


def _positions(judge: Judge, old: Method, new: Method) -> None:
    """Arguments that are given by position have to stay where they are."""
    before = [each.name for each in old.arguments.values() if each.positional]
    after = [each.name for each in new.arguments.values() if each.positional]
    kept = [name for name in before if name in new.arguments]
    if after[: len(kept)] != kept:
        where = Where(
            before=", ".join(before),
            after=", ".join(after) or "none",
            old=old.pointer,
            new=new.pointer,
        )
        said = "takes its positional arguments in another order"
        judge.say("argument-moved", new.name, said, where)
