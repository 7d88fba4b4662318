"""What every model of the API is made of."""

from __future__ import annotations

from collections.abc import Iterable
from sys import getrecursionlimit, setrecursionlimit
from threading import Lock
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema

from .formats import tolerant


class Model(BaseModel):
    """An object of the API.

    Fields are set and read by their Python names, and travel under the names of
    the API. What an answer has beyond the documented fields is kept, in
    `model_extra`, and sent again. Only what was set is sent. Text of an answer that
    is no date where there should be one is kept as text.
    """

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        protected_namespaces=(),
        ser_json_inf_nan="constants",
        # A model is built when it is first used: importing many costs little.
        defer_build=True,
    )

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[BaseModel], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        with _ROOM:
            return tolerant(handler(source))

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """Only what was set: the rest is None."""
        shown = {*self.model_fields_set, *(self.model_extra or ())}
        return [pair for pair in super().__repr_args__() if pair[0] in shown]


class _Room:
    """Room to build models that need each other in a ring of hundreds.

    Pydantic walks such a ring in one breath, deeper than Python's limit is by
    default. The limit is raised while a model is built, and at no other time.
    """

    DEEP: Final = 100_000

    def __init__(self) -> None:
        self._lock = Lock()
        self._inside = 0
        self._usual = 0

    def __enter__(self) -> None:
        with self._lock:
            if self._inside == 0:
                self._usual = getrecursionlimit()
                setrecursionlimit(max(self._usual, self.DEEP))
            self._inside += 1

    def __exit__(self, *error: object) -> None:
        with self._lock:
            self._inside -= 1
            if self._inside == 0:
                setrecursionlimit(self._usual)


_ROOM: Final = _Room()
