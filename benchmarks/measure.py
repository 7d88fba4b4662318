"""CPU seconds and peak memory of each stage of a generation, in a process of its own.

    python benchmarks/measure.py DOCUMENT OUT

prints them as JSON: a list of stages, each with its name, its seconds, the most
megabytes while it ran. Other benchmarks call `measured`, which starts that process.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

# Python's own files of modules are there, as they are after the first run of all.
WARM = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
_REFS = Path("/proc/self/clear_refs")
_STATUS = Path("/proc/self/status")


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage by the name that the pipeline gives it."""

    name: str
    seconds: float
    megabytes: float


def measured(
    document: Path, *, runs: int = 1, after: Path | None = None
) -> list[Stage]:
    """The stages of generating a document from nothing, each at its best of all runs.

    Overlays that lie beside it are applied. `after` is a document to generate before
    that in the same process, so that what a process does once is done.
    """
    several = [_run(document, after) for _ in range(runs)]
    return [
        Stage(
            each[0].name,
            min(stage.seconds for stage in each),
            min(stage.megabytes for stage in each),
        )
        for each in zip(*several, strict=True)
    ]


def _run(document: Path, after: Path | None) -> list[Stage]:
    with TemporaryDirectory() as folder:
        command = [sys.executable, __file__, str(document), f"{folder}/sdk"]
        command += [] if after is None else [str(after)]
        done = subprocess.run(command, capture_output=True, text=True, env=WARM)
    if done.returncode:
        raise SystemExit(f"{document}: {done.stderr}")
    return [Stage(*each) for each in json.loads(done.stdout)]


def cpu(who: int = resource.RUSAGE_SELF) -> float:
    """CPU seconds until now, the system's included."""
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def main(document: str, output: str, *after: str) -> None:
    from sdkwright.config import Target
    from sdkwright.pipeline import carry_out, prepare

    for number, each in enumerate(after):
        place = Path(f"{output}-{number}")
        carry_out(prepare(Target(name="sdk", spec=Path(each), output=place)))
    stages: list[Stage] = []
    name, before = "starting", 0.0  # the interpreter's start counts

    def step(following: str) -> None:
        nonlocal name, before
        now = cpu()
        stages.append(Stage(name, now - before, _peak()))
        name, before = following, cpu()

    overlays = tuple(Path(document).parent.glob("overlay.*"))
    target = Target(
        name="sdk",
        spec=Path(document),
        output=Path(output),
        overlays=overlays,
        lenient=True,
    )
    prepared = prepare(target, step)
    step("writing")
    found = (*prepared.diagnostics, *carry_out(prepared))
    step("")
    if prepared.plan is None:
        raise SystemExit("\n".join(each.message for each in found))
    json.dump(
        [(each.name, each.seconds, each.megabytes) for each in stages], sys.stdout
    )


def _peak() -> float:
    """The most megabytes since the last call; where Linux is not, since the start."""
    try:
        peak = _STATUS.read_text().partition("VmHWM:")[2].split()[0]
        _REFS.write_text("5")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(peak) / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
