"""The head of a `def`: of the method itself, of its overloads, on its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..text.layout import Group, lay_out
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
        return lay_out(Group(head, items, f") -> {answer}{end}"), indent)

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


def stream_ways(
    arguments: Sequence[ArgumentView], flag: str, whole: str, item: str
) -> tuple[Way, ...]:
    """The three ways to call a method whose body has a stream flag.

    `flag` is the flag's wire name, `whole` the annotation of the answer that
    comes at once, `item` that of what a stream yields. Without the flag among the
    arguments there is one way.
    """
    if all(each.place != "body" or each.wire != flag for each in arguments):
        return (Way(tuple(arguments), whole, whole),)
    stream, async_stream = f"Stream[{item}]", f"AsyncStream[{item}]"
    forms = (
        ("Literal[False] | None", "OMIT", whole, whole),
        ("Literal[True]", None, stream, async_stream),
        ("bool | None", None, f"{whole} | {stream}", f"{whole} | {async_stream}"),
    )
    return tuple(
        Way(with_flag(arguments, flag, annotation, default), returns, async_returns)
        for annotation, default, returns, async_returns in forms
    )


def with_flag(
    arguments: Sequence[ArgumentView], flag: str, annotation: str, default: str | None
) -> tuple[ArgumentView, ...]:
    """The arguments, with another type for the one that asks for a stream."""
    return tuple(
        (
            replace(each, annotation=annotation, takes=None, default=default)
            if each.place == "body" and each.wire == flag
            else each
        )
        for each in arguments
    )
