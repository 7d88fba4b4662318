"""`sdkwright generate`."""

from __future__ import annotations

from typing import Any

import click

from ..arguments import targets
from ..targets import Request


@click.command(epilog="""\b
Examples:
  sdkwright generate                           every target
  sdkwright generate notes                     the target notes
  sdkwright generate 'billing-*'               those of such names
  sdkwright generate pets.yaml -o sdk          one document into sdk/
  sdkwright generate pets.yaml -o sdk --package pets
""")
@targets
def generate(**options: Any) -> int:
    """Generate targets of the configuration, or one document.

    Only generated files are changed or removed; what you have put beside them
    stays as it is. A run that is cut short is finished or undone by the next one.
    """
    from ..run import run_generate

    return run_generate(Request(**options))
