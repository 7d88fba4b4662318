"""Every code of a change: its level, and why it is on it."""

from __future__ import annotations

from collections.abc import Mapping

from ..records import dataclass
from .change import Level

BREAKING, MINOR, PATCH = Level.BREAKING, Level.MINOR, Level.PATCH


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a change means to programs."""

    level: Level
    why: str


_FAIL = "programs that use it fail"
_OLD_NAME = "programs use the old name"
_NOTHING = "nothing of before changes"
_OPTIONAL = "it need not be given"

# The codes that are not here, `…-retyped`, mean what has become of the type.
RULES: Mapping[str, Meaning] = {
    "package-renamed": Meaning(BREAKING, "programs import the old name"),
    "client-renamed": Meaning(BREAKING, "programs import the old name"),
    "option-removed": Meaning(BREAKING, "programs that give it fail"),
    "option-added": Meaning(MINOR, _OPTIONAL),
    "required-option-added": Meaning(BREAKING, "clients without it fail"),
    "option-retyped": Meaning(BREAKING, "programs give what was taken before"),
    "environment-removed": Meaning(BREAKING, _FAIL),
    "environment-added": Meaning(MINOR, _NOTHING),
    "environment-moved": Meaning(MINOR, "calls go to another server"),
    "method-removed": Meaning(BREAKING, "programs that call it fail"),
    "method-renamed": Meaning(BREAKING, _OLD_NAME),
    "method-added": Meaning(MINOR, _NOTHING),
    "argument-removed": Meaning(BREAKING, "calls that give it fail"),
    "argument-renamed": Meaning(BREAKING, _OLD_NAME),
    "argument-added": Meaning(MINOR, _OPTIONAL),
    "required-argument-added": Meaning(BREAKING, "calls without it fail"),
    "argument-moved": Meaning(BREAKING, "calls by position give the wrong values"),
    "made-required": Meaning(BREAKING, "programs that do not give it fail"),
    "made-optional": Meaning(MINOR, "it need not be given any more"),
    "default-changed": Meaning(MINOR, "where it is left out the server acts otherwise"),
    "rule-tightened": Meaning(BREAKING, "values that were taken are refused"),
    "rule-loosened": Meaning(MINOR, "values are taken that were refused"),
    "sent-otherwise": Meaning(PATCH, "the same program sends another request"),
    "other-call": Meaning(PATCH, "the same program makes another call"),
    "paging-removed": Meaning(BREAKING, "loops over all pages fail"),
    "paging-added": Meaning(MINOR, "looping over an answer goes on to the next one"),
    "paging-changed": Meaning(PATCH, "programs cannot tell"),
    "stream-removed": Meaning(BREAKING, "programs that read the stream fail"),
    "stream-added": Meaning(MINOR, "an argument asks for it"),
    "only-streams": Meaning(BREAKING, "it answers in no other way any more"),
    "error-removed": Meaning(BREAKING, "programs that read fields of its body fail"),
    "error-added": Meaning(MINOR, "its body is read into a type"),
    "header-removed": Meaning(BREAKING, "programs that read it fail"),
    "header-added": Meaning(MINOR, "it can be read by its name"),
    "credentials-changed": Meaning(BREAKING, "those of before do not do"),
    "credentials-eased": Meaning(MINOR, "those of before will do"),
    "class-removed": Meaning(BREAKING, "programs that import it fail"),
    "class-renamed": Meaning(BREAKING, _OLD_NAME),
    "class-added": Meaning(MINOR, _NOTHING),
    "kind-changed": Meaning(BREAKING, "programs that make or read it fail"),
    "attribute-removed": Meaning(BREAKING, _FAIL),
    "attribute-renamed": Meaning(BREAKING, _OLD_NAME),
    "attribute-added": Meaning(MINOR, "answers hold it, requests need not"),
    "required-attribute-added": Meaning(
        BREAKING, "programs that make one without it fail"
    ),
    "member-removed": Meaning(BREAKING, _FAIL),
    "member-renamed": Meaning(BREAKING, _OLD_NAME),
    "member-added": Meaning(MINOR, "enums are open: programs expect values to come"),
    "any-text-refused": Meaning(BREAKING, "type checkers refuse what is no member"),
    "any-text-taken": Meaning(MINOR, _NOTHING),
    "webhook-removed": Meaning(BREAKING, "programs that call it fail"),
    "webhook-added": Meaning(MINOR, _NOTHING),
    "deprecated": Meaning(MINOR, "it works, and is to be avoided"),
    "documentation": Meaning(PATCH, "only what is said of it changes"),
}
