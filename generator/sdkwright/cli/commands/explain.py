"""`sdkwright explain`."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from .. import arguments
from ..documents import DocumentRequest, find_document
from ..report import say_found, shown
from ..status import FINE, WRONG
from ..streams import say


@click.command(epilog="""\b
Examples:
  sdkwright explain pets.yaml listPets         an operationId
  sdkwright explain pets.yaml 'GET /pets'      a call
  sdkwright explain zoo client.pets.list       a method, in the SDK of the target zoo
  sdkwright explain zoo Pet                    a schema or a class
  sdkwright explain zoo '#/paths/~1pets/get'   a JSON Pointer
""")
@arguments.document
@click.argument("name")
@click.option("--format", type=click.Choice(["text", "json"]), default="text")
def explain(name: str, format: Any, **options: Any) -> int:
    """Tell what becomes of an operation or schema, and why it is called so.

    From its place in the document over what was understood to its names, and the
    lines of the files that it stands in.
    """
    from ...explain.explain import explain as stories_of
    from ...explain.explain import suggest
    from ...explain.tell import Known
    from ...explain.write import as_json, as_text
    from ...pipeline import files_of, names_before
    from ...understanding import understand

    document = find_document(DocumentRequest(**options))
    target = document.target
    say_found([(document.diagnostics, document.sources)], format)
    if target is None:
        return WRONG
    understood = understand(target, before=names_before(target))
    if understood.named is None:
        say_found([(understood.diagnostics, understood.sources)], format)
        return WRONG
    known = Known(
        api=understood.named.api,
        names=understood.named.names,
        pinned=target.names,
        files=files_of(target, understood.named),
        folder=f"{shown(target.output)}/" if target.output.is_dir() else "",
    )
    stories = stories_of(known, understood, name)
    if not stories:
        raise click.UsageError(suggest(known, name))
    if format == "json":
        made = [as_json(each) for each in stories]
        say(json.dumps(made, indent=2, ensure_ascii=False), sys.stdout)
    else:
        say("\n\n".join(map(as_text, stories)), sys.stdout)
    return FINE
