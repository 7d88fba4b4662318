"""`sdkwright diff`."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from typing import Any

import click

from ...records import replace
from .. import arguments
from ..comparing import options_for, side
from ..documents import DocumentRequest
from ..report import say_found
from ..status import FAILED, FINE, WRONG
from ..streams import say


@click.command(epilog="""\b
Examples:
  sdkwright diff old.yaml new.yaml
  sdkwright diff HEAD:spec/pets.yaml spec/pets.yaml
  sdkwright diff v1.2.0:spec/pets.yaml main:spec/pets.yaml --fail-on breaking

The options are those of the target whose document is compared, for both.
""")
@click.argument("old")
@click.argument("new")
@arguments.overlays
@arguments.root
@arguments.config
@arguments.lenient
@arguments.form
@click.option(
    "--fail-on",
    type=click.Choice(["breaking", "major", "minor", "patch", "never"]),
    default="never",
    show_default=True,
    help="Exit 1 where a change is as grave as this; a breaking one makes it major.",
)
def diff(old: str, new: str, format: Any, fail_on: str, **options: Any) -> int:
    """Tell what users of the SDK would feel of a new document.

    Every change has its places, the Python before and after, and why it is breaking,
    minor or a patch; the last line says what the version has to become: major, minor,
    patch, or none. OLD and NEW are files, or REV:path for a file of a git revision.
    """
    from ...compare.change import Level
    from ...compare.documents import compare_documents
    from ...compare.write import as_github, as_json, as_text, summary

    document = options_for(old, new, DocumentRequest(spec=new, **options))
    say_found([(document.diagnostics, document.sources)], format)
    target = document.target
    if target is None:
        return WRONG
    with ExitStack() as stack:
        sides = tuple(side(text, target, stack) for text in (old, new))
        done = compare_documents(sides[0].target, sides[1].target)
        if done.changes is None:
            pairs = zip(sides, (done.old, done.new), strict=True)
            say_found(
                [
                    (each.found(of.diagnostics), each.sources(of.sources))
                    for each, of in pairs
                    if of.named is None
                ],
                format,
            )
            return WRONG
        changes = tuple(
            replace(
                each,
                old_span=sides[0].span(each.old_span),
                new_span=sides[1].span(each.new_span),
            )
            for each in done.changes
        )
    if format == "json":
        say(as_json(changes), sys.stdout)
    else:
        say((as_github if format == "github" else as_text)(changes), sys.stdout)
        say(summary(changes), sys.stdout)
    grave = "breaking" if fail_on == "major" else fail_on
    limit = Level[grave.upper()] if grave != "never" else None
    failed = any(limit and each.level >= limit for each in changes)
    return FAILED if failed else FINE
