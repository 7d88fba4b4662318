"""Rules for text, files and references: whether there is a document at all."""

from __future__ import annotations

from .rule import ERROR, WARNING, Rule

DOCUMENTS = (
    Rule(
        "unreadable-file",
        ERROR,
        "The file is not there, may not be read, is larger than 64 MiB or is not"
        " UTF-8.",
        "Give the path of a document in UTF-8.",
    ),
    Rule(
        "syntax",
        ERROR,
        "The text is no YAML 1.2 and no JSON, or holds what OpenAPI does not allow: a"
        " tag, a key that is no text, a second document.",
        "Mend the text at the caret, or where what is open there begins.",
    ),
    Rule(
        "alias-bomb",
        ERROR,
        "A few anchors and aliases of YAML stand for more than 100,000 values.",
        "Use `$ref` for what is used in many places.",
    ),
    Rule(
        "too-deep",
        ERROR,
        "Values are nested more than 100 levels deep, or a schema is made of others"
        " more than 64 schemas deep.",
        "Move inner parts to `components` and refer to them.",
    ),
    Rule(
        "duplicate-key",
        ERROR,
        "A key stands twice in one mapping. With the same value that is a warning:"
        " which one counts makes no difference.",
        "Take one of the two out.",
        eased=True,
    ),
    Rule(
        "not-openapi",
        ERROR,
        "The document is empty, no mapping, or does not say its version.",
        "Begin it with `openapi: 3.1.0`.",
    ),
    Rule(
        "unsupported-version",
        ERROR,
        "The version of OpenAPI or of Overlay is none that sdkwright reads.",
        "Write the document in OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0; an overlay in"
        " 1.0 or 1.1.",
    ),
    Rule(
        "unusual-version",
        WARNING,
        "What the document calls its version is none that Python's tools take, so that"
        " an SDK of this version could not be installed.",
        "Write numbers, such as `1.2.0`, or give the SDK a `version` in the"
        " configuration.",
    ),
    Rule(
        "missing-paths",
        ERROR,
        "There are no `paths`, so there is nothing to call.",
        "Add `paths`; a document without operations has `paths: {}`.",
        eased=True,
    ),
    Rule(
        "wrong-type",
        ERROR,
        "A value is of another JSON type than the specification wants there.",
        "Write what the message asks for.",
        eased=True,
    ),
    Rule(
        "mistyped-value",
        WARNING,
        "A value in `enum` or `const` is of another type than the schema names, so that"
        " nothing fits. It is taken to be what it says in that type: `1` is the text"
        " `'1'`.",
        "In YAML, put quotes around text that looks like a number or like `true`.",
    ),
    Rule(
        "unresolved-reference",
        ERROR,
        "A `$ref` leads to nothing, inside the document or to a file that is not"
        " there.",
        "Name what is meant; the nearest name is suggested. With `--lenient` the place"
        " is typed `Any`.",
        eased=True,
    ),
    Rule(
        "unusable-reference",
        ERROR,
        "A reference leads round in a circle, or to something of another kind. A"
        " callback that calls itself is left out with a warning.",
        "Let the reference lead to an object of the kind that stands there.",
        eased=True,
    ),
    Rule(
        "outside-root",
        ERROR,
        "A reference leads out of the folder of the document.",
        "Name the folder that holds all files with `--root`, or `root` in the"
        " configuration.",
    ),
    Rule(
        "remote-reference",
        ERROR,
        "A reference leads to the network, from which nothing is fetched.",
        "Keep a copy of that document beside this one and refer to the file.",
        eased=True,
    ),
)
