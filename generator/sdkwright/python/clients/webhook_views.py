"""What the templates see of what the API sends of its own accord."""

from __future__ import annotations

from ...records import dataclass
from ..views import Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class PayloadView:
    """The function that reads one kind of payload."""

    name: str
    constant_name: str
    constant: Lines
    head: Lines
    docstring: Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureCheckView:
    """The function that checks a signature: how it is signed, its head, its call."""

    constant: Lines
    head: Lines
    docstring: Lines
    call: Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhooksView:
    """The module of what the API sends of its own accord."""

    docstring: Lines
    imports: Lines
    type_imports: Lines
    exports: Lines
    payloads: tuple[PayloadView, ...]
    signature: SignatureCheckView | None
