"""What every model of the API is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

__all__ = ["Model"]


class Model(BaseModel):
    """An object of the API.

    Fields are set and read by their Python names, and travel under the names of
    the API. What an answer has beyond the documented fields is kept, in
    `model_extra`, and sent again. Only what was set is sent.
    """

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        protected_namespaces=(),
        # A model is built when it is first used: importing many costs little.
        defer_build=True,
    )

    if not TYPE_CHECKING:

        def __repr_args__(self):  # only what was set: the rest is None
            shown = {*self.model_fields_set, *(self.model_extra or ())}
            return [pair for pair in super().__repr_args__() if pair[0] in shown]
