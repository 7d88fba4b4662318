"""Files in models: whatever can be given as one stays what it is."""

from __future__ import annotations

from typing import Any, Final

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .files import is_file


class _AsFile:
    """Bytes, a path, an open file, or a tuple of a name and one of these."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_checked)


def _checked(value: object) -> object:
    if is_file(value):
        return value
    what = "bytes, a path, an open file, or a tuple of a name and one of these"
    raise ValueError(f"a file is {what}")


AS_FILE: Final = _AsFile()
