"""Where chains of references end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdkwright.ir.ends import Ends
from sdkwright.pointer import Pointer
from sdkwright.spec.objects import Schema

A, B, C, D = (Pointer(f"#/{name}") for name in "abcd")


def link(at: Pointer, to: Pointer, *, nullable: bool = False) -> Schema:
    return Schema(pointer=at, ref=to, nullable=nullable)


def test_a_chain_ends_where_there_is_no_reference() -> None:
    """Null fits where one of the links before the end says so."""
    text = Schema(pointer=C, types=("string",), nullable=True)
    ends = Ends({A: link(A, B), B: link(B, C, nullable=True), C: text})
    assert ends.of(A) == ends.of(B) == (C, True)
    assert ends.of(C) == (C, False)


def test_a_chain_ends_at_a_stop() -> None:
    """What the stop itself leads to is not asked."""
    ends = Ends({A: link(A, B), B: link(B, C, nullable=True)}, stops={B})
    assert ends.of(A) == ends.of(B) == (B, False)


def test_a_circle_has_no_end() -> None:
    """Nor has what leads into it, from wherever it is asked first."""
    circle = {A: link(A, B), B: link(B, C), C: link(C, B), D: link(D, D)}
    for first in circle:
        ends = Ends(circle)
        assert [ends.of(first), *map(ends.of, circle)] == [None] * 5


class Counted(Mapping[Pointer, Schema]):
    """A chain of a thousand links, which counts how often one is looked at."""

    def __init__(self) -> None:
        self.looks = 0

    def __getitem__(self, at: Pointer) -> Schema:
        self.looks += 1
        number = int(at[2:])
        following = None if number == 1000 else Pointer(f"#/{number + 1}")
        return Schema(pointer=at, ref=following)

    def __iter__(self) -> Iterator[Pointer]:
        return (Pointer(f"#/{number}") for number in range(1001))

    def __len__(self) -> int:
        return 1001


def test_each_link_is_followed_once() -> None:
    """Or a chain would be walked anew from every link of it."""
    chain = Counted()
    ends = Ends(chain)
    assert {ends.of(at) for at in chain} == {(Pointer("#/1000"), False)}
    assert chain.looks == 1001
