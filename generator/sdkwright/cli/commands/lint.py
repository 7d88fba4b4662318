"""`sdkwright lint`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from .. import arguments
from ..arguments import LEVELS
from ..documents import DocumentRequest, find_document
from ..fixing import fixed
from ..report import say_found
from ..status import FAILED, FINE, WRONG
from ..streams import say

if TYPE_CHECKING:
    from ...spec.source import Source


@click.command(epilog="""\b
Examples:
  sdkwright lint pets.yaml                     every finding, with its place
  sdkwright lint notes                         on the document of the target notes
  sdkwright lint pets.yaml --fail-on warning --format github
  sdkwright lint pets.yaml --fix               mend what can be, then tell the rest

Each finding has a code; docs/diagnostics.md tells what it means and how to mend it.
Under 'ignore' in the configuration stand codes that are not told.
""")
@arguments.documents
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
def lint(
    specs: tuple[str, ...],
    format: Any,
    fail_on: str,
    fix: bool,
    quiet: bool,
    **options: Any,
) -> int:
    """Tell everything that is to be said of documents, each with its place.

    Errors keep an SDK from being made, warnings tell what it will lack, infos what
    would make it a better one. With --fix the document says what was taken to be meant:
    the SDK stays the same, and so do comments and layout.
    """
    from ...diagnostics import Diagnostic, Severity
    from ...lint.check import lint as find
    from ...listing import listing, tally

    asked = [find_document(DocumentRequest(spec=each, **options)) for each in specs]
    say_found([(each.diagnostics, each.sources) for each in asked], format)
    targets = [each.target for each in asked if each.target is not None]
    if len(targets) < len(asked):
        return WRONG
    found: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    for target in targets:
        if fix:
            for line in fixed(target):
                say(line, sys.stdout if format == "text" else sys.stderr)
        done = find(target)
        found += done.findings
        sources |= {each.name: each for each in done.sources.values()}
        if format == "text" and not quiet:
            tallies = f"{target.spec.as_posix()}: {tally(done.findings)}"
            say(tallies, sys.stderr)
    told = [each for each in found if not quiet or each.severity is Severity.ERROR]
    say(listing(told, sources, format), sys.stdout)
    limit = Severity[fail_on.upper()] if fail_on != "never" else None
    return FAILED if any(limit and each.severity >= limit for each in found) else FINE
