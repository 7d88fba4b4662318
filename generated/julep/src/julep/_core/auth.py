"""Credentials: which of them a call is sent with, and how (OpenAPI 3.2, 4.27)."""

from __future__ import annotations

import os
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import field
from inspect import isawaitable, iscoroutine
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote

from .errors import CredentialError, InvalidRequestError, MissingCredentialError
from .records import dataclass
from .waiting import within

if TYPE_CHECKING:
    from .answer import Received
    from .engine import Call
    from .request import Prepared

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
# What a user gives: a text, or a function that gives it whenever it is needed.
Secret: TypeAlias = "str | Callable[[], str | Awaitable[str]]"
# What a client has for a scheme: a secret, or several by what each of them is.
Credential: TypeAlias = "Secret | Mapping[str, Secret | None] | None"
# The requirements of a call, any of which is enough: each schemes by name.
Security: TypeAlias = tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class Signed:
    """What credentials add to a request."""

    headers: dict[str, str]
    query: list[str]
    cookies: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A way to say who calls.

    `arguments` are the client's for it, where they are not called as the scheme is;
    `env` the environment variables that stand in for them, in the same order.
    """

    arguments: tuple[str, ...] = ()
    env: tuple[str, ...] = ()

    def given(self, credential: Credential, own_http_client: bool) -> dict[str, Secret]:
        """What was given, or stands in the environment; an empty text is nothing.

        An empty password is one, beside a user name.
        """
        several: Mapping[str, Secret | None]
        if credential is None or isinstance(credential, str) or callable(credential):
            several = {"": credential}
        else:
            several = credential
        made: dict[str, Secret] = {}
        env = (*self.env, *("" for _ in several))
        for (kind, secret), variable in zip(several.items(), env, strict=False):
            if secret is None and variable:
                secret = os.environ.get(variable)
            if secret is not None and (secret != "" or kind == "password"):
                made[kind] = secret
        return made if any(secret != "" for secret in made.values()) else {}

    def hold(self, name: str, given: Mapping[str, Secret]) -> Held:
        """What a client keeps for the scheme as long as it lives."""
        return Held(self, name, given)

    def met(self, given: Mapping[str, Secret]) -> bool:
        """Whether what was given is enough."""
        return bool(given)

    def wanted(self, name: str) -> str:
        """The arguments that would be enough, for a message."""
        several = " and ".join(self.arguments or (name,))
        variables = " and ".join(filter(None, self.env))
        return f"{several} (or set {variables})" if variables else several

    def sign(self, values: Mapping[str, str], signed: Signed) -> None:
        """Add the credential to a request; `values` by what each of them is."""
        raise NotImplementedError


@dataclass(slots=True)
class Held:
    """A scheme with what a client was given for it; nothing of that is shown."""

    scheme: Scheme
    name: str
    given: Mapping[str, Secret] = field(repr=False)

    async def values(self, call: Call, scopes: tuple[str, ...]) -> dict[str, str]:
        """What was given as texts; what is a function is called."""
        made: dict[str, str] = {}
        for kind, secret in self.given.items():
            made[kind] = await self.asked(call, kind, secret)
        return made

    async def asked(self, call: Call, kind: str, secret: Secret) -> str:
        """One secret as text that can stand in a request."""
        text: object = secret
        if not isinstance(secret, str):
            text = await _given(call, secret, f"{kind or 'credential'} for {self.name}")
            if text == "" and not kind:
                raise MissingCredentialError(f"the credential for {self.name} is empty")
        return checked(self.name, text, alone=not kind)

    def renewed(self, values: Mapping[str, str]) -> bool:
        """Whether values that were refused will not be used again, but new ones."""
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey(Scheme):
    """A key in a header or a cookie, as it is."""

    place: str
    name: str

    def sign(self, values: Mapping[str, str], signed: Signed) -> None:
        if self.place == "cookie":
            signed.cookies.append(f"{self.name}={quote(values[''], safe='')}")
        else:
            signed.headers[self.name] = values[""]


def hold(
    schemes: Mapping[str, Scheme],
    credentials: Mapping[str, Credential],
    own_http_client: bool,
) -> dict[str, Held]:
    """What a client keeps of what it was given, by scheme."""
    return {
        name: scheme.hold(name, scheme.given(credentials.get(name), own_http_client))
        for name, scheme in schemes.items()
    }


async def _given(
    call: Call, function: Callable[[], str | Awaitable[str]], what: str
) -> object:
    """What a function of the user's gives.

    What it raises stays in the error's `__context__` and is not printed with it:
    it may hold the secret.
    """
    try:
        value = function()
    except Exception as error:
        raise _failed(what, error) from None
    if not isawaitable(value):
        return value
    if not call.engine.is_async:
        if iscoroutine(value):
            value.close()
        why = "an async function needs the async client"
        raise CredentialError(f"the {what}: {why}")
    with within(call.deadline.left, f"the {what}"):
        try:
            return await value
        except Exception as error:
            raise _failed(what, error) from None


def _failed(what: str, error: Exception) -> CredentialError:
    why = f"the function that gives it raised {type(error).__name__}"
    return CredentialError(f"the {what}: {why}")


def checked(name: str, secret: object, *, alone: bool = True) -> str:
    """A secret that can stand in a header, `alone` or as a part; it is not shown."""
    if not isinstance(secret, str):
        kind = type(secret).__name__
        raise InvalidRequestError(f"the credential for {name} is no text but {kind}")
    if _CONTROL.search(secret):
        raise InvalidRequestError(
            f"the credential for {name} holds a control character"
        )
    if alone and secret != secret.strip():
        raise InvalidRequestError(
            f"the credential for {name} begins or ends with a space"
        )
    return secret


# --- of a call ------------------------------------------------------------------------


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
