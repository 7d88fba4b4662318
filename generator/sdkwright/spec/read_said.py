"""What objects of many kinds say to people: examples, and further documentation."""

from __future__ import annotations

from collections.abc import Mapping

from .objects import ExternalDocumentation, Json
from .reader import Reader


def examples_of(values: Mapping[str, Json]) -> tuple[Json, ...]:
    """`example`, and `examples` as a list (3.1)."""
    single = (values["example"],) if "example" in values else ()
    several = values.get("examples")
    return (*single, *(several if isinstance(several, list) else ()))


def named_examples(reader: Reader) -> dict[str, Json]:
    """`example` and the values in `examples`, by name (Example Object)."""
    made: dict[str, Json] = {
        "" if index == 0 else str(index): value
        for index, value in enumerate(examples_of(reader.values))
    }
    several = reader.values.get("examples")
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
