"""What travels beside a body: headers of answers, links, parameters of webhooks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ..pointer import Pointer
from ..records import dataclass
from ..spec.objects import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A value that is read as text, whatever it stands for.

    `kind` says what that is (`integer`, `string (date-time)`), `values` which there
    are. `place` is where it stands: in `header`, unless it is a webhook's parameter.
    """

    pointer: Pointer
    name: str
    kind: str
    place: str = "header"
    values: tuple[Json, ...] = ()
    required: bool = False
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A call that an answer leads to, with the arguments that are known by then.

    `arguments` are values or expressions on the call and its answer, by wire name; that
    of the body has no name.
    """

    name: str
    operation: Pointer
    arguments: Mapping[str, Json] = field(default_factory=dict[str, Json])
    description: str | None = None
