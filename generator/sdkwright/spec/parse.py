"""Text → plain values: YAML in its 1.2 meaning, and JSON.

A builder over libyaml's events instead of PyYAML's constructor: several times
faster, with the core schema of YAML 1.2 (`on`, `no`, `12:30`, dates are text),
text for every key, and duplicate keys seen.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NoReturn

from ..diagnostics import Diagnostic, Diagnostics, Severity, Span
from .objects import Json
from .scalars import scalar
from .source import Source

# Nesting beyond this is no API's document (real ones stay below 30), and what is
# made of it would be too deep for Python's parser, which takes 200 brackets.
DEEPEST = 100
# Values that aliases may stand for in all: each of them becomes objects of its own.
# Real documents have hundreds; a bomb of aliases needs millions.
MOST_ALIASED = 100_000

# The key `<<` that merges, which is not quoted: told from any other by identity.
_MERGE = "".join(("<", "<"))
_CONTAINERS = frozenset({dict, list})
_TOO_DEEP = ("too-deep", f"nested more than {DEEPEST} levels deep")
_TAGS = "tag:yaml.org,2002:"
_KNOWN_TAGS = frozenset({"str", "int", "float", "bool", "null", "map", "seq"})
_PLAIN_TAGS = frozenset(f"{_TAGS}{name}" for name in ("int", "float", "bool", "null"))


def parse(source: Source, found: Diagnostics, *, lenient: bool = False) -> Json:
    """The value of a document; None where it cannot be read, which is then said."""
    text = source.text.removeprefix("\ufeff")
    if text.lstrip()[:1] in ("{", "["):
        try:
            return _parse_json(source, text, found, lenient)
        except (ValueError, RecursionError):
            pass  # flow style of YAML, or an error that YAML's parser places better
    return _Builder(source, found, lenient).build(text)


def _parse_json(source: Source, text: str, found: Diagnostics, lenient: bool) -> Json:
    doubled: list[str] = []

    def pairs(items: list[tuple[str, Json]]) -> Json:
        made = dict(items)
        if len(made) != len(items):
            doubled.append("")
        return made

    value: Json = json.loads(text, object_pairs_hook=pairs)
    if doubled or _deeper_than(value, DEEPEST):
        raise ValueError("YAML's events tell the place")
    return value


def _deeper_than(value: Json, depth: int) -> bool:
    level: list[Any] = [value] if value.__class__ in _CONTAINERS and value else []
    inner: Iterable[Any]
    for _ in range(depth):
        if not level:
            return False
        below: list[Any] = []
        for each in level:
            inner = each.values() if each.__class__ is dict else each
            below += [one for one in inner if one.__class__ in _CONTAINERS and one]
        level = below
    return True


class _Builder:
    """One pass over the events; containers under construction stand on a stack."""

    def __init__(self, source: Source, found: Diagnostics, lenient: bool) -> None:
        self.source = source
        self.found = found
        self.lenient = lenient
        self.anchors: dict[str, Json] = {}
        self.sizes: dict[str, int] = {}
        self.aliased = 0
        self.pending: dict[tuple[int, str], Span] = {}
        self.merged: set[tuple[int, str]] = set()

    def build(self, text: str) -> Json:
        import yaml

        try:
            return self._events(text)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            problem = str(error.problem or error.context)
            deep = "nesting depth" in problem  # libyaml has a limit of its own
            self._fault(*(_TOO_DEEP if deep else ("syntax", problem)), mark)
        except yaml.reader.ReaderError as error:
            self._fault(
                "syntax", f"a character that YAML does not allow: {error.reason}", None
            )
        except _Stop:
            pass  # what is wrong has been said
        return None

    def _events(self, text: str) -> Json:
        import yaml

        loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        event: Any
        stack: list[tuple[Any, str | None, str | None]] = []
        container: Any = []
        key: str | None = None
        is_map = False
        documents = 0
        try:
            while (event := loader.get_event()) is not None:
                kind = event.__class__
                if kind is yaml.ScalarEvent:
                    self._check_tag(event)
                    if is_map and key is None:
                        key = self._key(container, event, event.value)
                        if event.anchor is not None:
                            self.anchors[event.anchor] = key
                        continue
                    plain = event.implicit[0] and event.tag is None
                    plain = plain or event.tag in _PLAIN_TAGS
                    value: Json = scalar(event.value) if plain else event.value
                elif kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
                    self._check_tag(event)
                    if is_map and key is None:
                        self._stop("syntax", "a key must be text", event.start_mark)
                    if len(stack) > DEEPEST:
                        self._too_deep(event)
                    stack.append((container, key, event.anchor))
                    is_map = kind is yaml.MappingStartEvent
                    container, key = ({} if is_map else []), None
                    continue
                elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
                    value = container
                    container, key, anchor = stack.pop()
                    is_map = isinstance(container, dict)
                    if anchor is not None:
                        self.anchors[anchor] = value
                elif kind is yaml.AliasEvent:
                    value = self._alias(event, len(stack))
                    if is_map and key is None:
                        key = self._key(container, event, value)
                        continue
                elif kind is yaml.DocumentStartEvent:
                    documents += 1
                    if documents > 1:
                        self._stop(
                            "syntax", "a second document in one file", event.start_mark
                        )
                    continue
                else:
                    continue
                if kind is yaml.ScalarEvent and event.anchor is not None:
                    self.anchors[event.anchor] = value
                if is_map:
                    self._put(container, key, value, event)
                    key = None
                else:
                    container.append(value)
        finally:
            loader.dispose()
        return container[0] if container else None

    def _key(self, container: dict[str, Json], event: Any, key: Json) -> str:
        if not isinstance(key, str):
            self._stop("syntax", "a key must be text", event.start_mark)
        if key == "<<" and getattr(event, "implicit", (False,))[0]:
            return _MERGE
        if key in container:
            if (id(container), key) in self.merged:
                self.merged.discard((id(container), key))
            else:
                self._doubled(container, key, event)
        return key

    def _doubled(self, container: dict[str, Json], key: str, event: Any) -> None:
        mark = event.start_mark
        self.pending[id(container), key] = _span(self.source, mark, event.end_mark)

    def _put(
        self, container: dict[str, Json], key: str | None, value: Json, event: Any
    ) -> None:
        assert key is not None
        if self.pending and (id(container), key) in self.pending:
            self._duplicate(container, key, value)
        elif key is _MERGE:
            self._merge(container, value, event)
        else:
            container[key] = value

    def _duplicate(self, container: dict[str, Json], key: str, value: Json) -> None:
        same = container[key] == value
        container[key] = value
        span = self.pending.pop((id(container), key))
        mild = same or self.lenient
        self.found.add(
            Diagnostic(
                code="duplicate-key",
                severity=Severity.WARNING if mild else Severity.ERROR,
                message=f"the key '{key}' stands twice"
                + (" with the same value" if same else " with different values"),
                span=span,
                hint="take one of the two out",
            )
        )

    def _merge(self, container: dict[str, Json], value: Json, event: Any) -> None:
        """Take in what is not there yet; a key of the mapping's own wins (YAML 1.1)."""
        several = value if isinstance(value, list) else [value]
        for each in several:
            if each is not None and not isinstance(each, dict):
                self.found.warning(
                    "unusable-value",
                    "only mappings can be merged with '<<'; this is left out",
                    span=_span(self.source, event.start_mark, None),
                )
            for name, inner in each.items() if isinstance(each, dict) else ():
                if name not in container:
                    container[name] = inner
                    self.merged.add((id(container), name))

    def _alias(self, event: Any, depth: int) -> Json:
        name: str = event.anchor
        if name not in self.anchors:
            self._stop(
                "syntax",
                f"the alias '*{name}' has no anchor before it",
                event.start_mark,
            )
        value = self.anchors[name]
        if name not in self.sizes:
            self.sizes[name] = _size(value, MOST_ALIASED)
        self.aliased += self.sizes[name]
        if self.aliased > MOST_ALIASED:
            self._stop(
                "alias-bomb",
                f"aliases stand for more than {MOST_ALIASED:,} values",
                event.start_mark,
            )
        if _deeper_than(value, DEEPEST - depth):
            self._too_deep(event)
        return value

    def _too_deep(self, event: Any) -> None:
        self._stop(*_TOO_DEEP, event.start_mark)

    def _check_tag(self, event: Any) -> None:
        tag = event.tag
        if tag is None or tag == "!" or tag.removeprefix(_TAGS) in _KNOWN_TAGS:
            return
        self._stop("syntax", f"the tag '{tag}' has no meaning here", event.start_mark)

    def _stop(self, code: str, message: str, mark: Any) -> NoReturn:
        self._fault(code, message, mark)
        raise _Stop

    def _fault(self, code: str, message: str, mark: Any) -> None:
        self.found.error(code, message, span=_span(self.source, mark, None))


class _Stop(Exception):
    """The document cannot be read any further; why has been said."""


def _span(source: Source, start: Any, end: Any) -> Span:
    if start is None:
        return Span(file=source.name, line=1, column=1, end_column=2)
    last: int = start.column + 2
    if end is not None and end.line == start.line:
        last = end.column + 1
    return Span(
        file=source.name,
        line=start.line + 1,
        column=start.column + 1,
        end_column=last,
    )


def _size(value: Json, most: int) -> int:
    """How many values a value holds; counting stops above `most`."""
    count = 0
    rest: list[Json] = [value]
    while rest and count <= most:
        each = rest.pop()
        count += 1
        if isinstance(each, dict):
            rest.extend(each.values())
        elif isinstance(each, list):
            rest.extend(each)
    return count
