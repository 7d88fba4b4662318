"""Names of the runtime that generated code uses are not a model's name."""

from __future__ import annotations

import ast

import golden
import pytest
from sdkwright.python.names import reserved
from sdkwright.python.names.table import client_name

SOMETIMES = reserved.SERVERS | reserved.WEBHOOKS | {"QueryKey"}


@pytest.mark.parametrize("feature", golden.features())
def test_imported_from_the_runtime(feature: str) -> None:
    """Whatever class a client module imports from the runtime is reserved."""
    files = golden.read_tree(golden.FEATURES / feature / "expected")
    imported = {
        alias.name
        for path, text in files.items()
        if path.endswith(".py") and path.startswith("src/")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ImportFrom) and "_core" in (node.module or "")
        for alias in node.names
        if alias.name[0].isupper() and not alias.name.isupper()
        if not (alias.asname or "").startswith("_")
    }
    assert imported - SOMETIMES - reserved.CLASSES == set()


def test_a_client_of_a_reserved_name() -> None:
    """A title that is the name of one of our classes gives a client beside it."""
    assert client_name("Api") == "ApiClient"
    assert client_name("Pets API") == "PetsApi"
