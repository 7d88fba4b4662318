"""What the template of the README sees: whole programs."""

from __future__ import annotations

from dataclasses import dataclass

from .views import ExampleView, Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidesView:
    """Programs of a guide; `stream` is the first method's that streams.

    `pages` goes through the pages of the method that asks for least.
    """

    first: ExampleView
    stream: ExampleView | None
    pages: ExampleView | None
    errors: Lines
    options: Lines
    http: Lines
