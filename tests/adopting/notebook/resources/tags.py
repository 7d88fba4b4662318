from __future__ import annotations

from typing import Any


class RawTagsClient:
    def __init__(self, client: Any) -> None:
        self._client = client

    def list(self) -> Any:
        return self._client.request("GET", "/tags")

    def find(self, *, query: str) -> Any:
        return self._client.http.request(
            "v1/tags/search", method="GET", params={"q": query}
        )


class TagsClient:
    def __init__(self, client: Any) -> None:
        self._raw_client = RawTagsClient(client)

    def find(self, *, query: str) -> Any:
        return self._raw_client.find(query=query)
