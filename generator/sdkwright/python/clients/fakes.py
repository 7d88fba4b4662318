"""The fake of the API: how its clients are made, and the document's own answers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ...ir import nodes
from ...ir.nodes import Encoding
from ...ir.shown import shown_of
from ...spec.objects import Json
from ..names.table import NameTable
from ..text.imports import Import, render_imports
from ..text.layout import STEP, Group, class_head, lay_out
from ..views import FakeView, Lines, OptionView
from .classes import dummies

_INSIDE = STEP * 2
# In characters. A longer one says no more, and large documents have megabytes of them.
_LONGEST = 4_000


def fake_view(
    api: nodes.Api, names: NameTable, options: Iterable[OptionView]
) -> FakeView:
    """The fake; its clients are made with a secret for each credential."""
    items = (*dummies(options), "max_retries=0", "httpx_client=http")

    def method(name: str, client_class: str, http: str) -> Lines:
        arguments = ("self", f"http: httpx.{http}")
        head = Group(f"def {name}(", arguments, f") -> {client_class}:")
        made = Group(f"return {client_class}(", items, ")")
        return (*lay_out(head, STEP), *lay_out(made, _INSIDE))

    name, several = (
        f"Fake{names.client_class}",
        (
            names.client_class,
            names.async_client_class,
        ),
    )
    return FakeView(
        name=name,
        imported=render_imports((Import(".client", each) for each in several), depth=2),
        head=class_head(name, f"Fake[{', '.join(several)}]"),
        make=method("_make", names.client_class, "Client"),
        make_async=method("_make_async", names.async_client_class, "AsyncClient"),
        examples=_table(_examples(api)),
    )


def _table(examples: Iterable[tuple[str, Json]]) -> str:
    """A JSON object with a line for each operation; empty where there is none.

    In place of an example that is too long, a value of the answer's type serves.
    """
    written = (
        (key, json.dumps(value, separators=(",", ":"))) for key, value in examples
    )
    lines = [
        f"{json.dumps(key)}: {value}"
        for key, value in written
        if len(value) <= _LONGEST
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n" if lines else ""


def _examples(api: nodes.Api) -> Iterator[tuple[str, Json]]:
    """What the document shows of an operation's answer, where it shows any."""
    for operation in api.operations:
        for example in _answers(operation, api):
            yield f"{operation.method.upper()} {operation.path}", example
            break


def _answers(operation: nodes.Operation, api: nodes.Api) -> Iterator[Json]:
    for response in operation.successes:
        for content in response.contents:
            if content.encoding is Encoding.JSON:
                yield from shown_of(content, api)
