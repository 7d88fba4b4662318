"""`sdkwright lint`."""

from __future__ import annotations

import sys
from typing import Any

import click

from .. import arguments
from ..arguments import LEVELS
from ..documents import DocumentRequest, find_document
from ..fixing import fixed
from ..report import say, say_found
from ..status import FAILED, FINE, WRONG


@click.command(epilog="""\b
Examples:
  sdkwright lint pets.yaml                     every finding, with its place
  sdkwright lint notes                         on the document of the target notes
  sdkwright lint pets.yaml --fail-on warning --format github
  sdkwright lint pets.yaml --fix               mend what can be, then tell the rest

Each finding has a code; docs/diagnostics.md tells what it means and how to mend it.
Under 'ignore' in the configuration stand codes that are not told.
""")
@arguments.document
@arguments.form
@click.option(
    "--fail-on",
    type=click.Choice([*LEVELS, "never"]),
    default="error",
    show_default=True,
    help="Exit 1 where something is found that is as bad as this.",
)
@click.option("--fix", is_flag=True, help="Mend in the document what can safely be.")
@arguments.quiet
def lint(format: Any, fail_on: str, fix: bool, quiet: bool, **options: Any) -> int:
    """Tell everything that is to be said of a document, each with its place.

    Errors keep an SDK from being made, warnings tell what it will lack, infos what
    would make it a better one.
    """
    from ...diagnostics import Severity
    from ...lint.check import lint as find
    from ...listing import listing, tally

    document = find_document(DocumentRequest(**options))
    say_found([(document.diagnostics, document.sources)], format)
    if document.target is None:
        return WRONG
    if fix:
        for line in fixed(document.target):
            say(line, sys.stdout if format == "text" else sys.stderr)
    done = find(document.target)
    told = [
        each for each in done.findings if not quiet or each.severity is Severity.ERROR
    ]
    say(listing(told, done.sources, format), sys.stdout)
    if format == "text" and not quiet:
        say(f"{document.target.spec.as_posix()}: {tally(done.findings)}", sys.stderr)
    limit = Severity[fail_on.upper()] if fail_on != "never" else None
    bad = any(limit and each.severity >= limit for each in done.findings)
    return FAILED if bad else FINE
