"""What the page of webhooks says of each payload."""

from __future__ import annotations

from collections.abc import Mapping

from ...ir import nodes
from ...pointer import Pointer
from ..names.table import NameTable
from ..text.annotations import annotate
from ..text.items import line
from ..text.markdown import block, code, inline
from .answers import header_item
from .shelves import Links
from .views import PageWebhookView

_PAGE = "webhooks.md"


def webhook_pages(
    api: nodes.Api, names: NameTable, places: Mapping[Pointer, str]
) -> tuple[PageWebhookView, ...]:
    """The section of each payload; `places` are the pages of declarations."""
    links = Links(names=names, places=places, page=_PAGE)
    return tuple(_section(each, links) for each in api.webhooks)


def _section(webhook: nodes.Webhook, links: Links) -> PageWebhookView:
    names = links.names
    name = names.operation(webhook.pointer)
    several = links.of(webhook.type)
    return PageWebhookView(
        name=name,
        heading=name.replace("_", "\\_"),
        told=f"Reads {code(webhook.name)}.",
        summary=inline(webhook.doc.summary or ""),
        description=block(webhook.doc.description or ""),
        returns=f"{code(annotate(webhook.type, names).text)}"
        f"{f': see {several}' if several else ''}.",
        parameters=tuple(map(header_item, webhook.parameters)),
        answers=tuple(_answer(each, links) for each in webhook.answers),
    )


def _answer(answer: nodes.Response, links: Links) -> str:
    """What the API wants to be answered: a list item."""
    types = dict.fromkeys(each.type for each in answer.contents)
    bodies = " or ".join(code(annotate(each, links.names).text) for each in types)
    several = ", ".join(filter(None, map(links.of, types)))
    return line(
        f"{code(answer.status)}{f' - {bodies}' if bodies else ''}.",
        answer.doc.description,
        f"See {several}." if several else "",
    )
