"""A generator that stands in for all stages, for tests of what is around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from sdkwright.cache import Cache
from sdkwright.config import Target
from sdkwright.diagnostics import Diagnostics
from sdkwright.pipeline import Output
from sdkwright.spec.source import load
from sdkwright.understanding import Step, quiet

Wrong: TypeAlias = Callable[[Diagnostics], object]
CONFIG = """
[tool.sdkwright.targets.farm]
spec = "farm.yaml"
output = "out/farm"
[tool.sdkwright.targets.zoo]
spec = "zoo.yaml"
output = "out/zoo"
package = "zoo"
"""


@dataclass
class Generator:
    """Stands in for all stages: what it gives, and what it was asked for."""

    files: dict[str, str] = field(
        default_factory=lambda: {"README.md": "1\n", "src/p/client.py": "x = 1\n"}
    )
    wrong: dict[str, Wrong] = field(default_factory=dict[str, Wrong])
    asked: list[Target] = field(default_factory=list[Target])

    def generate(
        self,
        target: Target,
        step: Step = quiet,
        before: Mapping[str, str] | None = None,
        cache: Cache | None = None,
    ) -> Output:
        step("rendering")
        self.asked.append(target)
        found = Diagnostics()
        source = load(target.spec, "", target.spec.as_posix(), found)
        if target.name in self.wrong:
            self.wrong[target.name](found)
        return Output(
            files=None if found.has_errors else dict(self.files),
            diagnostics=tuple(found),
            sources={"": source} if source else {},
        )
