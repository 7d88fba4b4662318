"""Arguments of a client's constructor: which of ours stand for those of the old one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..compare.face import Face
from ..ir.nodes import Api, Auth
from ..pointer import Pointer
from ..python.names.credentials import credential_parts
from ..python.names.table import NameTable
from ..records import dataclass
from ..spec.objects import Json
from ..spec.overlay_text import update
from .match import squashed
from .sdk import Sdk

# What one secret of a client is called.
_SECRETS = ("api_key", "token", "bearer_token", "auth_token", "access_token")
# What stands for an argument that is about how calls are made, as generators call it.
_SETTINGS = {
    "async_client": "httpx_client",
    "client": "httpx_client",
    "http_client": "httpx_client",
    "retry_config": "max_retries",
    "server": "environment",
    "server_idx": "environment",
    "server_url": "base_url",
    "timeout_ms": "timeout",
    "_strict_response_validation": "strict",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """An argument of the old constructor, and the part of a scheme that it is for.

    `ours` is what the part is called by itself.
    """

    argument: str
    auth: Auth
    part: str
    ours: str


def credentials_of(sdk: Sdk, api: Api, names: NameTable) -> tuple[Credential, ...]:
    """What each credential was called: by its name, its scheme's, its header's.

    Where one secret is left there and one here, they are the same.
    """
    spare = [
        (auth, part, ours)
        for auth in api.auths.values()
        if not auth.kind.by_http_client
        for part, ours in zip(
            credential_parts(auth), names.credentials[auth.name], strict=False
        )
    ]
    theirs = {name: squashed(name) for name in sdk.constructor}
    found: list[Credential] = []
    for auth, part, ours in [*spare]:
        called = {squashed(ours)}
        if part in ("", "token"):
            called |= {squashed(auth.name), squashed(auth.parameter or ours)}
        name = next((name for name, said in theirs.items() if said in called), None)
        if name is not None:
            found.append(Credential(argument=name, auth=auth, part=part, ours=ours))
            spare.remove((auth, part, ours))
            del theirs[name]
    secrets = [name for name in theirs if name in _SECRETS]
    first = [each for each in spare if each[1] in ("", "token")]
    if len(secrets) == len(first) == 1:
        ((auth, part, ours),) = first
        found.append(Credential(argument=secrets[0], auth=auth, part=part, ours=ours))
    return tuple(found)


def credential_names(several: tuple[Credential, ...]) -> dict[str, str]:
    """Names by the pointer of a scheme that is one secret, where ours is another."""
    return {
        each.auth.pointer: each.argument
        for each in several
        if not each.part and each.argument != each.ours
    }


def named_parts(several: tuple[Credential, ...]) -> Iterator[Mapping[str, Json]]:
    """Actions that name each part of a scheme: a name by pointer is that of all."""
    parts: dict[Pointer, dict[str, Json]] = {}
    for each in several:
        if each.part and each.argument != each.ours:
            parts.setdefault(each.auth.pointer, {})[each.part] = each.argument
    for at, said in parts.items():
        yield update(at, {"x-sdkwright-name": said})


def variables_of(
    sdk: Sdk, several: tuple[Credential, ...]
) -> dict[str, Mapping[str, str]]:
    """The environment variables of credentials, by scheme and part."""
    found: dict[str, dict[str, str]] = {}
    for each in several:
        variable = sdk.variables.get(each.argument)
        if variable is not None:
            found.setdefault(each.auth.name, {})[each.part] = variable
    return {**found}


def server_names(sdk: Sdk, api: Api, names: NameTable) -> dict[str, str]:
    """Names by the pointer of a server, where it was called otherwise."""
    if sdk.environment is None:
        return {}
    known = sdk.environment.names
    return {
        each.pointer: name
        for each in api.servers
        if (name := known.get(each.url.rstrip("/")))
        and name != names.environment(each.pointer)
    }


def constructor_differences(
    sdk: Sdk, face: Face, several: tuple[Credential, ...]
) -> Iterator[str]:
    """What still differs in the constructor, a line for each kind of it."""
    missing = [name for name in sdk.constructor if name not in face.options]
    heirs = {name: _SETTINGS[name] for name in missing if name in _SETTINGS}
    kept = {name: ours for name, ours in heirs.items() if ours in face.options}
    if kept:
        renamed = ", ".join(f"{name} is {ours}" for name, ours in kept.items())
        yield f"{sdk.client_class}: {renamed}"
    sent = [name for name in missing if name not in kept and name in sdk.headers]
    for name in sent:
        yield (
            f"{sdk.client_class}: does not take {name}:"
            f' client.with_options(headers={{"{sdk.headers[name]}": …}}) sends it'
        )
    if lost := [name for name in missing if name not in (*kept, *sent)]:
        yield f"{sdk.client_class}: does not take {', '.join(lost)}"
    ours = {each.argument for each in several}
    unread = [
        f"{variable} ({name})"
        for name, variable in sdk.variables.items()
        if name not in ours
    ]
    if unread:
        yield f"{sdk.client_class}: does not read {', '.join(sorted(unread))}"
