"""When nothing has changed: no stage is imported, and it costs next to nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest
from sdkwright.cli import main
from sdkwright.config import Target
from standin import Generator

STAGES = (
    "yaml",
    "jsonpath",
    "jinja2",
    "black",
    "datamodel_code_generator",
    "pydantic",
    "difflib",
    "sdkwright.output.write",
)


@pytest.fixture
def up_to_date(generator: Generator) -> Target:
    """An output of 300 files, 6 MB, that is up to date."""
    line = "x = 1  # a line of ordinary length, as code has it\n"
    generator.files = {f"src/p/m{n}.py": f"n = {n}\n" + line * 400 for n in range(300)}
    assert main(["generate", "zoo"]) == 0
    return generator.asked[0]


def test_the_fast_path_imports_no_stage(up_to_date: Target) -> None:
    """When nothing has changed, none of the large libraries is even imported."""
    program = (
        "import sys; from sdkwright.cli import main; status = main(sys.argv[1:]);"
        f"print(status, [name for name in {STAGES!r} if name in sys.modules])"
    )
    for command in ("generate", "check"):
        done = subprocess.run(
            [sys.executable, "-c", program, command, "zoo"],
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout == "out/zoo: 301 unchanged\n0 []\n"
        assert done.stderr == ""


def test_a_reader_that_goes_away(up_to_date: Target) -> None:
    """With nobody left to read the result the status is the same, and all is quiet."""
    command = [sys.executable, "-m", "sdkwright", "check", "zoo"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == 0
