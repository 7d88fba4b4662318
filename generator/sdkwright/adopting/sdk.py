"""What is read of an existing SDK."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ..records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A method, reached as `client.chat.completions.create`, and its request.

    `arguments` are its parameters, less those that every method has; `wires` the wire
    names of some of them, `inside` those in the path, in its order. `returns` is the
    name of the class that it returns, if it is one.
    """

    name: str
    verb: str
    path: str
    arguments: tuple[str, ...]
    inside: tuple[str, ...] = ()
    wires: Mapping[str, str] = field(default_factory=dict[str, str])
    returns: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sdk:
    """An SDK: its package, its client, its methods and its exceptions.

    `constructor` are the arguments of the client, `silent` are methods whose request
    was not found. `exceptions` have the status that each stands for, if it is one;
    `home` is the module of the client.
    """

    package: str
    client_class: str
    methods: tuple[Method, ...]
    constructor: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    exceptions: Mapping[str, int | None] = field(
        default_factory=dict[str, "int | None"]
    )
    home: str = ""
