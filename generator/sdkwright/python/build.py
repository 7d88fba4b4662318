"""The API under its names → everything that the files of the SDK say."""

from __future__ import annotations

from ..config import Target
from ..ir import nodes
from ..ir.xml import uses_xml
from .clients.addresses import environments_of
from .clients.classes import (
    api_constant,
    constructor,
    constructor_docstring,
    options_of,
    super_call,
    test_client,
)
from .clients.credentials import annotation_imports, scheme_imports
from .clients.fakes import fake_view
from .clients.modules import module_view
from .clients.resources import class_view, is_top, resource_views
from .clients.webhooks import webhooks_view
from .models.twins import params_view
from .names.table import NameTable
from .offers.exports import TOP, exports_view
from .offers.homes import homes_of, table, type_imports
from .operations.errors import FAMILY
from .operations.programs import Program
from .operations.sending import usual_security
from .pages.credential_guide import credential_guide
from .pages.guides import guides_view
from .text.docstrings import docstring, first_sentence
from .text.imports import Import
from .text.literals import literal
from .text.markdown import block, inline, plain
from .views import (
    ClientView,
    EnvironmentView,
    ModuleView,
    OptionView,
    SdkView,
)

_REQUIREMENTS = {"httpx": "httpx>=0.27", "httpx2": "httpx2>=2.0"}


def build_views(api: nodes.Api, names: NameTable, target: Target) -> SdkView:
    """The views of the whole distribution, its models apart."""
    options = options_of(api, names, target)
    program = Program(
        package=names.package,
        client_class=names.client_class,
        async_client_class=names.async_client_class,
        options=options,
        access="client",
        usual=usual_security(api),
    )
    resources = resource_views(api, names, program, target)
    environments = environments_of(api, names)
    client = _client(api, names, target, program, options, environments, resources)
    homes = homes_of(api, names)
    exports = exports_view(target.exports, api, names)
    if exports.top:
        homes = (*homes, (f".{TOP}", exports.top))
    models = tuple(sorted(names.declarations.values()))
    return SdkView(
        package=names.package,
        distribution=names.distribution,
        title=api.title,
        heading=plain(api.title),
        tagline=" ".join((api.doc.summary or f"Python client of {api.title}").split()),
        summary=inline(api.doc.summary or ""),
        about=block(api.doc.description or ""),
        version=names.version,
        version_literal=literal(names.version),
        version_heading=plain(names.version),
        requirements=_requirements(api, target),
        docstring=docstring(_about_package(api), 0),
        http_library=target.http_library,
        client=client,
        fake=fake_view(api, names, options),
        resources=resources,
        errors=FAMILY,
        type_imports=type_imports(homes, models),
        exports=tuple(sorted({*models, *(name for _, of in homes for name in of)})),
        credentials=credential_guide(api, names, target),
        guides=guides_view(program, (client.module, *resources), target),
        homes=table(homes),
        webhooks=webhooks_view(api, names, target),
        params=params_view(api, names),
        elsewhere=exports,
    )


def _requirements(api: nodes.Api, target: Target) -> tuple[str, ...]:
    """What the package cannot do without, by name."""
    xml = ("defusedxml>=0.7.1",) if uses_xml(api) else ()
    return (*xml, _REQUIREMENTS[target.http_library], "pydantic>=2.12")


def _client(
    api: nodes.Api,
    names: NameTable,
    target: Target,
    program: Program,
    options: tuple[OptionView, ...],
    environments: tuple[EnvironmentView, ...],
    resources: tuple[ModuleView, ...],
) -> ClientView:
    bases = _bases(names)
    runtime = {
        Import("._core.api", "Api"),
        *bases,
        *scheme_imports(api),
    }
    if any(server.variables for server in api.servers):
        runtime.add(Import("._core.servers", "Server"))
    if environments:
        runtime.add(Import(".environments", names.environment_class))
    typing = {
        Import(target.http_library),
        *annotation_imports(options),
        Import("._core.observe", "AsyncHooks"),
        Import("._core.observe", "Hooks"),
    }
    if any("Literal[" in option.annotation for option in options):
        typing.add(Import("typing", "Literal"))
    module = module_view(
        _on_client(api, names),
        api,
        names,
        program,
        class_view(names.client_class, api.doc, fallback=api.title),
        name="client",
        path="client.py",
        title="Client",
        runtime=frozenset(runtime),
        typing=frozenset(typing),
        target=target,
        resources=tuple(each for each in resources if is_top(each)),
    )
    secrets = [option for option in options if option.tested]
    return ClientView(
        module=module,
        bases=tuple(each.alias or each.name or "" for each in bases),
        options=options,
        constructor=constructor(options, end=" -> None:"),
        constructor_docstring=constructor_docstring(options),
        super_call=super_call(api, names),
        api=api_constant(api, names, target),
        environment_class=names.environment_class,
        environments=environments,
        timeout_words=_words(target.timeout),
        max_retries=target.max_retries,
        test_client=test_client(names, secrets),
    )


def _bases(names: NameTable) -> tuple[Import, Import]:
    """The runtime's sync and async client, under another name where ours have it."""
    ours = (names.client_class, names.async_client_class)

    def base(name: str) -> Import:
        alias = f"Runtime{name}" if name in ours else None
        return Import("._core.client", name, alias=alias)

    return base("SyncClient"), base("AsyncClient")


def _words(timeout: float | None) -> str:
    return "as long as it wants" if timeout is None else f"{timeout:g} seconds"


def _on_client(api: nodes.Api, names: NameTable) -> tuple[nodes.Operation, ...]:
    """The operations that are methods of the client itself."""
    if not names.grouped:
        return api.operations
    grouped = {
        operation.pointer for each in api.resources for operation in each.operations
    }
    return tuple(each for each in api.operations if each.pointer not in grouped)


def _about_package(api: nodes.Api) -> str:
    said = api.doc.summary or first_sentence(api.doc.description or "")
    return "\n\n".join(part for part in (f"{api.title}: a client.", said) if part)
