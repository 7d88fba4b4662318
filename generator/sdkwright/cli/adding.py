"""A target that is added to a configuration, whose other lines stay as they are."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

import click

from .. import config_files
from ..config_files import ConfigFile
from ..diagnostics import Diagnostics
from ..pointer import child
from ..records import dataclass
from ..spec.objects import Json
from ..spec.parse import parse
from ..spec.source import Source
from ..starting import lines_of

_COMMENT = re.compile(r"(^|\s)#")
_NEW = "# Made by `sdkwright adopt {name}`: the SDK that it was, anew.\ntargets:\n"


def configured(name: str, options: Mapping[str, Json]) -> tuple[str, ...]:
    """Write a target into the configuration that is here, or into a new one.

    What was done is told, a line each.

    Raises:
        click.UsageError: To the one that is here nothing can be added.
    """
    path = Path(config_files.YAML)
    found = Diagnostics()
    there = config_files.find(Path())
    if there is None or (there != path and not _is_configured(there)):
        lines = "".join(f"  {each}\n" for each in lines_of({name: {**options}}))
        path.write_text(_NEW.format(name=name) + lines, encoding="utf-8", newline="\n")
        return (f"{path}: written",)
    file = config_files.read(there, found)
    if file is None or found.has_errors:
        raise click.UsageError(f"{there} cannot be read: mend it first")
    if there != path:
        raise _by_hand(file, "it is no YAML", f"move its targets to {path}")
    added = with_target(file, name, options)
    there.write_text(added.text, encoding="utf-8", newline="\n")
    stay = ", ".join(added.stay)
    return (f"{path}: added to", *([f"what it says stays: {stay}"] if stay else []))


def _is_configured(path: Path) -> bool:
    read = config_files.read(path, Diagnostics())
    return read is not None and bool(read.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A configuration's text, and which options in it stay other than they would be."""

    text: str
    stay: tuple[str, ...]


def with_target(file: ConfigFile, name: str, options: Mapping[str, Json]) -> Added:
    """A configuration with a target, which is new or the one of the same document.

    What that says of itself stays; of lists and mappings it gets what it does not have.

    Raises:
        click.UsageError: It would have to be laid out anew, and would lose comments.
    """
    value = file.value if isinstance(file.value, dict) else {}
    targets = value.get("targets")
    if not isinstance(targets, dict) or not targets:
        raise _by_hand(file, "it has no `targets`", "give what it says a name there")
    place = child(file.at, "targets")
    known = _of_document(targets, name, options)
    first = known or next(iter(targets))
    line = file.line_of(child(place, first))
    lines = file.source.text.rstrip("\n").split("\n")
    indent = re.match(r"\s*", lines[line - 1])
    if line == file.line_of(place) or indent is None or not indent[0]:
        raise _by_hand(file, "its targets are in one line", "give each some of its own")
    before = targets.get(known) if known else None
    made = _joined(before if isinstance(before, dict) else {}, options)
    start, end = len(lines), len(lines)
    if known is not None:
        start, end = line - 1, _end(lines, line, len(indent[0]))
    if any(map(_COMMENT.search, lines[start:end])):
        why = f"the target '{known}' has comments in it"
        raise _by_hand(file, why, "move them above it")
    block = (indent[0] + each for each in lines_of({known or name: made}))
    text = "\n".join((*lines[:start], *block, *lines[end:], ""))
    if _value(text) != {"targets": {**targets, known or name: made}}:
        raise _by_hand(file, "its lines cannot be told apart", "write them by hand")
    stay = (key for key, said in options.items() if not isinstance(said, dict | list))
    return Added(text=text, stay=tuple(k for k in stay if made[k] != options[k]))


def _by_hand(file: ConfigFile, why: str, mend: str) -> click.UsageError:
    return click.UsageError(
        f"nothing can be added to {file.path.as_posix()}, as {why}: {mend}"
    )


def _of_document(
    targets: Mapping[str, Json], name: str, options: Mapping[str, Json]
) -> str | None:
    """The target of that name, or else the only one of the same document."""
    if name in targets:
        return name
    spec = os.path.normpath(str(options["spec"]))
    same = [
        each
        for each, said in targets.items()
        if isinstance(said, dict) and os.path.normpath(str(said.get("spec"))) == spec
    ]
    return same[0] if len(same) == 1 else None


def _joined(before: Mapping[str, Json], options: Mapping[str, Json]) -> dict[str, Json]:
    made = dict(before)
    for key, value in options.items():
        said = made.setdefault(key, value)
        if isinstance(said, dict) and isinstance(value, dict):
            made[key] = {**value, **said}
        elif isinstance(said, list) and isinstance(value, list):
            made[key] = [*said, *(each for each in value if each not in said)]
    return made


def _end(lines: list[str], start: int, indent: int) -> int:
    """Where the block ends that begins before a line: at what stands less deep."""
    end = start
    for number in range(start, len(lines)):
        text = lines[number]
        if not text.strip():
            continue
        if len(text) - len(text.lstrip()) <= indent:
            break
        end = number + 1
    return end


def _value(text: str) -> Json:
    source = Source(path=Path(), file="", name="", text=text, digest="")
    return parse(source, Diagnostics())
