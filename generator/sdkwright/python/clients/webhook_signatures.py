"""How what an API sends is signed: as its document shows, or as a target says."""

from __future__ import annotations

from ...config import Target
from ...ir import nodes
from ..text.docstrings import Section, docstring
from ..text.layout import STEP, Group, lay_out
from ..text.literals import literal
from .webhook_views import SignatureCheckView

_TOLERANCE = 300  # seconds, as the libraries of standardwebhooks.com have it


def signature_of(api: nodes.Api, target: Target) -> tuple[str, dict[str, str]] | None:
    """The runtime's class and its facts; None where nothing is known.

    Three headers of Standard Webhooks tell it, whatever their names begin with: the
    scheme came from Svix.
    """
    facts = dict(target.webhook_signature)
    if not api.webhooks:
        return None
    if facts:
        standard = facts.pop("standard", None)
        return ("HmacHeader", facts) if standard is None else ("StandardWebhooks", {})
    for each in api.webhooks:
        headers = {one.name.lower() for one in each.parameters if one.place == "header"}
        for prefix in ("webhook", "svix"):
            parts = ("id", "timestamp", "signature")
            if headers >= {f"{prefix}-{part}" for part in parts}:
                own = {} if prefix == "webhook" else {"prefix": prefix}
                return "StandardWebhooks", own
    return None


def signature_view(kind: str, facts: dict[str, str]) -> SignatureCheckView:
    """The function `verify`, and the constant that it uses."""
    items = tuple(f"{name}={literal(value)}" for name, value in facts.items())
    timed = kind == "StandardWebhooks" or "timestamp" in facts
    arguments = (
        "payload: bytes | str",
        "headers: Mapping[str, str]",
        "*",
        "secret: str | tuple[str, ...]",
        *((f"tolerance: float = {_TOLERANCE}",) if timed else ()),
    )
    handed = (
        "payload",
        "headers",
        "secret=secret",
        *(("tolerance=tolerance",) if timed else ()),
    )
    tolerance = "How many seconds the sender's clock may be from this one's."
    sections = (
        Section(
            title="Args",
            entries=(
                ("payload", "The body of the request, byte for byte as it came."),
                ("headers", "The headers of the request; names in any case."),
                ("secret", "What the API signs with, or several while it changes."),
                *((("tolerance", tolerance),) if timed else ()),
            ),
        ),
        Section(
            title="Raises", entries=(("SignatureError", "It is not to be believed."),)
        ),
    )
    call = lay_out(Group("_SIGNATURE.verify(", handed, ")"), STEP)
    return SignatureCheckView(
        constant=lay_out(Group(f"_SIGNATURE = {kind}(", items, ")")),
        head=lay_out(Group("def verify(", arguments, ") -> None:")),
        docstring=docstring("Check that the API has sent a payload.", 4, sections),
        call=tuple(line.removeprefix(STEP) for line in call),
    )
