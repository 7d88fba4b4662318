"""`sdkwright release`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ...revisions import has_repository
from .. import arguments
from ..report import say_found
from ..status import FINE, WRONG
from ..streams import say


@click.command(epilog="""\b
Examples:
  sdkwright release notes --dry-run            what it would be
  sdkwright release notes --tag                commit and tag it, too
""")
@click.argument("name", metavar="TARGET")
@arguments.config
@click.option("--dry-run", is_flag=True, help="Tell what would be done.")
@click.option("--version", metavar="X.Y.Z", help="Release this version.")
@click.option("--since", metavar="REV", help="Compare with this revision of git.")
@click.option("--tag", "tagged", is_flag=True, help="Commit it, and tag the commit.")
def release(
    name: str,
    config: Path | None,
    dry_run: bool,
    version: str | None,
    since: str | None,
    tagged: bool,
) -> int:
    """Make the next version of an SDK, from what has changed since the last one.

    The last one is the latest tag of git: vX.Y.Z, or TARGET-vX.Y.Z where the
    configuration has several targets. The version follows from what users would feel
    (see diff); it is written into the configuration, what has changed into the change
    log. The SDK is generated, its tests are run, it is built, and checked by twine.
    Nothing is published: the last line tells how. A release that was interrupted,
    wherever that was, is run again.
    """
    from .. import release as decided
    from .. import release_steps as steps
    from ..targets import Request, select

    request = Request(names=(name,), config=config)
    selection = select(request)
    file = selection.file
    say_found([(selection.diagnostics, selection.sources)], "text")
    if file is None or not selection.targets:
        return WRONG
    wanted = decided.Wanted(
        target=selection.targets[0],
        file=file,
        alone=len(selection.known) == 1,
        version=version,
        since=since,
    )
    if tagged and not has_repository():
        raise click.UsageError("--tag needs a repository of git, and this is none")
    made = decided.plan(wanted)
    if made is None:
        return WRONG
    several = steps.steps(wanted, made, request, tagged=tagged)
    say(decided.title(made), sys.stdout)
    if dry_run:
        say(f"\n{steps.section_of(made)}", sys.stdout)
        for step in several[1:]:
            say(f"would {step.what}", sys.stdout)
    else:
        missing = steps.missing_tools(wanted.target)
        if missing is not None:
            raise click.UsageError(missing)
        for step in several:
            if status := step.run():
                return status
    say(f"last step: {steps.last_step(wanted, made, tagged=tagged)}", sys.stdout)
    return FINE
