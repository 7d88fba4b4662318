"""The head of a `def`: of the method itself, of its overloads, on its page."""

from __future__ import annotations

from collections.abc import Sequence

from ...records import dataclass
from ..text.layout import WIDTH, Group, lay_out, open_type
from ..views import ArgumentView, SignatureView

IN_CLASS = "    "


def signature(
    name: str,
    arguments: Sequence[ArgumentView],
    returns: str,
    async_returns: str,
    *,
    end: str = ":",
    indent: str = IN_CLASS,
) -> SignatureView:
    """`def NAME(self, …) -> RETURNS` and its async twin, each followed by `end`."""
    items = ("self", *parameter_list(arguments, accepting=True))

    def lines(keyword: str, answer: str) -> tuple[str, ...]:
        head = f"{keyword} {name}("
        made = lay_out(Group(head, items, f") -> {answer}{end}"), indent)
        if len(made) == 1 or len(made[-1]) <= WIDTH or "|" not in answer:
            return made
        return (*made[:-1], *(open_type(") -> ", answer, end, indent) or made[-1:]))

    return SignatureView(
        lines=lines("def", returns), async_lines=lines("async def", async_returns)
    )


def parameter_list(
    arguments: Sequence[ArgumentView], *, accepting: bool = False
) -> tuple[str, ...]:
    """The declarations, with the bare `*` where the keyword-only ones begin.

    `accepting`: with all that can be given, as code has them.
    """
    written = [
        (each.positional, each.accepting if accepting else each.declaration)
        for each in arguments
    ]
    positional = [text for is_positional, text in written if is_positional]
    keywords = [text for is_positional, text in written if not is_positional]
    return (*positional, *(("*", *keywords) if keywords else ()))


@dataclass(frozen=True, slots=True)
class Way:
    """One way to call a method: its arguments, and what it gives then."""

    arguments: tuple[ArgumentView, ...]
    returns: str
    async_returns: str

    def signature(
        self, name: str, *, end: str = ": ...", indent: str = IN_CLASS
    ) -> SignatureView:
        """The head of a `def` that is called in this way."""
        returns = (self.returns, self.async_returns)
        return signature(name, self.arguments, *returns, end=end, indent=indent)
