"""Where else names are imported from: what cannot be is said at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from unit.config.test_config import targets

NO_PATH = (
    "(it is a name, or modules below the package and a name: 'types.chat.Message')"
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("[Pet]", "'exports' must be a mapping of import paths to names of the SDK"),
        ("{types..Pet: Pet}", f"'types..Pet' cannot be imported {NO_PATH}"),
        ("{types.class: Pet}", f"'types.class' cannot be imported {NO_PATH}"),
        ("{types.1st: Pet}", f"'types.1st' cannot be imported {NO_PATH}"),
        ("{aux.Pet: Pet}", f"'aux.Pet' cannot be imported {NO_PATH}"),
        ("{Pet: a.Pet}", "'Pet' must be a name in Python: letters, digits and _"),
    ],
)
def test_no_export(value: str, expected: str, tmp_path: Path) -> None:
    """Neither a module that no system has, nor a name that Python does not take."""
    text = f"spec: a\noutput: b\nexports: {value}\n"
    (wrong,) = targets(tmp_path, "sdkwright.yaml", text)[1]
    assert expected in wrong
    assert wrong.startswith("3:1")
