"""Who stands behind an API, and where more is said of it."""

from __future__ import annotations

from ...ir import nodes
from ..text.markdown import link
from ..views import Lines


def about(api: nodes.Api) -> Lines:
    """List items: documentation, contact, licence, terms; only what there is."""
    contact, licence = api.contact, api.license
    email = contact.get("email", "")
    reached = (
        _named(contact.get("name", ""), contact.get("url", "")),
        link(email, f"mailto:{email}") if email else "",
    )
    name = licence.get("name") or licence.get("identifier") or ""
    facts = {
        "Documentation": _named("", api.doc.external_url or ""),
        "Contact": ", ".join(filter(None, reached)),
        "Licence of the API": _named(name, licence.get("url", "")),
        "Terms of service": _named("", api.terms or ""),
    }
    return tuple(f"{title}: {said}" for title, said in facts.items() if said)


def more(url: str | None) -> str:
    """`See …`, with a link; empty where there is nothing to see."""
    return f"See {link(url, url)}." if url else ""


def _named(name: str, url: str) -> str:
    return link(name or url, url) if name or url else ""
