"""Every operation with how it pages: as it is set, else as it is recognised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...diagnostics import Diagnostics
from ...pointer import ROOT, Pointer, child
from ...records import dataclass, replace
from ...spec import objects
from ...spec.objects import Json
from ..declarations import Declaration
from ..nodes import Encoding, Operation
from ..types import List, Named, Type
from .inputs import inputs_of
from .nodes import Paging, Path
from .outline import Types, outline
from .recognise import Facts, recognise
from .rules import FERN, OURS, SPEAKEASY, Rule, WrongRule, rule_of
from .settled import as_set


@dataclass(frozen=True, slots=True)
class Pagination:
    """Finds out how operations page.

    `settings` are rules by an operation's id or pointer; they win over what the
    document has in extensions.
    """

    types: Types
    settings: Mapping[str, Json]
    found: Diagnostics

    def of(self, said: objects.Operation, operation: Operation) -> Paging | None:
        """How one operation pages; None where it does not, or that is not known."""
        at, value, key = self._set(said, operation)
        try:
            rule = None if value is None else rule_of(value[0], key)
            if rule is False:
                return None
            facts = self._facts(said, operation, rule)
            if facts is None:
                made = None
            else:
                made = recognise(facts) if rule is None else as_set(rule, facts)
            if made is None and rule is not None:
                raise WrongRule("the answer holds no list of items that is plain")
            return made
        except WrongRule as error:
            self.found.warning(
                "unusable-pagination", f"this paging cannot be used: {error}", at
            )
            return None

    def _set(
        self, said: objects.Operation, operation: Operation
    ) -> tuple[Pointer, tuple[Json] | None, str]:
        """What is set, in a tuple of one, with its place and the words it is in."""
        at = operation.pointer
        for name in (said.operation_id, at):
            if name is not None and name in self.settings:
                return at, (self.settings[name],), OURS
        for key in (OURS, FERN, SPEAKEASY):
            if key in said.extensions:
                return child(at, key), (said.extensions[key],), key
        return at, None, OURS

    def _facts(
        self, said: objects.Operation, operation: Operation, rule: Rule | bool | None
    ) -> Facts | None:
        """What is known of an operation whose one answer is JSON with a list."""
        contents = {
            (each.type, each.encoding)
            for response in operation.successes
            for each in response.contents
        }
        if operation.returns is None or len(contents) != 1:
            return None
        if operation.stream is not None or operation.choices:
            return None
        answer = self.types.plain(operation.returns)
        model = self.types.model(answer) if isinstance(answer, Named) else None
        page = None
        item = answer.items if isinstance(answer, List) else None
        if model is not None:
            where = rule.items if isinstance(rule, Rule) else None
            page = outline(model, operation.path, self.types, where)
            item = None if page is None else page.item
        if item is None or contents.pop()[1] is not Encoding.JSON:
            return None
        return Facts(
            operation=operation,
            item=item,
            model=model,
            page=page,
            inputs=inputs_of(operation),
            headers=tuple(_headers(said)),
            types=self.types,
        )


def paged(
    operations: Iterable[tuple[objects.Operation, Operation]],
    declarations: Mapping[Pointer, Declaration],
    settings: Mapping[str, Json],
    found: Diagnostics,
) -> tuple[Operation, ...]:
    """The operations, those that answer in pages with their `paging`."""
    several = list(operations)
    known = {name for _, each in several for name in (each.operation_id, each.pointer)}
    for name in settings:
        if name not in known:
            found.warning(
                "unusable-pagination",
                f"paging is configured for '{name}', which is no operation",
                ROOT,
                hint="name it by its operationId or its pointer",
            )
    pagination = Pagination(Types(declarations), settings, found)
    made = (replace(each, paging=pagination.of(said, each)) for said, each in several)
    return tuple(_of_one_mind(made))


def _headers(said: objects.Operation) -> Iterator[str]:
    for status, response in said.responses.items():
        if status.startswith("2"):
            yield from response.headers


def _of_one_mind(operations: Iterable[Operation]) -> Iterator[Operation]:
    """A model is a page of one kind: the first operation that answers it decides."""
    kinds: dict[Pointer, tuple[Path, Type]] = {}
    for each in operations:
        paging = each.paging
        if paging is not None and paging.model is not None:
            kind = (paging.items, paging.item)
            if kinds.setdefault(paging.model, kind) != kind:
                yield replace(each, paging=None)
                continue
        yield each
