"""Two faces → what a user of the one would feel of the other."""

from __future__ import annotations

from .change import Change
from .classes import compare_classes
from .client import compare_client
from .face import Face
from .judge import Judge
from .methods import compare_methods
from .rename import renamed_classes, renamed_methods, under
from .types import Types


def compare(old: Face, new: Face) -> tuple[Change, ...]:
    """Every change, the worst first; within a level as the SDK is laid out."""
    classes = renamed_classes(old, new)
    old = under(old, classes)
    known = {classes.get(name, name): each for name, each in old.classes.items()}
    judge = Judge(Types(known, new.classes))
    compare_client(judge, old, new)
    compare_methods(judge, old.methods, new.methods, renamed_methods(old, new))
    compare_classes(judge, old.classes, new.classes, classes)
    return tuple(sorted(judge.changes, key=lambda each: -each.level))
