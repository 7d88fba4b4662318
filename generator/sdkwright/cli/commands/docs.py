"""`sdkwright docs build` and `sdkwright docs serve`."""

from __future__ import annotations

from pathlib import Path

import click

from ...site.make import CONFIGURATION
from .. import arguments
from ..report import say_found
from ..status import FINE, WRONG

_WHERE = click.argument("sdk", metavar="[TARGET | FOLDER]", required=False)


@click.group()
def docs() -> None:
    """Make a site of an SDK's pages, with search, or look at it while writing.

    It is of a target of the configuration, or of a folder with an SDK; of the one
    target where there is only one. Needs sdkwright[docs].
    """


@docs.command()
@_WHERE
@click.option(
    "-o", "--output", type=arguments.FILE, help="Folder of the site; SDK/site else."
)
@arguments.config
def build(sdk: str | None, output: Path | None, config: Path | None) -> int:
    """Write the site as files that any server of files can serve."""
    from ...site.make import build as build_site

    folder = _folder(sdk, config)
    site = output or folder / "site"
    status = build_site(folder, site)
    if status:
        return WRONG
    click.echo(f"{site}: open {site / 'index.html'}")
    return FINE


@docs.command()
@_WHERE
@click.option("-a", "--address", default="127.0.0.1:8000", metavar="HOST:PORT")
@arguments.config
def serve(sdk: str | None, address: str, config: Path | None) -> int:
    """Serve the site on this machine; a change of a page is seen at once."""
    from ...site.make import serve as serve_site

    return WRONG if serve_site(_folder(sdk, config), address) else FINE


def _folder(sdk: str | None, config: Path | None) -> Path:
    """The folder of the SDK that is meant.

    Raises:
        click.UsageError: There is none, or nothing that could make a site of it.
    """
    from ...site.make import can_build
    from ..targets import Request, select

    if sdk is not None and (Path(sdk) / CONFIGURATION).is_file():
        folder = Path(sdk)
    else:
        names = () if sdk is None else (sdk,)
        selection = select(Request(names=names, config=config))
        say_found([(selection.diagnostics, selection.sources)], "text")
        if len(selection.targets) != 1:
            known = ", ".join(selection.known) or "the configuration has none"
            raise click.UsageError(f"say which target is meant: {known}")
        folder = selection.targets[0].output
    if not (folder / CONFIGURATION).is_file():
        raise click.UsageError(f"'{folder}' is not generated yet: sdkwright generate")
    if not can_build():
        raise click.UsageError("sites need MkDocs: pip install 'sdkwright[docs]'")
    return folder
