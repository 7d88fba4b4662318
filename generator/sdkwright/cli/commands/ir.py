"""`sdkwright ir`."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from .. import arguments
from ..documents import DocumentRequest, find_document
from ..report import say_found
from ..status import FINE, WRONG
from ..streams import say


@click.command(epilog="""\b
Examples:
  sdkwright ir pets.yaml > pets.ir.json
  sdkwright ir zoo                             the document of the target zoo
""")
@arguments.document
def ir(**options: Any) -> int:
    """Print what was understood of a document, as JSON for programs.

    It has a 'version', and 'sdkwright schema ir' prints its JSON Schema.
    """
    from ...schemas.ir import as_json
    from ...understanding import understand

    document = find_document(DocumentRequest(**options))
    say_found([(document.diagnostics, document.sources)], "text")
    if document.target is None:
        return WRONG
    understood = understand(document.target)
    say_found([(understood.diagnostics, understood.sources)], "text")
    if understood.named is None:
        return WRONG
    made = as_json(understood.named.api)
    say(json.dumps(made, indent=2, ensure_ascii=False), sys.stdout)
    return FINE
