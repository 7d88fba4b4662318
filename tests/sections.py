"""What reference pages say of each method, part by part."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """What a page says of one method: under its heading, part by part."""

    path: str
    text: str

    @property
    def anchor(self) -> str:
        """Its own, as a site makes it of the heading."""
        title = self.text.partition("\n")[0].removeprefix("### ").replace("\\", "")
        return re.sub(r"[^\w-]", "", title.lower())

    @property
    def elsewhere(self) -> str | None:
        """The anchor of the section that tells the rest, if there is one."""
        found = re.search(r"^The same as \[`.*?`\]\(#(.*?)\)", self.text, re.M)
        return found and found[1]

    def part(self, title: str) -> str:
        """What stands under one of the headings of the method."""
        found = re.search(rf"\n#### {title}\n(.*?)(?=\n#### |\Z)", self.text, re.S)
        return found[1] if found else ""

    def item(self, title: str, name: str) -> str | None:
        """The list item of an argument, by its name, however that is written."""
        for item in re.split(r"\n(?=- )", self.part(title)):
            found = re.match(r"\s*- `([^`]+)` - ", item)
            if found and letters(found[1]) == letters(name):
                return item
        return None


def letters(text: str) -> str:
    """A text without all that escaping, wrapping and markup change."""
    return "".join(each for each in text.lower() if each.isalnum())


def sections_of(files: Mapping[str, str]) -> dict[str, list[Section]]:
    """The sections of all methods, by the verb and path that they tell."""
    found: dict[str, list[Section]] = {}
    for path, text in files.items():
        if not re.fullmatch(r"docs/(client|resources/.*)\.md", path):
            continue
        for whole in re.split(r"\n(?=### )", text)[1:]:
            route = re.search(r"^`+ ?((?:[A-Z]+) /?.*?) ?`+$", whole, re.M)
            if route:
                found.setdefault(route[1], []).append(Section(path, whole))
    return found


def words(text: str | None) -> str:
    """The beginning of a prose text, as far as no markup may be cut out of it."""
    first = re.split(r"[<\[&`|*\\]|https?:|\n\n|\r", (text or "").strip())[0]
    return letters(first[:150])
