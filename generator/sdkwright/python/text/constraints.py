"""Validation keywords in words; they are told and never enforced."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...spec.objects import Json

_WORDS = {
    "minimum": "at least {}",
    "maximum": "at most {}",
    "exclusiveMinimum": "more than {}",
    "exclusiveMaximum": "less than {}",
    "multipleOf": "a multiple of {}",
    "minLength": "{} characters or more",
    "maxLength": "{} characters at most",
    "pattern": "matches {}",
    "minItems": "{} items or more",
    "maxItems": "{} items at most",
}


def plainly(value: Json) -> str:
    """A value in prose: a number as it is, a pattern as it is typed."""
    text = str(value)
    return f"`{text}`" if isinstance(value, str) and "`" not in text else text


def constraint_text(
    constraints: Mapping[str, Json], write: Callable[[Json], str] = plainly
) -> str:
    """`At least 0, at most 2.`; `write` puts a value into words.

    Empty where there is nothing that a reader needs.
    """
    if not constraints:
        return ""
    text = ", ".join(
        _form(form, constraints[keyword]).format(write(constraints[keyword]))
        for keyword, form in _WORDS.items()
        if constraints.get(keyword) is not None
        and not isinstance(constraints[keyword], bool)
    )
    return f"{text[0].upper()}{text[1:]}." if text else ""


def _form(form: str, value: Json) -> str:
    """One item, two items."""
    return form.replace("items", "item").replace("ers", "er") if value == 1 else form
