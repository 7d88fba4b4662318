"""What is committed in generated/ is what would be generated now."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_generated_is_up_to_date() -> None:
    """`sdkwright check --full` finds nothing to change."""
    command = [sys.executable, "-m", "sdkwright", "check", "--full"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, f"{done.stdout}\nrun `make generate`"


def test_the_tests_of_the_generated_package_pass() -> None:
    """The wire tests that come with the Julep client pass."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    folder = ROOT / "generated" / "julep"
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert "60 passed" in done.stdout
