"""Formats are read tolerantly: text that is no date is kept as the text it is.

A format says what a text means, not what it has to be (JSON Schema 2020-12,
Validation, 7.2.1), and one odd date is no reason to refuse a whole answer. So it is
with JSON; a value that is made in Python has to be what its type says.
"""

from __future__ import annotations

from typing import Any, Final

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema
from pydantic_core.core_schema import SerializerFunctionWrapHandler

from .narrow import is_dict, is_list, is_tuple

# The context of a validation for which what the document does not know is an error.
STRICT: Final = "strict"
# Marks a schema that knows by itself what to do with what does not fit.
AS_IT_IS: Final = {"as_it_is": True}

# What the schemas of pydantic call them, and what an answer should have had.
_FORMATS: Final = {
    "date": "a date",
    "datetime": "a time with its date",
    "decimal": "a decimal number",
    "time": "a time of day",
    "timedelta": "a duration",
    "uuid": "a UUID",
}
# What in a schema is no schema.
_OTHER: Final = frozenset({"cls", "config", "default", "expected", "metadata", "ref"})


def tolerant(schema: CoreSchema) -> CoreSchema:
    """The schema of a model or a type, tolerant of what its formats do not allow."""
    changed: Any = _walk(schema, is_top=True)
    made: CoreSchema = changed
    return made


class _Tolerant:
    """Makes the type that it annotates tolerant."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return tolerant(handler(source))


TOLERANT: Final = _Tolerant()


def _walk(part: object, *, is_top: bool = False) -> object:
    """A part of a schema; models that stand in it have been here by themselves."""
    if is_list(part):
        return [_walk(each) for each in part]
    if is_tuple(part):
        return tuple(_walk(each) for each in part)
    if not is_dict(part):
        return part
    if part.get("metadata") == AS_IT_IS:
        return part
    kind = part.get("type")
    if not isinstance(kind, str):  # a mapping of schemas by name
        return {name: _walk(each) for name, each in part.items()}
    if kind == "model" and not is_top:
        return part
    if kind in _FORMATS:
        return _or_text(part, _FORMATS[kind])
    return {
        name: each if name in _OTHER else _walk(each) for name, each in part.items()
    }


def _or_text(plain: Any, what: str) -> CoreSchema:
    """The value, or the text that came in its place; none that is kept fits better."""

    def text(value: object, info: ValidationInfo) -> object:
        if isinstance(value, str) and info.context != STRICT:
            return value
        raise PydanticCustomError("no_such_format", "no text")

    either = core_schema.union_schema(
        [plain, core_schema.with_info_plain_validator_function(text)],
        mode="left_to_right",
        custom_error_type="no_such_format",
        custom_error_message=f"Input should be {what}",
    )
    return core_schema.json_or_python_schema(
        json_schema=core_schema.lax_or_strict_schema(
            lax_schema=either, strict_schema=plain
        ),
        python_schema=plain,
        serialization=core_schema.wrap_serializer_function_ser_schema(
            _write, schema=plain
        ),
    )


def _write(value: object, handler: SerializerFunctionWrapHandler) -> object:
    return value if isinstance(value, str) else handler(value)
