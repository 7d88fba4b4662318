"""Stainless' `stainless.yml`: https://www.stainless.com/docs/reference/config."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..pointer import child
from ..python.names.words import capitals, snake_case
from ..spec.objects import Json
from .carried import Named, Secret, Wanted
from .keys import NO_PYTHON, Keys, Option, Reasons, leave
from .stainless_paging import rules_of
from .stainless_resources import Resources

_NOT_HERE = "nothing is published or pushed from here"
_DOCUMENT = "the document says it"
_REASONS: Reasons = {
    "edition": "it is the version of Stainless' generator",
    "readme": "examples are made from the document",
    "streaming": (
        "a stream ends at the document's word for it",
        "x-sdkwright-stream: {end: …} of an operation says another",
    ),
    "diagnostics": ("findings have other codes", "sdkwright lint, and `ignore`"),
    "codeflow": _NOT_HERE,
    "custom_casings": ("words are split by one rule", "set a name under `names`"),
}
_CLIENT: Reasons = {
    "default_headers": ("no header is sent on its own", "hooks of the client add one"),
    "response_headers": "every answer's headers are in `with_raw_response`",
    "default_env_prefix": "each credential has its own variable",
    "opt_in_new_security_behaviour": "credentials are as each operation asks for them",
}
_QUERY: Reasons = {
    "array_format": (_DOCUMENT, "set `style` and `explode` of the parameter"),
    "nested_format": (_DOCUMENT, "set `style: deepObject` of the parameter"),
}
_ORGANIZATION: Reasons = {
    "docs": ("it is the document's", "set `externalDocs` in an overlay"),
    "contact": ("it is the document's", "set `info.contact` in an overlay"),
    "github_org": _NOT_HERE,
    "upload_spec": _NOT_HERE,
}
_OPTION: Reasons = {
    "description": "it is the security scheme's",
    "default": ("a credential has no default", "read_env names a variable"),
}


def read(keys: Keys) -> Iterator[Wanted]:
    """The one target: what Stainless makes of Python."""
    options = {**dict(_names(keys)), **dict(_client(keys.mapping("client_settings")))}
    rules = rules_of(keys)
    resources = Resources(rules=rules)
    keys.take("resources", "pagination", "security")
    resources.read(keys.mapping("resources"))
    resources.leave_out(keys, "unspecified_endpoints")
    environments = keys.mapping("environments")
    servers = tuple(
        Named(what=url, name=name, at=at) for name, url, at in environments.texts()
    )
    environments.rest()
    yield Wanted(
        name="",
        options={**options, "client": ("grouped", child(keys.at, "resources"))},
        methods=tuple(resources.methods.values()),
        classes=tuple(resources.classes.values()),
        secrets=tuple(_secrets(keys.mapping("client_settings").mapping("opts"))),
        servers=servers,
        edits=tuple(_edits(keys)),
    )
    keys.mapping("client_settings").take("opts")
    keys.rest(_REASONS)


def _names(keys: Keys) -> Iterator[Option]:
    organization = keys.mapping("organization")
    if (name := organization.text("name")) is not None:
        yield "class_name", (capitals(name), child(organization.at, "name"))
        yield "package", (snake_case(name), child(organization.at, "name"))
    organization.rest(_ORGANIZATION)
    keys.mapping("settings").rest({"license": "it is the document's `info.license`"})
    keys.mapping("query_settings").rest(_QUERY)
    targets = keys.mapping("targets")
    python = targets.mapping("python")
    targets.rest(dict.fromkeys(targets.value, NO_PYTHON))
    older = keys.mapping("package").mapping("python")  # one name for both
    for where, key in ((older, "name"), (python, "package_name")):
        if (text := where.text(key)) is not None:
            yield "package", (snake_case(text), child(where.at, key))
    for where, key in ((older, "name"), (python, "project_name")):
        if (text := where.text(key)) is not None:
            yield "distribution", (text, child(where.at, key))
    for where in (older, python):
        where.take("skip", "edition")
        where.rest(dict.fromkeys(where.value, _NOT_HERE))


def _client(settings: Keys) -> Iterator[Option]:
    idempotency = settings.mapping("idempotency")
    if (header := idempotency.text("header")) is not None:
        yield "idempotency_header", (header, child(idempotency.at, "header"))
    idempotency.rest()
    retries = settings.mapping("default_retries")
    if (count := retries.number("max_retries")) is not None:
        yield "max_retries", (count, child(retries.at, "max_retries"))
    retries.rest(
        dict.fromkeys(retries.value, "how long is waited is not to be configured")
    )
    seconds = _seconds(settings.value.get("default_timeout"))
    if seconds is not None:
        settings.take("default_timeout")
        yield "timeout", (seconds, child(settings.at, "default_timeout"))
    settings.take("opts")
    settings.rest(_CLIENT)


_NO_ACTION = ("no action of an overlay does the same", "write an overlay")
_DURATION = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?")


def _seconds(value: Json) -> int | float | None:
    """Milliseconds, or a duration of ISO 8601 such as `PT1M`, in seconds."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value / 1000 if value % 1000 else int(value // 1000)
    match = _DURATION.fullmatch(value) if isinstance(value, str) else None
    if match is None or not any(match.groups()):
        return None
    hours, minutes, seconds = (float(each or 0) for each in match.groups())
    return hours * 3600 + minutes * 60 + seconds


def _secrets(options: Keys) -> Iterator[Secret]:
    """What the client takes for a security scheme; other options are left."""
    for name, option in options.mappings():
        auth = option.mapping("auth")
        scheme = auth.text("security_scheme")
        if scheme is None:
            options.leave(
                name,
                "the client takes credentials and its own options alone",
                "hooks of the client can send it",
            )
            continue
        role = auth.text("role")
        yield Secret(
            scheme=scheme,
            at=option.at,
            part="" if role in (None, "value") else role,
            argument=name,
            variable=option.text("read_env"),
        )
        option.take("type", "nullable", "auth")
        option.rest(_OPTION)
    options.rest()


def _edits(keys: Keys) -> Iterator[Mapping[str, Json]]:
    """What is changed in the document: security, and what its transforms do."""
    if isinstance(security := keys.raw("security"), list):
        yield {"target": "$.security", "remove": True}
        yield {"target": "$", "update": {"security": security}}
    schemes = keys.value.get("security_schemes")
    if isinstance(schemes, dict) and schemes:
        keys.take("security_schemes")
        yield {
            "target": "$",
            "update": {"components": {"securitySchemes": schemes}},
        }
    openapi = keys.mapping("openapi")
    for each in (*openapi.items("transforms"), *openapi.items("transformations")):
        yield from _edit(each)
    openapi.rest({"code_samples": "examples are on the SDK's own pages"})


def _edit(transform: Keys) -> Iterator[Mapping[str, Json]]:
    command, args = transform.text("command"), transform.mapping("args")
    target, value = args.text("target"), args.raw("value")
    match command:
        case "remove" if target:
            yield {"target": target, "remove": True}
        case "merge" if target and isinstance(value, dict):
            yield {"target": target, "update": value}
        case "update" if target and not isinstance(value, dict | list):
            yield {"target": target, "update": value}
        case _:
            leave(transform.found, transform.at, *_NO_ACTION, name=command)
    transform.take("reason")
