"""The one table of names: what everything in the API is called in Python.

Names are settled once, for the whole package: first every thing says what it
would like to be called, then collisions are settled. A component's schema keeps
its bare name; what is written in place is named after its owner and what it is
there. A number is the last resort, and a warning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ..config import Target
from ..diagnostics import Diagnostics
from ..ir import nodes
from ..ir.declarations import Declaration, Enum, Field, Member, Model
from ..ir.nodes import AuthKind
from ..pointer import Pointer
from . import reserved
from .operation_names import operation_name
from .words import (
    constant_case,
    identifier,
    pascal_case,
    singular,
    snake_case,
)

Claim = tuple[Pointer, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameTable:
    """Names by pointer; made by `assign_names`, read by everyone else."""

    package: str
    distribution: str
    client_class: str
    grouped: bool
    declarations: Mapping[Pointer, str]
    models: frozenset[Pointer]
    fields: Mapping[Pointer, str]
    members: Mapping[tuple[Pointer, str | int], str]
    operations: Mapping[Pointer, str]
    parameters: Mapping[tuple[Pointer, Pointer], str]
    resources: Mapping[str, str]
    resource_classes: Mapping[str, str]
    credentials: Mapping[str, tuple[str, ...]]
    environments: Mapping[Pointer, str]

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
        """The method of an operation."""
        return self.operations[at]

    def argument(self, operation: Pointer, at: Pointer) -> str:
        """The argument for a parameter, or for a property of the body."""
        return self.parameters[operation, at]

    def body_argument(self, operation: Pointer) -> str:
        """The argument for a body that is one argument."""
        return self.parameters[operation, Pointer("")]

    def resource(self, tag: str) -> str:
        """The attribute by which the client reaches a tag's resource."""
        return self.resources[tag]

    def resource_class(self, tag: str) -> str:
        """The class of a tag's resource."""
        return self.resource_classes[tag]

    def credential(self, scheme: str) -> tuple[str, ...]:
        """The constructor's arguments for a security scheme."""
        return self.credentials[scheme]

    def environment(self, server: Pointer) -> str:
        """The member of the environment enum for a server."""
        return self.environments[server]


def assign_names(api: nodes.Api, target: Target, found: Diagnostics) -> NameTable:
    """Settle every name of the API, with what the target pins."""
    client_class = target.class_name or identifier(
        pascal_case(api.title), "Client", "N"
    )
    package = target.package or identifier(
        snake_case(_without_api(api.title)), "client", "n"
    )
    grouped = target.client != "flat" and bool(api.resources)
    operations = _operations(api, target, grouped, found)
    taken = reserved.CLASSES | {
        client_class,
        f"Async{client_class}",
        f"{client_class}Environment",
    }
    declarations = _declarations(api, operations, taken, target, found)
    return NameTable(
        package=package,
        distribution=target.distribution or package.replace("_", "-"),
        client_class=client_class,
        grouped=grouped,
        declarations=declarations,
        models=frozenset(
            at for at, each in api.declarations.items() if isinstance(each, Model)
        ),
        fields=_fields(api, found),
        members=_members(api, found),
        operations=operations,
        parameters=_parameters(api, found),
        resources=_resources(api),
        resource_classes=_resource_classes(api, declarations, taken),
        credentials=_credentials(api),
        environments=_environments(api),
    )


def settle(
    claims: Iterable[Claim], taken: Iterable[str], warn: Callable[[Pointer, str], None]
) -> dict[Pointer, str]:
    """Give each claim the first of its wishes that is free, else a number.

    A wish that two claims share first goes to the one that comes first; names
    that differ in case only count as one, for file systems and readers.
    """
    used = {name.lower() for name in taken}
    settled: dict[Pointer, str] = {}
    for at, wishes in claims:
        name = next((wish for wish in wishes if wish.lower() not in used), None)
        if name is None:
            number = 2
            while f"{wishes[-1]}{number}".lower() in used:
                number += 1
            name = f"{wishes[-1]}{number}"
            warn(at, name)
        used.add(name.lower())
        settled[at] = name
    return settled


def _numbered(found: Diagnostics, what: str) -> Callable[[Pointer, str], None]:
    def warn(at: Pointer, name: str) -> None:
        found.warning(
            "numbered-name",
            f"no {what} is free for this, so it is called '{name}'",
            at,
            hint="give it a name of its own with 'x-sdkwright-name'",
        )

    return warn


def _without_api(title: str) -> str:
    several = [word for word in title.split() if word.lower() not in ("api", "the")]
    return " ".join(several) or title


# --- operations ---------------------------------------------------------------


def _operations(
    api: nodes.Api, target: Target, grouped: bool, found: Diagnostics
) -> dict[Pointer, str]:
    scopes: dict[str, list[nodes.Operation]] = {}
    for operation in api.operations:
        tag = operation.tags[0] if grouped and operation.tags else ""
        scopes.setdefault(tag, []).append(operation)
    settled: dict[Pointer, str] = {}
    for tag, several in scopes.items():
        claims: list[Claim] = []
        for operation in several:
            pinned = target.names.get(operation.pointer) or operation.wanted
            wishes = operation_name(operation, tag)
            claims.append(
                (operation.pointer, (*((pinned,) if pinned else ()), *wishes))
            )
        taken = set(reserved.CLIENT)
        if not tag and grouped:
            taken.update(_resources(api).values())
        settled |= settle(claims, taken, _numbered(found, "method name"))
    return settled


# --- declarations ---------------------------------------------------------------


def _declarations(
    api: nodes.Api,
    operations: Mapping[Pointer, str],
    taken: Iterable[str],
    target: Target,
    found: Diagnostics,
) -> dict[Pointer, str]:
    components = [each for each in api.declarations.values() if not each.origin.owner]
    inline = [each for each in api.declarations.values() if each.origin.owner]
    warn = _numbered(found, "class name")
    settled = settle(
        ((each.pointer, _component_wishes(each, target)) for each in components),
        taken,
        warn,
    )
    owners = {at: pascal_case(name) for at, name in operations.items()} | settled
    used = {*taken, *settled.values()}
    for each in inline:
        owner = owners.get(each.origin.owner or Pointer(""), "")
        name = settle(
            [(each.pointer, _inline_wishes(each, owner, target))], used, warn
        )[each.pointer]
        settled[each.pointer] = owners[each.pointer] = name
        used.add(name)
    return settled


def _component_wishes(each: Declaration, target: Target) -> tuple[str, ...]:
    pinned = target.names.get(each.pointer) or each.origin.wanted
    bare = identifier(pascal_case(each.origin.label), "Schema", "N")
    return (*((pascal_case(pinned),) if pinned else ()), bare, f"{bare}Model")


def _inline_wishes(each: Declaration, owner: str, target: Target) -> tuple[str, ...]:
    pinned = target.names.get(each.pointer) or each.origin.wanted
    label = each.origin.label
    if label == "item" and singular(owner) != owner:
        joined = singular(owner)
    else:
        joined = owner + pascal_case(label)
    titled = (owner + pascal_case(each.origin.title),) if each.origin.title else ()
    wishes = [joined, *titled, f"{joined}Model"]
    several = [identifier(wish, "Schema", "N") for wish in wishes]
    return (*((pascal_case(pinned),) if pinned else ()), *several)


# --- fields, members ----------------------------------------------------------------


def _fields(api: nodes.Api, found: Diagnostics) -> dict[Pointer, str]:
    settled: dict[Pointer, str] = {}
    for each in api.declarations.values():
        if isinstance(each, Model):
            claims = ((field.pointer, _field_wishes(field)) for field in each.fields)
            settled |= settle(claims, (), _numbered(found, "attribute name"))
    for operation in api.operations:
        for content in operation.body.contents if operation.body else ():
            for field_ in content.fields or ():
                settled.setdefault(field_.pointer, _field_wishes(field_)[0])
    return settled


def _field_wishes(field_: Field) -> tuple[str, ...]:
    name = attribute(field_.wanted or field_.name)
    if name in reserved.MODELS or name.startswith("model_"):
        name = f"{name}_"
    return (name, f"{name}_field")


def attribute(text: str) -> str:
    """A wire name as an attribute or argument: `dueDate` → `due_date`."""
    sign = {"+": "plus_", "-": "minus_", "$": "", "@": "", "_": ""}.get(text[:1], "")
    several = snake_case(text)
    prefixed = sign + several if sign and several else several
    return identifier(prefixed, "field", "n")


def _members(
    api: nodes.Api, found: Diagnostics
) -> dict[tuple[Pointer, str | int], str]:
    settled: dict[tuple[Pointer, str | int], str] = {}
    for each in api.declarations.values():
        if not isinstance(each, Enum):
            continue
        keys = {
            Pointer(f"{each.pointer}/enum/{index}"): member
            for index, member in enumerate(each.members)
        }
        claims = ((at, _member_wishes(member)) for at, member in keys.items())
        names = settle(claims, reserved.MEMBERS, _numbered(found, "member name"))
        for at, member in keys.items():
            settled[each.pointer, member.value] = names[at]
    return settled


def _member_wishes(member: Member) -> tuple[str, ...]:
    if isinstance(member.value, int) and member.wanted is None:
        minus = "MINUS_" if member.value < 0 else ""
        return (f"VALUE_{minus}{abs(member.value)}",)
    text = member.wanted or str(member.value)
    sign = "MINUS_" if text[:1] == "-" and text[1:2].isdigit() else ""
    name = identifier(
        sign + constant_case(text), "EMPTY" if not text else "VALUE", "VALUE"
    )
    if name[:5] == "VALUE" and name[5:6].isdigit():
        name = f"VALUE_{name[5:]}"
    if text != text.lower() and text != text.upper():
        return (name, f"{name}_MIXED")
    return (name, f"{name}_{'UPPER' if text.isupper() else 'LOWER'}")


# --- arguments --------------------------------------------------------------------


def _parameters(
    api: nodes.Api, found: Diagnostics
) -> dict[tuple[Pointer, Pointer], str]:
    settled: dict[tuple[Pointer, Pointer], str] = {}
    for operation in (*api.operations, *api.webhooks):
        claims: list[Claim] = [
            (each.pointer, _argument_wishes(each.wanted or each.name, each.place.value))
            for each in operation.parameters
        ]
        claims += _body_claims(operation)
        warn = _numbered(found, "argument name")
        names = settle(claims, reserved.ARGUMENTS, warn)
        settled |= {(operation.pointer, at): name for at, name in names.items()}
    return settled


def _body_claims(operation: nodes.Operation) -> list[Claim]:
    if operation.body is None:
        return []
    claims: dict[Pointer, Claim] = {}
    for content in operation.body.contents:
        for each in content.fields or ():
            wishes = _argument_wishes(each.wanted or each.name, "body")
            claims.setdefault(each.pointer, (each.pointer, wishes))
    shared = (
        "request"
        if any(
            content.fields is None and _is_named(content)
            for content in operation.body.contents
        )
        else "body"
    )
    return [*claims.values(), (Pointer(""), (shared, f"{shared}_body"))]


def _is_named(content: nodes.Content) -> bool:
    from ..ir.types import Named

    return isinstance(content.type, Named)


def _argument_wishes(name: str, place: str) -> tuple[str, ...]:
    plain = attribute(name)
    return (plain, f"{place}_{plain}")


# --- the client -----------------------------------------------------------------


def _resources(api: nodes.Api) -> dict[str, str]:
    claims = [
        (Pointer(each.tag), (attribute(each.tag), f"{attribute(each.tag)}_resource"))
        for each in api.resources
    ]
    names = settle(claims, reserved.CLIENT, lambda at, name: None)
    return {str(tag): name for tag, name in names.items()}


def _resource_classes(
    api: nodes.Api, declarations: Mapping[Pointer, str], taken: Iterable[str]
) -> dict[str, str]:
    """Classes of resources; a model of the same name keeps it."""
    claims: list[Claim] = []
    for each in api.resources:
        bare = identifier(pascal_case(each.tag), "Resource", "N")
        claims.append((Pointer(each.tag), (bare, f"{bare}Resource")))
    used = {*taken, *declarations.values()}
    names = settle(claims, used, lambda at, name: None)
    return {str(tag): name for tag, name in names.items()}


def _credentials(api: nodes.Api) -> dict[str, tuple[str, ...]]:
    several = list(api.auths.values())
    settled: dict[str, tuple[str, ...]] = {}
    used: set[str] = set()
    for auth in several:
        usual = _usual_credential(auth)
        alone = sum(_usual_credential(each) == usual for each in several) == 1
        own = attribute(auth.name)
        names = usual if alone or own in usual else _own_credential(auth, own)
        if used & set(names):
            names = _own_credential(auth, own)
        used |= set(names)
        settled[auth.name] = names
    return settled


def _usual_credential(auth: nodes.Auth) -> tuple[str, ...]:
    match auth.kind:
        case AuthKind.API_KEY:
            return ("api_key",)
        case AuthKind.BASIC:
            return ("username", "password")
        case AuthKind.HTTP:
            return ("credentials",)
        case _:
            return ("token",)


def _own_credential(auth: nodes.Auth, own: str) -> tuple[str, ...]:
    if auth.kind is AuthKind.BASIC:
        return (f"{own}_username", f"{own}_password")
    return (own,)


def _environments(api: nodes.Api) -> dict[Pointer, str]:
    if len(api.servers) == 1 and not api.servers[0].label:
        return {api.servers[0].pointer: "DEFAULT"}
    claims: list[Claim] = []
    for index, server in enumerate(api.servers):
        label = server.label or _short(server.doc.description)
        host = server.url.partition("//")[2].partition("/")[0] or "relative"
        first = constant_case(label) if label else "DEFAULT" if index == 0 else ""
        wishes = [
            identifier(text, "SERVER", "N")
            for text in (first, constant_case(host))
            if text
        ]
        claims.append((server.pointer, tuple(wishes)))
    return settle(claims, (), lambda at, name: None)


def _short(description: str | None) -> str | None:
    text = (description or "").strip().rstrip(".")
    return text if text and len(text.split()) <= 3 else None
