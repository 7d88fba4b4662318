"""From an API and its names to files in memory: the right half of the line.

First all files without the document's words, then the words: see `prose.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .cache import Cache
from .collector import collector_off
from .config import Target
from .diagnostics import Diagnostics
from .records import dataclass
from .understanding import Named, Step

if TYPE_CHECKING:
    from .ir.nodes import Api
    from .python.names.table import NameTable
    from .python.views import SdkView


@dataclass(frozen=True, slots=True, kw_only=True)
class Untold:
    """All files before the words of the document come in, by path.

    `code` is not formatted yet. The classes that are `handed_over` to the user's own
    code are called as before on pages.
    """

    package: str
    handed_over: tuple[str, ...]
    code: Mapping[str, str]
    pages: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """Every file, and what they were before they had words."""

    files: Mapping[str, str]
    untold: Untold


@collector_off()
def render(
    named: Named,
    target: Target,
    hooks: Mapping[str, str],
    step: Step,
    found: Diagnostics,
    cache: Cache | None = None,
) -> Rendered | None:
    """Every file; None where a template of the user's own is wrong, which is found.

    What the `cache` has is not made again.
    """
    if target.templates is None:
        return _rendered(named, target, hooks, step, found, cache)
    from .render.faults import find_fault, unused

    unused(target.templates, found)
    try:
        return _rendered(named, target, hooks, step, found, cache)
    except Exception as error:
        if find_fault(error, target.templates, found):
            return None
        raise


def _rendered(
    named: Named,
    target: Target,
    hooks: Mapping[str, str],
    step: Step,
    found: Diagnostics,
    cache: Cache | None,
) -> Rendered:
    untold = _untold(named, target, hooks, step, found, cache)
    files = tell(untold, named.prose.said, target, step, cache)
    return Rendered(files=named.plugins.files(files, found), untold=untold)


@collector_off()
def tell(
    untold: Untold,
    said: Mapping[str, str],
    target: Target,
    step: Step,
    cache: Cache | None = None,
    beside: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """The files with the words that are `said` by the keys of their marks.

    `beside` are those that are told already, which pages may lead to, or be made of.
    """
    from .render.files import definition_lines
    from .render.format import format_files
    from .render.telling import Teller

    step("telling")
    teller = Teller(said=said, pages=dict(beside or {}))
    code = {path: teller.tell(text) for path, text in untold.code.items()}
    step("formatting")
    ours = not (target.templates or target.plugins)
    code = format_files(code, ours=ours, cache=cache)
    step("telling pages")
    whole = {**(beside or {}), **code}
    teller.lines = definition_lines(whole, untold.package, untold.handed_over)
    return code | teller.tell_pages(untold.pages)


def _untold(
    named: Named,
    target: Target,
    hooks: Mapping[str, str],
    step: Step,
    found: Diagnostics,
    cache: Cache | None,
) -> Untold:
    from .python.build import build_views
    from .render.files import render_code
    from .render.hand_over import hand_over
    from .render.models import render_models
    from .render.runtime import runtime

    api, names, plugins = named.api, named.names, named.plugins
    step("arranging")
    sdk = plugins.views(build_views(api, names, target), found)
    step("rendering models")
    models = render_models(api, names, target, cache)
    step("rendering")
    code = models | render_code(sdk, target.templates)
    code |= runtime(code, names.package, target.http_library)
    code = hand_over(code, hooks, names.package)
    step("rendering pages")
    return Untold(
        package=sdk.package,
        handed_over=tuple(hooks),
        code=code,
        pages=_pages(api, names, sdk, target),
    )


def _pages(api: Api, names: NameTable, sdk: SdkView, target: Target) -> dict[str, str]:
    from .python.pages.build import build_pages
    from .render.files import render_pages

    return render_pages(sdk, build_pages(sdk, api, names), target.templates)
