"""The few options of a target, and where they stand.

A configuration is `sdkwright.yaml`, or `[tool.sdkwright]` of a
`pyproject.toml`. It holds one target at its top level, or several by name
under `targets`. Paths are relative to the configuration's folder.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from . import option_kinds as kinds
from .diagnostics import Diagnostics
from .option_kinds import option, option_of
from .options import Section, suggestion
from .pointer import Pointer, child
from .records import dataclass

if TYPE_CHECKING:
    from .spec.objects import Json

HttpLibrary: TypeAlias = Literal["httpx2", "httpx"]
CredentialValues: TypeAlias = Literal["callables", "strings"]
TIMEOUT = 60.0
MAX_RETRIES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What to generate, from what, to where.

    Paths are as the process can open them. `client` None means: grouped where the
    document has tags. `timeout` is in seconds; None waits for ever (`none` in a
    configuration). `env` has the variables of a scheme by part, an empty text where it
    is one secret; `webhook_signature` has the facts of the runtime's `HmacSignature`;
    `ignore` has the pointers below which a finding is not told, by its code; none for
    everywhere.
    """

    name: str
    spec: Path = field(
        metadata=option(kinds.NEEDED_PATH, "The document: OpenAPI or Swagger.")
    )
    output: Path = field(
        metadata=option(kinds.NEEDED_PATH, "The folder that the SDK is written to.")
    )
    overlays: tuple[Path, ...] = field(
        default=(),
        metadata=option(
            kinds.PATHS, "Overlays that are applied to the document, in this order."
        ),
    )
    root: Path | None = field(
        default=None,
        metadata=option(
            kinds.FOLDER,
            "The folder that holds all files of the document; else its own folder.",
        ),
    )
    package: str | None = field(
        default=None,
        metadata=option(kinds.MODULE, "The package that is imported; else the title."),
    )
    distribution: str | None = field(
        default=None,
        metadata=option(
            kinds.DISTRIBUTION_NAME, "The name on a package index; else the package's."
        ),
    )
    class_name: str | None = field(
        default=None,
        metadata=option(kinds.IDENTIFIER, "The class of the client; else the title."),
    )
    version: str | None = field(
        default=None,
        metadata=option(
            kinds.DISTRIBUTION_VERSION, "The version of the SDK; else the document's."
        ),
    )
    client: Literal["flat", "grouped"] | None = field(
        default=None,
        metadata=option(
            kinds.choice("flat", "grouped"),
            "All methods on the client, or a resource for each tag (`client.pets.get`);"
            " grouped where the document has tags.",
        ),
    )
    credentials: CredentialValues = field(
        default="callables",
        metadata=option(
            kinds.choice("callables", "strings"),
            "What the client takes for a secret: a text or a function, or texts alone.",
        ),
    )
    env: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict[str, Mapping[str, str]],
        metadata=option(
            kinds.VARIABLES,
            "Environment variables that stand in for credentials, by security scheme;"
            " of a scheme with parts by part, such as `username` and `password`.",
        ),
    )
    http_library: HttpLibrary = field(
        default="httpx2",
        metadata=option(kinds.choice("httpx2", "httpx"), "What sends the requests."),
    )
    timeout: float | None = field(
        default=TIMEOUT,
        metadata=option(
            kinds.seconds(TIMEOUT),
            "Seconds that a call may take; `none` for no limit.",
        ),
    )
    max_retries: int = field(
        default=MAX_RETRIES,
        metadata=option(
            kinds.count(MAX_RETRIES), "How often a call that fails is tried again."
        ),
    )
    idempotency_header: str | None = field(
        default=None,
        metadata=option(
            kinds.HEADER_NAME,
            "The header that carries a key of its own in each call that is not"
            " idempotent by itself.",
        ),
    )
    check_requests: bool = field(
        default=False,
        metadata=option(
            kinds.FLAG, "Check requests by the document's rules before they are sent."
        ),
    )
    webhook_signature: Mapping[str, str] = field(
        default_factory=dict[str, str],
        metadata=option(
            kinds.SIGNATURE,
            "How webhooks are signed: by Standard Webhooks, or in a header of the API.",
        ),
    )
    lenient: bool = field(
        default=False,
        metadata=option(
            kinds.FLAG, "Warn of broken references and doubled keys, and go on."
        ),
    )
    ignore: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict[str, tuple[str, ...]],
        metadata=option(
            kinds.IGNORED,
            "Findings that are not told, by code: everywhere, or at these JSON Pointers"
            " and below.",
        ),
    )
    names: Mapping[str, str] = field(
        default_factory=dict[str, str],
        metadata=option(
            kinds.NAMES, "Names in Python, by the JSON Pointer of what is called so."
        ),
    )
    exports: Mapping[str, str] = field(
        default_factory=dict[str, str],
        metadata=option(
            kinds.EXPORTS,
            "Where else, and under which other names, programs import what the SDK"
            " offers.",
        ),
    )
    pagination: Mapping[str, Json] = field(
        default_factory=dict[str, "Json"],
        metadata=option(
            kinds.RULES,
            "How an operation pages, by its id or JSON Pointer; false: it does not.",
        ),
    )
    templates: Path | None = field(
        default=None,
        metadata=option(
            kinds.FOLDER, "A folder of templates that take the place of ours."
        ),
    )
    plugins: tuple[str, ...] = field(
        default=(),
        metadata=option(
            kinds.WORDS, "Plugins by name, which change the SDK in this order."
        ),
    )


OPTIONS = tuple(each.name for each in fields(Target) if each.name != "name")


def read_targets(
    value: Json, at: Pointer, folder: Path, found: Diagnostics
) -> tuple[Target, ...]:
    """The targets of a configuration, in the order of their names in it.

    `value` stands at `at` in a file of `folder`. Everything that is wrong with
    it is found in one go; what is left out because of that has been said.
    """
    if not isinstance(value, dict):
        found.error("wrong-option", "a configuration is a mapping of options", at)
        return ()
    if "targets" not in value:
        section = Section(value=value, at=at, folder=folder, found=found)
        target = read_target(section)
        return (target,) if target else ()
    for key in value:
        if key != "targets":
            found.error(
                "unknown-option",
                f"'{key}' cannot stand beside 'targets'",
                child(at, key),
                on_key=True,
                hint="options belong into a target",
            )
    return _read_several(value["targets"], child(at, "targets"), folder, found)


def _read_several(
    value: Json, at: Pointer, folder: Path, found: Diagnostics
) -> tuple[Target, ...]:
    if not isinstance(value, dict) or not value:
        found.error("wrong-option", "'targets' is a mapping of names to targets", at)
        return ()
    targets: list[Target] = []
    for name, options in value.items():
        place = child(at, name)
        if not isinstance(options, dict):
            found.error("wrong-option", "a target is a mapping of options", place)
            continue
        section = Section(value=options, at=place, folder=folder, found=found)
        if target := read_target(section, name=name):
            targets.append(target)
    _check_outputs(targets, at, found)
    return tuple(targets)


def _check_outputs(targets: list[Target], at: Pointer, found: Diagnostics) -> None:
    owners: dict[Path, str] = {}
    for target in targets:
        owner = owners.setdefault(target.output.resolve(), target.name)
        if owner != target.name:
            found.error(
                "same-output",
                f"'{owner}' is generated into this folder too",
                child(at, target.name, "output"),
            )


def read_target(
    section: Section,
    *,
    name: str | None = None,
    spec: Path | None = None,
    output: Path | None = None,
) -> Target | None:
    """The target of one section; None where it is not complete.

    A `spec` and an `output` that are given count, and the section's do not. A
    target without a name is called as its output folder is.
    """
    _check_keys(section)
    given = {"spec": spec, "output": output}
    made: dict[str, Any] = {}
    for each in fields(Target):
        known = option_of(each.metadata)
        if known is None:
            continue
        value = given.get(each.name) or known.kind.read(section, each.name)
        if value is not None or known.kind.nullable or known.kind.needed:
            made[each.name] = value
    if made["spec"] is None or made["output"] is None:
        return None
    return Target(name=name or made["output"].resolve().name, **made)


def _check_keys(section: Section) -> None:
    for key in section.value:
        if key not in OPTIONS:
            section.found.error(
                "unknown-option",
                f"there is no option '{key}'",
                child(section.at, key),
                on_key=True,
                hint=suggestion(key, OPTIONS) or f"the options are {_list(OPTIONS)}",
            )


def _list(names: tuple[str, ...]) -> str:
    return ", ".join(names[:-1]) + f" and {names[-1]}"
