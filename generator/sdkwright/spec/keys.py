"""The fixed fields of objects (OpenAPI 3.2, 4), and keys that are nearly one."""

from __future__ import annotations

from functools import cache

from ..pointer import child
from .constraints import CONSTRAINTS
from .reader import Reader

_CONTENT = "schema content example examples"
_STYLE = "style explode allowReserved"
_ABOUT = "summary description"
_FIELDS = {
    "openapi": "openapi $self info jsonSchemaDialect servers paths webhooks components"
    " security tags externalDocs",
    "info": f"title {_ABOUT} termsOfService contact license version",
    "components": "schemas responses parameters examples requestBodies headers"
    " securitySchemes links callbacks pathItems mediaTypes",
    "path item": f"$ref {_ABOUT} get put post delete options head patch trace query"
    " additionalOperations servers parameters",
    "operation": f"tags {_ABOUT} externalDocs operationId parameters requestBody"
    " responses callbacks deprecated security servers",
    "parameter": f"name in description required deprecated allowEmptyValue {_STYLE}"
    f" {_CONTENT}",
    "request body": f"{_ABOUT} content required",
    "media type": "schema itemSchema example examples encoding prefixEncoding"
    " itemEncoding",
    "response": f"{_ABOUT} headers content links",
    "server": "url description name variables",
    "security scheme": "type description name in scheme bearerFormat flows"
    " openIdConnectUrl oauth2MetadataUrl deprecated",
    # With what earlier drafts of JSON Schema had, which is no mistake in spelling.
    "schema": "$schema $vocabulary $id $anchor $dynamicAnchor $dynamicRef $ref $defs"
    " $comment allOf anyOf oneOf not if then else dependentSchemas prefixItems items"
    " contains properties patternProperties additionalProperties propertyNames"
    f" unevaluatedItems unevaluatedProperties type enum const {' '.join(CONSTRAINTS)}"
    " maxContains minContains required"
    " dependentRequired title description default deprecated readOnly writeOnly"
    " examples example format contentEncoding contentMediaType contentSchema nullable"
    " discriminator xml externalDocs id definitions dependencies additionalItems"
    " $recursiveRef $recursiveAnchor",
}
KEYS = {name: frozenset(fields.split()) for name, fields in _FIELDS.items()}
_NEAR = 0.8


def check_keys(reader: Reader, of: str) -> None:
    """Say which keys of an object are none of its kind and nearly are.

    Others than these are somebody's own: they mean nothing to an SDK.
    """
    known = KEYS[of]
    if reader.values.keys() <= known:
        return
    for key in reader.values:
        if key in known or key[:2] == "x-":
            continue
        if meant := _meant(key, known):
            reader.found.warning(
                "misspelt-key",
                f"'{key}' is no key of {_named(of)}, and is left out",
                child(reader.at, key),
                on_key=True,
                hint=f"did you mean '{meant}'?",
            )


def _named(of: str) -> str:
    if of == "openapi":
        return "a document"
    if of in ("info", "components"):
        return of
    return f"an {of}" if of[0] in "aeiou" else f"a {of}"


@cache
def _meant(key: str, known: frozenset[str]) -> str | None:
    """The key that was meant; a document has the same unknown one in many places."""
    from difflib import get_close_matches

    folded = {each.lower(): each for each in sorted(known)}
    plain = "".join(filter(str.isalnum, key.lower()))
    if plain in folded:
        return folded[plain]
    close = get_close_matches(key.lower(), folded, n=1, cutoff=_NEAR)
    return folded[close[0]] if close else None
