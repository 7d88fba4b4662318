"""Classes of whole answers, as Speakeasy makes them: a body, and what came with it."""

from __future__ import annotations

from typing import Any

# What such a class has, beside attributes for bodies: of answers that are flat, and of
# those that are envelopes.
_FLAT = frozenset({"headers", "next", "result"})
_ENVELOPES = (
    frozenset({"http_meta"}),
    frozenset({"content_type", "raw_response", "status_code"}),
)


def body_of(answer: Any) -> Any:
    """The attribute of an answer's class that is its body; None where it is no answer.

    None as well where it has several, one for each status.
    """
    held = {
        name: each
        for name, each in answer.members.items()
        if not each.is_alias and each.is_attribute and not name.startswith("_")
    }
    if "result" in held and len(held) > 1 and held.keys() <= _FLAT:
        return held["result"]
    for beside in _ENVELOPES:
        if beside <= held.keys():
            rest = held.keys() - beside - {"headers", "next"}
            return held[rest.pop()] if len(rest) == 1 else None
    return None
