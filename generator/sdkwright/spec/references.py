"""Documents and the references between them (RFC 3986, RFC 6901).

A reference is resolved against the document in which it stands. Only files
below the root folder are read, and nothing is fetched from the network.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path
from urllib.parse import unquote

from ..diagnostics import Diagnostics
from ..pointer import Pointer, child, file_of, tokens_of
from ..prose import Prose
from ..records import dataclass
from .identifiers import Identifiers, identifiers_of
from .objects import Json
from .parse import parse
from .source import Source, load
from .swagger import is_swagger, upgrade
from .swagger_files import gathered
from .swagger_parts import as_written, now_at

# What makes another document of the root one.
Change = Callable[[Mapping[str, Json], Diagnostics], Mapping[str, Json]]
_MOST_HINTS = 200
# Files that are text and nothing else: a description's reference may lead there.
_PROSE = (".md", ".markdown", ".txt")


@dataclass(slots=True)
class Documents:
    """The root document and those it refers to, each read once, when first needed.

    `overlays` are applied to the root document. `origins` tells of a converted document
    where its parts stood, `overlaid` the same of one that overlays have changed: new
    place → old. `values` are those of each file that was read; where there was a thing
    to find in one of them, they are not `flawless`; `absent` are those that were looked
    for and not there. `prose` is where descriptions go, which have marks then.
    """

    root: Path
    home: str
    lenient: bool
    found: Diagnostics
    overlays: tuple[Path, ...] = ()
    changed: Change | None = None
    prose: Prose | None = None
    sources: dict[str, Source] = field(default_factory=dict[str, Source])
    origins: dict[Pointer, Pointer] = field(default_factory=dict[Pointer, Pointer])
    overlaid: dict[Pointer, Pointer] = field(default_factory=dict[Pointer, Pointer])
    flawless: bool = True
    absent: set[Path] = field(default_factory=set[Path])
    values: dict[str, Json] = field(default_factory=dict[str, Json])
    _names: dict[str, Identifiers] = field(default_factory=dict[str, Identifiers])
    _with_ids: dict[str, bool] = field(default_factory=dict[str, bool])

    def value(self, at: Pointer) -> Json:
        """What stands at a pointer; None where nothing does."""
        found = self._find(at)
        return found[0] if found else None

    def follow(
        self, at: Pointer, reference: Json, keyword: str = "$ref"
    ) -> Pointer | None:
        """Where the `$ref` or the `$dynamicRef` in the object at `at` leads.

        None where it leads nowhere, which is then said. A file is read when a
        reference first leads into it.
        """
        place = child(at, keyword)
        if not isinstance(reference, str):
            self.found.error("wrong-type", f"'{keyword}' must be text", place)
            return None
        url, _, fragment = reference.partition("#")
        target = self._by_id(at, url, unquote(fragment))
        if target is None:
            file = self._file(at, unquote(url), place) if url else file_of(at)
            if file is None:
                return None
            target = self._inside(file, unquote(fragment))
        if target is None or self._find(target) is None:
            self._unresolved(reference, place, target)
            return None
        return target

    def report(
        self,
        code: str,
        message: str,
        at: Pointer,
        *,
        on_key: bool = False,
        hint: str | None = None,
    ) -> None:
        """An error, or a warning where the reading is lenient."""
        say = self.found.warning if self.lenient else self.found.error
        say(code, message, at, on_key=on_key, hint=hint)

    def load(self, file: str) -> bool:
        """Read a file below the root folder; whether that went well."""
        if file in self.values:
            return True
        path = self.root / (file or self.home)
        source = load(path, file, path.as_posix(), self.found)
        if source is None:
            return False
        self.sources[file] = source
        if file.endswith(_PROSE):
            self.values[file] = source.text.replace("\r\n", "\n")
            return True
        before = len(self.found)
        value = parse(source, self.found, lenient=self.lenient)
        self.values[file] = value if file else self._root_value(value)
        self.flawless = self.flawless and len(self.found) == before
        return True

    def _root_value(self, value: Json) -> Json:
        """The root document with overlays applied, as OpenAPI."""
        if self.overlays and isinstance(value, dict):
            from .overlays import load_overlays, overlay

            several = load_overlays(self.overlays, self.root, self.found)
            self.sources |= {source.file: source for source in several}
            value, self.overlaid = overlay(value, several, self.found)
        if self.changed is not None and isinstance(value, dict):
            value = dict(self.changed(value, self.found))
        if isinstance(value, dict) and is_swagger(value):
            self.values[""] = value  # which other files may lead back to
            value, gathered_from = gathered(value, self.home, self._quietly)
            self.overlaid = {**self.overlaid, **gathered_from}
            value, self.origins = upgrade(value)
        return value

    def _quietly(self, at: Pointer, reference: str) -> tuple[Json, Pointer] | None:
        """What a reference leads to; None, and no word, where there is nothing."""
        url, _, fragment = unquote(reference).partition("#")
        file = self._path(at, url) if url else file_of(at)
        file = "" if file == self.home else file
        if file and not (_is_a_name(file) and self._below(file)):
            return None
        if file and not (self._is_there(file) and self.load(file)):
            return None
        target = self._inside(file, fragment)
        found = None if target is None else self._find(target)
        return None if found is None or target is None else (found[0], target)

    def _file(self, at: Pointer, url: str, place: Pointer) -> str | None:
        """The file that a relative reference names, as a path below the root."""
        if "://" in url or url.startswith("//"):
            self.report(
                "remote-reference",
                f"'{url}' is not fetched from the network",
                place,
                hint="keep the document beside this one and refer to the file",
            )
            return None
        file = self._path(at, url)
        if not _is_a_name(file):
            self.report("unresolved-reference", f"there is no file '{url}'", place)
            return None
        if file.startswith("../") or posixpath.isabs(file) or not self._below(file):
            self.found.error(
                "outside-root",
                f"'{url}' lies outside the document's folder",
                place,
                hint="name the folder that holds all documents with '--root'",
            )
            return None
        if file == self.home:
            return ""
        if not self._is_there(file):
            self.report("unresolved-reference", f"there is no file '{file}'", place)
            return None
        return file if self.load(file) else None

    def _is_there(self, file: str) -> bool:
        """Whether a file is there; one that is not may come, and counts then."""
        path = self.root / file
        there = os.path.isfile(path)
        if not there:
            self.absent.add(path)
        return there

    def _path(self, at: Pointer, url: str) -> str:
        folder = posixpath.dirname(file_of(at) or self.home)
        return posixpath.normpath(posixpath.join(folder, url.replace("\\", "/")))

    def _below(self, file: str) -> bool:
        """Whether a path stays below the root when links are followed."""
        root = os.path.realpath(self.root)  # which takes links in a circle, too
        return Path(os.path.realpath(os.path.join(root, file))).is_relative_to(root)

    def _inside(self, file: str, fragment: str) -> Pointer | None:
        if fragment and not fragment.startswith("/"):
            return self._named(file).names.get(f"#{fragment}")
        here = f"#{fragment}"
        return Pointer(file + (now_at(here) if self.origins and not file else here))

    def _by_id(self, at: Pointer, url: str, fragment: str) -> Pointer | None:
        """What a reference leads to in a schema with an `$id`: around it, or so called.

        None where there is no such schema, or nothing of the kind in it.
        """
        file = file_of(at)
        if file not in self._with_ids:
            # Of many files may be what stands in the root document.
            several = [self.sources[file]] if file else self.sources.values()
            self._with_ids[file] = any(
                "$id" in each.text or "$self" in each.text for each in several
            )
        if not self._with_ids[file] or (not url and fragment[:1] not in ("", "/")):
            return None
        home = self._named(file).home(at, url)
        target = None if home is None else Pointer(f"{home}{fragment}")
        return None if target is None or self._find(target) is None else target

    def _named(self, file: str) -> Identifiers:
        if file not in self._names:
            self._names[file] = identifiers_of(file, self.values.get(file))
        return self._names[file]

    def _find(self, at: Pointer) -> tuple[Json] | None:
        file = file_of(at)
        if not self.load(file):
            return None
        value = self.values[file]
        for token in tokens_of(at):
            if isinstance(value, dict) and token in value:
                value = value[token]
            elif isinstance(value, list) and _is_index(token, len(value)):
                value = value[int(token)]
            else:
                return None
        return (value,)

    def _unresolved(
        self, reference: str, place: Pointer, target: Pointer | None
    ) -> None:
        self.report(
            "unresolved-reference",
            f"'{as_written(reference) if self.origins else reference}' does not exist",
            place,
            hint=None if target is None else self._hint(target),
        )

    def _hint(self, target: Pointer) -> str | None:
        """The key that was probably meant, beside the one that is missing.

        Looking for it takes its time: of very many faults, the first ones get one.
        """
        if len(self.found) > _MOST_HINTS:
            return None
        at = Pointer(f"{file_of(target)}#")
        for token in tokens_of(target):
            value = self.value(at)
            if not isinstance(value, dict):
                return None
            if token not in value:
                from difflib import get_close_matches

                close = get_close_matches(token, list(value), n=1)
                return f"did you mean '{close[0]}'?" if close else None
            at = child(at, token)
        return None


def _is_a_name(file: str) -> bool:
    """Whether the system can be asked for a file of this name."""
    try:
        return b"\0" not in os.fsencode(file)
    except UnicodeEncodeError:  # half a character
        return False


def _is_index(token: str, length: int) -> bool:
    """Whether a token names an item (RFC 6901, section 4: no leading zeros)."""
    plain = token.isascii() and token.isdigit() and len(token) < 10
    return plain and str(int(token)) == token and int(token) < length
