"""Which credentials a call is sent with, and what is done where they are refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from .answer import Received
from .auth import Held, Signed
from .errors import MissingCredentialError
from .request import Prepared

if TYPE_CHECKING:
    from .engine import Call

# The requirements of a call, any of which is enough: each schemes by name.
Security: TypeAlias = tuple[tuple[str, ...], ...]


async def answered(request: Prepared, call: Call) -> Received:
    """The answer to a request that carries the credentials it asks for.

    Where they are refused and there can be fresh ones, it is sent once more.

    Raises:
        MissingCredentialError: The client has none that are enough.
        CredentialError: They cannot be had.
    """
    chosen = choose(request.security, call.settings.credentials)
    signed, used = await _signed(request, chosen, call)
    answer = await call.send(signed)
    if answer.status != 401:
        return answer
    fresh = [held.renewed(values) for held, values in zip(chosen, used, strict=True)]
    if any(fresh) and request.body.replayable:
        signed, _ = await _signed(request, chosen, call)
        answer = await call.send(signed)
    return answer


def choose(security: Security, credentials: Mapping[str, Held]) -> tuple[Held, ...]:
    """The schemes of the first requirement that the client can meet.

    Raises:
        MissingCredentialError: There is none.
    """
    for names in security:
        several = tuple(credentials[name] for name in names)
        if all(held.scheme.met(held.given) for held in several):
            return several
    if not security:
        return ()
    wanted = " or ".join(" and ".join(names) for names in security)
    arguments = ", or ".join(
        " and ".join(credentials[name].scheme.wanted(name) for name in names)
        for names in security
    )
    raise MissingCredentialError(
        f"this call needs credentials ({wanted}): give the client {arguments}"
    )


async def _signed(
    request: Prepared, chosen: tuple[Held, ...], call: Call
) -> tuple[Prepared, list[dict[str, str]]]:
    """The request with its credentials, and what they are."""
    if not chosen:
        return request, []
    used: list[dict[str, str]] = []
    signed = Signed({}, [], [])
    for held in chosen:
        scopes = request.scopes.get(held.name, ())
        values = await held.values(call, scopes)
        held.scheme.sign(values, signed)
        used.append(values)
    return request.signed(signed), used
