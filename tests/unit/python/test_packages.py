"""What the package of an API is called."""

from __future__ import annotations

import sys

import pytest
from sdkwright.python.names import reserved
from sdkwright.python.names.table import package_name


@pytest.mark.parametrize(
    ("title", "package"),
    [
        ("Julep API", "julep"),
        ("The Pets API", "pets"),
        ("API", "api"),
        ("Email API", "email_client"),
        ("JSON", "json_client"),
        ("42", "n_42"),
        ("", "client"),
    ],
)
def test_packages(title: str, package: str) -> None:
    """A package is called after the title, and hides no module of Python."""
    assert package_name(title) == package


def test_every_module_of_python_is_known() -> None:
    """The list has every public module of this Python, but for ones newer than it."""
    newer = {"annotationlib", "compression"}
    several = {name for name in sys.stdlib_module_names if name[0] != "_"}
    assert several - newer <= reserved.PACKAGES
