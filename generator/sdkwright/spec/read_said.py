"""What objects of many kinds say to people: examples, and further documentation."""

from __future__ import annotations

from collections.abc import Mapping

from .objects import ExternalDocumentation, Json
from .reader import Reader


def examples_of(reader: Reader) -> tuple[Json, ...]:
    """`example`, and `examples` as a list, of a schema (3.1)."""
    single, several = _single(reader.values), reader.values.get("examples")
    if several is None or isinstance(several, list):
        return (*single, *(several or ()))
    reader.left_out("examples", "a list")
    return single


def _single(values: Mapping[str, Json]) -> tuple[Json, ...]:
    return (values["example"],) if "example" in values else ()


def named_examples(reader: Reader) -> dict[str, Json]:
    """`example` and the values in `examples`, by name (Example Object).

    Some documents have a list there, as schemas do.
    """
    several = reader.values.get("examples")
    plain = (*_single(reader.values), *(several if isinstance(several, list) else ()))
    made: dict[str, Json] = {
        "" if index == 0 else str(index): value for index, value in enumerate(plain)
    }
    if not (several is None or isinstance(several, list | dict)):
        reader.left_out("examples", "a mapping")
    inner = reader.mapping("examples") if isinstance(several, dict) else None
    for name, entry in () if inner is None else inner.items():
        resolved = entry.resolved()
        for key in ("value", "dataValue"):
            if resolved is not None and key in resolved.values:
                made[name] = resolved.values[key]
    return made


def external_docs(reader: Reader) -> ExternalDocumentation | None:
    """The External Documentation Object of an object."""
    inner = reader.mapping("externalDocs")
    url = None if inner is None else inner.text("url")
    if inner is None or url is None:
        return None
    return ExternalDocumentation(url=url, description=inner.text("description"))
