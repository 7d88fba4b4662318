from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from ._compat import cached_property
from .resources import tags


class Base:
    def __init__(self, client: Notebook) -> None:
        self._client = client
        self._get = client.get
        self._post = client.post
        self._delete = client.delete


class Notebook:
    tags: tags.TagsClient

    def __init__(self, *, api_key: str, base_url: str) -> None:
        self.api_key = api_key
        self.base_url = base_url.rstrip("/")
        self.tags = tags.TagsClient(self)

    @cached_property
    def notes(self) -> Notes:
        from .resources.notes import Notes

        return Notes(self)

    @cached_property
    def with_raw_response(self) -> Notebook:
        return self

    def get(self, path: str, *, query: dict[str, Any] | None = None) -> Any:
        return self.request("GET", path, query=query)

    def post(self, path: str, *, body: Any = None) -> Any:
        return self.request("POST", path, body=body)

    def delete(self, path: str) -> Any:
        return self.request("DELETE", path)

    def request(self, verb: str, path: str, query: Any = None, body: Any = None) -> Any:
        kept = {name: each for name, each in (query or {}).items() if each is not None}
        url = self.base_url + path + ("?" + urlencode(kept) if kept else "")
        request = Request(url, method=verb, headers={"X-Key": self.api_key})
        if body is not None:
            body = {name: each for name, each in body.items() if each is not None}
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        with urlopen(request) as answer:
            text = answer.read()
        return json.loads(text, object_hook=lambda it: SimpleNamespace(**it))


class AsyncNotebook(Notebook): ...


from .resources.notes import Notes  # noqa: E402
