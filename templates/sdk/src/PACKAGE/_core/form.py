"""Bodies that are forms of text (`application/x-www-form-urlencoded`)."""

from __future__ import annotations

from typing import Any

from .body import Body, Content
from .errors import InvalidRequestError
from .narrow import is_dict
from .param import Param, form
from .plain import fields_of


class Form(Body):
    """Each field in its style; `parts` are those that have one of their own."""

    DEFAULT = "application/x-www-form-urlencoded"

    def __init__(
        self,
        *names: str,
        parts: tuple[Param, ...] = (),
        **options: Any,
    ) -> None:
        super().__init__(*names, **options)
        self.parts = parts

    def encoded(self, given: object) -> Content:
        pairs = form(self.fields(given), self.parts)
        return Content(media_type=self.media_type, content="&".join(pairs).encode())

    def fields(self, given: object) -> dict[str, object]:
        """The fields by their names in the API, each as it is."""
        found = fields_of(given)
        if not is_dict(found):
            raise InvalidRequestError("the body of a form must have fields")
        return found
