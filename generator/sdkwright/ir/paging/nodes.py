"""What is known of an operation that answers in pages."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from ...pointer import Pointer
from ...records import dataclass
from ..types import Type


class PageStyle(Enum):
    """What leads to the next page.

    A parameter that counts items, or pages; one that takes what the answer says; or
    a URL in the answer.
    """

    OFFSET = "offset"
    NUMBER = "number"
    CURSOR = "cursor"
    LINK = "link"


# From the answer to a property in it: the pointers of fields.
Path: TypeAlias = tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """How an operation answers in pages.

    `items` leads to the list of `item`s in the `model` that is answered; without a
    model the answer itself is the list. `parameter` is what changes from page to
    page, `size` what limits one; both are wire names, of the query or else the body.

    `next` leads to what asks for the next page, or is missing on the last;
    `header` and `last` (a property of the last item) stand in its place. `more` is
    false on the last page, `done` true. `total` counts items, `pages` pages. A
    `sparse` answer can be empty though others follow.
    """

    style: PageStyle
    item: Type
    model: Pointer | None = None
    items: Path = ()
    parameter: str | None = None
    size: str | None = None
    start: int | None = None
    next: Path = ()
    header: str | None = None
    last: Path = ()
    more: Path = ()
    done: Path = ()
    total: Path = ()
    pages: Path = ()
    sparse: bool = False
