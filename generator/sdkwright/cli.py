"""The command line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from . import __version__
from .cli_errors import explain
from .cli_targets import Request

Command = TypeVar("Command", bound=Callable[..., Any])

FILE = click.Path(path_type=Path)

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
  1  check: what was generated is not up to date
  2  the document, the configuration or the command line is wrong;
     nothing has been written
"""


@click.group(help=_HELP, epilog=_EPILOG, invoke_without_command=True)
@click.version_option(__version__, prog_name="sdkwright")
@click.pass_context
def cli(context: click.Context) -> None:
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        context.exit(2)


def _options(command: Command) -> Command:
    """The arguments that `generate` and `check` share."""
    for decorate in reversed(
        (
            click.argument("names", nargs=-1, metavar="[TARGET]... | SPEC -o OUT"),
            click.option("-o", "--output", type=FILE, help="Folder for SPEC's SDK."),
            click.option("--package", metavar="NAME", help="Package of SPEC's SDK."),
            click.option(
                "--overlay",
                "overlays",
                type=FILE,
                multiple=True,
                help="Overlay to apply to SPEC first; may be repeated.",
            ),
            click.option(
                "--root", type=FILE, help="Folder that holds all files of SPEC."
            ),
            click.option("--config", type=FILE, help="Configuration to read."),
            click.option(
                "--format",
                type=click.Choice(["text", "json", "github"]),
                default="text",
                help="Form of results and findings.",
            ),
            click.option(
                "--lenient",
                is_flag=True,
                help="Warn of broken references and doubled keys, and go on.",
            ),
            click.option(
                "--full", is_flag=True, help="Generate even if nothing has changed."
            ),
            click.option("-q", "--quiet", is_flag=True, help="Print errors only."),
        )
    ):
        command = decorate(command)
    return command


@cli.command(epilog="""\b
Examples:
  sdkwright generate                           every target
  sdkwright generate notes                     the target notes
  sdkwright generate pets.yaml -o sdk          one document into sdk/
  sdkwright generate pets.yaml -o sdk --package pets
""")
@_options
def generate(**options: Any) -> int:
    """Generate targets of the configuration, or one document.

    Only generated files are changed or removed; what you have put beside them
    stays as it is. A run that is cut short is finished or undone by the next one.
    """
    from .cli_run import run_generate

    return run_generate(Request(**options))


@cli.command(epilog="""\b
Examples:
  sdkwright check                              every target
  sdkwright check notes --format github        as annotations of a CI job
  sdkwright check | git apply                  mends what is out of date
""")
@_options
def check(**options: Any) -> int:
    """See whether `generate` would change anything, without writing.

    Prints a unified diff of what is changed, missing or orphaned, and exits 1 if
    there is any such file.
    """
    from .cli_run import run_check

    return run_check(Request(**options))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line, by default the process's own; its exit status."""
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


if __name__ == "__main__":
    sys.exit(main())
