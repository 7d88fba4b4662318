"""An SDK's pages as a site: MkDocs makes it, from the SDK's own `mkdocs.yml`."""

from __future__ import annotations

import logging
import os
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

CONFIGURATION = "mkdocs.yml"
_ADDED = str(Path(__file__).with_name("additions.py"))
# What MkDocs is told by its environment: no advertisement between our lines.
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def can_build() -> bool:
    """Whether what makes sites is installed: `pip install 'sdkwright[docs]'`."""
    return find_spec("mkdocs") is not None and find_spec("material") is not None


def build(sdk: Path, site: Path) -> int:
    """Make the site of the distribution in the folder `sdk`; its exit status.

    What is wrong with a page is said on standard error.
    """
    os.environ.update(_QUIET)
    from mkdocs.commands.build import build as make
    from mkdocs.exceptions import MkDocsException

    try:
        make(_configuration(sdk, site_dir=str(site.resolve()), hooks=_hooks(sdk)))
    except MkDocsException as error:
        logging.getLogger(__name__).error(str(error))
        return 1
    return 0


def serve(sdk: Path, address: str) -> int:
    """Serve the site at `HOST:PORT` until it is interrupted, built anew on changes."""
    os.environ.update(_QUIET)
    from mkdocs.exceptions import MkDocsException

    show = import_module("mkdocs.commands.serve").serve
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        show(_file(sdk), dev_addr=address, hooks=_hooks(sdk))
    except MkDocsException as error:
        logging.getLogger(__name__).error(str(error))
        return 1
    return 0


def _configuration(sdk: Path, **options: object) -> MkDocsConfig:
    # Imported so, as MkDocs does not tell the types of options.
    load = import_module("mkdocs.config").load_config
    configuration: MkDocsConfig = load(_file(sdk), **options)
    return configuration


def _hooks(sdk: Path) -> list[str]:
    """Those of the SDK's own configuration, by their paths, and ours."""
    return [*_configuration(sdk)["hooks"], _ADDED]


def _file(sdk: Path) -> str:
    return str((sdk / CONFIGURATION).resolve())
