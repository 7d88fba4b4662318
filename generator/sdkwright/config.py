"""The few options of a target, and where they stand.

A configuration is `sdkwright.yaml`, or `[tool.sdkwright]` of a
`pyproject.toml`. It holds one target at its top level, or several by name
under `targets`. Paths are relative to the configuration's folder.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What to generate, from what, to where.

    `spec` and `output` are as the process can open them. `spec_name` is the
    document's path as it is shown in what is generated: relative to the
    output, with forward slashes. `client` None means: grouped where the
    document has tags. `timeout` is in seconds; None waits for ever.
    """

    name: str
    spec: Path
    output: Path
    root: Path | None = None
    package: str | None = None
    distribution: str | None = None
    class_name: str | None = None
    version: str | None = None
    client: Literal["flat", "grouped"] | None = None
    http_library: Literal["httpx2", "httpx"] = "httpx2"
    timeout: float | None = 60.0
    max_retries: int = 2
    lenient: bool = False
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    templates: Path | None = None
