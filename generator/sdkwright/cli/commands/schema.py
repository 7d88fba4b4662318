"""`sdkwright schema`."""

from __future__ import annotations

import sys

import click

from ..status import FINE
from ..streams import say


@click.command(epilog="""\b
Examples:
  sdkwright schema > sdkwright.schema.json     for the first line of sdkwright.yaml:
      # yaml-language-server: $schema=sdkwright.schema.json
  sdkwright schema ir                          the form of what 'sdkwright ir' prints
""")
@click.argument(
    "name", type=click.Choice(["configuration", "ir"]), default="configuration"
)
def schema(name: str) -> int:
    """Print the JSON Schema of the configuration, or of the IR."""
    from ...schemas.published import read_text

    say(read_text(name), sys.stdout)
    return FINE
