"""The objects of the OpenAPI Specification, by its own names (3.2, section 4).

What stands here is what the document says, read once and not yet judged:
references to anything but schemas are followed, so that a Parameter is a
Parameter; a Schema keeps its `ref`, because being a reference is what it
says. Every object carries the pointer of the place where it is written.
The 3.0, 3.1, 3.2 spellings of one fact (`nullable`, `type: [.., null]`) are
read into the same field; Swagger 2.0 is converted before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TypeAlias

from ..pointer import Pointer
from ..records import dataclass
from .xml import Xml

Json: TypeAlias = (
    "bool | int | float | str | list[Json] | dict[str, Json] | None"  # as parsed
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Discriminator:
    property_name: str
    mapping: Mapping[str, Pointer] = field(default_factory=dict[str, Pointer])
    default_mapping: Pointer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """A schema object; `types` is empty where any type is meant.

    `boolean` is set for the schemas `true` and `false`. `ref` is the absolute
    pointer that `$ref` leads to; the keywords beside it are read as well.
    `conditional` are `then`, `else` and the `dependentSchemas`. `any_text`: the `enum`
    was one of two variants, the other of which is any text.
    """

    pointer: Pointer
    boolean: bool | None = None
    ref: Pointer | None = None
    types: tuple[str, ...] = ()
    nullable: bool = False
    format: str | None = None
    content_media_type: str | None = None
    content_encoding: str | None = None
    enum: tuple[Json, ...] | None = None
    any_text: bool = False
    const: tuple[Json] | None = None
    all_of: tuple[Schema, ...] = ()
    any_of: tuple[Schema, ...] = ()
    one_of: tuple[Schema, ...] = ()
    conditional: tuple[Schema, ...] = ()
    discriminator: Discriminator | None = None
    properties: Mapping[str, Schema] = field(default_factory=dict[str, "Schema"])
    required: tuple[str, ...] = ()
    additional_properties: Schema | None = None
    unevaluated_properties: Schema | None = None
    pattern_properties: Mapping[str, Schema] = field(
        default_factory=dict[str, "Schema"]
    )
    items: Schema | None = None
    prefix_items: tuple[Schema, ...] = ()
    constraints: Mapping[str, Json] = field(default_factory=dict[str, Json])
    title: str | None = None
    description: str | None = None
    default: tuple[Json] | None = None
    examples: tuple[Json, ...] = ()
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    external_docs: ExternalDocumentation | None = None
    xml: Xml | None = None
    extensions: Mapping[str, Json] = field(default_factory=dict[str, Json])


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalDocumentation:
    url: str
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    pointer: Pointer
    description: str | None = None
    required: bool = False
    schema: Schema | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How one property of a form is sent; None where the document is silent."""

    content_type: str | None = None
    style: str | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    headers: Mapping[str, Header] = field(default_factory=dict[str, Header])


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaType:
    pointer: Pointer
    schema: Schema | None = None
    item_schema: Schema | None = None
    encoding: Mapping[str, Encoding] = field(default_factory=dict[str, Encoding])
    prefix_encoding: tuple[Encoding, ...] = ()
    item_encoding: Encoding | None = None
    examples: Mapping[str, Json] = field(default_factory=dict[str, Json])
    extensions: Mapping[str, Json] = field(default_factory=dict[str, Json])


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """`style` and `explode` are filled in with the specification's defaults."""

    pointer: Pointer
    name: str
    location: str
    description: str | None = None
    required: bool = False
    deprecated: bool = False
    style: str
    explode: bool
    allow_reserved: bool = False
    schema: Schema | None = None
    content: Mapping[str, MediaType] = field(default_factory=dict[str, MediaType])
    examples: Mapping[str, Json] = field(default_factory=dict[str, Json])
    extensions: Mapping[str, Json] = field(default_factory=dict[str, Json])


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestBody:
    pointer: Pointer
    description: str | None = None
    required: bool = False
    content: Mapping[str, MediaType] = field(default_factory=dict[str, MediaType])
    extensions: Mapping[str, Json] = field(default_factory=dict[str, Json])


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where an answer leads: an operation, by its id or by its place.

    `parameters` are constants or expressions on the call (4.20, 4.20.4).
    """

    pointer: Pointer
    operation_id: str | None = None
    operation_ref: Pointer | None = None
    parameters: Mapping[str, Json] = field(default_factory=dict[str, Json])
    request_body: tuple[Json] | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    pointer: Pointer
    description: str | None = None
    headers: Mapping[str, Header] = field(default_factory=dict[str, Header])
    content: Mapping[str, MediaType] = field(default_factory=dict[str, MediaType])
    links: Mapping[str, Link] = field(default_factory=dict[str, Link])
    extensions: Mapping[str, Json] = field(default_factory=dict[str, Json])


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerVariable:
    default: str
    enum: tuple[str, ...] = ()
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    pointer: Pointer
    url: str
    name: str | None = None
    description: str | None = None
    variables: Mapping[str, ServerVariable] = field(
        default_factory=dict[str, ServerVariable]
    )
    extensions: Mapping[str, Json] = field(default_factory=dict[str, Json])


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuthFlow:
    authorization_url: str | None = None
    device_authorization_url: str | None = None
    token_url: str | None = None
    refresh_url: str | None = None
    scopes: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityScheme:
    """`flows` by name: implicit, password, clientCredentials, authorizationCode, …"""

    pointer: Pointer
    name: str
    type: str
    description: str | None = None
    location: str | None = None
    parameter_name: str | None = None
    scheme: str | None = None
    bearer_format: str | None = None
    flows: Mapping[str, OAuthFlow] = field(default_factory=dict[str, OAuthFlow])
    open_id_connect_url: str | None = None
    deprecated: bool = False
    extensions: Mapping[str, Json] = field(default_factory=dict[str, Json])


# One requirement: scheme name -> scopes; all of its schemes together (AND).
SecurityRequirement: TypeAlias = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """An operation with what its Path Item adds: parameters merged, servers inherited.

    `method` is in lower case, `path` the template as written. `parameters`
    holds each (name, location) once, the operation's own winning over the Path
    Item's, path item order first. `security` None means: as the document says.
    `callbacks` are the operations that the server calls, by name.
    """

    pointer: Pointer
    method: str
    path: str
    operation_id: str | None = None
    tags: tuple[str, ...] = ()
    summary: str | None = None
    description: str | None = None
    external_docs: ExternalDocumentation | None = None
    parameters: tuple[Parameter, ...] = ()
    request_body: RequestBody | None = None
    responses: Mapping[str, Response] = field(default_factory=dict[str, Response])
    callbacks: Mapping[str, tuple[Operation, ...]] = field(
        default_factory=dict[str, "tuple[Operation, ...]"]
    )
    deprecated: bool = False
    security: tuple[SecurityRequirement, ...] | None = None
    servers: tuple[Server, ...] = ()
    extensions: Mapping[str, Json] = field(default_factory=dict[str, Json])


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    name: str
    summary: str | None = None
    description: str | None = None
    parent: str | None = None
    kind: str | None = None
    external_docs: ExternalDocumentation | None = None
    extensions: Mapping[str, Json] = field(default_factory=dict[str, Json])


@dataclass(frozen=True, slots=True, kw_only=True)
class Info:
    title: str
    version: str
    summary: str | None = None
    description: str | None = None
    terms_of_service: str | None = None
    contact: Mapping[str, str] = field(default_factory=dict[str, str])
    license: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAPI:
    """The whole document.

    `schemas` holds the schemas of `components/schemas` by name, and
    `referenced` every schema that any `$ref` leads to, by its pointer,
    wherever and in whichever file it stands.
    """

    version: str
    info: Info
    servers: tuple[Server, ...] = ()
    operations: tuple[Operation, ...] = ()
    webhooks: tuple[Operation, ...] = ()
    schemas: Mapping[str, Schema] = field(default_factory=dict[str, Schema])
    referenced: Mapping[Pointer, Schema] = field(default_factory=dict[Pointer, Schema])
    security_schemes: Mapping[str, SecurityScheme] = field(
        default_factory=dict[str, SecurityScheme]
    )
    security: tuple[SecurityRequirement, ...] = ()
    tags: tuple[Tag, ...] = ()
    external_docs: ExternalDocumentation | None = None
    extensions: Mapping[str, Json] = field(default_factory=dict[str, Json])
