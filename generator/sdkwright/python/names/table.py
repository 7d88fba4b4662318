"""The one table of names: what everything in the API is called in Python.

Names are settled once, for the whole package: first every thing says what it
would like to be called, then collisions are settled. A component's schema keeps
its bare name; what is written in place is named after its owner and what it is
there. A number is the last resort, and a warning.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...config import Target
from ...diagnostics import Diagnostics
from ...ir import nodes
from ...ir.declarations import Model
from ...options import is_device
from ...pointer import Pointer
from ...records import dataclass
from . import reserved
from .clients import (
    environment_names,
    method_names,
    variable_names,
    webhook_names,
)
from .credentials import credential_names, environment_variables
from .members import ACCEPT, CHOICE, argument_names, field_names, member_names
from .pins import check_pins
from .resources import (
    ResourceNames,
    classes_before,
    resource_classes,
    resource_names,
)
from .settle import Memory
from .twins import twins_of
from .types import declaration_names
from .versions import version_of
from .words import attribute, identifier, pascal_case, snake_case

__all__ = ["NameTable", "assign_names", "attribute"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameTable:
    """Names by pointer; made by `assign_names`, read by everyone else.

    `given` are the names to be kept in the next run, by what they name. `twins` are
    what models are called as plain dicts, and enums as plain values; those that are or
    hold `dicts` are told apart, and values that are best `spelled` out.
    """

    package: str
    distribution: str
    version: str
    client_class: str
    grouped: bool
    declarations: Mapping[Pointer, str]
    models: frozenset[Pointer]
    fields: Mapping[Pointer, str]
    members: Mapping[tuple[Pointer, str | int], str]
    operations: Mapping[Pointer, str]
    parameters: Mapping[tuple[Pointer, Pointer], str]
    resources: Mapping[tuple[str, ...], ResourceNames]
    resource_classes: Mapping[tuple[str, ...], str]
    credentials: Mapping[str, tuple[str, ...]]
    env: Mapping[str, Mapping[str, str]]
    environments: Mapping[Pointer, str]
    variables: Mapping[str, str]
    given: Mapping[str, str]
    twins: Mapping[Pointer, str]
    dicts: frozenset[Pointer]
    spelled: Mapping[Pointer, str]

    @property
    def async_client_class(self) -> str:
        return f"Async{self.client_class}"

    @property
    def environment_class(self) -> str:
        return f"{self.client_class}Environment"

    def declaration(self, at: Pointer) -> str:
        """The class or alias of a named type."""
        return self.declarations[at]

    def is_model(self, at: Pointer) -> bool:
        return at in self.models

    def field(self, at: Pointer) -> str:
        """The attribute of a model's field."""
        return self.fields[at]

    def member(self, enum: Pointer, value: str | int) -> str:
        """The member of an enum that has a value."""
        return self.members[enum, value]

    def operation(self, at: Pointer) -> str:
        """The method of an operation, or the function for a webhook."""
        return self.operations[at]

    def access(self, operation: nodes.Operation) -> str:
        """What reaches the method in a program: `client.agents.create`."""
        method = self.operation(operation.pointer)
        if not self.grouped or not operation.group:
            return f"client.{method}"
        return f"client.{self.resource(operation.group)}.{method}"

    def argument(self, operation: Pointer, at: Pointer) -> str:
        """The argument for a parameter, or for a property of the body."""
        return self.parameters[operation, at]

    def body_argument(self, operation: Pointer) -> str:
        """The argument for a body that is one argument."""
        return self.parameters[operation, Pointer("")]

    def choice_argument(self, operation: Pointer) -> str:
        """The argument that chooses one of several forms of a body."""
        return self.parameters[operation, CHOICE]

    def accept_argument(self, operation: Pointer) -> str:
        """The argument that chooses one of several forms of an answer."""
        return self.parameters[operation, ACCEPT]

    def resource(self, path: tuple[str, ...]) -> str:
        """What reaches a resource from the client: `chat.completions`."""
        several = (path[:count] for count in range(1, len(path) + 1))
        return ".".join(self.resources[each].attribute for each in several)

    def resource_module(self, path: tuple[str, ...]) -> str:
        """The module of a resource, below `resources`."""
        return self.resources[path].module

    def resource_class(self, path: tuple[str, ...]) -> str:
        """The class of a resource."""
        return self.resource_classes[path]

    def credential(self, scheme: str) -> tuple[str, ...]:
        """The constructor's arguments for a security scheme."""
        return self.credentials[scheme]

    def variable(self, name: str) -> str:
        """The constructor's argument for a variable of the servers' URLs."""
        return self.variables[name]

    def env_of(self, scheme: str) -> Mapping[str, str]:
        """The environment variables that stand in for a scheme's credentials."""
        return self.env.get(scheme, {})

    def environment(self, server: Pointer) -> str:
        """The member of the environment enum for a server."""
        return self.environments[server]


def assign_names(
    api: nodes.Api,
    target: Target,
    found: Diagnostics,
    before: Mapping[str, str] | None = None,
) -> NameTable:
    """Settle every name of the API, with what the target pins.

    `before` are the `given` names of the run before, which are kept.
    """
    check_pins(api, target.names, found)
    memory = Memory(before or {})
    client_class = target.class_name or client_name(api.title)
    package = target.package or package_name(api.title)
    grouped = target.client != "flat" and bool(api.resources)
    resources = resource_names(api, target.names, memory) if grouped else {}
    operations = method_names(api, target, resources, found, memory)
    taken = reserved.classes(api) | {
        client_class,
        f"Async{client_class}",
        f"{client_class}Environment",
        f"{client_class}Answers",
        f"Async{client_class}Answers",
    }
    held = classes_before(api, memory) if grouped else frozenset[str]()
    declarations = declaration_names(api, taken | held, target, found, memory)
    credentials = credential_names(api, target.names)
    twins = twins_of(api, declarations, taken)
    return NameTable(
        package=package,
        distribution=target.distribution or package.replace("_", "-"),
        version=target.version or version_of(api.version, found),
        client_class=client_class,
        grouped=grouped,
        declarations=declarations,
        models=frozenset(
            at for at, each in api.declarations.items() if isinstance(each, Model)
        ),
        fields=field_names(api, target.names, found, memory),
        members=member_names(api, target.names, found, memory),
        operations=operations | webhook_names(api, target, found, memory),
        parameters=argument_names(api, target.names, found, memory),
        resources=resources,
        resource_classes=resource_classes(api, declarations, taken, memory),
        credentials=credentials,
        environments=environment_names(api, target.names),
        variables=variable_names(api, credentials),
        env=environment_variables(api, target, found),
        given=memory.given,
        twins=twins.names,
        dicts=twins.dicts,
        spelled=twins.spelled,
    )


def client_name(title: str) -> str:
    """`The Pets API` is the class `ThePetsApi`; `API` alone is `ApiClient`."""
    name = identifier(pascal_case(title), "Client", "N")
    return f"{name}Client" if name in reserved.CLASSES else name


def package_name(title: str) -> str:
    """`The Pets API` is the package `pets`; one that hides another is `…_client`."""
    words = [word for word in title.split() if word.lower() not in ("api", "the")]
    name = identifier(snake_case(" ".join(words) or title), "client", "n")
    hidden = name in reserved.PACKAGES or is_device(name)
    return f"{name}_client" if hidden else name
