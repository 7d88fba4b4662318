"""What a generated package costs to import, to make a client of, to read a model with.

    python benchmarks/imports.py [DOCUMENT …]

Figures are CPU milliseconds and megabytes of a process of its own, the least of all
runs, without what a bare interpreter takes. The floor does the same with nothing but
the HTTP library and pydantic: imports them, makes a client, builds one model and reads
JSON with it. The SDK's model is one of a module of median size.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sdkwright.config import Target
from sdkwright.pipeline import carry_out, prepare

RUNS = 31
_JULEP = Path(__file__).parents[1] / "spec" / "julep" / "openapi.yaml"
_STEPS = """
import json, re, resource, sys
def used():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    # Not ru_maxrss: a process inherits that of the one that started it.
    (most,) = re.findall(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())
    return [usage.ru_utime + usage.ru_stime, int(most) / 1024]
marks = [used()]
for step in json.loads(sys.argv[1]):
    exec(step)
    marks.append(used())
print(json.dumps([[at - marks[0][0], size - marks[0][1]] for at, size in marks[1:]]))
"""
# An argument without a default.
_NEEDED = re.compile(r"^ {8}(\w+): [^=\n]+,$", re.M)
_MODEL = re.compile(r"^class (\w+)\(Model\):", re.M)
_READ = """
try:
    {model}.model_validate_json("{{}}")
except ValueError:  # it needs a field; it has been built and asked all the same
    pass
"""
_FLOOR = (
    "import httpx2, pydantic",
    "client = httpx2.Client()",
    "class M(pydantic.BaseModel):\n    id: str" + _READ.format(model="M"),
)


def measured(steps: tuple[str, ...], path: str = "") -> list[tuple[float, float]]:
    """After each step the least CPU milliseconds and megabytes since the start."""
    command = [sys.executable, "-c", _STEPS, json.dumps(steps)]
    runs = [_run(command, path) for _ in range(RUNS + 1)][1:]  # the first compiles
    return [
        (min(seconds for seconds, _ in each) * 1000, min(size for _, size in each))
        for each in zip(*runs, strict=True)
    ]


def _run(command: list[str], path: str) -> list[tuple[float, float]]:
    done = subprocess.run(
        command, env={"PYTHONPATH": path}, capture_output=True, text=True, check=True
    )
    made: list[tuple[float, float]] = json.loads(done.stdout)
    return made


def generated(document: Path, output: Path) -> Iterator[str]:
    """Generate the SDK of a document; give what to do with it, step by step."""
    carry_out(prepare(Target(name="sdk", spec=document, output=output, lenient=True)))
    package = next((output / "src").iterdir())
    text = (package / "client.py").read_text(encoding="utf-8")
    client = next(
        line.split()[1].split("(")[0].rstrip(":")
        for line in text.splitlines()
        if line.startswith("class ") and "Async" not in line
    )
    models = sorted(
        (package / "models").glob("[a-z]*.py"), key=lambda path: path.stat().st_size
    )
    larger = (path.read_text(encoding="utf-8") for path in models[len(models) // 2 :])
    model = next(found[1] for text in larger if (found := _MODEL.search(text)))
    yield f"import {package.name} as sdk"
    head = text.partition("def __init__(")[2].partition(") -> None")[0]
    needed = "".join(f", {name}='x'" for name in _NEEDED.findall(head))
    yield f"client = sdk.{client}(base_url='https://e.org'{needed})"
    yield _READ.format(model=f"sdk.{model}")


def main(documents: list[str]) -> None:
    print(f"{'':24} {'import':>8} {'client':>8} {'model':>8} {'x floor':>8} {'MB':>5}")
    floor = measured(_FLOOR)
    _print("httpx2 and pydantic", floor, floor)
    for document in documents:
        with TemporaryDirectory() as folder:
            output = Path(folder, "sdk")
            steps = tuple(generated(Path(document), output))
            _print(Path(document).stem, measured(steps, f"{output}/src"), floor)


def _print(
    name: str, made: list[tuple[float, float]], floor: list[tuple[float, float]]
) -> None:
    times = " ".join(f"{at:8.1f}" for at, _ in made)
    print(f"{name:24} {times} {made[-1][0] / floor[-1][0]:8.2f} {made[-1][1]:5.0f}")


if __name__ == "__main__":
    main(sys.argv[1:] or [str(_JULEP)])
