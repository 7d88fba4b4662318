"""The command line: which commands there are, and how a process ends."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Sequence
from importlib import import_module

import click

from .. import __version__
from .errors import explain
from .streams import make_ready

COMMANDS = (
    "generate",
    "check",
    "lint",
    "explain",
    "diff",
    "ir",
    "schema",
    "init",
    "adopt",
    "watch",
    "docs",
    "release",
)

_HELP = """Make a typed Python SDK from an OpenAPI document.

\b
  sdkwright generate pets.yaml -o sdk     one document, no configuration
  sdkwright generate                      every target of the configuration
  sdkwright check                         is what was generated up to date?

The configuration is --config FILE, else sdkwright.yaml in the working folder,
else [tool.sdkwright] in pyproject.toml.
"""
_EPILOG = """\b
Exit status:
  0  fine
  1  check: what was generated is not up to date;
     lint, diff: something is as bad as --fail-on says;
     release: tests or the build fail
  2  the document, the configuration or the command line is wrong;
     nothing has been written
"""


class _Commands(click.Group):
    """The commands, each in the module of its name, imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f".commands.{cmd_name}", __package__)
        command: click.Command = getattr(module, cmd_name)
        return command


@click.group(cls=_Commands, help=_HELP, epilog=_EPILOG, invoke_without_command=True)
@click.version_option(__version__, prog_name="sdkwright")
@click.pass_context
def cli(context: click.Context) -> None:
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        context.exit(2)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line, by default the process's own; its exit status."""
    if arguments is None:  # a process that ends looks for garbage in all that it made
        atexit.register(gc.freeze)
    make_ready()
    try:
        status = cli.main(arguments, prog_name="sdkwright", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("sdkwright: interrupted", err=True)
        return 130
    except Exception as error:
        click.echo(explain(error), err=True)
        return 2
    return status if isinstance(status, int) else 0
