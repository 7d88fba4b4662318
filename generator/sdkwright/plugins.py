"""Plugins: other people's code between the stages of a target.

A distribution offers one as an entry point in the group `sdkwright.plugins`, a
subclass of `Plugin`; a target names those that it wants, in their order. What a plugin
does wrong is found like anything else, at its line, and ends the run.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .diagnostics import Diagnostics, Span
from .records import dataclass

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from .ir.nodes import Api
    from .python.views import SdkView
    from .spec.objects import Json

GROUP = "sdkwright.plugins"
_LOCK = "sdkwright.lock"
Value = TypeVar("Value")


class Plugin:
    """What a plugin can change; a hook that is not overridden changes nothing.

    A hook gives back what takes the place of what it was given, which it leaves as it
    was: the IR and the views are frozen, `dataclasses.replace` makes others. It must
    give the same for the same, or `sdkwright check` finds drift.
    """

    def document(self, document: Mapping[str, Json]) -> Mapping[str, Json]:
        """The document as it was parsed, overlays applied, before it is read."""
        return document

    def api(self, api: Api) -> Api:
        """What was understood of the document, before anything has a name."""
        return api

    def views(self, sdk: SdkView) -> SdkView:
        """What the templates see of clients, tests and pages."""
        return sdk

    def files(self, files: Mapping[str, str]) -> Mapping[str, str]:
        """Every file by its path in the output folder, formatted."""
        return files


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugins:
    """The plugins of a target by name, in their order; each method is a hook."""

    several: tuple[tuple[str, Plugin], ...] = ()

    def document(
        self, document: Mapping[str, Json], found: Diagnostics
    ) -> Mapping[str, Json]:
        return self._through("document", document, Mapping, found)

    def api(self, api: Api, found: Diagnostics) -> Api:
        return self._through("api", api, type(api), found)

    def views(self, sdk: SdkView, found: Diagnostics) -> SdkView:
        return self._through("views", sdk, type(sdk), found)

    def files(self, files: Mapping[str, str], found: Diagnostics) -> Mapping[str, str]:
        made = self._through("files", files, Mapping, found)
        for path, text in made.items():
            reason = None if path in files else _not_a_path(path)
            if not isinstance(
                text, str
            ):  # pyright: ignore[reportUnnecessaryIsInstance]
                reason = "it is no text"
            if reason is not None:
                names = ", ".join(name for name, _ in self.several)
                message = f"a plugin ({names}) gives a file '{path}': {reason}"
                found.error("plugin-fails", message)
        return made

    def _through(
        self, hook: str, value: Value, kind: type, found: Diagnostics
    ) -> Value:
        """What a hook of each makes of a value; the value as it is after a fault."""
        for name, plugin in self.several:
            try:
                made: Any = getattr(plugin, hook)(value)
            except Exception as error:
                what = " ".join(f"{type(error).__name__}: {error}".split())
                found.error(
                    "plugin-fails",
                    f"the plugin '{name}' fails in '{hook}': {what}",
                    span=_last_line(error.__traceback__),
                )
                return value
            if not isinstance(made, kind):
                given = type(made).__name__
                found.error(
                    "plugin-fails",
                    f"the plugin '{name}' gives back {given} in '{hook}', and is to"
                    f" give back {kind.__name__}",
                )
                return value
            value = cast("Value", made)
        return value


def load_plugins(names: tuple[str, ...], found: Diagnostics) -> Plugins:
    """The plugins of these names; one that is not there is found."""
    several: list[tuple[str, Plugin]] = []
    for name in names:
        entry = _entries().get(name)
        if entry is None:
            known = ", ".join(sorted(_entries())) or "none"
            found.error(
                "no-such-plugin",
                f"there is no plugin '{name}'",
                hint=f"install it where sdkwright is; there are: {known}",
            )
            continue
        plugin = _loaded(name, entry, found)
        if plugin is not None:
            several.append((name, plugin))
    return Plugins(several=tuple(several))


def versions(names: tuple[str, ...]) -> dict[str, str]:
    """The version of each plugin's distribution, for the lock."""
    made: dict[str, str] = {}
    for name in names:
        entry = _entries().get(name)
        made[name] = entry.dist.version if entry and entry.dist else ""
    return made


@lru_cache(maxsize=1)
def _entries() -> Mapping[str, EntryPoint]:
    from importlib.metadata import entry_points

    return {entry.name: entry for entry in entry_points(group=GROUP)}


def _loaded(name: str, entry: EntryPoint, found: Diagnostics) -> Plugin | None:
    try:
        plugin = entry.load()()
    except Exception as error:
        what = " ".join(f"{type(error).__name__}: {error}".split())
        found.error(
            "plugin-fails",
            f"the plugin '{name}' cannot be loaded: {what}",
            span=_last_line(error.__traceback__),
        )
        return None
    if isinstance(plugin, Plugin):
        return plugin
    found.error(
        "plugin-fails",
        f"the plugin '{name}' is {entry.value}, which is no subclass of Plugin",
    )
    return None


def _last_line(trace: TracebackType | None) -> Span | None:
    """Where it happened: the last line outside of sdkwright itself."""
    here, place = os.path.dirname(__file__), None
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if not file.startswith((here, "<")):
            line = trace.tb_lineno
            place = Span(file=file, line=line, column=1, end_column=2)
        trace = trace.tb_next
    return place


def _not_a_path(path: object) -> str | None:
    """Why nothing can be written to a path inside the output folder; None if it can."""
    if not isinstance(path, str):
        return "its path is no text"
    parts = PurePosixPath(path).parts
    if not parts or PurePosixPath(path).as_posix() != path or "\\" in path:
        return "its path is not written plainly"
    if path.startswith("/") or ".." in parts or ":" in path:
        return "it leads out of the output folder"
    return "it is sdkwright's own" if path == _LOCK else None
