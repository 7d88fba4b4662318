"""Components that are uploaded and nothing else: raw octets in them are files."""

from __future__ import annotations

from collections.abc import Iterator

from ..pointer import Pointer
from ..records import replace
from .declarations import Model
from .groups import needed_by
from .mentions import operation_types, webhook_types
from .nodes import Api, Content, Encoding, Operation
from .types import Named, as_file, named_in, without_null


def with_files(api: Api) -> Api:
    """The API with files in the models that only forms of several parts send.

    What is answered too, or sent in another form or in another model, stays bytes.
    """
    forms = [each for one in api.operations for each in _forms(one)]
    uploaded = {at for each in forms for at in named_in(each.type)}
    declarations = {
        at: replace(
            each,
            fields=tuple(replace(one, type=as_file(one.type)) for one in each.fields),
        )
        for at in uploaded - (_elsewhere(api) if uploaded else set())
        if isinstance(each := api.declarations[at], Model)
    }
    return replace(api, declarations={**api.declarations, **declarations})


def _forms(operation: Operation) -> Iterator[Content]:
    """The bodies of several parts that are a model of their own."""
    for each in operation.body.contents if operation.body else ():
        named = isinstance(without_null(each.type), Named)
        if each.encoding is Encoding.MULTIPART and each.fields is None and named:
            yield each


def _elsewhere(api: Api) -> set[Pointer]:
    """What is mentioned anywhere but as such a body."""
    found = {at for each in api.declarations.values() for at in needed_by(each)}
    for operation in api.operations:
        types = list(operation_types(operation))
        for form in _forms(operation):
            types.remove(form.type)
        found.update(at for each in types for at in named_in(each))
    for webhook in api.webhooks:
        found.update(at for each in webhook_types(webhook) for at in named_in(each))
    return found
