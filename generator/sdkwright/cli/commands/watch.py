"""`sdkwright watch`."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import click

from ..arguments import targets
from ..status import FINE
from ..targets import Request


@click.command(epilog="""\b
Examples:
  sdkwright watch                              every target
  sdkwright watch pets.yaml -o sdk             one document
""")
@targets
def watch(**options: Any) -> int:
    """Generate, and again whenever a document, the configuration or a template changes.

    Every file of a document counts. What is wrong is told, and the next save looked
    at: an SDK stays as it was until its document is whole again. Ctrl-C ends it.
    """
    from ..watch import watch as run

    with suppress(KeyboardInterrupt):
        run(Request(**options))
    return FINE
