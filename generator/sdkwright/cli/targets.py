"""From the command line to targets: named ones of a configuration, or a document."""

from __future__ import annotations

import fnmatch
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

import click

from .. import config_files
from ..config import Target
from ..config_files import ConfigFile
from ..diagnostics import Diagnostic, Diagnostics
from ..options import is_package, suggestion
from ..records import dataclass, replace

if TYPE_CHECKING:
    from ..spec.source import Source

Format: TypeAlias = Literal["text", "json", "github"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the command line says, for `generate` and for `check`.

    `retell`: where only words have changed, files may be told anew; who checks does not
    take an earlier run's word for it.
    """

    names: tuple[str, ...] = ()
    output: Path | None = None
    package: str | None = None
    overlays: tuple[Path, ...] = ()
    root: Path | None = None
    config: Path | None = None
    format: Format = "text"
    lenient: bool = False
    full: bool = False
    cache: bool = True
    retell: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The targets that are meant; none where the configuration is wrong.

    `known` are the names of all that there are, `file` is what they stand in.
    """

    targets: tuple[Target, ...] = ()
    known: tuple[str, ...] = ()
    file: ConfigFile | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict[str, "Source"])


def select(request: Request) -> Selection:
    """The targets of a request; what is wrong with the configuration is in it.

    Raises:
        click.UsageError: The command line is wrong.
    """
    if request.output is not None:
        return _document(request, request.output)
    for option, value in (
        ("--package", request.package),
        ("--overlay", request.overlays or None),
        ("--root", request.root),
    ):
        if value is not None:
            raise click.UsageError(f"{option} goes with a document and -o OUT")
    found = Diagnostics()
    file = _config(request, found)
    if file is None and not found.has_errors:
        raise click.UsageError(_no_configuration(request))
    targets = () if file is None or found.has_errors else file.targets(found)
    known = tuple(target.name for target in targets)
    if not found.has_errors:
        targets = _named(request, targets)
    return replace(_selection(request, targets, file, found), known=known)


def _selection(
    request: Request,
    targets: tuple[Target, ...],
    file: ConfigFile | None,
    found: Diagnostics,
) -> Selection:
    if request.lenient:
        targets = tuple(replace(target, lenient=True) for target in targets)
    return Selection(
        targets=() if found.has_errors else targets,
        file=file,
        diagnostics=file.locate(found) if file and len(found) else tuple(found),
        sources={"": file.source} if file else {},
    )


def _document(request: Request, output: Path) -> Selection:
    """One document with defaults, or with the options of `--config`."""
    if len(request.names) != 1:
        raise click.UsageError("-o OUT goes with one document: SPEC -o OUT")
    if request.package is not None and not is_package(request.package):
        raise click.UsageError(f"no package can be called '{request.package}'")
    spec, found, file = Path(request.names[0]), Diagnostics(), None
    target: Target | None = Target(name=output.resolve().name, spec=spec, output=output)
    if request.config is not None:
        file = config_files.read(request.config, found)
        target = file.options(spec, output, found) if file else None
    if target is None:
        return _selection(request, (), file, found)
    target = replace(
        target,
        package=request.package or target.package,
        overlays=request.overlays or target.overlays,
        root=request.root or target.root,
    )
    return _selection(request, (target,), file, found)


def _config(request: Request, found: Diagnostics) -> ConfigFile | None:
    path = request.config or config_files.find(Path())
    file = None if path is None else config_files.read(path, found)
    if file is None or file.value is not None or found.has_errors:
        return file
    if request.config is not None:
        found.error("empty-configuration", "there is no configuration in it", file.at)
        return file
    return None


def _named(request: Request, targets: tuple[Target, ...]) -> tuple[Target, ...]:
    """The targets that are asked for, by name or glob, in their order; or all."""
    known = tuple(target.name for target in targets)
    wanted: set[str] = set()
    for name in request.names:
        meant = {name} if name in known else set(fnmatch.filter(known, name))
        if not meant:
            raise click.UsageError(_unknown(name, known))
        wanted |= meant
    return tuple(
        target for target in targets if not request.names or target.name in wanted
    )


def _unknown(name: str, known: tuple[str, ...]) -> str:
    if Path(name).is_file():
        return f"'{name}' is a document: say where to with -o OUT"
    hint = suggestion(name, known) or f"the targets are: {', '.join(known)}"
    return f"there is no target '{name}'; {hint}"


def _no_configuration(request: Request) -> str:
    for name in request.names:
        if Path(name).is_file():
            return f"'{name}' is a document: say where to with -o OUT"
    return (
        "there is no sdkwright.yaml here, and no [tool.sdkwright] in a pyproject.toml;"
        " without one, name a document: SPEC -o OUT"
    )
