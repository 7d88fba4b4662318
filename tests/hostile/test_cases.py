"""One document for each way to do harm: a clear error, or a fine result, and soon.

A folder of `cases` holds a document and `outcome.txt`: whether there are files, and
the codes of what was found (`UPDATE_GOLDEN=1` writes it). What is too large to keep
is made by `large.py` and generated in processes with little memory and little time.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from subprocess import PIPE, Popen

import golden
import pytest
from hostile.checks import check_files
from hostile.large import CASES as LARGE
from sdkwright.config import Target
from sdkwright.listing import listing
from sdkwright.pipeline import generate

HERE = Path(__file__).parent
CASES = sorted(path.name for path in (HERE / "cases").iterdir())
SECONDS = 10


def outcome(case: str, lenient: bool) -> str:
    """What a case gives, on one line."""
    (spec,) = (HERE / "cases" / case).glob("openapi.*")
    target = Target(name="t", spec=spec, output=HERE / "out", lenient=lenient)
    output = generate(target)
    listing(output.diagnostics, output.sources, "text").encode("utf-8")
    if output.files is not None:
        check_files(output.files)
    codes = sorted({each.code for each in output.diagnostics})
    result = "no files" if output.files is None else "files"
    return " ".join([f"{'lenient' if lenient else 'strict'}: {result}", *codes])


@pytest.mark.parametrize("case", CASES)
def test_case(case: str) -> None:
    """The outcome is the expected one, in no time; leniently too where it is none."""
    started = time.process_time()
    made = f"{outcome(case, False)}\n"
    if "no files" in made:
        made += f"{outcome(case, True)}\n"
    assert time.process_time() - started < SECONDS
    expected = HERE / "cases" / case / "outcome.txt"
    if golden.UPDATE:
        expected.write_text(made, encoding="utf-8")
    assert made == expected.read_text(encoding="utf-8"), golden.MEND


@pytest.fixture(scope="module")
def generator() -> Iterator[Popen[str]]:
    """What generates documents with little memory and little time."""
    command = [sys.executable, str(HERE / "child.py")]
    with Popen(command, stdin=PIPE, stdout=PIPE, text=True) as process:
        yield process
        process.communicate()


@pytest.mark.parametrize("name", LARGE)
def test_large(name: str, tmp_path: Path, generator: Popen[str]) -> None:
    """Within its memory and its time, files or the error that is expected."""
    make, expected = LARGE[name]
    spec = tmp_path / name
    spec.write_bytes(make())
    assert generator.stdin
    assert generator.stdout
    print(spec, file=generator.stdin, flush=True)
    made = json.loads(generator.stdout.readline())
    assert "ended" not in made, made["ended"]
    if expected == "files":
        assert made["files"], made
    else:
        assert made["files"] is None
        assert expected in made["codes"]


def test_a_link_does_not_lead_outside(tmp_path: Path) -> None:
    """A file beside the document that is a link to one elsewhere is not read."""
    outside = tmp_path / "secret.yaml"
    outside.write_text("A: {type: string}", encoding="utf-8")
    folder = tmp_path / "inside"
    folder.mkdir()
    (folder / "link.yaml").symlink_to(outside)
    (folder / "round.yaml").symlink_to(folder / "round.yaml")
    spec = folder / "openapi.yaml"
    spec.write_text(
        "openapi: 3.1.0\ninfo: {title: a, version: '1'}\npaths: {}\ncomponents:\n"
        "  schemas: {A: {$ref: 'link.yaml#/A'}, B: {$ref: 'round.yaml#/B'}}\n",
        encoding="utf-8",
    )
    output = generate(Target(name="t", spec=spec, output=tmp_path / "out"))
    codes = sorted(each.code for each in output.diagnostics)
    assert codes == ["outside-root", "unresolved-reference"]
    assert list(output.sources) == [""]
