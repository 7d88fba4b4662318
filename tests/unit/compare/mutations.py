"""A small API, changes of its document, and what its SDK's users feel of each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
ZOO = (HERE / "zoo.yaml").read_text(encoding="utf-8")
# A program of the SDK before, that uses all of it.
PROGRAM = (HERE / "program.txt").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """What is replaced in the document, and the changes that are felt."""

    name: str
    old: str
    new: str
    expected: tuple[str, ...]

    @property
    def document(self) -> str:
        assert self.old in ZOO, self.name
        return ZOO.replace(self.old, self.new, 1)


def _read() -> tuple[Mutation, ...]:
    text = (HERE / "mutations.yaml").read_text(encoding="utf-8")
    several: list[dict[str, Any]] = yaml.safe_load(text)
    return tuple(
        Mutation(
            name=each["name"],
            old=each["old"],
            new=each["new"],
            expected=tuple(each["expected"]),
        )
        for each in several
    )


MUTATIONS = _read()
