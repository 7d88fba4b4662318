"""Paging as it is set, with what is recognised where it is silent."""

from __future__ import annotations

from ...records import replace
from ..declarations import Model
from .nodes import PageStyle, Paging, Path
from .outline import at_path
from .recognise import Facts, base_of, counted, first_page, is_sparse, recognise
from .rules import Rule, WrongRule

_COUNTING = (PageStyle.OFFSET, PageStyle.NUMBER)


def as_set(rule: Rule | bool, facts: Facts) -> Paging | None:
    """How the operation pages.

    Raises:
        WrongRule: A parameter or a property that is named is not there.
    """
    guess = recognise(facts)
    if not isinstance(rule, Rule):
        return guess
    style = _style(rule, guess)
    if guess is not None and guess.style is style:
        made = guess
    elif style in _COUNTING:
        made = replace(counted(base_of(facts), facts), style=style)
    else:
        made = replace(base_of(facts), style=style)
    following = _path(rule.next, facts.model, facts)
    made = replace(
        made,
        parameter=_input(rule.parameter, facts) or made.parameter,
        size=_input(rule.size, facts) or made.size,
        more=_path(rule.more, facts.model, facts) or made.more,
        done=_path(rule.done, facts.model, facts) or made.done,
        total=_path(rule.total, facts.model, facts) or made.total,
        pages=_path(rule.pages, facts.model, facts) or made.pages,
    )
    if following or rule.header or rule.last:
        last = _path(rule.last, facts.types.model(facts.item), facts)
        sparse = bool(following) and is_sparse(following, facts)
        made = replace(
            made, next=following, header=rule.header, last=last, sparse=sparse
        )
    return _whole(replace(made, start=_start(rule, made, facts)))


def _style(rule: Rule, guess: Paging | None) -> PageStyle:
    if rule.style is not None:
        return PageStyle(rule.style)
    if rule.parameter is None and (rule.next or rule.header):
        return PageStyle.LINK
    if rule.next or rule.header or rule.last:
        return PageStyle.CURSOR
    if guess is None:
        raise WrongRule("it needs a 'style'")
    return guess.style


def _start(rule: Rule, paging: Paging, facts: Facts) -> int | None:
    if rule.start is not None:
        return rule.start
    if paging.start is not None or paging.parameter is None:
        return paging.start
    given = facts.inputs[paging.parameter]
    match paging.style:
        case PageStyle.OFFSET:
            return given.first or 0
        case PageStyle.NUMBER:
            first = first_page(given)
            return 1 if first is None else first
        case _:
            return None


def _whole(paging: Paging) -> Paging:
    """The same, having checked that nothing is lacking."""
    if paging.style is not PageStyle.LINK and paging.parameter is None:
        raise WrongRule("it needs the 'parameter' that changes")
    leads = paging.next or paging.header or paging.last
    if paging.style is PageStyle.CURSOR and not leads:
        raise WrongRule("it needs 'next', 'header' or 'last', where the cursor is from")
    return paging


def _input(name: str | None, facts: Facts) -> str | None:
    if name is None or name in facts.inputs:
        return name
    raise WrongRule(f"there is no parameter '{name}' in the query or in a JSON body")


def _path(where: str | None, model: Model | None, facts: Facts) -> Path:
    if where is None:
        return ()
    spot = None if model is None else at_path(model, where, facts.types)
    if spot is None:
        raise WrongRule(f"there is no property '{where}'")
    return spot.path
