"""A feature's golden as a package that can be imported and called."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import golden
import pytest
from library import LIBRARY


@pytest.fixture(scope="module")
def sdk(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ModuleType]:
    """The package of the feature in whose folder the test stands.

    Its files are the golden's, with the HTTP library under test.
    """
    feature = Path(str(request.path)).parent.name
    folder = tmp_path_factory.mktemp(feature)
    golden.write_tree(folder, golden.whole(feature, LIBRARY))
    sys.path.insert(0, str(folder / "src"))
    yield importlib.import_module(feature)
    sys.path.remove(str(folder / "src"))
    for name in [name for name in sys.modules if name.split(".")[0] == feature]:
        del sys.modules[name]
