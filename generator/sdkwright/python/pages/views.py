"""What the templates of pages see: Markdown that is safe to paste, line by line."""

from __future__ import annotations

from dataclasses import dataclass

from ..views import Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A link to the line where something is defined."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMethodView:
    """A method on the page of its module; prose is Markdown that is safe to paste."""

    heading: str
    source: SourceView
    summary: str
    route: str
    description: str
    needs: str
    arguments: Lines
    request: Lines
    example: Lines
    signature: Lines
    stream_asks: str
    stream_signature: Lines
    stream_example: Lines
    pages_example: Lines
    returns: str
    headers: Lines
    links: Lines
    raises: Lines
    see_also: Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class PageClassView:
    """A class on the page of its module."""

    name: str
    source: SourceView
    summary: str
    description: str
    signature: Lines
    options: Lines
    methods: tuple[PageMethodView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A method in the table of all methods."""

    call: str
    anchor: str
    route: str
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """The reference page of a client module. `path` is the file's below `docs/`."""

    path: str
    title: str
    index: str
    module: SourceView
    uses_omit: bool
    classes: tuple[PageClassView, ...]
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageModelView:
    """A model, an enum or an alias on the models' page.

    `rows` are list items: fields, members or variants; `type` is an alias's Python
    text, `told` what is said of variants.
    """

    name: str
    kind: str
    description: str
    type: str
    told: str
    rows: Lines
    used_by: Lines
