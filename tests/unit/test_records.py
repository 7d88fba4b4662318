"""Our data classes take, make and copy what those of the standard library do."""

from __future__ import annotations

from dataclasses import field

import pytest
from sdkwright.records import dataclass, replace


@dataclass(slots=True)
class Record:
    first: int
    second: str = "b"
    several: list[int] = field(default_factory=list[int])
    own: list[int] = field(init=False, default_factory=list[int])
    double: int = field(init=False)
    last: bool = field(default=True, kw_only=True)

    def __post_init__(self) -> None:
        self.double = 2 * self.first


class Heir(Record):
    """No data class itself."""


def test_what_is_given_and_what_is_not() -> None:
    """By position and by name; each object gets lists of its own."""
    one, other = Record(1, last=False), Record(1, "c", [2])
    assert (one.second, one.several, one.own, one.double, one.last) == (
        *("b", [], [], 2),
        False,
    )
    assert (other.second, other.several, other.last) == ("c", [2], True)
    assert one.several is not Record(1).several
    assert one.own is not other.own


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), ((1, "b", [], True), {}), ((1,), {"third": 3}), ((1,), {"double": 2})],
)
def test_what_is_not_taken(
    values: tuple[object, ...], named: dict[str, object]
) -> None:
    make: type = Record
    with pytest.raises(TypeError):
        make(*values, **named)


def test_a_copy_is_of_the_same_class() -> None:
    """And what it is made of is not looked at again."""
    one = replace(Heir(1), second="c")
    assert type(one) is Heir
    assert (one.first, one.second, one.double) == (1, "c", 2)
