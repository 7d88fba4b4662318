"""What a document says of its operations, and what pages leave out of it.

The document is read here as it is written, by no code of the generator: `complaints`
looks for each fact that there is about an operation in the sections of its methods.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml
from sections import Section, letters, sections_of, words
from showing import examples, loops, returned

Json = Any
VERBS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_IDEMPOTENT = ("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE")
# Parameters that OpenAPI leaves to others (Parameter Object, name).
_NOT_OURS = ("accept", "content-type", "authorization")
_BOUNDS = ("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems")
_FEW = 12


def read(path: Path) -> Json:
    """A document of one file."""
    text = path.read_text(encoding="utf-8")
    return json.loads(text) if text.startswith("{") else yaml.load(text, _Plain)


class _Plain(yaml.SafeLoader):
    """YAML 1.2 as far as documents need it: `on` and `2020-01-01` are text."""


_TAKEN = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
_Plain.yaml_implicit_resolvers = {
    first: [each for each in several if each[0] not in _TAKEN or first in "tTfF"]
    for first, several in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def complaints(document: Json, files: Mapping[str, str]) -> Iterator[str]:
    """What the pages of a distribution do not say of the operations of a document."""
    sections = sections_of(files)
    for path, item in document.get("paths", {}).items():
        shared = _at(document, item)
        for verb in VERBS:
            if verb not in shared:
                continue
            route = f"{verb.upper()} /{path.removeprefix('/')}"
            found = sections.get(route, [])
            if len(found) < 2:
                yield f"{route}: {len(found)} sections"
            said = Said(document, shared, shared[verb], route)
            briefs = [each for each in found if each.elsewhere is not None]
            if len(briefs) == len(found) > 0 or len(briefs) > 1:
                yield f"{route}: told nowhere"
            for section in briefs:
                if section.elsewhere not in {each.anchor for each in found}:
                    yield f"{route}: leads to {section.elsewhere}"
            for section in (each for each in found if each not in briefs):
                yield from (f"{route}: {each}" for each in said.missing(section, files))


def _at(document: Json, value: Json) -> Json:
    """What a reference within the document leads to; nothing where that is broken."""
    seen = 0
    while isinstance(value, dict) and isinstance(value.get("$ref"), str) and seen < 20:
        at: Json = document
        for step in value["$ref"].removeprefix("#/").split("/"):
            step = unquote(step).replace("~1", "/").replace("~0", "~")
            try:
                at = at[step] if isinstance(at, dict) else at[int(step)]
            except (KeyError, IndexError, ValueError):
                return {}
        value, seen = at, seen + 1
    return value


@dataclass(frozen=True)
class Said:
    """An operation of the document."""

    document: Json
    path: Json
    operation: Json
    route: str

    def missing(self, section: Section, files: Mapping[str, str]) -> Iterator[str]:
        yield from self._head(section, files)
        yield from self._arguments(section)
        yield from self._body(section)
        yield from self._answers(section)
        yield from self._returned(section, files)
        yield from self._leave(section)
        yield from self._programs(section)

    def _head(self, section: Section, files: Mapping[str, str]) -> Iterator[str]:
        top, _, _ = section.text.partition("\n#### ")
        plain = letters(top)
        for key in ("summary", "description"):
            if words(self.operation.get(key)) not in plain:
                yield f"no {key}"
        if self.operation.get("deprecated") and "**Deprecated.**" not in top:
            yield "not deprecated"
        link = re.search(r"\]\((\S+)#L(\d+)\)", top)
        name = re.match(r"### .*\(\)\.(\S+)", section.text)
        assert link
        assert name
        up = "docs/" + "/".join(section.path.split("/")[1:-1])
        file = re.sub(r"^.*?src/", "src/", f"{up}/{link[1]}")
        line = files[file].split("\n")[int(link[2]) - 1]
        if f"def {name[1].replace(chr(92), '')}(" not in line:
            yield f"source is {line!r}"

    def _arguments(self, section: Section) -> Iterator[str]:
        for one in self._parameters():
            name = one["name"]
            if one["in"] == "header" and name.lower() in _NOT_OURS:
                continue
            line = section.item("Arguments", name)
            if line is None:
                yield f"no argument {name}"
                continue
            schema = _at(self.document, one.get("schema", one)) or {}
            yield from self._fact(name, line, one, schema)

    def _parameters(self) -> tuple[Json, ...]:
        """Those of the operation, and those of its path that it does not say anew."""
        several = (
            self.path.get("parameters", ()),
            self.operation.get("parameters", ()),
        )
        resolved = [_at(self.document, each) for one in several for each in one]
        return tuple(
            {(each["in"], each["name"].lower()): each for each in resolved}.values()
        )

    def _fact(self, name: str, line: str, one: Json, schema: Json) -> Iterator[str]:
        said = one.get("description")
        if words(said) not in letters(line):
            yield f"no description of {name}"
        if not isinstance(schema, dict):
            return
        for key in _BOUNDS:
            bound = schema.get(key)
            if (
                bound is not None
                and f"`{bound}`" not in line
                and (key[:3] != "min" or bound)
            ):
                yield f"no {key} of {name}"
        if schema.get("default") is not None and "By default" not in line:
            yield f"no default of {name}"
        values = schema.get("enum", ())
        if isinstance(schema.get("items"), dict) and not values:
            values = (_at(self.document, schema["items"]) or {}).get("enum", ())
        if len(values) <= _FEW:
            for value in values:
                if value is not None and letters(str(value)) not in letters(line):
                    yield f"no value {value} of {name}"
        if (
            one.get("deprecated") or schema.get("deprecated")
        ) and "eprecated" not in line:
            yield f"{name} not deprecated"

    def _body(self, section: Section) -> Iterator[str]:
        body = _at(self.document, self.operation.get("requestBody")) or {}
        contents = body.get("content") or {}
        if not contents:
            return
        first = contents.get("application/json") or next(iter(contents.values()))
        schema = _at(self.document, first.get("schema")) or {}
        fields = schema.get("properties") or {}
        if schema.keys() & {"oneOf", "anyOf"}:
            whole = section.item("Arguments", "request")
            told = section.part("F[a-z]+ of the request")
            if whole and not told:
                yield "no forms of the body"
            return
        if not fields:
            if not section.part("Arguments"):
                yield "no body"
            return
        parameters = {each["name"] for each in self._parameters()}
        for name, each in fields.items():
            inner = _at(self.document, each) or {}
            if inner.get("readOnly") or name in parameters:
                continue
            line = section.item("Arguments", name) or section.item(
                "Fields of the request", name
            )
            if line is None:
                yield f"no field {name}"
            elif "$ref" not in each:
                yield from self._fact(name, line, inner, inner)

    def _answers(self, section: Section) -> Iterator[str]:
        raises, returns = section.part("Raises"), section.part("Returns")
        bodies = []
        for status, each in self.operation.get("responses", {}).items():
            answer = _at(self.document, each)
            status = str(status).upper()
            contents = answer.get("content") or {}
            if status.startswith("2"):
                bodies += [one for one in contents.values() if one.get("schema")]
                continue
            if status == "DEFAULT":
                continue
            lines = [
                line
                for line in re.split(r"\n(?=- )", raises)
                if re.search(rf"\) - {status}\b", line)
            ]
            if not lines:
                yield f"no error {status}"
                continue
            if words(answer.get("description")) not in letters(lines[0]):
                yield f"no description of {status}"
            refs = [
                one["schema"]["$ref"]
                for one in contents.values()
                if "$ref" in (one.get("schema") or {})
            ]
            if (
                refs
                and "Its body" not in lines[0]
                and not self.route.startswith("HEAD")
            ):
                yield f"no body of {status}"
        if bodies and "Nothing." in returns and not self.route.startswith("HEAD"):
            yield "answers something"
        if not returns.strip():
            yield "no returns"

    def _leave(self, section: Section) -> Iterator[str]:
        top, _, _ = section.text.partition("\n#### ")
        schemes = (self.document.get("components") or {}).get("securitySchemes")
        security = self.operation.get("security", self.document.get("security"))
        wanted = "Needs no credentials."
        if security and any(security):
            wanted = "Needs " if all(security) else "Takes, if there is one, "
        if schemes and wanted not in top:
            yield f"{wanted} is not said"
        verb = self.route.split()[0]
        keyed = any(
            letters(one["name"]) == "idempotencykey" for one in self._parameters()
        )
        again = verb in _IDEMPOTENT or keyed
        again_said = "Sent again when" if again else "Not sent again"
        if again_said not in top:
            yield f"{again_said} is not said"

    def _programs(self, section: Section) -> Iterator[str]:
        name = re.match(r"### (.*)\(\)\.(\S+)", section.text)
        assert name
        method, code = name[2].replace("\\", ""), section.part("Example")
        if f".{method}(" not in code:
            yield "no example"
        if name[1].startswith("Async") != ("async def main" in code):
            yield "the example is of the other class"
        streams = any(
            "text/event-stream" in (answer.get("content") or {})
            for answer in self._successes()
        )
        is_async = name[1].startswith("Async")
        yield from loops(section, streams=streams, is_async=is_async)
        yield from examples(section, self._parameters(), self._follow)

    def _successes(self) -> tuple[Json, ...]:
        return tuple(
            self._follow(each)
            for status, each in self.operation.get("responses", {}).items()
            if str(status).startswith("2")
        )

    def _returned(self, section: Section, files: Mapping[str, str]) -> Iterator[str]:
        """Of an operation that answers with one object, wherever that stands."""
        contents = [each.get("content") or {} for each in self._successes()]
        if [*map(list, filter(None, contents))] != [["application/json"]]:
            return
        (content,) = filter(None, contents)
        schema = self._follow(content["application/json"].get("schema")) or {}
        fields = schema.get("properties") or {}
        told = [name for name, each in fields.items() if self._comes(each)]
        if told and not self.route.startswith("HEAD"):
            yield from returned(section, told, files)

    def _comes(self, field: Json) -> bool:
        inner = self._follow(field)
        return not (isinstance(inner, dict) and inner.get("writeOnly"))

    def _follow(self, value: Json) -> Json:
        return _at(self.document, value)
