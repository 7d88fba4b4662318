"""The specification's objects → what an SDK needs to know."""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics import Diagnostics
from ..pointer import ROOT
from ..spec.objects import Json, OpenAPI
from .auth import auths_of, requirements
from .bodies import Bodies
from .declarations import Doc
from .directions import split_directions
from .ignored import without_ignored
from .links import Links
from .nodes import Api, Operation, Server
from .operations import Operations
from .paging.operations import paged
from .resources import groups_of, resources_of
from .schemas import Types
from .servers import servers_of
from .uploads import with_files
from .usage import Usage
from .webhooks import webhooks_of
from .xml_limits import check_xml

_NOTHING: Mapping[str, Json] = {}


def build_api(
    openapi: OpenAPI, found: Diagnostics, pagination: Mapping[str, Json] = _NOTHING
) -> Api:
    """The whole API: operations, resources, declarations, credentials, servers.

    `pagination` sets how operations page, by their ids or pointers.
    """
    openapi = without_ignored(openapi)
    types = Types(openapi, found)
    types.declare_components()
    bodies = Bodies(types, Usage.of(openapi), Links.of(openapi, found))
    auths = auths_of(openapi, found)
    security = requirements(openapi.security, auths, found)
    servers = _servers(openapi, found)
    groups = groups_of(openapi)
    maker = Operations(bodies, auths, security, servers, groups)
    made: list[Operation] = []
    for each in openapi.operations:
        made.append(maker.of(each))
        types.finish()
    pairs = zip(openapi.operations, made, strict=True)
    operations = paged(pairs, types.declarations, pagination, found)
    webhooks = tuple(webhooks_of(openapi, bodies))
    types.finish()
    whole = Api(
        pointer=ROOT,
        title=openapi.info.title,
        version=openapi.info.version,
        operations=operations,
        resources=resources_of(openapi, operations, groups),
        webhooks=webhooks,
        declarations=types.declarations,
        auths=auths,
        security=security,
        servers=servers,
        doc=_doc(openapi),
        terms=openapi.info.terms_of_service,
        contact=openapi.info.contact,
        license=openapi.info.license,
    )
    check_xml(whole, found)
    return split_directions(with_files(whole))


def _doc(openapi: OpenAPI) -> Doc:
    docs = openapi.external_docs
    return Doc(
        summary=openapi.info.summary,
        description=openapi.info.description,
        external_url=None if docs is None else docs.url,
    )


def _servers(openapi: OpenAPI, found: Diagnostics) -> tuple[Server, ...]:
    """The document's servers; where it names none, those of its operations."""
    several = (each for operation in openapi.operations for each in operation.servers)
    return servers_of(openapi.servers or several, found)
