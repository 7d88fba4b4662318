"""Arguments and environment variables of credentials, as they were before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..diagnostics import Diagnostics
from ..ir.nodes import Auth, AuthKind
from ..python.names.credentials import credential_parts
from ..python.names.words import attribute, constant_case
from ..spec.objects import Json
from ..spec.overlay_text import update
from ..understanding import Named
from .carried import Secret, Wanted
from .keys import leave


def renamed_parts(wanted: Wanted, both: Named) -> Iterator[Mapping[str, Json]]:
    """Actions that name the parts of schemes that take a user's name and a password.

    A name by pointer stands before both; only the document can name each.
    """
    for name, auth in both.api.auths.items():
        given = {
            each.part: attribute(each.argument)
            for each in wanted.secrets
            if each.scheme == name and each.argument
        }
        usual = dict(
            zip(credential_parts(auth), both.names.credentials[name], strict=False)
        )
        if auth.kind is AuthKind.BASIC and given.items() - usual.items():
            said: dict[str, Json] = {
                part: {"name": argument}
                for part, argument in given.items()
                if part in usual
            }
            yield update(auth.pointer, {"x-fern-basic": said})


def secrets_of(
    wanted: Wanted, both: Named, found: Diagnostics
) -> tuple[dict[str, Json], dict[str, Json]]:
    """Names by the pointer of a scheme, and variables by scheme."""
    names: dict[str, Json] = {}
    variables: dict[str, Json] = dict(_prefixed(wanted.prefix, both))
    for each in wanted.secrets:
        auth = both.api.auths.get(each.scheme)
        parts = () if auth is None else credential_parts(auth)
        part = "token" if not each.part and "token" in parts else each.part
        if auth is None or part not in parts:
            leave(found, each.at, _why(each, auth), "set it under `env`")
            continue
        if each.variable is not None and not part:
            variables[each.scheme] = each.variable
        elif each.variable is not None:
            inside = variables.setdefault(each.scheme, {})
            if isinstance(inside, dict):
                inside[part] = each.variable
        argument = attribute(each.argument) if each.argument else None
        if parts == ("",) and argument not in (
            None,
            *both.names.credentials[each.scheme],
        ):
            names[auth.pointer] = argument
    return names, variables


def _prefixed(prefix: str | None, both: Named) -> Iterator[tuple[str, Json]]:
    """Variables such as `NOTES_API_KEY` for what is one secret."""
    for name, auth in both.api.auths.items() if prefix else ():
        if credential_parts(auth) == ("",) and not auth.kind.by_http_client:
            yield name, f"{prefix}_{constant_case(name)}"


def _why(each: Secret, auth: Auth | None) -> str:
    if auth is None:
        return f"no operation asks for a security scheme '{each.scheme}'"
    return f"the scheme '{each.scheme}' has no '{each.part}'"
