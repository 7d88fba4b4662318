"""The schemas in the package are those of the code; `make golden` writes them."""

from __future__ import annotations

import golden
from jsonschema import Draft7Validator, Draft202012Validator
from sdkwright.schemas import configuration, ir
from sdkwright.schemas.published import makers, path_of, read_text, text_of


def test_the_files_are_what_they_are_made_of() -> None:
    """A schema in the package is that of the code beside it."""
    for name, make in makers().items():
        text = text_of(make())
        if golden.UPDATE:
            path_of(name).write_text(text, encoding="utf-8")
        assert read_text(name) == text, golden.MEND
    Draft7Validator.check_schema(configuration.schema())
    Draft202012Validator.check_schema(ir.schema())
