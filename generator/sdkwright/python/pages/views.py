"""What the templates of pages see: Markdown that is safe to paste, line by line."""

from __future__ import annotations

from ...records import dataclass
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
    fields: Lines
    forms: Lines
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
class SchemeView:
    """A security scheme: what it is, and the client's arguments for it."""

    heading: str
    told: str
    description: str
    deprecated: bool
    arguments: Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthenticationView:
    """The page on authentication; `asked` are list items: which calls ask for what."""

    schemes: tuple[SchemeView, ...]
    asked: Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagramView:
    """A flowchart: the lines of its nodes and arrows, in Mermaid."""

    heading: str
    told: str
    lines: Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """A public name, from the package on, and where it is described."""

    name: str
    kind: str
    page: str
    anchor: str


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
    heading: str
    index: str
    module: SourceView
    uses_omit: bool
    classes: tuple[PageClassView, ...]
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageModelView:
    """A model, an enum or an alias on a page of models.

    `rows` are list items: fields, members or variants; `type` is an alias's Python
    text, `told` what is said of variants. `twin` is the name of what is given in its
    place: a plain dict, or else plain values.
    """

    name: str
    kind: str
    description: str
    type: str
    told: str
    rows: Lines
    twin: str
    is_dict: bool
    used_by: Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelsPageView:
    """A page of models. `path` is the file's below `docs/`.

    `beginning` is how the names on it begin, empty where all models are on one page.
    """

    path: str
    beginning: str
    models: tuple[PageModelView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWebhookView:
    """The section of a payload that the API sends of its own accord."""

    name: str
    heading: str
    told: str
    summary: str
    description: str
    returns: str
    parameters: Lines
    answers: Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesView:
    """All that is written for people: what the templates see beside the SDK itself.

    `about`, `options` and `environments` are list items: who stands behind the API,
    the arguments of a client, its servers. `models` is one page, or several of which
    each has its part of them. `names` is the index of every public name, `exports` are
    items: what is imported by other names.
    """

    modules: tuple[PageView, ...]
    models: tuple[ModelsPageView, ...]
    webhooks: tuple[PageWebhookView, ...]
    about: Lines
    options: Lines
    environments: Lines
    authentication: AuthenticationView | None
    diagrams: tuple[DiagramView, ...]
    names: tuple[NameView, ...]
    exports: Lines
