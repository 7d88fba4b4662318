"""How much is drawn, and which of several choices is taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from random import Random


class How(Enum):
    """How much of what is optional is drawn."""

    LEAST = auto()
    WHOLE = auto()
    SOME = auto()


@dataclass
class Coverage:
    """How often each choice of a schema was taken, by the schema's identity."""

    counts: dict[int, list[int]] = field(default_factory=dict[int, list[int]])
    kept: list[object] = field(default_factory=list[object])  # so that no id comes back

    def take(self, site: object, choices: int, random: Random) -> int:
        """One of those that were taken least often."""
        if id(site) not in self.counts:
            self.kept.append(site)
        counts = self.counts.setdefault(id(site), [0] * choices)
        least = min(counts)
        chosen = random.choice([i for i, each in enumerate(counts) if each == least])
        counts[chosen] += 1
        return chosen

    @property
    def whole(self) -> bool:
        return all(min(counts) > 0 for counts in self.counts.values())
