"""What is read of an existing SDK."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field

from ..records import dataclass
from .settings import Environments

# An argument that says how a call is made, in a class of its own.
OPTIONS = "options"


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A method, reached as `client.chat.completions.create`, and its request.

    `arguments` are its parameters, less those that every method has; `wires` the wire
    names of some of them, `inside` those in the path, in its order, `places` are those
    that can be given by their place. `returns` is the
    name of the class that it returns, if it is one. `result` and `takes` are where the
    classes are defined that it returns and that its arguments take. Where it returns
    a whole answer, these are of its body, and `held` is the attribute that holds it.
    """

    name: str
    verb: str
    path: str
    arguments: tuple[str, ...]
    inside: tuple[str, ...] = ()
    wires: Mapping[str, str] = field(default_factory=dict[str, str])
    places: frozenset[str] = frozenset()
    returns: str | None = None
    result: str | None = None
    takes: Mapping[str, str] = field(default_factory=dict[str, str])
    held: str = ""


def _nothing(at: str) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sdk:
    """An SDK: its package, its client, its methods and its exceptions.

    `constructor` are the arguments of the client, `variables` what stands in for
    some of them, `headers` in which some are sent, `environment` is the class of what
    chooses a server. `silent` are methods whose request was not found, `twins` how
    many are the asynchronous twin of a method beside them (`get_async` of `get`).
    `exceptions` have the status that each stands for, if it is one; `home` is the
    module of the client. `offers`
    are the classes that programs import: where each is defined, by its way below
    the package. `others` has where the same is of those that are but another name,
    `literals` those of them that are plain values. `fields` tells of such a place
    what the attributes of the class hold.
    """

    package: str
    client_class: str
    methods: tuple[Method, ...]
    constructor: tuple[str, ...] = ()
    variables: Mapping[str, str] = field(default_factory=dict[str, str])
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    environment: Environments | None = None
    silent: tuple[str, ...] = ()
    twins: int = 0
    exceptions: Mapping[str, int | None] = field(
        default_factory=dict[str, "int | None"]
    )
    home: str = ""
    offers: Mapping[str, str] = field(default_factory=dict[str, str])
    others: Mapping[str, str] = field(default_factory=dict[str, str])
    literals: frozenset[str] = frozenset()
    fields: Callable[[str], Mapping[str, str]] = _nothing
