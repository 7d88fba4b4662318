"""From an API and its names to files in memory: the right half of the line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .cache import Cache
from .collector import collector_off
from .config import Target
from .diagnostics import Diagnostics
from .understanding import Named, Step

if TYPE_CHECKING:
    from .ir.nodes import Api
    from .python.names.table import NameTable
    from .python.views import SdkView


@collector_off()
def render(
    named: Named,
    target: Target,
    hooks: Mapping[str, str],
    step: Step,
    found: Diagnostics,
    cache: Cache | None = None,
) -> Mapping[str, str] | None:
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
) -> Mapping[str, str]:
    from .python.build import build_views
    from .render.files import render_code
    from .render.format import format_files
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
    step("formatting")
    ours = not (target.templates or target.plugins)
    formatted = format_files(code, ours=ours, cache=cache)
    step("rendering pages")
    pages = _pages(api, names, sdk, formatted, target, hooks)
    return plugins.files(formatted | pages, found)


def _pages(
    api: Api,
    names: NameTable,
    sdk: SdkView,
    files: Mapping[str, str],
    target: Target,
    hooks: Mapping[str, str],
) -> dict[str, str]:
    """The reference, which names lines of the formatted code."""
    from .python.pages.build import build_pages
    from .render.files import definition_lines, render_pages

    lines = definition_lines(files, sdk.package, hooks)
    pages = build_pages(sdk, api, names, lines)
    return render_pages(sdk, pages, target.templates)
