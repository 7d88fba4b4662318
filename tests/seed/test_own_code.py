"""Code of a user's own, as the README shows it, in the place that it names."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import golden
from sdkwright import config_files, pipeline
from sdkwright.diagnostics import Diagnostics

ROOT = Path(__file__).parents[2]
SHOWN = re.compile(r"^```python\n# (src/\S+)\n(.*?)^```$", re.M | re.S)


def test_the_readmes_class_takes_its_place(tmp_path: Path) -> None:
    """Written where the README says and generated again, it is the package's client."""
    found = SHOWN.search((ROOT / "generated/julep/README.md").read_text("utf-8"))
    assert found is not None
    golden.write_tree(tmp_path, {found[1]: found[2]})
    file = config_files.read(ROOT / "pyproject.toml", Diagnostics())
    assert file is not None
    (target,) = file.targets(Diagnostics())
    prepared = pipeline.prepare(replace(target, output=tmp_path))
    assert pipeline.carry_out(prepared) == ()
    assert (tmp_path / found[1]).read_text("utf-8") == found[2]
    program = (
        "from julep.testing import FakeJulepApi; client = FakeJulepApi().client;"
        "print(type(client).hurried.__doc__); print(client.hurried(3).get_user('u').id)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path / "src",
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "The same client, for calls that are given up soon.",
        "id",
    ]
