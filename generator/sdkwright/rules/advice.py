"""Rules of `lint` alone: what would make a better SDK of a document that is fine."""

from __future__ import annotations

from .rule import INFO, Rule

ADVICE = (
    Rule(
        "no-server",
        INFO,
        "The document names no server, so every caller has to give `base_url`.",
        "Name the API's URL under `servers`.",
    ),
    Rule(
        "no-operation-id",
        INFO,
        "An operation has no `operationId`: its method is named after verb and path,"
        " and is renamed when the path changes.",
        "Give it an `operationId`.",
    ),
    Rule(
        "no-summary",
        INFO,
        "An operation has neither `summary` nor `description`, so its method has no"
        " documentation but its types.",
        "Say in one sentence what it does.",
    ),
    Rule(
        "no-error-answer",
        INFO,
        "An operation declares no answer but success, so that the body of an error has"
        " no type.",
        "Declare `4XX` or `default` with the schema of errors.",
    ),
    Rule(
        "untyped-answer",
        INFO,
        "An answer has a body of which nothing is known: the method returns `Any`.",
        "Give its content a schema.",
    ),
    Rule(
        "unused-schema",
        INFO,
        "A schema of `components` is used by no operation and no webhook. Its class is"
        " generated all the same.",
        "Take it out, or refer to it.",
    ),
    Rule(
        "plain-http",
        INFO,
        "Credentials would travel to this server without encryption.",
        "Name the server by `https`.",
    ),
)
