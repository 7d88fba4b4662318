"""The reference page of a client module, from the views that made its code."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import repeat

from ...ir import nodes
from ...ir.declarations import Doc
from ...pointer import Pointer
from ...prose import place_of
from ...records import dataclass
from ..clients.classes import constructor
from ..names.table import NameTable
from ..operations.sending import needs
from ..operations.signatures import IN_CLASS, parameter_list
from ..text.items import item, paragraph
from ..text.layout import Group, lay_out
from ..text.markdown import block, cell, code, inline, plain
from ..views import (
    ArgumentView,
    Lines,
    MethodView,
    ModuleView,
    RaisesView,
    SdkView,
)
from .about import more
from .answers import header_item, link_item
from .brief import MANY, anchor, brief
from .items import argument_item, unshadowed
from .options import option_items
from .requests import fields_of, forms_of
from .shelves import Links
from .views import PageClassView, PageMethodView, PageView, RowView, SourceView


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What links need to know, and where this page stands.

    `calls` says of each operation how it is called.
    """

    sdk: SdkView
    api: nodes.Api
    calls: Mapping[Pointer, str]
    links: Links

    @property
    def up(self) -> str:
        return self.links.up


def page_views(
    sdk: SdkView,
    api: nodes.Api,
    names: NameTable,
    places: Mapping[Pointer, str],
) -> tuple[PageView, ...]:
    """The pages of all client modules.

    `places` are the pages of declarations. The lines of definitions are told later.
    """
    calls = {each.pointer: names.access(each) for each in api.operations}

    def site(module: ModuleView) -> Site:
        links = Links(names=names, places=places, page=page_path(module, sdk))
        return Site(sdk=sdk, api=api, calls=calls, links=links)

    return tuple(_page(module, site(module)) for module in sdk.modules)


def _page(module: ModuleView, site: Site) -> PageView:
    """The page: the async class, then the sync one, methods by name."""
    classes = module.classes
    return PageView(
        path=page_path(module, site.sdk),
        title=plain(module.title),
        heading=_heading(module, site),
        index=f"{site.up}index.md",
        module=SourceView(
            text=f"{site.sdk.package}.{_dotted(module.path)}",
            href=f"{site.up}../src/{site.sdk.package}/{module.path}",
        ),
        uses_omit=any(method.uses_omit for method in module.methods),
        classes=(
            _class(module, classes.async_name, site, is_async=True),
            _class(module, classes.name, site, is_async=False),
        ),
        rows=tuple(_row(module, method) for method in module.methods),
    )


def _heading(module: ModuleView, site: Site) -> str:
    """Not a resource's title alone: its class may be called so, too."""
    title = plain(module.title)
    is_client = module is site.sdk.client.module
    alone = is_client and title.lower() != module.classes.name.lower()
    return title if alone else f"{title}: {code(module.access)}"


def _dotted(path: str) -> str:
    return path.removesuffix(".py").replace("/", ".")


def _row(module: ModuleView, method: MethodView) -> RowView:
    return RowView(
        call=f"{module.access}.{method.name}",
        anchor=anchor(module, method),
        route=cell(code(f"{method.verb} {method.path}")),
        summary=cell(method.doc.summary or ""),
    )


def page_path(module: ModuleView, sdk: SdkView) -> str:
    """Where a module's page stands below `docs/`."""
    return f"{module.path.removesuffix('.py')}.md"


def _class(
    module: ModuleView, name: str, site: Site, *, is_async: bool
) -> PageClassView:
    methods = sorted(module.methods, key=lambda method: method.name)
    doc = module.classes.doc
    is_client = module is site.sdk.client.module
    views = tuple(_method(module, name, each, site, is_async) for each in methods)
    if is_async and len(methods) > MANY:
        views = tuple(map(brief, views, methods, repeat(module)))
    return PageClassView(
        name=name,
        source=_source(module, name, site),
        summary=inline(doc.summary or ""),
        description=_description(doc),
        signature=_class_signature(name, site, is_client, is_async),
        options=_options(site, is_async) if is_client else (),
        methods=views,
    )


def _source(module: ModuleView, qualified: str, site: Site) -> SourceView:
    line = place_of(module.path, qualified)
    file = module.path.rpartition("/")[2]
    return SourceView(
        text=f"{file}:{line}",
        href=f"{site.up}../src/{site.sdk.package}/{module.path}#L{line}",
    )


def _class_signature(name: str, site: Site, is_client: bool, is_async: bool) -> Lines:
    if not is_client:
        return (f"class {name}: ...",)
    own = tuple(option for option in site.sdk.client.options if not option.common)
    head = constructor(own, end=": ...")
    return (f"class {name}:", *(head.async_lines if is_async else head.lines))


def _options(site: Site, is_async: bool) -> Lines:
    return option_items(site.sdk.client.options, is_async=is_async)


def _method(
    module: ModuleView, class_name: str, method: MethodView, site: Site, is_async: bool
) -> PageMethodView:
    asks = None if method.stream is None else method.stream.asks
    return PageMethodView(
        heading=f"{class_name}().{method.name}".replace("_", "\\_"),
        source=_source(module, f"{class_name}.{method.name}", site),
        summary=inline(method.doc.summary or ""),
        route=code(f"{method.verb} {method.path}"),
        description=_description(method.doc),
        needs=needs(method, site.api.auths, site.links.names),
        arguments=tuple(_argument(each, site) for each in method.arguments),
        fields=fields_of(method, site.api, site.links),
        forms=forms_of(method, site.api, site.links),
        example=method.example.async_lines if is_async else method.example.lines,
        signature=_signature(method, is_async),
        stream_asks=asks or "",
        stream_signature=_stream_signature(method, is_async) if asks else (),
        stream_example=_stream_example(method, is_async) if asks else (),
        pages_example=_pages_example(method, is_async),
        returns=_returns(method, site, is_async),
        headers=tuple(map(header_item, method.headers)),
        links=tuple(
            link_item(each, site.calls[each.operation]) for each in method.links
        ),
        raises=(*(_raises(each, site) for each in method.raises), _rest(site)),
        see_also=("[OMIT](#omit)",) if method.uses_omit else (),
    )


def _description(doc: Doc) -> str:
    parts = (
        "**Deprecated.**" if doc.deprecated else "",
        block(doc.description or ""),
        more(doc.external_url),
    )
    return "\n\n".join(part for part in parts if part)


def _argument(argument: ArgumentView, site: Site) -> str:
    return argument_item(argument, site.api.declarations, site.links)


def _signature(method: MethodView, is_async: bool) -> Lines:
    """Every way to call the method; a stream's has a paragraph of its own."""
    if method.overloads and method.stream is None:
        ways = (
            each.async_lines if is_async else each.lines for each in method.overloads
        )
        return tuple(
            unshadowed(line.removeprefix(IN_CLASS)) for way in ways for line in way
        )
    return _head(method, method.arguments, _whole(method, is_async), is_async)


def _whole(method: MethodView, is_async: bool) -> str:
    stream = method.stream
    if stream is not None and stream.asks is None:
        return unshadowed(f"{'AsyncStream' if is_async else 'Stream'}[{stream.item}]")
    return unshadowed(method.returns)


def _stream_signature(method: MethodView, is_async: bool) -> Lines:
    stream = method.stream
    assert stream is not None
    returns = f"{'AsyncStream' if is_async else 'Stream'}[{stream.item}]"
    return _head(method, stream.arguments, returns, is_async)


def _pages_example(method: MethodView, is_async: bool) -> Lines:
    if method.pages is None:
        return ()
    return method.pages.async_lines if is_async else method.pages.lines


def _stream_example(method: MethodView, is_async: bool) -> Lines:
    stream = method.stream
    assert stream is not None
    return stream.example.async_lines if is_async else stream.example.lines


def _head(
    method: MethodView,
    arguments: tuple[ArgumentView, ...],
    returns: str,
    is_async: bool,
) -> Lines:
    keyword = "async def" if is_async else "def"
    items = ("self", *map(unshadowed, parameter_list(arguments)))
    return lay_out(Group(f"{keyword} {method.name}(", items, f") -> {returns}: ..."))


def _returns(method: MethodView, site: Site, is_async: bool) -> str:
    returns = _whole(method, is_async)
    if returns == "None":
        return "Nothing."
    see = site.links.see(method.returns_type)
    return paragraph(f"`{returns}`.", method.returns_description, see)


def _rest(site: Site) -> str:
    """What every call can raise besides."""
    link = f"[`SdkError`]({site.up}errors.md#sdkerror)"
    return f"{link} - for whatever else: no connection, no time, an unreadable answer."


def _raises(error: RaisesView, site: Site) -> str:
    link = f"[`{error.name}`]({site.up}errors.md#{error.name.lower()})"
    if not error.status:
        return f"{link} - for any answer that is no success."
    status = "any other status" if error.status == "default" else error.status
    body = site.links.see(error.body).replace("See ", "Its body: ")
    return item(f"{link} - {status}.", error.description, body)
