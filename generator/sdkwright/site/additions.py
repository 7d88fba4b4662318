"""What is put beside the pages of a site: MkDocs calls these functions, as a hook.

The package's source, as pages link to the lines of methods, a sheet of styles, and what
draws diagrams, which Material for MkDocs would have readers fetch from somebody else.
"""

from __future__ import annotations

import re
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
_STYLES = Path(__file__).with_name("readable.css")
_STYLES_THERE = f"assets/stylesheets/{_STYLES.name}"
# A method in a table of contents, up to its own name: a line is best broken there.
_OWNER = re.compile(r'(<span class="md-ellipsis">\s*\w+\(\)\.)')


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """A page loads our styles, and, for a diagram, what draws it before the theme's."""
    up = "../" * page.url.count("/")
    added = f'<link rel="stylesheet" href="{up}{_STYLES_THERE}">'
    if _DIAGRAM in output:
        _copy(_DRAWS, Path(config.site_dir) / _THERE)
        added += f'<script src="{up}{_THERE}"></script>'
    output = _OWNER.sub(r"\1<wbr>", output)
    return output.replace("</head>", f"{added}</head>", 1)


def _copy(file: Path, there: Path) -> None:
    there.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, there)


def on_post_build(config: MkDocsConfig) -> None:
    """The styles, and the source where the site is an SDK's."""
    _copy(_STYLES, Path(config.site_dir) / _STYLES_THERE)
    source = Path(config.config_file_path).parent / "src"
    if source.is_dir():
        site = Path(config.site_dir) / "src"
        made = shutil.ignore_patterns("__pycache__", "*.pyc")
        shutil.copytree(source, site, ignore=made, dirs_exist_ok=True)
