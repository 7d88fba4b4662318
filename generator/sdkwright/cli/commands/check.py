"""`sdkwright check`."""

from __future__ import annotations

from typing import Any

import click

from ..arguments import targets
from ..targets import Request


@click.command(epilog="""\b
Examples:
  sdkwright check                              every target
  sdkwright check notes --format github        as annotations of a CI job
  sdkwright check | git apply                  mends what is out of date
""")
@targets
def check(**options: Any) -> int:
    """See whether `generate` would change anything, without writing.

    Prints a unified diff of what is changed, missing or orphaned, and exits 1 if
    there is any such file.
    """
    from ..run import run_check

    return run_check(Request(**options))
