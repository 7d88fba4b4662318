"""How findings are listed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sdkwright.diagnostics import Diagnostic, Severity, Span
from sdkwright.listing import listing
from sdkwright.spec.source import Source


class Counted(str):
    """A text that counts how often it is cut into lines."""

    cuts = 0

    def split(self, *given: Any, **named: Any) -> Any:
        type(self).cuts += 1
        return super().split(*given, **named)


def test_a_text_is_cut_into_lines_once() -> None:
    """And not for each of the findings in it, each of which shows its line."""
    text = Counted("".join(f"line {n}\n" for n in range(1, 10)))
    source = Source(path=Path("a"), file="", name="a.yaml", text=text, digest="")
    several = [
        Diagnostic(
            code="odd",
            severity=Severity.WARNING,
            message="is odd",
            span=Span(file="a.yaml", line=n, column=6, end_column=7),
        )
        for n in range(1, 10, 2)
    ]
    made = listing(several, {"": source}, "text").split("\n")
    assert made[3:6] == [
        "a.yaml:3:6: warning[odd]: is odd",
        "    3 | line 3",
        "      |      ^",
    ]
    assert Counted.cuts == 1
