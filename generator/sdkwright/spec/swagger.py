"""Swagger 2.0 → OpenAPI 3.0, at the door, so that nothing later knows of it.

What is converted remembers where it came from: findings point into the document
as it was written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from ..pointer import ROOT, Pointer, child
from ..records import dataclass
from .objects import Json
from .swagger_parts import (
    mapping,
    moved,
    parameter_of,
    response_of,
    schema_of,
    style_of,
    texts,
)

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch")
_FLOWS = {
    "implicit": "implicit",
    "password": "password",
    "application": "clientCredentials",
    "accessCode": "authorizationCode",
}
_JSON = ("application/json",)


def is_swagger(value: Json) -> bool:
    """Whether a document is one of Swagger 2.0."""
    return isinstance(value, dict) and str(value.get("swagger", "")).startswith("2")


def upgrade(value: dict[str, Json]) -> tuple[dict[str, Json], dict[Pointer, Pointer]]:
    """The document as OpenAPI 3.0, and where its parts stood: new place → old."""
    return _Upgrade(value).document()


@dataclass(slots=True)
class _Upgrade:
    old: dict[str, Json]
    origins: dict[Pointer, Pointer] = field(default_factory=dict[Pointer, Pointer])

    def document(self) -> tuple[dict[str, Json], dict[Pointer, Pointer]]:
        old = self.old
        made: dict[str, Json] = {
            key: value
            for key, value in old.items()
            if key in ("info", "tags", "security", "externalDocs") or key[:2] == "x-"
        }
        made["openapi"] = "3.0.3"
        made["servers"] = self._servers(self.old)
        made["paths"] = self._paths()
        made["components"] = {
            "schemas": self._section("definitions", "schemas"),
            "parameters": self._shared_parameters(),
            "responses": self._shared_responses(),
            "securitySchemes": self._security_schemes(),
        }
        self.origins[child(ROOT, "components", "securitySchemes")] = child(
            ROOT, "securityDefinitions"
        )
        return made, self.origins

    def _servers(self, holder: Mapping[str, Json]) -> list[Json]:
        """The host by the schemes of the document, or of an operation (2.0)."""
        host, base = self.old.get("host"), str(self.old.get("basePath") or "")
        if not isinstance(host, str):
            return [{"url": base}] if base.strip("/") else []
        schemes = texts(holder.get("schemes")) or ("https",)
        scheme = "https" if "https" in schemes else schemes[0]
        return [{"url": f"{scheme}://{host}{base.rstrip('/')}"}]

    def _section(self, old: str, new: str) -> Json:
        self.origins[child(ROOT, "components", new)] = child(ROOT, old)
        return moved(mapping(self.old.get(old)))

    def _shared_parameters(self) -> Json:
        self.origins[child(ROOT, "components", "parameters")] = child(
            ROOT, "parameters"
        )
        return {
            name: parameter_of(each)
            for name, each in mapping(self.old.get("parameters")).items()
            if isinstance(each, dict) and each.get("in") not in ("body", "formData")
        }

    def _shared_responses(self) -> Json:
        self.origins[child(ROOT, "components", "responses")] = child(ROOT, "responses")
        produces = texts(self.old.get("produces")) or _JSON
        return {
            name: response_of(each, produces)
            for name, each in mapping(self.old.get("responses")).items()
            if isinstance(each, dict)
        }

    def _paths(self) -> Json:
        paths = mapping(self.old.get("paths"))
        return {
            path: (
                self._item(item, child(ROOT, "paths", path))
                if isinstance(item, dict)
                else item
            )
            for path, item in paths.items()
        }

    def _item(self, item: dict[str, Json], at: Pointer) -> Json:
        shared = list(self._parameters(item, at))
        made: dict[str, Json] = {
            key: moved(value)
            for key, value in item.items()
            if key not in (*_METHODS, "parameters")
        }
        for method in _METHODS:
            operation = item.get(method)
            if isinstance(operation, dict):
                made[method] = self._operation(operation, shared, child(at, method))
        return made

    def _parameters(
        self, holder: Mapping[str, Json], at: Pointer
    ) -> Iterator[tuple[dict[str, Json], Pointer]]:
        """The parameters of an object with their places, references followed."""
        listed = holder.get("parameters")
        for index, each in enumerate(listed if isinstance(listed, list) else []):
            if not isinstance(each, dict):
                continue
            reference = each.get("$ref")
            found = each
            if isinstance(reference, str) and reference.startswith("#/parameters/"):
                named = mapping(self.old.get("parameters"))
                target = named.get(reference.removeprefix("#/parameters/"))
                found = target if isinstance(target, dict) else each
            yield found, child(at, "parameters", index)

    def _operation(
        self,
        operation: dict[str, Json],
        shared: list[tuple[dict[str, Json], Pointer]],
        at: Pointer,
    ) -> Json:
        own = list(self._parameters(operation, at))
        known = {_identity(each) for each, _ in own}
        inherited = [pair for pair in shared if _identity(pair[0]) not in known]
        made: dict[str, Json] = {
            key: value
            for key, value in operation.items()
            if key not in ("parameters", "responses", "consumes", "produces", "schemes")
        }
        parameters: list[Json] = []
        body: list[tuple[dict[str, Json], Pointer]] = []
        for each, place in (*inherited, *own):
            if each.get("in") in ("body", "formData"):
                body.append((each, place))
                continue
            self.origins[child(at, "parameters", len(parameters))] = place
            parameters.append(parameter_of(each))
        made["parameters"] = parameters
        if "schemes" in operation and (own_servers := self._servers(operation)):
            self.origins[child(at, "servers", 0)] = child(at, "schemes")
            if own_servers != self._servers(self.old):
                made["servers"] = own_servers
        if body:
            made["requestBody"] = self._body(operation, body, at)
        produces = texts(operation.get("produces", self.old.get("produces"))) or _JSON
        responses = mapping(operation.get("responses"))
        for status in responses:
            for media_type in produces:
                place_now = child(
                    at, "responses", status, "content", media_type, "schema"
                )
                self.origins[place_now] = child(at, "responses", status, "schema")
        made["responses"] = {
            status: response_of(each, produces) if isinstance(each, dict) else each
            for status, each in responses.items()
        }
        return made

    def _body(
        self,
        operation: Mapping[str, Json],
        parameters: list[tuple[dict[str, Json], Pointer]],
        at: Pointer,
    ) -> Json:
        consumes = texts(operation.get("consumes", self.old.get("consumes")))
        first, place = parameters[0]
        self.origins[child(at, "requestBody")] = place
        if first.get("in") == "body":
            media: dict[str, Json] = {}
            for media_type in consumes or _JSON:
                media[media_type] = {"schema": moved(first.get("schema", {}))}
                place_now = child(at, "requestBody", "content", media_type, "schema")
                self.origins[place_now] = child(place, "schema")
            return {
                "required": bool(first.get("required")),
                "description": first.get("description"),
                "content": media,
                **{key: value for key, value in first.items() if key[:2] == "x-"},
            }
        fields = [each for each, _ in parameters]
        files = any(each.get("type") == "file" for each in fields)
        forms = [each for each in consumes if "form" in each]
        media_type = (
            "multipart/form-data" if files else "application/x-www-form-urlencoded"
        )
        schema: Json = {
            "type": "object",
            "required": [
                str(each.get("name")) for each in fields if each.get("required")
            ],
            "properties": {str(each.get("name")): schema_of(each) for each in fields},
        }
        chosen = media_type if files or media_type in forms or not forms else forms[0]
        content: dict[str, Json] = {"schema": schema}
        styles = {str(each.get("name")): style_of(each) for each in fields}
        if any(styles.values()):
            content["encoding"] = {name: each for name, each in styles.items() if each}
        required = any(each.get("required") is True for each in fields)
        return {"required": required, "content": {chosen: content}}

    def _security_schemes(self) -> Json:
        made: dict[str, Json] = {}
        for name, each in mapping(self.old.get("securityDefinitions")).items():
            if not isinstance(each, dict):
                continue
            if each.get("type") == "basic":
                made[name] = {**each, "type": "http", "scheme": "basic"}
            elif each.get("type") == "oauth2":
                flow = _FLOWS.get(str(each.get("flow")), "implicit")
                facts = ("authorizationUrl", "tokenUrl", "scopes")
                inner = {key: each[key] for key in facts if key in each}
                rest = {key: each[key] for key in each if key not in (*facts, "flow")}
                made[name] = {**rest, "flows": {flow: inner}}
            else:
                made[name] = each
        return made


def _identity(parameter: Mapping[str, Json]) -> tuple[str, str]:
    """What tells a parameter from all others (Swagger 2.0, Parameter Object)."""
    return str(parameter.get("name")), str(parameter.get("in"))
