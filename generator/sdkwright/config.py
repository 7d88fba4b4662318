"""The few options of a target, and where they stand.

A configuration is `sdkwright.yaml`, or `[tool.sdkwright]` of a
`pyproject.toml`. It holds one target at its top level, or several by name
under `targets`. Paths are relative to the configuration's folder.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from .diagnostics import Diagnostics
from .option_mappings import ignored, signature, variables
from .options import Section, suggestion
from .pointer import Pointer, child

if TYPE_CHECKING:
    from .spec.objects import Json

HttpLibrary: TypeAlias = Literal["httpx2", "httpx"]
CredentialValues: TypeAlias = Literal["callables", "strings"]
TIMEOUT = 60.0
MAX_RETRIES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What to generate, from what, to where.

    `spec`, `output`, `overlays`, `root` and `templates` are as the process can open
    them. The overlays are applied to the document in this order.
    `client` None means: grouped where the document has tags. `credentials` are
    strings, or also functions that give one whenever it is needed; `env` names the
    environment variables that stand in for them, by scheme. `timeout` is in
    seconds; None waits for ever (`none` in a configuration). `idempotency_header`
    is sent with a key of its own by each call that is not idempotent by itself.
    `webhook_signature` holds `standard`, or a `header` and how it is written there.
    With `check_requests` what is sent is checked by the document's rules first.
    `ignore` has the pointers below which a finding is not told, by its code; none for
    everywhere. `names` gives the name of what stands at a pointer, `pagination` how an
    operation pages, by its id or pointer.
    """

    name: str
    spec: Path
    output: Path
    overlays: tuple[Path, ...] = ()
    root: Path | None = None
    package: str | None = None
    distribution: str | None = None
    class_name: str | None = None
    version: str | None = None
    client: Literal["flat", "grouped"] | None = None
    credentials: CredentialValues = "callables"
    env: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict[str, Mapping[str, str]]
    )
    http_library: HttpLibrary = "httpx2"
    timeout: float | None = TIMEOUT
    max_retries: int = MAX_RETRIES
    idempotency_header: str | None = None
    check_requests: bool = False
    webhook_signature: Mapping[str, str] = field(default_factory=dict[str, str])
    lenient: bool = False
    ignore: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict[str, tuple[str, ...]]
    )
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    pagination: Mapping[str, Json] = field(default_factory=dict[str, "Json"])
    templates: Path | None = None


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
    spec = spec or section.path("spec", needed=True)
    output = output or section.path("output", needed=True)
    library: HttpLibrary | None = section.choice("http_library", ("httpx2", "httpx"))
    secrets: CredentialValues | None = section.choice(
        "credentials", ("callables", "strings")
    )
    options = Target(
        name=name or (output or Path("sdk")).resolve().name,
        spec=spec or Path(),
        output=output or Path(),
        overlays=section.paths("overlays"),
        root=section.directory("root"),
        package=section.module("package"),
        distribution=section.distribution("distribution"),
        class_name=section.identifier("class_name"),
        version=section.text("version"),
        client=section.choice("client", ("flat", "grouped")),
        credentials=secrets or "callables",
        env=variables(section, "env"),
        http_library=library or "httpx2",
        timeout=section.seconds("timeout", otherwise=TIMEOUT),
        max_retries=section.count("max_retries", otherwise=MAX_RETRIES),
        idempotency_header=section.header("idempotency_header"),
        check_requests=section.flag("check_requests"),
        webhook_signature=signature(section, "webhook_signature"),
        lenient=section.flag("lenient"),
        ignore=ignored(section, "ignore"),
        names=section.names("names"),
        pagination=section.rules("pagination"),
        templates=section.directory("templates"),
    )
    return options if spec and output else None


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
