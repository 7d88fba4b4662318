"""The file that holds the configuration: found, read, and its faults placed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from .config import Target, read_target, read_targets
from .diagnostics import Diagnostic, Diagnostics, Severity
from .options import Section
from .pointer import ROOT, Pointer, child
from .records import dataclass
from .spec.source import Source, load

if TYPE_CHECKING:
    from .spec.objects import Json

YAML = "sdkwright.yaml"
TOML = "pyproject.toml"
_SECTION = ("tool", "sdkwright")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfigFile:
    """A configuration as it stands in its file, at `at`."""

    path: Path
    source: Source
    value: Json
    at: Pointer

    @property
    def folder(self) -> Path:
        return self.path.parent

    def targets(self, found: Diagnostics) -> tuple[Target, ...]:
        """Its targets; what is wrong with it is found."""
        return read_targets(self.value, self.at, self.folder, found)

    def options(self, spec: Path, output: Path, found: Diagnostics) -> Target | None:
        """Its options at the top level, for this document and this output."""
        if not isinstance(self.value, dict) or "targets" in self.value:
            found.error(
                "wrong-option",
                "this configuration has targets, so a document cannot be named too",
                self.at,
                on_key=True,
            )
            return None
        section = Section(value=self.value, at=self.at, folder=self.folder, found=found)
        return read_target(section, spec=spec, output=output)

    def locate(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """The diagnostics with the places that they have in the file."""
        return locate(diagnostics, self.source)

    def line_of(self, at: Pointer) -> int:
        """The line that a key stands in; zero where there is none."""
        asked = Diagnostic(
            code="", severity=Severity.INFO, message="", at=at, on_key=True
        )
        (found,) = self.locate([asked])
        return found.span.line if found.span else 0


def find(folder: Path) -> Path | None:
    """The configuration of a folder; None where it has none."""
    if (folder / YAML).is_file():
        return folder / YAML
    project = folder / TOML
    if project.is_file() and "sdkwright" in project.read_text("utf-8", "replace"):
        return project
    return None


def read(path: Path, found: Diagnostics) -> ConfigFile | None:
    """The configuration in a file; None where the file cannot be read.

    Of a TOML file only `[tool.sdkwright]` counts. The value is None where there
    is no such section, and where the file does not parse, which is an error.
    """
    source = load(path, "", path.as_posix(), found)
    if source is None:
        return None
    if path.suffix != ".toml":
        from .spec.parse import parse

        value = parse(source, found)
        return ConfigFile(path=path, source=source, value=value, at=ROOT)
    return ConfigFile(
        path=path,
        source=source,
        value=_section(source, found),
        at=child(ROOT, *_SECTION),
    )


def _section(source: Source, found: Diagnostics) -> Json:
    import tomllib

    try:
        value: Json = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        from .toml_places import fault

        message, span = fault(error, source.text, source.name)
        found.error("syntax", message, span=span)
        return None
    for key in _SECTION:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def locate(diagnostics: Iterable[Diagnostic], source: Source) -> tuple[Diagnostic, ...]:
    """The diagnostics on a configuration with their places in its file."""
    if source.path.suffix == ".toml":
        from .toml_places import locate_toml

        return locate_toml(diagnostics, source.text, source.name)
    from .spec.locate import locate as locate_yaml

    return locate_yaml(diagnostics, {"": source})
