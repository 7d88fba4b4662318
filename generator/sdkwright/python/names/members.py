"""Names of what is inside: fields, members of enums, arguments of methods."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...diagnostics import Diagnostics
from ...ir import nodes
from ...ir.declarations import Enum, Field, Member, Model
from ...ir.types import Named
from ...pointer import Pointer, child, escape, last
from ...records import replace
from . import reserved
from .settle import Claim, Memory, Warn, numbered, settle
from .symbols import spelled
from .words import asked_for, attribute, constant_case, identifier

# Stands for the argument that chooses one of several forms of a body.
CHOICE = Pointer("content-type")
# Stands for the argument that chooses one of several forms of an answer.
ACCEPT = Pointer("accept")

# How `date<` and `date>` differ from `date`.
_COMPARED = re.compile(r"[<>=!~]+$")

# Names by pointer, as the configuration gives them.
Pinned = Mapping[str, str]


def _wanted(each: Field | nodes.Parameter, pinned: Pinned) -> str:
    return pinned.get(each.pointer) or each.wanted or each.name


def _plain(each: Field | nodes.Parameter, pinned: Pinned) -> str:
    asked = pinned.get(each.pointer)
    return asked_for(asked) if asked else attribute(each.wanted or each.name)


def field_names(
    api: nodes.Api, pinned: Pinned, found: Diagnostics, memory: Memory
) -> dict[Pointer, str]:
    settled: dict[Pointer, str] = {}
    for each in api.declarations.values():
        if isinstance(each, Model):
            wishes = [(one, _field_wishes(one, pinned)) for one in each.fields]
            ranks = {
                one.pointer: _rank(one, first, pinned) for one, (first, _) in wishes
            }
            claims = sorted(
                ((one.pointer, several) for one, several in wishes),
                key=lambda claim: ranks[claim[0]],
            )
            sure = {at for at, rank in ranks.items() if rank < 2}
            warn = numbered(found, "attribute name")
            settled |= settle(claims, (), warn, memory, lasting=True, sure=sure)
    for operation in api.operations:
        for content in operation.body.contents if operation.body else ():
            for field_ in content.fields or ():
                settled.setdefault(field_.pointer, _field_wishes(field_, pinned)[0])
    return settled


def _rank(field_: Field, wish: str, pinned: Pinned) -> int:
    """Who comes first: what was asked for, then what is called so on the wire."""
    if pinned.get(field_.pointer) or field_.wanted:
        return 0
    return 1 if wish == field_.name else 2


def _field_wishes(field_: Field, pinned: Pinned) -> tuple[str, ...]:
    name = _plain(field_, pinned)
    if name in reserved.MODELS or name.startswith("model_"):
        name = f"{name}_"
    return (name, f"{name}_field")


def member_names(
    api: nodes.Api, pinned: Pinned, found: Diagnostics, memory: Memory
) -> dict[tuple[Pointer, str | int], str]:
    settled: dict[tuple[Pointer, str | int], str] = {}
    for each in api.declarations.values():
        if not isinstance(each, Enum):
            continue
        keys = {
            child(each.pointer, "enum", member.value): (
                replace(member, wanted=pinned[member.pointer])
                if pinned.get(member.pointer)
                else member
            )
            for member in each.members
        }
        claims = sorted(
            ((at, _member_wishes(member)) for at, member in keys.items()),
            key=lambda claim: _member_rank(keys[claim[0]], claim[1][0]),
        )
        sure = {at for at, wishes in claims if _member_rank(keys[at], wishes[0]) < 2}
        warn = numbered(found, "member name")
        names = settle(claims, (), warn, memory, lasting=True, sure=sure)
        for at, member in keys.items():
            settled[each.pointer, member.value] = names[at]
    return settled


def _member_rank(member: Member, wish: str) -> int:
    if member.wanted is not None:
        return 0
    if wish.lower() == member.value:
        return 1
    return 2 if wish == member.value else 3


def _member_wishes(member: Member) -> tuple[str, ...]:
    if isinstance(member.value, int) and member.wanted is None:
        minus = "MINUS_" if member.value < 0 else ""
        return (f"VALUE_{minus}{abs(member.value)}",)
    text = member.wanted or str(member.value)
    signs = {"-": "MINUS_", "+": "PLUS_"}
    sign = signs.get(text[:1], "") if text[1:2].isdigit() else ""
    name = identifier(
        sign + constant_case(text), "EMPTY" if not text else "VALUE", "VALUE"
    )
    if name[:5] == "VALUE" and name[5:6].isdigit():
        name = f"VALUE_{name[5:]}"
    if text != text.lower() and text != text.upper():
        return (name, f"{name}_MIXED")
    return (name, f"{name}_{'UPPER' if text.isupper() else 'LOWER'}")


def argument_names(
    api: nodes.Api, pinned: Pinned, found: Diagnostics, memory: Memory
) -> dict[tuple[Pointer, Pointer], str]:
    settled: dict[tuple[Pointer, Pointer], str] = {}
    for operation in api.operations:
        at = operation.pointer
        claims, places = _argument_claims(operation, pinned)
        names = settle(
            claims,
            reserved.ARGUMENTS,
            _at(places, numbered(found, "argument name")),
            memory,
            owner=at,
            lasting=True,
            sure={key for key, wishes in claims if _is_sure(key, wishes[0])},
        )
        settled |= {(at, places.get(key, key)): name for key, name in names.items()}
        for several in fields_by_name(operation).values():
            for each in several[1:]:
                settled[at, each.pointer] = names[several[0].pointer]
    return settled


def _argument_claims(
    operation: nodes.Operation, pinned: Pinned
) -> tuple[list[Claim], dict[Pointer, Pointer]]:
    """What the arguments would like to be called, and where parameters stand.

    A parameter is known by its place and name: its number changes with those around.
    """
    places: dict[Pointer, Pointer] = {}
    claims: list[Claim] = []
    order = sorted(operation.parameters, key=lambda each: _late(each, pinned))
    for each in order:
        key = Pointer(f"{each.place.value}/{escape(each.name)}")
        places[key] = each.pointer
        claims.append((key, _argument_wishes(each, pinned, each.place.value)))
    claims += _body_claims(operation, pinned)
    if operation.choices:
        claims.append((ACCEPT, ("accept", "answer_accept")))
    return claims, places


def _late(parameter: nodes.Parameter, pinned: Pinned) -> tuple[bool, bool]:
    """Who comes last: what is called otherwise on the wire, and not in the path."""
    wanted = _wanted(parameter, pinned)
    asked = wanted != parameter.name
    in_path = parameter.place is nodes.Place.PATH
    return not in_path, not asked and attribute(wanted) != parameter.name


def _at(places: Mapping[Pointer, Pointer], warn: Warn) -> Warn:
    return lambda key, name: warn(places.get(key, key), name)


def _is_sure(key: Pointer, wish: str) -> bool:
    """Whether no argument that comes later has more of a right to a name.

    What is called so on the wire comes first, and what is in the path or the query
    before what is elsewhere; the names of ours are for what they are.
    """
    return wish == last(key) and key.startswith(("path/", "query/"))


def fields_by_name(operation: nodes.Operation) -> dict[str, list[Field]]:
    """The properties of all forms of a body: one argument for each name."""
    made: dict[str, list[Field]] = {}
    for content in operation.body.contents if operation.body else ():
        for each in content.fields or ():
            made.setdefault(each.name, []).append(each)
    return made


def _body_claims(operation: nodes.Operation, pinned: Pinned) -> list[Claim]:
    if operation.body is None:
        return []
    beside = None if operation.stream is None else operation.stream.beside
    fields = [each for each, *_ in fields_by_name(operation).values()]
    claims = [
        (each.pointer, _argument_wishes(each, pinned, "body"))
        for each in (*fields, *(() if beside is None else (beside,)))
    ]
    shared = (
        "request"
        if any(
            content.fields is None and _is_named(content)
            for content in operation.body.contents
        )
        else "body"
    )
    wish = pinned.get(child(operation.pointer, "requestBody"), shared)
    whole = (Pointer(""), (wish, f"{wish}_body"))
    return [*claims, whole, (CHOICE, ("content_type", "body_content_type"))]


def _is_named(content: nodes.Content) -> bool:
    return isinstance(content.type, Named)


def _argument_wishes(
    each: Field | nodes.Parameter, pinned: Pinned, place: str
) -> tuple[str, ...]:
    plain = _plain(each, pinned)
    compared = _COMPARED.search(each.name)
    words = (attribute(f"{plain} {spelled(compared[0])}"),) if compared else ()
    return (plain, *words, f"{place}_{plain}")
