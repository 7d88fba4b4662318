"""What a template sees: text that is decided, in the order in which it stands.

Code, reference pages and wire tests are made from the same views, so that they
cannot tell different stories. A view holds Python text and prose; whatever had
to be computed has been. Lines come without their line ends and with the
indentation that is left after the template's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ir.declarations import Doc
from ..records import dataclass
from .clients.views import EnvironmentView as EnvironmentView
from .clients.views import FakeView as FakeView
from .clients.views import Lines as Lines
from .clients.views import OptionView as OptionView
from .clients.views import ParamsView as ParamsView
from .operations.views import ArgumentView as ArgumentView
from .operations.views import ExampleView as ExampleView
from .operations.views import MethodView as MethodView
from .operations.views import OperationView as OperationView
from .operations.views import RaisesView as RaisesView
from .operations.views import SignatureView as SignatureView
from .operations.views import StreamView as StreamView
from .operations.views import WireView as WireView

if TYPE_CHECKING:
    from .clients.webhook_views import WebhooksView
    from .offers.views import ErrorView, ExportsView
    from .pages.guide_views import GuidesView


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassView:
    """The sync and the async class of a client module."""

    name: str
    async_name: str
    docstring: Lines
    doc: Doc


@dataclass(frozen=True, slots=True, kw_only=True)
class FacadeView:
    """The methods of a class with their answers in another form, for type checkers.

    `head` begins it, `lines` are its own; `variants` are functions that it takes types
    from. `forms` are the attributes of the class that are facades.
    """

    name: str
    head: Lines
    lines: Lines
    forms: tuple[Lines, Lines]
    variants: Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleView:
    """A client module: a resource, or what stands on the client itself.

    `path` is the file's below the package, `access` the expression that reaches
    an instance (`client`, `client.agents`). `imports` are needed at run time,
    `type_imports` by type checkers only. `resources` are those that it leads to,
    `properties` how, of the sync and of the async class.
    """

    name: str
    path: str
    title: str
    access: str
    attribute: str
    docstring: Lines
    imports: Lines
    type_imports: Lines
    classes: ClassView
    methods: tuple[MethodView, ...]
    resources: tuple[ModuleView, ...]
    properties: tuple[Lines, Lines]
    facade: FacadeView
    async_facade: FacadeView
    exports: Lines
    wire_imports: Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientView:
    """The client classes: how they are made, and where their servers are."""

    module: ModuleView
    bases: tuple[str, ...]
    options: tuple[OptionView, ...]
    constructor: SignatureView
    constructor_docstring: Lines
    super_call: Lines
    api: Lines
    environment_class: str
    environments: tuple[EnvironmentView, ...]
    test_client: SignatureView
    timeout_words: str
    max_retries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SdkView:
    """The whole distribution.

    `heading`, `tagline`, `summary` and `about` are Markdown that is safe to paste.
    `homes` is the table of the names that the package itself offers lazily, by
    module; model classes are asked of `models`.
    """

    package: str
    distribution: str
    title: str
    heading: str
    tagline: str
    summary: str
    about: str
    version: str
    version_literal: str
    version_heading: str
    requirements: tuple[str, ...]
    docstring: Lines
    http_library: str
    client: ClientView
    fake: FakeView
    resources: tuple[ModuleView, ...]
    errors: tuple[ErrorView, ...]
    type_imports: Lines
    exports: tuple[str, ...]
    guides: GuidesView | None
    credentials: Lines
    homes: Lines
    webhooks: WebhooksView | None
    params: ParamsView | None
    elsewhere: ExportsView

    @property
    def modules(self) -> tuple[ModuleView, ...]:
        """Every client module, the client's own first."""
        return (self.client.module, *self.resources)
