"""Bodies that are forms of text (`application/x-www-form-urlencoded`)."""

from __future__ import annotations

from .body import Body, Content
from .styles import form


class Form(Body):
    """Each field in its style."""

    DEFAULT = "application/x-www-form-urlencoded"

    def encoded(self, given: object) -> Content:
        pairs = form(self.fields(given), self.parts)
        return Content(media_type=self.media_type, content="&".join(pairs).encode())
