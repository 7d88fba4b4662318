"""A document read, understood and named: what all commands but `check` begin with.

The left half of the straight line, from the text to the table of names; what is
found of a document is found here. `pipeline` goes on from it to files.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from .collector import collector_off
from .config import Target
from .diagnostics import Diagnostic, Diagnostics, without_ignored
from .plugins import Plugins, load_plugins
from .pointer import Pointer
from .prose import Prose
from .records import dataclass

if TYPE_CHECKING:
    from .ir.nodes import Api
    from .python.names.table import NameTable
    from .spec.references import Documents
    from .spec.source import Source

Step = Callable[[str], None]


def quiet(stage: str) -> None:
    """Take note of a stage by doing nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An API and what everything in it is called; plugins that have yet to come.

    `prose` is what the marks in the API stand for; it has none where it was not marked.
    """

    api: Api
    names: NameTable
    plugins: Plugins
    prose: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a document says: `named` is None where it has errors.

    `sources` are all files that were read, by their path below the root. `origins` tell
    where parts stood before the document was changed, the last change first. `found` is
    the diagnostics before they had lines, with those that are to be ignored.
    """

    named: Named | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source] = field(default_factory=dict[str, "Source"])
    documents: Documents | None = None
    found: tuple[Diagnostic, ...] = ()
    origins: tuple[Mapping[Pointer, Pointer], ...] = ()


@collector_off()
def understand(
    target: Target,
    step: Step = quiet,
    before: Mapping[str, str] | None = None,
    *,
    marked: bool = False,
) -> Understood:
    """Everything that there is to know of a target's document, without its files.

    `step` is told the name of each stage before it begins; `before` are the names of
    the output before, which are kept. Where it is `marked`, marks stand for its prose.
    """
    from .spec.locate import locate
    from .spec.opening import open_document

    found = Diagnostics()
    prose = Prose()
    step("reading")
    plugins = load_plugins(target.plugins, found)
    documents = open_document(
        target.spec,
        found,
        root=target.root,
        lenient=target.lenient,
        overlays=target.overlays,
        changed=plugins.document if plugins.several else None,
        prose=prose if marked else None,
    )
    api = None if documents is None else _api(documents, target, plugins, found, step)
    names = None if api is None else _names(api, target, found, step, before)
    named = None
    if api is not None and names is not None:
        named = Named(api=api, names=names, plugins=plugins, prose=prose)
    sources = _sources(target) if documents is None else documents.sources
    origins = () if documents is None else (documents.origins, documents.overlaid)
    return Understood(
        named=named,
        diagnostics=without_ignored(locate(found, sources, *origins), target.ignore),
        sources=sources,
        documents=documents,
        found=tuple(found),
        origins=origins,
    )


def _api(
    documents: Documents,
    target: Target,
    plugins: Plugins,
    found: Diagnostics,
    step: Step,
) -> Api | None:
    from .ir.build import build_api
    from .ir.verify import verify
    from .spec.read import read

    openapi = read(documents, found)
    if openapi is None or found.has_errors:
        return None
    step("understanding")
    api = plugins.api(build_api(openapi, found, target.pagination), found)
    return None if found.has_errors else verify(api)


def _names(
    api: Api,
    target: Target,
    found: Diagnostics,
    step: Step,
    before: Mapping[str, str] | None,
) -> NameTable | None:
    from .python.names.table import assign_names
    from .python.offers.exports import check_exports

    step("naming")
    names = assign_names(api, target, found, before)
    check_exports(target.exports, api, names, found)
    return None if found.has_errors else names


def _sources(target: Target) -> dict[str, Source]:
    """The document itself and its overlays, to show what is wrong with them."""
    from .spec.overlays import load_overlays
    from .spec.source import load

    found = Diagnostics()
    document = load(target.spec, "", target.spec.as_posix(), found)
    root = target.root or target.spec.parent
    several = (document, *load_overlays(target.overlays, root, found))
    return {source.file: source for source in several if source is not None}
