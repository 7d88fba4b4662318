"""How what an API sends is signed: as its document shows, or as a target says."""

from __future__ import annotations

from collections.abc import Mapping

from ...config import Target
from ...ir import nodes
from ...option_mappings import standard_webhooks
from ..text.docstrings import Section, docstring
from ..text.layout import STEP, Group, lay_out
from ..text.literals import literal
from .webhook_views import SignatureCheckView

RUNTIME_CLASS = "HmacSignature"
_TOLERANCE = 300  # seconds, as the libraries of standardwebhooks.com have it


def signature_of(api: nodes.Api, target: Target) -> Mapping[str, str] | None:
    """The facts of the runtime's `HmacSignature`; None where nothing is known.

    Three headers of Standard Webhooks tell it, whatever their names begin with: the
    scheme came from Svix.
    """
    if not api.webhooks:
        return None
    if target.webhook_signature:
        return target.webhook_signature
    for each in api.webhooks:
        headers = {one.name.lower() for one in each.parameters if one.place == "header"}
        for prefix in ("webhook", "svix"):
            parts = ("id", "timestamp", "signature")
            if headers >= {f"{prefix}-{part}" for part in parts}:
                return standard_webhooks(prefix)
    return None


def signature_view(facts: Mapping[str, str]) -> SignatureCheckView:
    """The function `verify`, and the constant that it uses."""
    items = tuple(f"{name}={literal(value)}" for name, value in facts.items())
    timed = not facts.keys().isdisjoint({"timestamp", "timestamp_prefix"})
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
        constant=lay_out(Group(f"_SIGNATURE = {RUNTIME_CLASS}(", items, ")")),
        head=lay_out(Group("def verify(", arguments, ") -> None:")),
        docstring=docstring("Check that the API has sent a payload.", 4, sections),
        call=tuple(line.removeprefix(STEP) for line in call),
    )
