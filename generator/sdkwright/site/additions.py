"""What is put beside the pages of a site: MkDocs calls these functions, as a hook.

The package's source, as pages link to the lines of methods, and what draws diagrams,
which Material for MkDocs would have every reader fetch from somebody else.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

# The official build with fewer kinds of diagrams, @mermaid-js/tiny 11.17.2 on npm.
_DRAWS = Path(__file__).with_name("mermaid.tiny.js")
_THERE = f"assets/javascripts/{_DRAWS.name}"
_DIAGRAM = 'class="mermaid"'


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """A page with a diagram loads what draws it, before the theme looks for that."""
    if _DIAGRAM not in output:
        return output
    here = Path(config.site_dir) / _THERE
    here.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_DRAWS, here)
    up = "../" * page.url.count("/")
    return output.replace("</head>", f'<script src="{up}{_THERE}"></script></head>', 1)


def on_post_build(config: MkDocsConfig) -> None:
    """The source, where the site is an SDK's."""
    source = Path(config.config_file_path).parent / "src"
    if source.is_dir():
        site = Path(config.site_dir) / "src"
        made = shutil.ignore_patterns("__pycache__", "*.pyc")
        shutil.copytree(source, site, ignore=made, dirs_exist_ok=True)
