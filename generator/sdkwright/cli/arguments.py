"""Arguments and options that several commands share, each said once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

FILE = click.Path(path_type=Path)
LEVELS = ("error", "warning", "info")

overlays = click.option(
    "--overlay",
    "overlays",
    type=FILE,
    multiple=True,
    help="Overlay to apply to SPEC first; may be repeated.",
)
root = click.option("--root", type=FILE, help="Folder that holds all files of SPEC.")
config = click.option("--config", type=FILE, help="Configuration to read.")
form = click.option(
    "--format",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="Form of results and findings.",
)
lenient = click.option(
    "--lenient",
    is_flag=True,
    help="Warn of broken references and doubled keys, and go on.",
)
quiet = click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
spec = click.argument("spec", metavar="SPEC | TARGET")


def document(command: Command) -> Command:
    """One document, and how it is read."""
    return _all(command, spec, overlays, root, config, lenient)


def documents(command: Command) -> Command:
    """Some documents, and how they are read."""
    several = click.argument(
        "specs", nargs=-1, required=True, metavar="[SPEC | TARGET]..."
    )
    return _all(command, several, overlays, root, config, lenient)


def targets(command: Command) -> Command:
    """Targets of a configuration, or one document and where to."""
    return _all(
        command,
        click.argument("names", nargs=-1, metavar="[TARGET]... | SPEC -o OUT"),
        click.option("-o", "--output", type=FILE, help="Folder for SPEC's SDK."),
        click.option("--package", metavar="NAME", help="Package of SPEC's SDK."),
        overlays,
        root,
        config,
        form,
        lenient,
        click.option(
            "--full", is_flag=True, help="Generate even if nothing has changed."
        ),
        click.option(
            "--cache/--no-cache",
            default=True,
            help="Make nothing again that the last run made of the same.",
        ),
        quiet,
    )


def _all(command: Command, *decorators: Callable[[Command], Command]) -> Command:
    for decorate in reversed(decorators):
        command = decorate(command)
    return command
