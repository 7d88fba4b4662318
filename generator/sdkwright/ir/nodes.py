"""The intermediate representation: what an SDK needs to know of an API.

Wire names and pointers only: no identifier of any language, no YAML. A node's
pointer is its identity; what it is called is settled later, in one table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import Enum as PythonEnum
from typing import TypeAlias

from ..pointer import Pointer
from ..records import TOLD_ELSEWHERE, dataclass
from ..spec.objects import Json
from .beside import Header, Link
from .declarations import NO_DOC, Declaration, Doc, Field, InXml
from .forms import Choice as Choice
from .forms import Encoding as Encoding
from .forms import Stream as Stream
from .paging.nodes import Paging
from .server_nodes import Server as Server
from .server_nodes import Variable as Variable
from .types import Type

# --- operations -----------------------------------------------------------------


class Place(PythonEnum):
    """Where a parameter travels (`in`)."""

    PATH = "path"
    QUERY = "query"
    QUERYSTRING = "querystring"  # all of the query
    HEADER = "header"
    COOKIE = "cookie"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """How one property of a form is sent, where the document says so."""

    name: str
    content_type: str | None = None
    style: str | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """`media_type` is set for a parameter with `content`: its value is encoded so.

    `parts` are the properties of a whole query that are sent in their own way.
    The client makes a value of its own for a `generated` one where none is given.
    `held` are rules of what a list or a map holds.
    """

    pointer: Pointer
    name: str
    place: Place
    type: Type
    required: bool
    style: str
    explode: bool
    allow_reserved: bool = False
    media_type: str | None = None
    parts: tuple[Part, ...] = ()
    default: tuple[Json] | None = None
    doc: Doc = NO_DOC
    constraints: Mapping[str, Json] = field(default_factory=dict[str, Json])
    held: tuple[Mapping[str, Json], ...] = ()
    examples: tuple[Json, ...] = ()
    generated: bool = False
    wanted: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One media type of a body, in a request or an answer.

    `fields` is set for a request body whose properties are arguments of their
    own: written in place, or a component that is used as nothing but this body.
    `end` is the data that ends a stream. `xml` says how a body of XML that is no model
    stands there.
    """

    pointer: Pointer
    media_type: str
    encoding: Encoding
    type: Type
    fields: tuple[Field, ...] | None = None
    parts: tuple[Part, ...] = ()
    examples: tuple[Json, ...] = ()
    end: str | None = None
    xml: InXml | None = None
    framed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A request body; the first content is the one sent unless another is chosen."""

    pointer: Pointer
    required: bool
    contents: tuple[Content, ...]
    doc: Doc = NO_DOC


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """Answers of one status: `200`, `4XX` or `default`; no contents, no body."""

    pointer: Pointer
    status: str
    contents: tuple[Content, ...] = ()
    headers: tuple[Header, ...] = ()
    links: tuple[Link, ...] = ()
    doc: Doc = NO_DOC


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One call. `successes` have a status of 2XX, `errors` every other one.

    `returns` is the type of the whole answer (None: nothing), from the contents of all
    successes; `choices` are the forms of it to choose from, the usual one first, if
    there is a choice. `stream` is set where it comes in items, `paging` where it is a
    page. `security` is one requirement of several (OR), each a set of schemes (AND).
    """

    pointer: Pointer
    operation_id: str | None
    method: str
    path: str
    group: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    successes: tuple[Response, ...] = ()
    errors: tuple[Response, ...] = ()
    returns: Type | None = None
    choices: tuple[Choice, ...] = ()
    stream: Stream | None = None
    paging: Paging | None = None
    security: tuple[Requirement, ...] = ()
    servers: tuple[Server, ...] = ()
    doc: Doc = NO_DOC
    wanted: str | None = None

    @property
    def only_streams(self) -> bool:
        """Whether it answers in items and in no other way."""
        stream = self.stream
        return stream is not None and stream.flag is None and not self.choices


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """What the API sends of its own accord: a webhook, or a callback of a call, which
    is called after the operation as well. `parameters` come with it, and it is to be
    answered in one of `answers`.
    """

    pointer: Pointer
    name: str
    type: Type
    doc: Doc = NO_DOC
    wanted: str | None = None
    encoding: Encoding = Encoding.JSON
    parameters: tuple[Header, ...] = ()
    answers: tuple[Response, ...] = ()


# --- the API ---------------------------------------------------------------------


class AuthKind(PythonEnum):
    API_KEY = "apiKey"
    BASIC = "basic"
    BEARER = "bearer"
    HTTP = "http"
    OAUTH2 = "oauth2"
    OPEN_ID_CONNECT = "openIdConnect"
    MUTUAL_TLS = "mutualTLS"
    CHALLENGE = "challenge"

    @property
    def by_http_client(self) -> bool:
        """Whether it is the connection's or a dialogue's, and not a request's."""
        return self in (AuthKind.MUTUAL_TLS, AuthKind.CHALLENGE)


class Grant(PythonEnum):
    """How a client gets an access token by itself (RFC 6749, 1.3 and 1.5)."""

    CLIENT_CREDENTIALS = "clientCredentials"
    PASSWORD = "password"
    REFRESH = "refresh"


# One requirement: schemes with the scopes that are asked for; all of them together.
Requirement: TypeAlias = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Auth:
    """A security scheme; `name` is its key in the document.

    An API key has a `place` and a `parameter` (the header's, query's or
    cookie's name); an HTTP scheme its `scheme` word. `grants` give the endpoint of
    each, which may be relative to the server; `discovery` is where an OpenID
    provider says its own. `env` names environment variables that hold what the
    scheme needs, by what each is (`password`); by an empty text where it is one. In
    the same way `wanted` says what they are to be called.
    """

    pointer: Pointer
    name: str
    kind: AuthKind
    place: Place | None = None
    parameter: str | None = None
    scheme: str | None = None
    grants: Mapping[Grant, str] = field(default_factory=dict[Grant, str])
    discovery: str | None = None
    env: Mapping[str, str] = field(default_factory=dict[str, str])
    wanted: Mapping[str, str] = field(default_factory=dict[str, str])
    doc: Doc = NO_DOC

    @property
    def fetches(self) -> bool:
        """Whether a client can get the scheme's tokens by itself."""
        return bool(self.grants) or bool(self.discovery)

    @property
    def in_query(self) -> bool:
        return self.place is Place.QUERY


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Operations of one group; `path` are the resources that lead to it, it last."""

    pointer: Pointer
    path: tuple[str, ...]
    title: str
    operations: tuple[Operation, ...] = field(default=(), metadata=TOLD_ELSEWHERE)
    doc: Doc = NO_DOC


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """The whole API. `operations` stand in the document's order, each once.

    `resources` hold the same operations by their group; those without one are in none.
    `security` is what an operation asks for where it is silent. `declarations` hold
    every named type by its pointer, in the document's order, what is written in place
    after its owner. `terms` are those of service, an address.
    """

    pointer: Pointer
    title: str
    version: str
    operations: tuple[Operation, ...]
    resources: tuple[Resource, ...] = ()
    webhooks: tuple[Webhook, ...] = ()
    declarations: Mapping[Pointer, Declaration] = field(
        default_factory=dict[Pointer, Declaration]
    )
    auths: Mapping[str, Auth] = field(default_factory=dict[str, Auth])
    security: tuple[Requirement, ...] = ()
    servers: tuple[Server, ...] = ()
    doc: Doc = NO_DOC
    terms: str | None = None
    contact: Mapping[str, str] = field(default_factory=dict[str, str])
    license: Mapping[str, str] = field(default_factory=dict[str, str])
