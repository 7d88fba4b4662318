"""Rules for what a document says of operations, parameters and schemas."""

from __future__ import annotations

from .rule import ERROR, WARNING, Rule

OPERATIONS = (
    Rule(
        "wrong-path",
        WARNING,
        "A path does not begin with a slash; it is taken to.",
        "Write the slash.",
        fixed="writes the slash",
    ),
    Rule(
        "duplicate-operation-id",
        WARNING,
        "Two operations have the same `operationId`; the later method gets a name that"
        " tells them apart.",
        "Give each operation an id of its own.",
    ),
    Rule(
        "undeclared-path-parameter",
        WARNING,
        "The path has a `{parameter}` that no path parameter declares; it is taken to"
        " be text.",
        "Declare it in `parameters`, with `in: path` and `required: true`.",
        fixed="declares it as text, in documents of OpenAPI 3",
    ),
    Rule(
        "unused-path-parameter",
        WARNING,
        "A path parameter is declared that the path does not have; it is left out.",
        "Put `{name}` into the path, or take the parameter out.",
    ),
    Rule(
        "duplicate-parameter",
        WARNING,
        "The same parameter stands twice in one list; the later one counts.",
        "Take one of the two out.",
    ),
    Rule(
        "unusable-parameter",
        ERROR,
        "A parameter says no place where it could travel, or has a name that cannot"
        " stand there. A header that cannot be called so is left out with a warning.",
        "Write `in: query`, `path`, `header` or `cookie`; mend the name.",
        eased=True,
    ),
    Rule(
        "unusable-style",
        WARNING,
        "A parameter has a `style` that there is not in its place; it is sent in the"
        " usual one.",
        "Take a style that goes with the place (OpenAPI 3.2, 4.12.3).",
        fixed="writes the usual one",
    ),
    Rule(
        "unusable-status",
        WARNING,
        "No answer has this status, so what is said of it is left out.",
        "A status is three digits, a class such as `4XX`, or `default`.",
    ),
    Rule(
        "unused-media-type",
        WARNING,
        "One of several forms of a parameter, a body or an answer is never used: the"
        " SDK has no way to ask for it, or an answer of that status has no body.",
        "Nothing, if the other form will do; else make it an operation of its own. A"
        " body comes with a 200, not with a 204.",
    ),
    Rule(
        "unreadable-payload",
        WARNING,
        "A webhook comes in a form that the SDK does not read by itself.",
        "Let it come as `application/json`, or read it in your own code.",
    ),
    Rule(
        "unused-header",
        WARNING,
        "A header of a form's part has no value that the document knows.",
        "Give its schema a `const` or a `default`, or take it away.",
    ),
    Rule(
        "unused-link",
        WARNING,
        "A link of an answer leads to no operation of the document.",
        "Correct its `operationId`; what leads into another API cannot be followed.",
    ),
    Rule(
        "relative-server",
        WARNING,
        "A server's URL says no host, so a client has no address of its own.",
        "Write the whole URL, or let callers give `base_url`.",
    ),
    Rule(
        "unused-server",
        WARNING,
        "An operation has several servers of its own; the first one is called.",
        "Leave one, or choose at run time with `base_url`.",
    ),
    Rule(
        "unknown-security-scheme",
        WARNING,
        "A security scheme is of no known type, or is asked for and not declared; it is"
        " left out.",
        "Declare it in `components/securitySchemes` with one of the five types.",
    ),
    Rule(
        "one-credential",
        WARNING,
        "Two credentials are asked for together that are sent in the same place, such"
        " as `Authorization`; either of them is sent.",
        "Where either is enough, write a requirement for each: `security: [{a: []}, {b:"
        " []}]`.",
    ),
    Rule(
        "challenge-scheme",
        WARNING,
        "An HTTP scheme answers a challenge of the server (Digest, NTLM …), which a"
        " request alone cannot.",
        "Give the client an HTTP client that has this authentication.",
    ),
    Rule(
        "unused-variable",
        WARNING,
        "An environment variable is named for a part that the security scheme lacks.",
        "Name a part that the message lists.",
    ),
    Rule(
        "unused-export",
        WARNING,
        "The configuration exports a name that the SDK does not have, or from a place"
        " that the SDK has itself.",
        "Take a name that the package offers, and a module that it does not have.",
    ),
    Rule(
        "unused-name",
        WARNING,
        "The configuration gives a name to what has none in the SDK, or is not there.",
        "Look the pointer up: `sdkwright explain SPEC NAME` prints those of a thing.",
    ),
    Rule(
        "unusable-pagination",
        WARNING,
        "How an operation pages is said in a way that does not fit it; it answers with"
        " one page.",
        "Name a parameter and properties that are there; see Pages in the README.",
    ),
    Rule(
        "unknown-type",
        WARNING,
        "A `type` that JSON Schema does not have; any value is accepted.",
        "Write one of the seven types, and a `format` beside it.",
    ),
    Rule(
        "unused-keyword",
        WARNING,
        "A rule for values that types cannot express and the SDK does not check.",
        "Nothing, if the server checks it.",
    ),
    Rule(
        "misspelt-key",
        WARNING,
        "A key is none that its object has, and nearly one of them.",
        "Write the key that is suggested, or one that begins with `x-`.",
    ),
    Rule(
        "unusable-value",
        WARNING,
        "The value of a keyword is of a kind that says nothing there, as text where a"
        " number belongs.",
        "Write what the message asks for, or take the keyword out.",
    ),
    Rule(
        "unusable-xml",
        WARNING,
        "XML has no way to say what the schema says, or does not tell the values of a"
        " union from each other.",
        "Nothing, if the way in which it is read will do; else tell the values apart.",
    ),
    Rule(
        "undeclared-property",
        WARNING,
        "A name in `required` is no property of the object; it is an optional one, of"
        " any type.",
        "Declare it in `properties`, or take it out of `required`.",
    ),
    Rule(
        "endless-schema",
        WARNING,
        "A schema contains itself with no object between; any value is accepted.",
        "Put an object with a property between the schema and itself.",
    ),
    Rule(
        "allof-cycle",
        WARNING,
        "A part of `allOf` leads back to the schema itself; it is left out.",
        "Take the part out.",
    ),
    Rule(
        "numbered-name",
        WARNING,
        "Two things want the same name, so that one of them gets a number.",
        "Name it with `x-sdkwright-name`, or under `names` in the configuration.",
    ),
)
