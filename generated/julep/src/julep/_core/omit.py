"""The marker for an argument that is not sent, apart from None, which is."""

from __future__ import annotations

from typing import Any, Final


class Omit:
    """The type of `OMIT`; there is one instance, and it is false."""

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "OMIT"

    def __reduce__(self) -> str:
        return "OMIT"


# Any, so that it can stand as the default of an argument of every type.
OMIT: Final[Any] = Omit()
