from __future__ import annotations

from typing import Any

from .._client import Base
from .._compat import cached_property
from .comments import Comments


class Notes(Base):
    @cached_property
    def comments(self) -> Comments:
        return Comments(self._client)

    def create(self, *, text: str, pinned: bool | None = None) -> Any:
        return self._post("/notes", body={"text": text, "isPinned": pinned})

    def update(self, note_id: str, *, text: str, pinned: bool | None = None) -> Any:
        return self._post(f"/notes/{note_id}", body={"text": text, "isPinned": pinned})

    def retrieve(self, note_id: str) -> Any:
        return self._get(f"/notes/{note_id}")

    def create_and_wait(self, *, text: str) -> Any:
        return self.retrieve(self.create(text=text).id)

    def summarize(self, note_id: str) -> Any:
        return self._get(f"/notes/{note_id}/summary")
