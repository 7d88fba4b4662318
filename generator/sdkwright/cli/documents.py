"""From the command line to one document: a file, or a target of the configuration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .. import config_files
from ..config import Target
from ..config_files import ConfigFile
from ..diagnostics import Diagnostic, Diagnostics
from ..options import suggestion
from ..records import dataclass, replace

if TYPE_CHECKING:
    from ..spec.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRequest:
    """What the command line says of one document."""

    spec: str
    overlays: tuple[Path, ...] = ()
    root: Path | None = None
    config: Path | None = None
    lenient: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The target that is meant; None where the configuration is wrong."""

    target: Target | None
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict[str, "Source"])


def find_document(request: DocumentRequest) -> Document:
    """The target of this name or with this document; else the document with defaults.

    A configuration without targets, named by `--config`, gives its options.

    Raises:
        click.UsageError: There is neither such a target nor such a file.
    """
    found = Diagnostics()
    path = request.config or config_files.find(Path())
    file = None if path is None else config_files.read(path, found)
    target = None if found.has_errors else _target(request, file, found)
    diagnostics = file.locate(found) if file and len(found) else tuple(found)
    return Document(
        target=None if found.has_errors or target is None else _with(request, target),
        diagnostics=diagnostics,
        sources={"": file.source} if file else {},
    )


def _target(
    request: DocumentRequest, file: ConfigFile | None, found: Diagnostics
) -> Target | None:
    spec, given = Path(request.spec), file is not None and file.value is not None
    several: tuple[Target, ...] = ()
    if file is not None and given and not _is_options(file):
        several = file.targets(found)
    for target in several:
        if target.name == request.spec and not spec.is_file():
            return target
    if not spec.is_file():
        raise click.UsageError(_unknown(request.spec, several))
    for target in several:
        if target.spec.resolve() == spec.resolve():
            return replace(target, spec=spec)
    output = Path(spec.stem)
    if file is not None and given and request.config and not several:
        return file.options(spec, output, found)
    return Target(name=spec.name, spec=spec, output=output)


def _is_options(file: ConfigFile) -> bool:
    """Whether it holds options for whatever document is named."""
    value = file.value
    return isinstance(value, dict) and not {"targets", "spec"} & value.keys()


def _unknown(name: str, targets: tuple[Target, ...]) -> str:
    names = tuple(target.name for target in targets)
    hint = suggestion(name, names)
    if hint is None and names:
        hint = f"the targets are: {', '.join(names)}"
    return f"there is no document '{name}'" + (f"; {hint}" if hint else "")


def _with(request: DocumentRequest, target: Target) -> Target:
    return replace(
        target,
        overlays=request.overlays or target.overlays,
        root=request.root or target.root,
        lenient=request.lenient or target.lenient,
    )
