"""The index of every public name: on which page it is described, and where there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..views import ModuleView, SdkView
from .reference import page_path
from .views import ModelsPageView, NameView

# What is the same in every SDK that has it: the page, the name, its members.
_RUNTIME = {
    "options.md": {
        "AsyncHooks": "on_request on_response",
        "Hooks": "on_request on_response",
        "OMIT": "",
    },
    "answers.md": {
        "AsyncStream": "aclose event",
        "AsyncStreamedResponse": (
            "headers iter_bytes parse read request_id save status_code"
        ),
        "ListPage": "aiter_pages items iter_pages",
        "RawResponse": "content headers parse request_id status_code text",
        "Stream": "close event",
        "StreamedResponse": (
            "headers iter_bytes parse read request_id save status_code"
        ),
        "Unknown": "raw",
    },
}
_CLIENT = ("request", "with_options")
_FORMS = ("with_raw_response", "with_streaming_response")
_TESTING = {
    "Answering": ("answers answers_json computes disconnects fails streams times_out"),
    "Call": "body headers name path_params query request",
}
# What a name of the SDK can be that is no member of anything.
_TOLD = frozenset({"alias", "class", "dict", "enum", "error", "model"})
_FAKE = "async_client calls calls_of client on on_request transport"


def name_index(
    sdk: SdkView, models: tuple[ModelsPageView, ...]
) -> tuple[NameView, ...]:
    """Every public name of the package and its modules, in the order of the alphabet.

    A name that the package itself offers is told as the package's; any other one as
    its module's.
    """
    several = (
        *_declared(sdk, models),
        *_errors(sdk),
        *_runtime(sdk),
        *_clients(sdk),
        *_testing(sdk),
        *_webhooks(sdk),
        *_exports(sdk),
    )
    return tuple(sorted(several, key=lambda each: (each.name.lower(), each.name)))


def _declared(sdk: SdkView, pages: tuple[ModelsPageView, ...]) -> Iterator[NameView]:
    for page in pages:
        for model in page.models:
            at = (page.path, model.name.lower())
            yield _name(f"{sdk.package}.{model.name}", model.kind, *at)
            if model.twin:
                kind = "dict" if model.is_dict else "alias"
                yield _name(f"{sdk.package}.params.{model.twin}", kind, *at)
    if sdk.client.environments:
        name = sdk.client.environment_class
        yield _name(f"{sdk.package}.{name}", "enum", "options.md", name.lower())


def _errors(sdk: SdkView) -> Iterator[NameView]:
    for error in sdk.errors:
        at = ("errors.md", error.name.lower())
        yield _name(f"{sdk.package}.{error.name}", "error", *at)


def _runtime(sdk: SdkView) -> Iterator[NameView]:
    for page, classes in _RUNTIME.items():
        offered = {name: of for name, of in classes.items() if name in sdk.exports}
        yield from _described(sdk.package, page, offered)


def _testing(sdk: SdkView) -> Iterator[NameView]:
    classes = {**_TESTING, sdk.fake.name: _FAKE}
    yield from _described(f"{sdk.package}.testing", "testing.md", classes)


def _described(
    module: str, page: str, classes: Mapping[str, str]
) -> Iterator[NameView]:
    """Classes with a section each, in which their members are told."""
    for name, members in classes.items():
        at = (page, name.lower())
        yield _name(f"{module}.{name}", "class", *at)
        for member in members.split():
            yield _name(f"{module}.{name}.{member}", "member", *at)


def _clients(sdk: SdkView) -> Iterator[NameView]:
    for module in sdk.modules:
        page = page_path(module, sdk)
        for name in (module.classes.async_name, module.classes.name):
            at = name.lower()
            whole = f"{_home(module, sdk)}.{name}"
            yield _name(whole, "class", page, at)
            for method in module.methods:
                member = f"{whole}.{method.name}"
                yield _name(member, "method", page, f"{at}{method.name}")
            for resource in module.resources:
                below = f"{whole}.{resource.attribute}"
                yield _name(below, "resource", page_path(resource, sdk), _of(resource))
            for form in _FORMS:
                yield _name(f"{whole}.{form}", "member", "answers.md", form)
    for name, close in _closing(sdk):
        for member in (*_CLIENT, close):
            whole = f"{sdk.package}.{name}.{member}"
            yield _name(whole, "method", "options.md", member)


def _closing(sdk: SdkView) -> tuple[tuple[str, str], tuple[str, str]]:
    classes = sdk.client.module.classes
    return (classes.name, "close"), (classes.async_name, "aclose")


def _home(module: ModuleView, sdk: SdkView) -> str:
    """The module that a client class is imported from."""
    if module is sdk.client.module:
        return sdk.package
    return f"{sdk.package}.{module.path.removesuffix('.py').replace('/', '.')}"


def _of(resource: ModuleView) -> str:
    return resource.classes.name.lower()


def _webhooks(sdk: SdkView) -> Iterator[NameView]:
    if sdk.webhooks is None:
        return
    module = f"{sdk.package}.webhooks"
    for payload in sdk.webhooks.payloads:
        yield _name(f"{module}.{payload.name}", "function", "webhooks.md", payload.name)
    if sdk.webhooks.signature is not None:
        for name, kind in (("SignatureError", "error"), ("verify", "function")):
            yield _name(f"{module}.{name}", kind, "webhooks.md", "signatures")


def _exports(sdk: SdkView) -> Iterator[NameView]:
    for name, _ in sdk.elsewhere.names:
        yield _name(f"{sdk.package}.{name}", "export", "index.md", "other-names")


def export_items(sdk: SdkView, index: Iterable[NameView]) -> Iterator[str]:
    """What each name that is exported besides is, linked."""
    if not sdk.elsewhere.names:
        return
    homes = {each.name.rpartition(".")[2]: each for each in index if each.kind in _TOLD}
    for name, ours in sdk.elsewhere.names:
        home = homes[ours]
        yield f"`{sdk.package}.{name}` - [`{ours}`]({home.page}#{home.anchor})"


def _name(name: str, kind: str, page: str, anchor: str) -> NameView:
    return NameView(name=name, kind=kind, page=page, anchor=anchor)
