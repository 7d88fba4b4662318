"""The resources of a `stainless.yml`: methods, models, and what stands below."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from ..pointer import child
from ..python.names.words import attribute, pascal_case
from ..records import dataclass, replace
from ..spec.objects import Json
from .carried import Method, Named
from .keys import Keys, Reasons, leave

# Resources that are none: methods of the client itself, and models of all.
_CLIENT, _SHARED = "$client", "$shared"
_ENDPOINT = re.compile(r"(get|put|post|delete|options|head|patch|trace)\s+(/\S*)", re.I)
_COMPONENT = "#/components/schemas/"
_OWN = "write it in _custom/"
_METHOD: Reasons = {
    "type": "it is a call as every other",
    "streaming": "a stream is seen by its media type, and by a flag of the body",
    "unwrap_response": ("a method returns all that was answered", _OWN),
    "skip_test_reason": "the SDK's tests need no server",
    "positional_params": "path parameters come first, in the path's order",
    "body_param_name": (
        "a body that is one argument is called `request`",
        _OWN,
    ),
    "default_request_options": (
        "one call has no options of its own",
        "client.with_options(…) sets them",
    ),
    "docs": "examples are made from the document",
    "security": ("what an operation asks for is in the document", "write an overlay"),
}
_RESOURCE: Reasons = {
    "standalone_api": "a resource is whatever has methods",
    "name": "a resource is called as its key is",
    "description": "it is the tag's",
    "deprecated": "its methods are deprecated one by one",
}
# What is about other targets than Python.
_OTHERS = ("mcp", "terraform", "cli", "go", "java", "kotlin", "ruby", "typescript")


@dataclass(slots=True, kw_only=True)
class Resources:
    """The first method of each endpoint, and the first name of each model.

    `rules` are the document's ways to page, by name.
    """

    rules: Mapping[str, Json]
    methods: dict[tuple[str, str], Method] = field(
        default_factory=dict[tuple[str, str], Method]
    )
    classes: dict[str, Named] = field(default_factory=dict[str, Named])

    def read(self, resources: Keys, above: tuple[str, ...] = ()) -> None:
        """Everything below a mapping of resources."""
        for name, resource in resources.mappings():
            group = above if name in (_CLIENT, _SHARED) else (*above, name)
            out = _is_left_out(resource)
            self._methods(resource.mapping("methods"), group, out)
            self._models(resource.mapping("models"))
            self.read(resource.mapping("subresources"), group)
            resource.take(*_OTHERS)
            resource.rest(_RESOURCE)
        resources.rest()

    def leave_out(self, keys: Keys, key: str) -> None:
        """Count a list of endpoints as left out of the SDK."""
        value = keys.raw(key)
        for index, each in enumerate(value if isinstance(value, list) else ()):
            match = _ENDPOINT.fullmatch(each.strip()) if isinstance(each, str) else None
            if match is not None:
                at = child(keys.at, key, index)
                made = Method(
                    verb=match[1].lower(), path=match[2], at=at, name="", left_out=True
                )
                self.methods.setdefault((made.verb, made.path), made)

    def _methods(self, methods: Keys, group: tuple[str, ...], out: bool) -> None:
        for name, value in methods.value.items():
            short: dict[str, Json] = {"endpoint": value}
            method = methods.mapping(name)
            if not isinstance(value, dict):
                method = replace(method, value=short)
            if method.text("type") not in (None, "http"):
                why = "only calls over HTTP are carried over, each under one name"
                methods.leave(name, why, _OWN)
                continue
            endpoint = method.text("endpoint") or ""
            made = Method(
                verb="",
                path="",
                at=child(methods.at, name),
                name=attribute(name),
                group=group,
                left_out=out or _is_left_out(method),
                deprecated=bool(method.raw("deprecated")),
                pages=self._pages(method),
            )
            self._add(endpoint, methods, name, made)
            methods.take(name)
            method.take(*_OTHERS)
            method.rest(_METHOD)

    def _pages(self, method: Keys) -> Json:
        said = method.raw("paginated")
        if said is True and len(self.rules) == 1:
            return next(iter(self.rules.values()))
        return self.rules.get(said) if isinstance(said, str) else said

    def _add(self, endpoint: str, methods: Keys, name: str, made: Method) -> None:
        match = _ENDPOINT.fullmatch(" ".join(endpoint.split()))
        if match is None:
            methods.leave(name, "it names no endpoint, such as 'get /notes'")
            return
        verb, path = match[1].lower(), match[2]
        made = replace(made, verb=verb, path=path)
        if self.methods.setdefault((verb, path), made) is not made:
            why = f"it is a second way to {verb.upper()} {path}"
            methods.leave(name, why, _OWN)

    def _models(self, models: Keys) -> None:
        for name, value in models.value.items():
            if isinstance(value, dict):
                inside = models.mapping(name)
                schema = inside.text("openapi_uri")
                inside.take("type", *_OTHERS)
                inside.rest()
            else:
                schema = models.text(name)
            if schema is None:
                continue
            at = child(models.at, name)
            what = schema.removeprefix(_COMPONENT)
            made = Named(what=what, name=pascal_case(name), at=at)
            if self.classes.setdefault(what, made) is not made:
                leave(models.found, at, "this schema has a name already")
        models.rest()


def _is_left_out(keys: Keys) -> bool:
    """Whether Python has none of it, by `skip` or `only`."""
    skip, only = keys.raw("skip"), keys.raw("only")
    return (
        skip is True
        or (isinstance(skip, list) and "python" in skip)
        or (isinstance(only, list) and "python" not in only)
    )
