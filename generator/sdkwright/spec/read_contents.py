"""Reading what is sent and answered: bodies, media types, headers, responses."""

from __future__ import annotations

import re

from ..pointer import Pointer, child
from ..records import dataclass
from .keys import check_keys
from .objects import (
    Encoding,
    Header,
    Link,
    MediaType,
    RequestBody,
    Response,
    Schema,
)
from .read_said import named_examples
from .read_schemas import Schemas
from .reader import Reader

# OpenAPI 3.2, "Responses Object", patterned fields.
_STATUS = re.compile(r"[1-5](?:[0-9]{2}|XX)|default")


@dataclass(frozen=True, slots=True)
class Contents:
    """Reads contents; schemas are left to the reader of schemas."""

    schemas: Schemas

    def schema(self, reader: Reader, key: str = "schema") -> Schema | None:
        """The schema under a key of an object, if there is one."""
        return self.schemas.schema(reader.values.get(key), child(reader.at, key))

    def content(self, reader: Reader) -> dict[str, MediaType]:
        """Media Type Objects by media type."""
        content = reader.mapping("content")
        made: dict[str, MediaType] = {}
        for name, entry in () if content is None else content.items():
            resolved = entry.resolved()
            if resolved is not None:
                check_keys(resolved, "media type")
                made[name] = MediaType(
                    pointer=entry.at,
                    schema=self.schema(resolved),
                    item_schema=self.schema(resolved, "itemSchema"),
                    encoding=self._encodings(resolved),
                    prefix_encoding=self._prefix_encoding(resolved),
                    item_encoding=self._item_encoding(resolved),
                    examples=named_examples(resolved),
                    extensions=resolved.extensions(),
                )
        return made

    def _encodings(self, reader: Reader) -> dict[str, Encoding]:
        inner = reader.mapping("encoding")
        several = () if inner is None else inner.named()
        return {name: self._encoding(each) for name, each in several}

    def _prefix_encoding(self, reader: Reader) -> tuple[Encoding, ...]:
        return tuple(map(self._encoding, reader.listed("prefixEncoding")))

    def _item_encoding(self, reader: Reader) -> Encoding | None:
        inner = reader.mapping("itemEncoding")
        return None if inner is None else self._encoding(inner)

    def _encoding(self, reader: Reader) -> Encoding:
        return Encoding(
            content_type=reader.text("contentType"),
            style=reader.text("style"),
            explode=reader.optional_flag("explode"),
            allow_reserved=reader.flag("allowReserved"),
            headers=self._headers(reader),
        )

    def _headers(self, reader: Reader) -> dict[str, Header]:
        inner = reader.mapping("headers")
        made: dict[str, Header] = {}
        for name, entry in () if inner is None else inner.named():
            resolved = entry.resolved()
            if resolved is not None:
                made[name] = Header(
                    pointer=entry.at,
                    description=resolved.prose("description"),
                    required=resolved.flag("required"),
                    schema=self._header_schema(resolved),
                )
        return made

    def _header_schema(self, reader: Reader) -> Schema | None:
        """The schema of a header, which may stand in its one media type (4.21)."""
        inside = (each.schema for each in self.content(reader).values())
        return self.schema(reader) or next(inside, None)

    def body(self, reader: Reader) -> RequestBody | None:
        """The Request Body Object of an operation."""
        entry = reader.mapping("requestBody")
        resolved = None if entry is None else entry.resolved()
        if resolved is None:
            return None
        check_keys(resolved, "request body")
        return RequestBody(
            pointer=resolved.at,
            description=resolved.prose("description"),
            required=resolved.flag("required"),
            content=self.content(resolved),
            extensions=resolved.extensions(),
        )

    def responses(self, reader: Reader) -> dict[str, Response]:
        """Response Objects by status: `200`, `4XX`, `default` (Responses Object)."""
        inner = reader.mapping("responses")
        made: dict[str, Response] = {}
        for key, entry in () if inner is None else inner.items():
            if key.startswith("x-"):
                continue
            status = key.upper() if key != "default" else key
            if not _STATUS.fullmatch(status):
                self._unusable(entry, key)
                continue
            resolved = entry.resolved()
            if resolved is not None:
                check_keys(resolved, "response")
                made[status] = Response(
                    pointer=entry.at,
                    description=resolved.prose("description"),
                    headers=self._headers(resolved),
                    content=self.content(resolved),
                    links=self._links(resolved),
                    extensions=resolved.extensions(),
                )
        return made

    def _links(self, reader: Reader) -> dict[str, Link]:
        """Link Objects by name (4.20)."""
        inner = reader.mapping("links")
        made: dict[str, Link] = {}
        for name, entry in () if inner is None else inner.named():
            resolved = entry.resolved()
            if resolved is None:
                continue
            parameters, body = resolved.mapping("parameters"), "requestBody"
            made[name] = Link(
                pointer=entry.at,
                operation_id=resolved.text("operationId"),
                operation_ref=_led_to(resolved),
                parameters={} if parameters is None else parameters.values,
                request_body=(
                    (resolved.values[body],) if body in resolved.values else None
                ),
                description=resolved.prose("description"),
            )
        return made

    def _unusable(self, entry: Reader, key: str) -> None:
        entry.found.warning(
            "unusable-status",
            f"no answer has the status '{key}', so it is left out",
            entry.at,
            on_key=True,
            hint="a status is three digits, a class of them ('4XX'), or 'default'",
        )


def _led_to(link: Reader) -> Pointer | None:
    """The operation that a link names by its place; one of another API is none."""
    reference = link.values.get("operationRef")
    if reference is None or (isinstance(reference, str) and "://" in reference):
        return None
    return link.documents.follow(link.at, reference, "operationRef")
