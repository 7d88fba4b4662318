"""Parameters: those of an operation, as its path and its Path Item have them."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator

from ..diagnostics import Insert, Respell
from ..pointer import Pointer, child
from ..records import dataclass, replace
from .keys import check_keys
from .objects import MediaType, Parameter, Schema
from .read_contents import Contents
from .read_said import named_examples
from .reader import Reader

_PLACES = ("path", "query", "header", "cookie", "querystring")
_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
# The styles of a place (3.2, 4.12.6) and, besides, the delimiters that Swagger 2.0
# has for every place.
_DELIMITED = ("spaceDelimited", "pipeDelimited", "tabDelimited")
_KNOWN_STYLES = {
    "path": ("simple", "label", "matrix", *_DELIMITED),
    "query": ("form", "deepObject", *_DELIMITED),
    "header": ("simple", *_DELIMITED),
    "cookie": ("form", "cookie"),
}
_FORM = "application/x-www-form-urlencoded"
_PLACEHOLDER = re.compile(r"\{([^{}/]+)\}")
# `name={name}` in the query of a path, and RFC 6570's `{?name,other}` at its end.
_IN_QUERY = re.compile(r"([^=&]*)=\{([^{}]+)\}")
_EXPRESSION = re.compile(r"\{[?&]([^{}/]+)\}$")
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # RFC 9110, 5.6.2


def placeholders(path: str) -> tuple[str, ...]:
    """The names in braces in a path template, each once, in order."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(path)))


@dataclass(frozen=True, slots=True)
class Parameters:
    """Reads parameters; their schemas are left to `Contents`."""

    contents: Contents

    def listed(self, reader: Reader) -> tuple[Parameter, ...]:
        """The parameters of an object, each once."""
        made: dict[tuple[str, str], Parameter] = {}
        for entry in reader.listed("parameters"):
            resolved = entry.resolved()
            each = None if resolved is None else self._read(resolved, entry.at)
            if each is None:
                continue
            if _identity(each) in made:
                reader.found.warning(
                    "duplicate-parameter",
                    f"'{each.name}' in {each.location} stands already in this list; "
                    "the later one counts",
                    entry.at,
                )
            made[_identity(each)] = each
        return tuple(made.values())

    def of(
        self,
        path: str,
        reader: Reader,
        shared: Iterable[Parameter],
        *,
        check_path: bool,
    ) -> tuple[str, tuple[Parameter, ...]]:
        """An operation's path as it is called, and its parameters.

        `shared` are the Path Item's; the operation's own win (4.8.9).
        """
        both = (*shared, *self.listed(reader))
        parameters = tuple({_identity(each): each for each in both}.values())
        if not check_path:
            return path, parameters
        parameters = tuple(_where_they_stand(path, parameters))
        path = _called(path, parameters)
        return path, _checked(path, reader, parameters)

    def _read(self, reader: Reader, at: Pointer) -> Parameter | None:
        name, location = reader.text("name"), reader.text("in")
        if name is None or location not in _PLACES:
            what = (
                "has no 'name'"
                if name is None
                else f"is in '{location}'; it has to be in {', '.join(_PLACES)}"
            )
            reader.documents.report("unusable-parameter", f"this parameter {what}", at)
            return None
        if location in ("header", "cookie") and not _TOKEN.fullmatch(name):
            reader.found.warning(
                "unusable-parameter",
                f"no {location} can be called '{name}', so this parameter is left out",
                at,
            )
            return None
        check_keys(reader, "parameter")
        style = self._style(reader, location)
        explode = reader.optional_flag("explode")
        return Parameter(
            pointer=at,
            name=name,
            location=location,
            description=reader.prose("description"),
            required=reader.flag("required") or location == "path",
            deprecated=reader.flag("deprecated"),
            style=style,
            explode=(
                style in ("form", "cookie", "deepObject")
                if explode is None
                else explode
            ),
            allow_reserved=reader.flag("allowReserved"),
            schema=self.contents.schema(reader),
            content=self._content(reader, location),
            examples=named_examples(reader),
            extensions=reader.extensions(),
        )

    def _style(self, reader: Reader, location: str) -> str:
        usual = _STYLES.get(location, "form")
        style = reader.text("style") or usual
        if style in _KNOWN_STYLES.get(location, (style,)):
            return style
        reader.found.warning(
            "unusable-style",
            f"a parameter in {location} has no style '{style}'; "
            f"it is sent in style '{usual}'",
            child(reader.at, "style"),
            mend=Respell(text=usual),
        )
        return usual

    def _content(self, reader: Reader, location: str) -> dict[str, MediaType]:
        """The one media type of a parameter with `content` (4.12.2.3)."""
        content = self.contents.content(reader)
        first, *others = content or (None,)
        for other in others:
            reader.found.warning(
                "unused-media-type",
                f"the parameter is sent as '{first}'; this form is left out",
                content[str(other)].pointer,
                on_key=True,
            )
        if first is not None:
            return {first: content[first]}
        if location != "querystring":
            return {}
        return {
            _FORM: MediaType(pointer=reader.at, schema=self.contents.schema(reader))
        }


def _identity(parameter: Parameter) -> tuple[str, str]:
    """What tells a parameter from all others: header names have no case."""
    name, location = parameter.name, parameter.location
    return name.lower() if location == "header" else name, location


def _where_they_stand(
    path: str, parameters: tuple[Parameter, ...]
) -> Iterator[Parameter]:
    """The parameters; one of the path is the query's where it stands only there.

    `/find?key={id}` sends `id` as `key`, even if the document has it in the path.
    """
    before, _, query = path.partition("#")[0].partition("?")
    pairs = filter(None, map(_IN_QUERY.fullmatch, query.split("&")))
    names = {pair[2]: pair[1] for pair in pairs if f"{{{pair[2]}}}" not in before}
    taken = {each.name for each in parameters if each.location == "query"}
    for each in parameters:
        name = names.get(each.name) if each.location == "path" else None
        if not name or name in taken:
            yield each
        else:
            yield replace(each, name=name, location="query", style="form")


def _called(path: str, parameters: Iterable[Parameter]) -> str:
    """The path without a fragment, and without the query of its own parameters.

    Some documents write the query into the path, `/find?name={name}`, and name the
    parameter as well: it is sent once.
    """
    in_query = {each.name for each in parameters if each.location == "query"}
    path = path.partition("#")[0]
    expression = _EXPRESSION.search(path)
    if expression is not None and in_query.issuperset(expression[1].split(",")):
        path = path[: expression.start()]
    before, question, query = path.partition("?")
    if not question or before.count("{") != before.count("}"):
        return path
    kept = [
        pair
        for pair in query.split("&")
        if (named := _IN_QUERY.fullmatch(pair)) is None
        or in_query.isdisjoint(named.groups())
    ]
    return "?".join((before, "&".join(kept))) if kept else before


def _checked(
    path: str, reader: Reader, parameters: tuple[Parameter, ...]
) -> tuple[Parameter, ...]:
    """Path parameters as the template has them: none missing, none too many."""
    names = placeholders(path)
    declared = {each.name for each in parameters if each.location == "path"}
    missing = tuple(name for name in names if name not in declared)
    for name in missing:
        reader.found.warning(
            "undeclared-path-parameter",
            f"the path has '{{{name}}}', but no path parameter is called so; "
            "it is taken to be text",
            reader.at,
            on_key=True,
            hint=f"add {{name: {name}, in: path, required: true, …}} to 'parameters'",
            mend=Insert(key="parameters", item=_declared(name)),
        )
    kept = tuple(_used(frozenset(names), reader, parameters))
    return (*(_undeclared(reader.at, name) for name in missing), *kept)


def _used(
    names: Collection[str], reader: Reader, parameters: Iterable[Parameter]
) -> Iterator[Parameter]:
    for each in parameters:
        if each.location != "path" or each.name in names:
            yield each
            continue
        reader.found.warning(
            "unused-path-parameter",
            f"the path has no '{{{each.name}}}', so this parameter is left out",
            each.pointer,
        )


def _declared(name: str) -> str:
    """The declaration of what is taken to be text."""
    text = {"type": "string"}
    return json.dumps({"name": name, "in": "path", "required": True, "schema": text})


def _undeclared(at: Pointer, name: str) -> Parameter:
    """What only the template of a path names: text."""
    place = child(at, "parameters", name)
    return Parameter(
        pointer=place,
        name=name,
        location="path",
        required=True,
        style="simple",
        explode=False,
        schema=Schema(pointer=child(place, "schema"), types=("string",)),
    )
