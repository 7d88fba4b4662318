"""What generating costs, beside what other generators take for the same document.

    python benchmarks/generate.py [--runs N] [--openapi-python-client COMMAND]
        [--openapi-generator COMMAND] [DOCUMENT …]

Prints Markdown: CPU seconds and peak memory of whole commands, each the least of all
runs (3), which take turns. Ours from nothing has documents and tests with it; then one
description is changed, with the cache of the run before; then nothing. The peers are
looked for on the PATH; one that is not there is left out, one that fails is said to.
datamodel-code-generator stands there for its memory: models only, without a formatter.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from measure import WARM

JULEP = Path(__file__).parents[1] / "spec" / "julep" / "openapi.yaml"
# A description that stands on one line, up to its first letter.
_DESCRIPTION = re.compile(r"""["']?description["']?: ?["']?(?=[A-Z][a-z])""")
_OURS = ("sdkwright, from nothing", "one description changed", "nothing changed")
# The parser of OpenAPI Generator refuses large YAML without it.
_JAVA = {"JAVA_TOOL_OPTIONS": "-DmaxYamlCodePoints=99999999"}


@dataclass(frozen=True)
class Cost:
    """CPU seconds, children's included, and peak megabytes; None where it failed."""

    seconds: float
    megabytes: float


def run(*command: str, folder: Path) -> Cost | None:
    """The cost of a command in a folder, in a cache of its own; None if it fails."""
    env = WARM | _JAVA | {"XDG_CACHE_HOME": str(folder / "cache")}
    with open(os.devnull, "w") as nothing:
        process = subprocess.Popen(
            command, cwd=folder, env=env, stdout=nothing, stderr=nothing
        )
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        return None
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def ours(document: Path, folder: Path) -> Iterator[tuple[str, Cost | None]]:
    """Generating from nothing, with one description changed, and with nothing."""
    copy = folder / document.name
    shutil.copyfile(document, copy)
    program = (sys.executable, "-m", "sdkwright", "generate", copy.name, "-o", "sdk")
    for name in _OURS:
        if name == _OURS[1]:
            copy.write_text(changed(copy.read_text("utf-8")), "utf-8")
        yield name, run(*program, folder=folder)


def changed(text: str) -> str:
    """A document's text with one description changed, about in its middle."""
    half = len(text) // 2
    found = _DESCRIPTION.search(text, half) or _DESCRIPTION.search(text)
    assert found is not None, "there is no description to change"
    at = found.end()
    return f"{text[:at]}Changed. {text[at:]}"


def peers(
    document: Path, folder: Path, programs: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, Cost | None]]:
    """The others, each generating from nothing."""
    given = str(document.resolve())
    arguments = {
        "openapi-python-client": f"generate --path {shlex.quote(given)}"
        " --output-path made --overwrite",
        "OpenAPI Generator": f"generate -g python -i {shlex.quote(given)} -o made"
        " --skip-validate-spec",
        "datamodel-code-generator": f"--input {shlex.quote(given)} --output made.py"
        " --input-file-type openapi --output-model-type pydantic_v2.BaseModel"
        " --formatters builtin",
    }
    for name, program in programs:
        words = shlex.split(f"{program} {arguments[name]}")
        yield name, run(*words, folder=folder)
        shutil.rmtree(folder / "made", ignore_errors=True)


def least(one: Cost | None, other: Cost | None) -> Cost | None:
    """The better of two runs, where both went well."""
    if one is None or other is None:
        return None
    return Cost(min(one.seconds, other.seconds), min(one.megabytes, other.megabytes))


def measured(
    document: Path, runs: int, programs: Sequence[tuple[str, str]]
) -> dict[str, Cost | None]:
    """The least cost of everything for a document."""
    best: dict[str, Cost | None] = {}
    for _ in range(runs):
        with TemporaryDirectory() as own, TemporaryDirectory() as others:
            several = [
                *ours(document, Path(own)),
                *peers(document, Path(others), programs),
            ]
        for name, cost in several:
            best[name] = least(best[name], cost) if name in best else cost
    return best


def rows(document: Path, best: dict[str, Cost | None]) -> Iterator[str]:
    """A row for each command; the last column is of our run from nothing."""
    whole = best[_OURS[0]]
    for name, cost in best.items():
        if cost is None or whole is None:
            yield f"| {document.stem} | {name} | fails | | |"
            continue
        ratio = cost.seconds / whole.seconds
        yield (
            f"| {document.stem} | {name} | {cost.seconds:.2f} | {cost.megabytes:.0f}"
            f" | {ratio:.2f} |"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--openapi-python-client", default="openapi-python-client")
    parser.add_argument("--openapi-generator", default="openapi-generator-cli")
    parser.add_argument("documents", nargs="*", type=Path, default=[JULEP])
    asked = parser.parse_args()
    programs = [
        ("openapi-python-client", asked.openapi_python_client),
        ("OpenAPI Generator", asked.openapi_generator),
        ("datamodel-code-generator", f"{sys.executable} -m datamodel_code_generator"),
    ]
    there = [each for each in programs if shutil.which(shlex.split(each[1])[0])]
    print("| document | | CPU s | MB | of ours from nothing |\n|---|---|--:|--:|--:|")
    for document in asked.documents:
        for row in rows(document, measured(document, asked.runs, there)):
            print(row, flush=True)


if __name__ == "__main__":
    main()
