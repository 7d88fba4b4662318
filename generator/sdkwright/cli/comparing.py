"""From the command line to two documents: files, or files of revisions of git."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from ..config import Target
from ..diagnostics import Diagnostic, Span
from ..records import dataclass, replace
from ..revisions import Revision, RevisionError, lay_out, revision_of
from .documents import Document, DocumentRequest, find_document

if TYPE_CHECKING:
    from ..spec.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two documents; `folder` is where a revision of it was laid out."""

    target: Target
    folder: str = ""
    name: str = ""

    def shown(self, file: str) -> str:
        """A file as the reader knows it: `main:spec/pets.yaml`."""
        return self.name + file.removeprefix(self.folder) if self.folder else file

    def span(self, span: Span | None) -> Span | None:
        return None if span is None else replace(span, file=self.shown(span.file))

    def found(self, several: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        return tuple(replace(each, span=self.span(each.span)) for each in several)

    def sources(self, several: Mapping[str, Source]) -> dict[str, Source]:
        return {
            file: replace(each, name=self.shown(each.name))
            for file, each in several.items()
        }


def revision(text: str) -> Revision | None:
    """What `REV:path` means; None where it is a file.

    Raises:
        click.UsageError: There is no such revision.
    """
    try:
        return revision_of(text)
    except RevisionError as error:
        raise click.UsageError(f"'{text}' cannot be had: {error}") from error


def side(text: str, options: Target, stack: ExitStack) -> Side:
    """A document with the options of a target; what is laid out goes with the stack.

    Raises:
        click.UsageError: There is no such file or revision.
    """
    meant = revision(text)
    if meant is None:
        if not Path(text).is_file():
            raise click.UsageError(f"there is no document '{text}'")
        return Side(target=replace(options, spec=Path(text)))
    made = stack.enter_context(TemporaryDirectory(prefix="sdkwright-"))
    root = options.root or meant.path.parent
    try:
        lay_out(meant, [root], [meant.path, *options.overlays], Path(made))
    except RevisionError as error:
        raise click.UsageError(f"'{text}' cannot be had: {error}") from error

    def then(path: Path) -> Path:
        place = path.resolve()
        inside = place.is_relative_to(meant.top)
        return Path(made) / place.relative_to(meant.top) if inside else path

    target = replace(
        options,
        spec=then(meant.path),
        root=None if options.root is None else then(options.root),
        overlays=tuple(map(then, options.overlays)),
    )
    folder = f"{Path(made).as_posix()}/"
    return Side(target=target, folder=folder, name=f"{meant.name}:")


def options_for(old: str, new: str, request: DocumentRequest) -> Document:
    """The target whose document is compared, for its options."""
    for text in (new, old):
        meant = revision(text)
        spec = text if meant is None else str(meant.path)
        if Path(spec).is_file():
            return find_document(replace(request, spec=spec))
    return Document(target=Target(name="sdk", spec=Path(new), output=Path("sdk")))
