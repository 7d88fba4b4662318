"""What the template of the README sees: whole programs."""

from __future__ import annotations

from ...records import dataclass
from ..views import ExampleView, Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidesView:
    """Programs of a guide; `stream` is the first method's that streams.

    `pages` goes through the pages of the method that asks for least. `upload` and
    `download` are empty where no method needs them; an API `takes_files` also where
    none has to be given.
    """

    first: ExampleView
    stream: ExampleView | None
    pages: ExampleView | None
    errors: Lines
    options: Lines
    http: Lines
    raw: Lines
    streamed: Lines
    hooks: Lines
    fake: Lines
    upload: Lines
    download: Lines
    takes_files: bool
