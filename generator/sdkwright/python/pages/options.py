"""List items for what a client is made with: its options, the servers it can call."""

from __future__ import annotations

from collections.abc import Iterable

from ..clients.views import EnvironmentView, OptionView
from ..text.markdown import code, inline
from ..views import Lines


def option_items(options: Iterable[OptionView], *, is_async: bool) -> Lines:
    """The arguments of a constructor, as one of the two classes takes them."""
    return tuple(
        _item(each, each.async_annotation if is_async else each.annotation)
        for each in options
    )


def shared_items(options: Iterable[OptionView]) -> Lines:
    """The arguments of both constructors, with what differs."""
    return tuple(map(shared_item, options))


def shared_item(option: OptionView) -> str:
    """One of them."""
    return _item(option, option.annotation, _async_type(option))


def environment_items(environments: Iterable[EnvironmentView]) -> Lines:
    """The servers: the member for each, its URL, what it is."""
    return tuple(
        f"`{each.name}` - {code(each.url)}. {inline(each.description or '')}".rstrip()
        for each in environments
    )


def _item(option: OptionView, annotation: str, besides: str = "") -> str:
    default = f", {code(option.default)} by default" if option.default else ""
    description = inline(option.description)
    return f"`{option.name}` - `{annotation}`{default}. {description}{besides}".rstrip()


def _async_type(option: OptionView) -> str:
    if option.async_annotation == option.annotation:
        return ""
    return f" Of the async client: `{option.async_annotation}`."
