"""What an operation's method would like to be called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...ir import nodes
from ...ir.nodes import Place
from ...ir.types import List, without_null
from ...pointer import Pointer
from .ids import plain_id
from .nouns import is_plural, singular
from .paths import names_from_path
from .vocabulary import ACTIONS, ARTICLES, LINKS, PAGING, VERBS
from .words import identifier, snake_case


def operation_name(
    operation: nodes.Operation, group: tuple[str, ...]
) -> tuple[str, ...]:
    """Wishes, best first. `group` names the resource, empty on the client itself.

    The operationId in snake case, without the resource's own name where it only
    repeats it; without an operationId, and where that is taken, the verb and the
    path.
    """
    words = group_words(group)
    wishes: list[str] = []
    own, whole = _own_name(operation, group), snake_case(operation.operation_id or "")
    by_path = names_from_path(operation, words)
    for name in (own, whole, *by_path) if own else (*by_path, whole):
        if name:
            short = _without_group(name, words, operation)
            wishes += [_without_key(short, operation), short, name]
    several = dict.fromkeys(identifier(name, "call") for name in wishes if name)
    return tuple(several) or ("call",)


def full_names(
    operations: Sequence[nodes.Operation],
) -> dict[Pointer, tuple[str, ...]]:
    """What each operation is called where no resource stands around it, best first.

    Where several are called the same there are others, after the path.
    """
    first = {each.pointer: each.wanted or _full_name(each) for each in operations}
    count = Counter(first.values())
    return {
        each.pointer: ((name, *names_from_path(each)) if count[name] > 1 else (name,))
        for each in operations
        for name in (first[each.pointer],)
    }


def _full_name(operation: nodes.Operation) -> str:
    return _own_name(operation) or next(iter(names_from_path(operation)))


def _own_name(operation: nodes.Operation, group: tuple[str, ...] = ()) -> str:
    """The operationId in snake case; empty where there is none that says anything.

    A word that is a verb and words of the path run together is cut: `getstopWords`.
    Nobody has to be told to do: `doSearch`.
    """
    known = {word for each in operation.path.split("/") for word in _words(each)}
    first, *rest = snake_case(plain_id(operation, group)).split("_")
    if first == "do" and rest and rest[0] in VERBS | ACTIONS:
        first, *rest = rest
    if first not in known:
        for verb in VERBS:
            after = first.removeprefix(verb)
            if after not in ("", first) and (cut := _cut(after, known)):
                return "_".join([verb, *cut, *rest])
    return "_".join([first, *rest])


def _words(text: str) -> list[str]:
    several = snake_case(text).split("_")
    return [*several, *map(singular, several)]


def _cut(text: str, known: set[str]) -> tuple[str, ...]:
    """A text as known words with nothing between them, long ones first, or nothing.

    `projectspendlimit` begins with `projects`, and is project, spend, limit.
    """
    several = sorted((word for word in known if len(word) > 2), key=len, reverse=True)
    cuts: dict[int, tuple[str, ...]] = {len(text): ()}
    for start in range(len(text) - 1, -1, -1):
        for word in several:
            end = start + len(word)
            if end in cuts and text.startswith(word, start):
                cuts[start] = (word, *cuts[end])
                break
    return cuts.get(0, ())


def group_words(group: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a resource's name, in the singular."""
    words = [word for each in group for word in snake_case(each).split("_") if word]
    return (*words[:-1], singular(words[-1])) if words else ()


def _without_group(
    name: str, group: tuple[str, ...], operation: nodes.Operation
) -> str:
    """A name without the resource's own name, where it only repeats it.

    On `animals`, `animals_feed` is `feed`, `get_animal` is `get`, `list_animals`
    is `list` and `get_animal_food` is `get_food`.
    """
    if not group:
        return name
    words = name.split("_")
    for count in _prefixes(words, group):
        if words[count] not in LINKS:
            return _without_group("_".join(words[count:]), group, operation)
    verb, rest = words[0], words[1:]
    if len(rest) > 1 and rest[0] in ARTICLES:
        rest = rest[1:]
    if rest and _names(rest, group):
        return "list" if verb == "get" and _lists(rest, operation) else verb
    if verb in VERBS:
        for count in _prefixes(rest, group):
            return "_".join([verb, *rest[count:]])
    return name


def _without_key(name: str, operation: nodes.Operation) -> str:
    """A verb alone where `by_id` says no more than the path's last parameter does."""
    verb = name.removesuffix("_by_id")
    return verb if verb in VERBS and operation.path.endswith("}") else name


def _prefixes(words: list[str], group: tuple[str, ...]) -> Iterator[int]:
    """How many of the words name the group, where there are more words."""
    for count in range(1, len(words)):
        if _same(words[:count], group):
            yield count


def _names(words: list[str], group: tuple[str, ...]) -> bool:
    """Whether words say no more than the name of the group does.

    `bucket` on `verify_bucket`, `config_indexer` on `indexer_config`.
    """
    several = (*words[:-1], singular(words[-1]))
    return (
        _same(words, group)
        or (len(words) < len(group) and several == group[-len(words) :])
        or sorted(several) == sorted(group)
    )


def _same(words: list[str], group: tuple[str, ...]) -> bool:
    joined, whole = "".join(words), "".join(group)
    if joined[:1] != whole[:1]:  # a plural begins as its singular does
        return False
    return whole in (joined, singular(joined))


def _lists(noun: list[str], operation: nodes.Operation) -> bool:
    """Whether the operation gets several of what the noun names."""
    if not is_plural(noun[-1]) or operation.path.endswith("}"):
        return False
    returns = operation.returns
    if returns is not None and isinstance(without_null(returns), List):
        return True
    asked = (
        snake_case(each.name)
        for each in operation.parameters
        if each.place is Place.QUERY
    )
    last = operation.path.rstrip("/").rpartition("/")[2].partition(".")[0]
    return snake_case(last).endswith(noun[-1]) or any(name in PAGING for name in asked)
