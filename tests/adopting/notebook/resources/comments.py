from __future__ import annotations

from typing import Any

from .._client import Base


class Comments(Base):
    def list(self, note_id: str, *, page_size: int | None = None) -> Any:
        return self._get(f"/notes/{note_id}/comments", query={"limit": page_size})

    def delete(self, comment_id: str, *, note_id: str, reason: str = "") -> None:
        self._delete(f"/notes/{note_id}/comments/{comment_id}")
