"""Rules for OpenAPI Overlay documents."""

from __future__ import annotations

from .rule import ERROR, WARNING, Rule

OVERLAYS = (
    Rule(
        "wrong-overlay",
        ERROR,
        "The overlay is not what the Overlay specification wants.",
        "Write what the message asks for.",
    ),
    Rule(
        "wrong-jsonpath",
        ERROR,
        "A `target` is no JSONPath (RFC 9535).",
        "Names with signs stand in brackets: `$.paths['/pets'].get`.",
    ),
    Rule(
        "overlay-mismatch",
        ERROR,
        "An update is of another kind than what it changes, which Overlay 1.1 does not"
        " allow; in an overlay of 1.0 it is a warning.",
        "Remove the old value in an action before.",
    ),
    Rule(
        "overlay-matches-nothing",
        WARNING,
        "A `target` matches nothing in the document, so the action changes nothing.",
        "Mend the target; the hint says how far it matches.",
    ),
    Rule(
        "unusual-overlay",
        WARNING,
        "The overlay lacks something that its version wants, or uses what a later"
        " version has.",
        "Write what the message asks for.",
    ),
)
