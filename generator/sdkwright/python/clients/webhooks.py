"""What the API calls: a function for the payload of each webhook and callback."""

from __future__ import annotations

from ...config import Target
from ...ir import nodes
from ..names.table import NameTable
from ..pages.answers import header_item
from ..pages.items import links
from ..text.annotations import annotate, expression
from ..text.docstrings import docstring
from ..text.imports import Import, render_imports
from ..text.layout import Group, lay_out
from ..text.literals import literal
from ..text.markdown import block, code, inline
from .modules import exports
from .payloads import reader_import, reader_of
from .webhook_signatures import RUNTIME_CLASS, signature_of, signature_view
from .webhook_views import PayloadView, WebhooksView

_ERROR = "SignatureError"
_MODELS = "models.md"


def webhooks_view(
    api: nodes.Api, names: NameTable, target: Target
) -> WebhooksView | None:
    """The module of all payloads; None where the API calls nobody."""
    if not api.webhooks:
        return None
    runtime = {reader_import(each, api) for each in api.webhooks}
    typing: set[Import] = set()
    for each in api.webhooks:
        written = expression(each.type, names)
        runtime |= written.imports
        if written.names:
            runtime.add(Import(".", "models"))
        annotated = annotate(each.type, names)
        typing |= annotated.imports
        typing |= {Import(".models", names.declaration(at)) for at in annotated.names}
    signed = signature_of(api, target)
    if signed is not None:
        runtime |= {
            Import("._core.signatures", name) for name in (RUNTIME_CLASS, _ERROR)
        }
        typing.add(Import("collections.abc", "Mapping"))
    typing -= runtime
    if typing:
        runtime.add(Import("typing", "TYPE_CHECKING"))
    payloads = tuple(_payload(each, api, names) for each in api.webhooks)
    offered = sorted(
        [each.name for each in payloads] + ["verify"] * (signed is not None)
    )
    return WebhooksView(
        docstring=docstring("What the API sends of its own accord.", 0),
        imports=render_imports(runtime),
        type_imports=render_imports(typing, indent="    "),
        exports=exports((*((_ERROR,) if signed else ()), *offered)),
        payloads=payloads,
        signature=None if signed is None else signature_view(signed),
    )


def _payload(webhook: nodes.Webhook, api: nodes.Api, names: NameTable) -> PayloadView:
    name = names.operation(webhook.pointer)
    type_ = annotate(webhook.type, names).text
    constant = f"_{name.upper()}"
    reader, fields = reader_of(webhook, api)
    items: tuple[str | Group, ...] = (
        literal(webhook.name),
        f"lambda: {expression(webhook.type, names).text}",
        *fields,
    )
    start = f"{constant}: {reader}[{type_}] = {reader}("
    arguments = ("payload: bytes | str", "*", "strict: bool = False")
    doc = webhook.doc
    said = "\n\n".join(
        part for part in (doc.summary or "", doc.description or "") if part
    )
    several = links(webhook.type, names, _MODELS)
    return PayloadView(
        name=name,
        heading=name.replace("_", "\\_"),
        told=f"Reads {code(webhook.name)}.",
        constant_name=constant,
        constant=lay_out(Group(start, items, ")")),
        head=lay_out(Group(f"def {name}(", arguments, f") -> {type_}:")),
        docstring=docstring(said or f"The payload of {webhook.name}.", 4),
        summary=inline(doc.summary or ""),
        about=block(doc.description or ""),
        returns=f"{code(type_)}{f': see {several}' if several else ''}.",
        parameters=tuple(map(header_item, webhook.parameters)),
        answers=tuple(_answer(each, names) for each in webhook.answers),
    )


def _answer(answer: nodes.Response, names: NameTable) -> str:
    """What the API wants to be answered: a list item."""
    types = dict.fromkeys(each.type for each in answer.contents)
    bodies = " or ".join(code(annotate(each, names).text) for each in types)
    several = ", ".join(filter(None, (links(each, names, _MODELS) for each in types)))
    parts = [
        f"{code(answer.status)}{f' - {bodies}' if bodies else ''}.",
        inline(answer.doc.description or ""),
        f"See {several}." if several else "",
    ]
    return " ".join(part for part in parts if part)
