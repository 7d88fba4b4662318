"""Paging as it is set: in the configuration, or in extensions of several tools."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields

from ...records import dataclass, replace
from ...spec.objects import Json

OURS = "x-sdkwright-pagination"
FERN = "x-fern-pagination"
SPEAKEASY = "x-speakeasy-pagination"
STYLES = ("offset", "number", "cursor", "link")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What is set; the rest is recognised. Paths are wire names with dots between.

    `parameter` is what changes from page to page. Of `next` and `last`, the cursor or
    the URL of the next page, `last` is a property of the last item.
    """

    style: str | None = None
    parameter: str | None = None
    size: str | None = None
    start: int | None = None
    items: str | None = None
    next: str | None = None
    header: str | None = None
    last: str | None = None
    more: str | None = None
    done: str | None = None
    total: str | None = None
    pages: str | None = None


KEYS = tuple(each.name for each in fields(Rule))


class WrongRule(Exception):
    """What is set has no meaning; the text says why."""


def rule_of(value: Json, key: str = OURS) -> Rule | bool:
    """What an extension, or the configuration, sets; False: that there are no pages.

    True says nothing but that there are some.

    Raises:
        WrongRule: It cannot be read.
    """
    if isinstance(value, bool):
        return value
    if not isinstance(value, dict):
        raise WrongRule("it is false, or a mapping")
    if key == FERN:
        return _fern(value)
    return _speakeasy(value) if key == SPEAKEASY else _ours(value)


def _ours(value: Mapping[str, Json]) -> Rule:
    for name, each in value.items():
        if name not in KEYS:
            raise WrongRule(f"there is no '{name}'; there are {', '.join(KEYS)}")
        wanted = int if name == "start" else str
        if not isinstance(each, wanted) or isinstance(each, bool):
            kind = "a number" if wanted is int else "text"
            raise WrongRule(f"'{name}' is {kind}")
    style = value.get("style")
    if style is not None and style not in STYLES:
        raise WrongRule(f"'style' is one of {', '.join(STYLES)}")
    texts = {name: each for name, each in value.items() if isinstance(each, str)}
    start = value.get("start")
    return replace(Rule(), **texts, start=start if isinstance(start, int) else None)


def _fern(value: Mapping[str, Json]) -> Rule | bool:
    """`$request.page`, `$response.data`; an `offset` with a `step` counts items."""
    if value.get("type") == "custom":
        return False
    said = {name: _after_dot(each) for name, each in value.items()}
    rule = Rule(items=said.get("results"), more=said.get("has-next-page"))
    if said.get("next_uri"):
        return replace(rule, style="link", next=said["next_uri"])
    if said.get("cursor"):
        following = said.get("next_cursor")
        return replace(rule, style="cursor", parameter=said["cursor"], next=following)
    if said.get("offset"):
        step = said.get("step")
        style = "number" if step is None else "offset"
        return replace(rule, style=style, parameter=said["offset"], size=step)
    raise WrongRule("it says neither 'offset' nor 'cursor' nor 'next_uri'")


def _after_dot(value: Json) -> str | None:
    return value.partition(".")[2] or None if isinstance(value, str) else None


_LAST = re.compile(r"^(.*?)\[(?:\(?@\.length ?- ?1\)?|-1:?)\]\.?(.*)$")


def _speakeasy(value: Mapping[str, Json]) -> Rule:
    """JSONPath from the answer; what each input is says its `type`."""
    inputs = value.get("inputs")
    outputs = value.get("outputs")
    named = {
        str(each["type"]): str(each["name"])
        for each in (inputs if isinstance(inputs, list) else [])
        if isinstance(each, dict) and "type" in each and "name" in each
    }
    said = {
        name: path.removeprefix("$").removeprefix(".")
        for name, path in (outputs.items() if isinstance(outputs, dict) else ())
        if isinstance(path, str)
    }
    rule = Rule(
        items=said.get("results"), pages=said.get("numPages"), size=named.get("limit")
    )
    match value.get("type"):
        case "offsetLimit" if "offset" in named:
            return replace(rule, style="offset", parameter=named["offset"])
        case "offsetLimit" if "page" in named:
            return replace(rule, style="number", parameter=named["page"])
        case "cursor" if "cursor" in named and "nextCursor" in said:
            last = _LAST.match(said["nextCursor"])
            return replace(
                rule,
                style="cursor",
                parameter=named["cursor"],
                next=None if last else said["nextCursor"],
                last=last[2] if last else None,
            )
        case "url" if "nextUrl" in said:
            return replace(rule, style="link", next=said["nextUrl"])
        case _:
            raise WrongRule(
                "it has no 'type' with the inputs and outputs that it needs"
            )
