"""`sdkwright.lock`: from what the output was made, and which of its files are ours.

The lock makes two things possible: to see in milliseconds that nothing has
changed, and to delete what is no longer generated without touching anything else.
It holds no date and no absolute path, so that it is the same on every machine.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, fields
from pathlib import Path
from typing import TypeGuard

from ..config import Target
from ..diagnostics import Diagnostics, Span
from ..digests import FileDigests, digest
from ..plugins import versions
from ..records import dataclass
from .paths import UnsafePathError, check_path

NAME = "sdkwright.lock"
FORMAT = 1

# What stands for the digest of a file that was not there.
ABSENT = ""
# What says where things are, not what is made of them.
_PLACES = ("name", "spec", "output", "overlays", "root", "templates")
_CONFLICT = "<<<<<<<"
_MEND = "take it from version control, or move the whole folder away"
_SECTION = r'  "(?P<name>\w+)": [{\[]'
_ENTRY = r'\s*"(?P<path>[^"\\]+)": "(?P<digest>[0-9a-f]{64})",?$'


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What decides, apart from the document, what is generated.

    `version` is sdkwright's; `options` and `templates` are digests.
    """

    version: str
    options: str
    templates: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """What a `sdkwright.lock` says.

    `inputs` holds the digest of each source file by its path relative to the
    document's folder, `ABSENT` for one that was looked for in vain; `files` that of
    each generated file by its path in the output; `yours` are the files that are made
    once and belong to the user from then on. `names` are those to be kept by what comes
    after, by pointer, and `warnings` is how many there were. `made` is None where that
    is not known: in a lock that was merged and still shows the conflict.
    """

    made: Made | None
    inputs: Mapping[str, str] = field(default_factory=dict[str, str])
    warnings: int = 0
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    files: Mapping[str, str] = field(default_factory=dict[str, str])
    yours: tuple[str, ...] = ()


def digest_options(target: Target, hooks: Mapping[str, str] | None = None) -> str:
    """The digest of all options that change what is generated.

    `hooks` are the classes that a user's own code takes over.
    """
    options: dict[str, object] = {
        each.name: getattr(target, each.name)
        for each in fields(target)
        if each.name not in _PLACES
    }
    options["names"] = dict(target.names)
    options["ignore"] = dict(target.ignore)
    options["webhook_signature"] = dict(target.webhook_signature)
    options["env"] = {name: dict(each) for name, each in target.env.items()}
    options["pagination"] = dict(target.pagination)
    options["hooks"] = dict(hooks or {})
    options["plugins"] = versions(target.plugins) if target.plugins else {}
    options["spec"] = target.spec.name
    root = target.spec.parent if target.root is None else target.root
    options["root"] = _relative(root, target.spec.parent)
    if target.overlays:
        several = [_relative(path, target.spec.parent) for path in target.overlays]
        options["overlays"] = several
    return digest(json.dumps(options, sort_keys=True).encode())


def digest_folders(folders: Iterable[Path]) -> str:
    """The digest of all files below the folders, by content and relative path."""
    total, digests = hashlib.sha256(), FileDigests()
    for folder in folders:
        for path in sorted(_files_below(str(folder))):
            known = digests.of(f"{folder}/{path}")
            total.update(f"{path}\0{known}\n".encode())
        total.update(b"\n")
    return total.hexdigest()


def stamp_of(place: Path) -> str:
    """What changes with a file, or any below a folder, on this machine: size, time."""
    total, root = hashlib.sha256(), str(place)
    several = sorted(_files_below(root)) if place.is_dir() else [""]
    for path in several:
        known = os.stat(f"{root}/{path}" if path else root)
        total.update(f"{path}\0{known.st_size} {known.st_mtime_ns}\n".encode())
    return total.hexdigest()


def _files_below(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not _is_cache(name)]
        above = place[len(folder) + 1 :].replace(os.sep, "/")
        for name in names:
            yield f"{above}/{name}" if above else name


def _is_cache(folder: str) -> bool:
    """Whether it is what tools leave behind: it differs from machine to machine."""
    return folder == "__pycache__" or folder.startswith(".")


def relative_inputs(target: Target, digests: Mapping[Path, str]) -> dict[str, str]:
    """The digest of each source file by its path relative to the document's folder."""
    folder = target.spec.parent
    return {_relative(path, folder): known for path, known in digests.items()}


def _relative(path: Path, folder: Path) -> str:
    return Path(os.path.relpath(path, folder)).as_posix()


def print_lock(lock: Lock) -> str:
    """The text of the lock file: JSON, sorted, one entry a line."""
    assert lock.made is not None, "only a lock that was read can be without"
    value = {
        "lock": FORMAT,
        "sdkwright": lock.made.version,
        "options": lock.made.options,
        "templates": lock.made.templates,
        "inputs": dict(sorted(lock.inputs.items())),
        "warnings": lock.warnings,
        "names": dict(sorted(lock.names.items())),
        "yours": sorted(lock.yours),
        "files": dict(sorted(lock.files.items())),
    }
    entries = (f'  "{key}": {_printed(each)}' for key, each in value.items())
    return "{\n" + ",\n".join(entries) + "\n}\n"


def _printed(value: object) -> str:
    """A value of the lock in JSON: indented, which Python is ten times slower at."""
    between = (",\n    " if value.__class__ in (dict, list) else ", ", ": ")
    text = json.dumps(value, separators=between, ensure_ascii=False)
    if not value or between[0] == ", ":
        return text
    return f"{text[0]}\n    {text[1:-1]}\n  {text[-1]}"


def read_lock(output: Path, found: Diagnostics) -> Lock | None:
    """The lock of an output folder; None where there is none.

    One that cannot be read is an error: without it nobody can say which files
    are ours. A merge conflict in it is not; both sides' files are ours.
    """
    path = output / NAME
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        _refuse(path, str(error), found)
        return None
    try:
        if text.startswith(_CONFLICT) or f"\n{_CONFLICT}" in text:
            return Lock(made=None, files=_both_sides(text))
        return _parse(json.loads(text))
    except _NewerError as error:
        _refuse(path, str(error), found, hint="run the sdkwright that has written it")
    except (ValueError, RecursionError, UnsafePathError) as error:
        _refuse(path, str(error), found)
    return None


class _NewerError(ValueError):
    """The lock has a form that comes after ours."""


def _refuse(path: Path, why: str, found: Diagnostics, hint: str = _MEND) -> None:
    found.error(
        "unreadable-lock",
        f"this lock cannot be read: {why}",
        span=Span(file=path.as_posix(), line=1, column=1, end_column=2),
        hint=hint,
    )


def _both_sides(text: str) -> dict[str, str]:
    """What stands under `files` on either side of a conflict; no digest is known."""
    files: dict[str, str] = {}
    section = before = ""
    for line in text.splitlines():
        if line.startswith(_CONFLICT):
            before = section
        elif line.startswith(("|||||||", "=======")):
            section = before  # the next side starts where this one did
        elif opened := re.match(_SECTION, line):
            section = opened["name"]
        elif section == "files" and (entry := re.match(_ENTRY, line)):
            files[check_path(entry["path"])] = ""
    return files


def _parse(value: object) -> Lock:
    if not _is_object(value):
        raise ValueError("it is no JSON object")
    form = value.get("lock")
    if isinstance(form, int) and form > FORMAT:
        raise _NewerError(f"sdkwright {value.get('sdkwright')} has written it")
    if form != FORMAT:
        raise ValueError(f"its format is {form!r}, and we know {FORMAT}")
    made = Made(
        version=_text(value.get("sdkwright")),
        options=_text(value.get("options")),
        templates=_text(value.get("templates")),
    )
    warnings = value.get("warnings")
    yours = value.get("yours")
    files = _texts(value.get("files"))
    return Lock(
        made=made,
        inputs=_texts(value.get("inputs")),
        warnings=warnings if isinstance(warnings, int) else 0,
        names=_texts(value.get("names")),
        files={check_path(path): known for path, known in files.items()},
        yours=tuple(map(_text, yours)) if _is_array(yours) else (),
    )


def _is_object(value: object) -> TypeGuard[dict[str, object]]:
    return isinstance(value, dict)


def _is_array(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} stands where a text belongs")
    return value


def _texts(value: object) -> dict[str, str]:
    if not _is_object(value):
        raise ValueError(f"{value!r} stands where a mapping belongs")
    return {key: _text(each) for key, each in value.items()}
