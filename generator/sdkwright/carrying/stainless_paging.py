"""The ways to page of a `stainless.yml`, as rules of our `pagination`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..spec.objects import Json
from .keys import Keys

_STYLES = {
    "cursor": "cursor",
    "cursor_id": "cursor",
    "offset": "offset",
    "page_number": "number",
    "cursor_url": "link",
}
_PURPOSE = "x-stainless-pagination-property"
# What a part of a request or an answer is for, in our words.
_PURPOSES = {
    "next_cursor_param": "parameter",
    "offset_count_param": "parameter",
    "page_number_param": "parameter",
    "items": "items",
    "next_cursor_field": "next",
    "cursor_url_field": "next",
    "cursor_item_id": "last",
    "has_next_page": "more",
    "offset_total_count_field": "total",
    "total_page_count_field": "pages",
}


def rules_of(keys: Keys) -> dict[str, Json]:
    """Each way to page, by its name; what each part is for is said in it."""
    made: dict[str, Json] = {}
    for scheme in keys.items("pagination"):
        name, style = scheme.text("name"), _STYLES.get(scheme.text("type") or "")
        if name is None or style is None:
            continue
        rule: dict[str, Json] = {"style": style}
        for part in ("request", "response"):
            for path, purpose in _purposes(scheme.mapping(part).value):
                if (ours := _PURPOSES.get(purpose)) is not None:
                    rule.setdefault(ours, path)
        made[name] = rule
        scheme.take("description", "param_location")
        scheme.rest()
    return made


def _purposes(
    properties: Json | Mapping[str, Json], above: tuple[str, ...] = ()
) -> Iterator[tuple[str, str]]:
    """Every property that says what it is for: its way, and that."""
    if not isinstance(properties, Mapping):
        return
    for name, schema in properties.items():
        if not isinstance(schema, dict):
            continue
        said = schema.get(_PURPOSE)
        if isinstance(said, dict) and isinstance(purpose := said.get("purpose"), str):
            yield ".".join((*above, name)), purpose
        yield from _purposes(schema.get("properties"), (*above, name))
