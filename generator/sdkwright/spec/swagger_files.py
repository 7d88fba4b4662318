"""Parts of a Swagger document that stand in other files, brought to where they belong.

Path items, parameters and answers are written otherwise in OpenAPI 3, so that they are
converted with the document; schemas are the same in both and stay where they are.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import TypeAlias

from ..pointer import ROOT, Pointer, child, file_of
from ..records import dataclass
from .objects import Json

# Reference and the place where it stands → what it leads to, and where that is.
Follow: TypeAlias = "Callable[[Pointer, str], tuple[Json, Pointer] | None]"


def gathered(
    document: dict[str, Json], home: str, follow: Follow
) -> tuple[dict[str, Json], dict[Pointer, Pointer]]:
    """The document without such references, and where what came in stands.

    `home` is the document's own file. What leads nowhere stays, for the reader to say.
    """
    files = _Files(home, follow)
    made = dict(document)
    for section, read in (
        ("parameters", files.each),
        ("responses", files.each),
        ("paths", files.paths),
    ):
        at = child(ROOT, section)
        inner = files.here(document.get(section), at)
        if isinstance(inner, dict):
            made[section] = read(inner, at)
    return made, files.origins


@dataclass(slots=True)
class _Files:
    home: str
    follow: Follow
    origins: dict[Pointer, Pointer] = field(default_factory=dict[Pointer, Pointer])

    def paths(self, paths: Mapping[str, Json], at: Pointer) -> Json:
        return {path: self._item(item, child(at, path)) for path, item in paths.items()}

    def _item(self, item: Json, at: Pointer) -> Json:
        whole = self.here(item, at)
        if not isinstance(whole, dict):
            return whole
        made = self._holder(whole, at)
        for key, each in made.items():
            if isinstance(each, dict) and isinstance(each.get("responses"), dict):
                made[key] = self._holder(each, child(at, key))
        return made

    def _holder(self, holder: Mapping[str, Json], at: Pointer) -> dict[str, Json]:
        """A path item or an operation with its parameters and answers."""
        made = dict(holder)
        listed, responses = holder.get("parameters"), holder.get("responses")
        if isinstance(listed, list):
            place = child(at, "parameters")
            made["parameters"] = [
                self.here(each, child(place, index))
                for index, each in enumerate(listed)
            ]
        if isinstance(responses, dict):
            made["responses"] = self.each(responses, child(at, "responses"))
        return made

    def each(self, inner: Mapping[str, Json], at: Pointer) -> Json:
        return {key: self.here(each, child(at, key)) for key, each in inner.items()}

    def here(self, value: Json, at: Pointer) -> Json:
        """What stands at a place, itself or by a reference into another file."""
        found, where = value, at
        seen = {where}
        while isinstance(found, dict) and isinstance(found.get("$ref"), str):
            reference = str(found["$ref"])
            if not file_of(where) and reference.startswith("#"):
                break
            led = self.follow(where, reference)
            if led is None or led[1] in seen:
                return value
            found, where = led
            seen.add(where)
        if found is value:
            return value
        self.origins[at] = where
        return self._moved(found, file_of(where))

    def _moved(self, value: Json, file: str) -> Json:
        """A value of another file with its references as this one has them."""
        if not file:  # which is the document's own
            return value
        if isinstance(value, list):
            return [self._moved(each, file) for each in value]
        if not isinstance(value, dict):
            return value
        made = {key: self._moved(each, file) for key, each in value.items()}
        if isinstance(reference := value.get("$ref"), str) and "://" not in reference:
            made["$ref"] = self._reference(reference, file)
        return made

    def _reference(self, reference: str, file: str) -> str:
        url, mark, fragment = reference.partition("#")
        target = posixpath.join(posixpath.dirname(file), url) if url else file
        target = posixpath.normpath(target)
        if target == self.home:
            return f"{mark}{fragment}"
        here = posixpath.dirname(self.home) or "."
        return f"{posixpath.relpath(target, here)}{mark}{fragment}"
