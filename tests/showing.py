"""What the programs of a method's section have of the document, and what they give.

As in `describing`, the document is read as it is written.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sections import Section, letters

Json = Any
Follow = Callable[[Json], Json]
# What is to be read in a program: no filler, no secret, a line of it.
_PLAIN = re.compile(r"(?!string$|null$)[A-Za-z0-9][A-Za-z0-9 _.:/-]{0,40}(?<! )")
_SECRET = re.compile("passw|secret|token|key|credential|signature|authori", re.I)


def examples(
    section: Section, parameters: tuple[Json, ...], follow: Follow
) -> Iterator[str]:
    """Required parameters that no program gives, or not as the document shows them."""
    code = section.part("Example")
    for one in parameters:
        name, schema = one["name"], follow(one.get("schema")) or {}
        if one["in"] == "header" or not (one["in"] == "path" or one.get("required")):
            continue
        found = re.search(rf"\b{_pattern(name)}=(.{{0,60}})", code)
        if found is None:
            yield f"no program gives {name}"
            continue
        shown = _shown(one, schema)
        if shown is not None and not found[1].startswith(shown):
            yield f"{name} is shown as {shown} and not as {found[1]}"


def _pattern(name: str) -> str:
    """The name however it is written as an argument."""
    return "_?".join(re.escape(each) for each in letters(name)) + "_?"


def _shown(one: Json, schema: Json) -> str | None:
    """The first example of a plain parameter as code; None where that is not plain."""
    if schema.keys() & {"enum", "const", "format", "oneOf", "anyOf", "allOf"}:
        return None
    if schema.keys() & {"minLength", "maxLength", "minimum", "maximum"}:
        return None
    value = one.get("example", schema.get("example"))
    match schema.get("type"), value:
        case "string", str() if _PLAIN.fullmatch(value):
            return None if _SECRET.search(one["name"]) else json.dumps(value)
        case "integer", int() if not isinstance(value, bool):
            return str(value)
        case _:
            return None


def loops(section: Section, *, streams: bool, is_async: bool) -> Iterator[str]:
    """A stream or pages without the program that goes through them."""
    start = "async for item in " if is_async else "for item in "
    programs = "\n".join(re.findall(r"\n```python\n(.*?)\n```", section.text, re.S))
    if streams and not re.search(rf"^ +{start}stream:", programs, re.M):
        yield "no loop over a stream"
    pages = "is a page" in section.text
    if pages and not re.search(rf"^ +{start}(?!stream:)", programs, re.M):
        yield "no loop over pages"


def returned(
    section: Section, fields: list[str], files: Mapping[str, str]
) -> Iterator[str]:
    """An object that is answered, whose fields are not where its link leads."""
    found = re.search(r"See \[`[^`]+`\]\(([^)#]+)#([^)]+)\)", section.part("Returns"))
    if found is None:
        yield "no link to what is returned"
        return
    path = posixpath.normpath(posixpath.join(posixpath.dirname(section.path), found[1]))
    page = files.get(path, "")
    headings = re.split(r"\n(?=## )", page)
    told = [each for each in headings if _anchor(each) == found[2]]
    if not told:
        yield f"nothing at {path}#{found[2]}"
        return
    lines = re.findall(r"^- `(.+?)` - (.*)$", told[0], re.M)
    for name in fields:
        wire = f"On the wire `{name}`"
        if not any(letters(n) == letters(name) or wire in line for n, line in lines):
            yield f"no field {name} at {path}#{found[2]}"


def _anchor(section: str) -> str:
    title = section.partition("\n")[0].removeprefix("## ").replace("\\", "")
    return title.lower()
