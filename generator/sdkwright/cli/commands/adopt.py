"""`sdkwright adopt`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..arguments import FILE, lenient
from ..report import say_found
from ..status import FINE, WRONG
from ..streams import say


@click.command(epilog="""\b
Examples:
  sdkwright adopt notes openapi.yaml           the package 'notes' that is installed
  sdkwright adopt notes openapi.yaml --path old/src -o sdks/notes

It needs griffe: pip install 'sdkwright[adopt]'.
""")
@click.argument("package")
@click.argument("spec", type=FILE)
@click.option(
    "--path", "folders", type=FILE, multiple=True, help="Folder that holds PACKAGE."
)
@click.option("-o", "--output", type=FILE, help="Folder for the new SDK.")
@lenient
def adopt(
    package: str,
    spec: Path,
    folders: tuple[Path, ...],
    output: Path | None,
    lenient: bool,
) -> int:
    """Write the configuration of an SDK that looks like an existing one.

    To a sdkwright.yaml that is there it is added: as a target of its own, or to the
    one of the same document, where what that says stays.

    PACKAGE is read and never run: its client's class, its resources, its methods and
    their arguments. What will differ all the same is told, method by method.
    """
    from ...adopting.adopt import OVERLAY, report
    from ...adopting.adopt import adopt as adopted
    from ...adopting.read import NoSdk, read_sdk
    from ...config import Target
    from ..adding import configured

    if not spec.is_file():
        raise click.UsageError(f"there is no document '{spec}'")
    try:
        sdk = read_sdk(package, folders)
    except NoSdk as error:
        raise click.UsageError(str(error)) from error
    except ImportError as error:
        needed = "griffe is needed: pip install 'sdkwright[adopt]'"
        raise click.UsageError(needed) from error
    out = output or Path("sdks", package)
    target = Target(name=package, spec=spec, output=out, lenient=lenient)
    done = adopted(sdk, target)
    if done.matches is None or done.face is None:
        say_found([(done.understood.diagnostics, done.understood.sources)], "text")
        return WRONG
    if done.overlay is not None and Path(OVERLAY).exists():
        raise click.UsageError(
            f"there is a file already: {OVERLAY}: give it another name, in the"
            " configuration too"
        )
    say("\n".join(configured(package, done.options)), sys.stdout)
    if done.overlay is not None:
        Path(OVERLAY).write_text(done.overlay, encoding="utf-8", newline="\n")
        say(f"{OVERLAY}: written", sys.stdout)
    say("\n".join(report(sdk, done)), sys.stdout)
    say("next: sdkwright generate", sys.stderr)
    return FINE
