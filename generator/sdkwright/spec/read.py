"""The whole document: values → the objects of the specification."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Diagnostics
from ..pointer import ROOT, Pointer, child
from .keys import check_keys
from .objects import (
    Info,
    OAuthFlow,
    OpenAPI,
    Operation,
    Schema,
    SecurityScheme,
    Tag,
)
from .read_contents import Contents
from .read_operations import Operations
from .read_parameters import Parameters
from .read_said import external_docs
from .read_schemas import Schemas
from .read_servers import read_security, read_servers
from .reader import Reader
from .references import Documents
from .scalars import kind

_VERSIONS = ("3.0", "3.1", "3.2")


def read(documents: Documents, found: Diagnostics) -> OpenAPI | None:
    """The document as the specification's objects; None where it is none."""
    root = _root(documents, found)
    if root is None:
        return None
    version = _version(root)
    if version is None:
        return None
    schemas = Schemas(documents)
    contents = Contents(schemas)
    operations = Operations(contents, Parameters(contents))
    check_keys(root, "openapi")
    components = root.mapping("components")
    if components is not None:
        check_keys(components, "components")
    paths = root.mapping("paths")
    webhooks = root.mapping("webhooks")
    if paths is None and "paths" not in root.values:
        _missing_paths(root, version, bool(webhooks or components))
    read_paths = () if paths is None else _paths(paths, operations)
    openapi = OpenAPI(
        version=version,
        info=_info(root),
        servers=tuple(read_servers(root)),
        operations=_unique(tuple(read_paths), documents),
        webhooks=tuple(_webhooks(webhooks, operations)),
        schemas=_components(components, schemas),
        referenced=schemas.referenced,
        security_schemes=_security_schemes(components),
        security=read_security(root) or (),
        tags=tuple(_tags(root)),
        external_docs=external_docs(root),
        extensions=root.extensions(),
    )
    schemas.finish()
    return openapi


def _root(documents: Documents, found: Diagnostics) -> Reader | None:
    value = documents.value(ROOT)
    if isinstance(value, dict):
        return Reader(documents, ROOT, value)
    what = (
        "the document is empty" if value is None else f"the document is {kind(value)}"
    )
    found.error(
        "not-openapi",
        f"{what}; an OpenAPI document is a mapping",
        ROOT,
        hint="begin it with 'openapi: 3.1.0'",
    )
    return None


def _version(root: Reader) -> str | None:
    version = root.text("openapi") or root.text("swagger")
    if version is None:
        root.found.error(
            "not-openapi",
            "the document does not say which version of OpenAPI it is",
            ROOT,
            hint="begin it with 'openapi: 3.1.0'",
        )
        return None
    if version.startswith(_VERSIONS):
        return version
    root.found.error(
        "unsupported-version",
        f"version '{version}' of the specification is not supported",
        child(ROOT, "openapi" if "openapi" in root.values else "swagger"),
        hint="sdkwright reads OpenAPI 3.0, 3.1, 3.2 and Swagger 2.0",
    )
    return None


def _missing_paths(root: Reader, version: str, has_others: bool) -> None:
    if version.startswith("3.0") or not has_others:
        root.documents.report(
            "missing-paths",
            "the document has no 'paths', so there is nothing to call",
            ROOT,
            hint="add 'paths'; a document without operations has 'paths: {}'",
        )


def _paths(paths: Reader, operations: Operations) -> Iterator[Operation]:
    resolved = paths.resolved()
    if resolved is not None:
        yield from operations.of_paths(resolved)


def _webhooks(webhooks: Reader | None, operations: Operations) -> Iterator[Operation]:
    if webhooks is not None:
        yield from operations.of_items(webhooks.items())


def _unique(
    operations: tuple[Operation, ...], documents: Documents
) -> tuple[Operation, ...]:
    """Say which operationIds are not unique (4.10.1)."""
    first: dict[str, Operation] = {}
    for each in operations:
        if each.operation_id is None:
            continue
        other = first.setdefault(each.operation_id, each)
        if other is not each:
            documents.found.warning(
                "duplicate-operation-id",
                f"the operationId '{each.operation_id}' stands already at "
                f"{other.method.upper()} {other.path}",
                child(each.pointer, "operationId"),
                hint="give each operation an id of its own",
            )
    return operations


def _info(root: Reader) -> Info:
    info = root.mapping("info")
    if info is None:
        return Info(title="API", version="0.0.0")
    check_keys(info, "info")
    return Info(
        title=info.text("title") or "API",
        version=info.text("version") or "0.0.0",
        summary=info.text("summary"),
        description=info.prose("description"),
        terms_of_service=info.text("termsOfService"),
        contact=_texts(info.mapping("contact")),
        license=_texts(info.mapping("license")),
    )


def _texts(reader: Reader | None) -> dict[str, str]:
    return {} if reader is None else reader.texts_by_name()


def _components(components: Reader | None, schemas: Schemas) -> dict[str, Schema]:
    inner = None if components is None else components.mapping("schemas")
    inner = None if inner is None else inner.resolved()
    made: dict[str, Schema] = {}
    if inner is None:
        return made
    for name, value in inner.values.items():
        at: Pointer = child(inner.at, name)
        schema = schemas.schema(value, at)
        if schema is not None and not name.startswith("x-"):
            made[name] = schema
            schemas.referenced[at] = schema
    return made


def _security_schemes(components: Reader | None) -> dict[str, SecurityScheme]:
    inner = None if components is None else components.mapping("securitySchemes")
    inner = None if inner is None else inner.resolved()
    made: dict[str, SecurityScheme] = {}
    for name, entry in () if inner is None else inner.named():
        resolved = entry.resolved()
        if resolved is not None:
            made[name] = _security_scheme(name, resolved)
    return made


def _security_scheme(name: str, reader: Reader) -> SecurityScheme:
    check_keys(reader, "security scheme")
    return SecurityScheme(
        pointer=reader.at,
        name=name,
        type=reader.text("type") or "",
        description=reader.prose("description"),
        location=reader.text("in"),
        parameter_name=reader.text("name"),
        scheme=reader.text("scheme"),
        bearer_format=reader.text("bearerFormat"),
        flows=_flows(reader),
        open_id_connect_url=reader.text("openIdConnectUrl"),
        deprecated=reader.flag("deprecated"),
        extensions=reader.extensions(),
    )


def _flows(reader: Reader) -> dict[str, OAuthFlow]:
    flows = reader.mapping("flows")
    return {
        name: OAuthFlow(
            authorization_url=flow.text("authorizationUrl"),
            device_authorization_url=flow.text("deviceAuthorizationUrl"),
            token_url=flow.text("tokenUrl"),
            refresh_url=flow.text("refreshUrl"),
            scopes=_texts(flow.mapping("scopes")),
        )
        for name, flow in (() if flows is None else flows.items())
    }


def _tags(root: Reader) -> Iterator[Tag]:
    for entry in root.listed("tags"):
        name = entry.text("name")
        if name is not None:
            yield Tag(
                name=name,
                summary=entry.text("summary"),
                description=entry.prose("description"),
                parent=entry.text("parent"),
                kind=entry.text("kind"),
                external_docs=external_docs(entry),
                extensions=entry.extensions(),
            )
