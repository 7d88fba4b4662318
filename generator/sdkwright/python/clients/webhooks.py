"""What the API calls: a function for the payload of each webhook and callback."""

from __future__ import annotations

from ...config import Target
from ...ir import nodes
from ..names.table import NameTable
from ..text.annotations import annotate, expression
from ..text.docstrings import docstring
from ..text.imports import Import, render_imports
from ..text.layout import Group, lay_out
from ..text.literals import literal
from .modules import exports
from .payloads import reader_of
from .webhook_signatures import RUNTIME_CLASS, signature_of, signature_view
from .webhook_views import PayloadView, WebhooksView

_PAYLOAD = "Payload"
_ERROR = "SignatureError"


def webhooks_view(
    api: nodes.Api, names: NameTable, target: Target
) -> WebhooksView | None:
    """The module of all payloads; None where the API calls nobody."""
    if not api.webhooks:
        return None
    runtime = {Import("._core.payload", _PAYLOAD)}
    typing: set[Import] = set()
    for each in api.webhooks:
        runtime |= reader_of(each, api)[1]
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
    reader, _ = reader_of(webhook, api)
    items: tuple[str | Group, ...] = (
        literal(webhook.name),
        f"lambda: {expression(webhook.type, names).text}",
        *reader,
    )
    start = f"{constant}: {_PAYLOAD}[{type_}] = {_PAYLOAD}("
    arguments = ("payload: bytes | str", "*", "strict: bool = False")
    doc = webhook.doc
    said = "\n\n".join(
        part for part in (doc.summary or "", doc.description or "") if part
    )
    return PayloadView(
        name=name,
        constant_name=constant,
        constant=lay_out(Group(start, items, ")")),
        head=lay_out(Group(f"def {name}(", arguments, f") -> {type_}:")),
        docstring=docstring(said or f"The payload of {webhook.name}.", 4),
    )
