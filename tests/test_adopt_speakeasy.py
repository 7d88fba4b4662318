"""`sdkwright adopt` reads what Speakeasy writes: answers, errors, twins, dicts."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

import pytest
from sdkwright.cli import main
from trees import put

DOCUMENT = """\
openapi: 3.1.0
info: {title: Tickets, version: "1"}
paths:
  /tickets:
    get:
      operationId: list-tickets
      tags: [Tickets]
      parameters: [{name: date, in: query, schema: {type: string}}]
      responses:
        "200":
          description: All.
          content:
            application/json:
              schema:
                properties:
                  data: {type: array, items: {$ref: "#/components/schemas/Ticket"}}
                  links: {type: object, properties: {next: {type: string}}}
    post:
      operationId: create-ticket
      tags: [Tickets]
      requestBody:
        content:
          application/json: {schema: {$ref: "#/components/schemas/Ticket"}}
      responses:
        "201":
          description: It.
          content:
            application/json: {schema: {$ref: "#/components/schemas/Ticket"}}
components:
  schemas: {Ticket: {properties: {seat: {type: string}}}}
"""
SDK = {
    "tickets/__init__.py": "from .sdk import *\n",
    "tickets/base.py": """\
from tickets import errors, models
class BaseSDK:
    sdk_configuration: Configuration
    def do_request(self, request): ...
    async def do_request_async(self, request): ...
class Configuration:
    def get_server_details(self): ...
""",
    "tickets/sdk.py": """\
from typing import TYPE_CHECKING
from .base import BaseSDK
if TYPE_CHECKING:
    from tickets.lists import Lists
class TicketOffice(BaseSDK):
    lists: "Lists"
    def __init__(self, client=None): ...
""",
    "tickets/lists.py": """\
from .base import BaseSDK
from tickets import errors, models
from typing import Union
class Lists(BaseSDK):
    def all(self, *, date_: str = "") -> models.AllResponse:
        req = self._build_request(method="GET", path="/tickets")
        http_res = self.do_request(request=req)
        if utils.match_response(http_res, ["404"], "application/json"):
            raise errors.NoDay(data, http_res)
        if utils.match_response(http_res, "4XX", "*"):
            raise errors.FallbackError("API error occurred", http_res)
        raise errors.FallbackError("Unexpected response received", http_res)
    async def all_async(self, *, date_: str = "") -> models.AllResponse:
        req = self._build_request_async(method="GET", path="/tickets")
    def add_raw(self, *, request: bytes) -> models.Paper:
        req = self._build_request(method="POST", path="/tickets")
    def add(
        self, *, request: Union[models.Paper, models.PaperTypedDict]
    ) -> models.Paper:
        req = self._build_request(method="POST", path="/tickets")
        if utils.match_response(http_res, ["400", "409"], "application/json"):
            raise errors.TakenError(data, http_res)
    def do_all(self): ...
""",
    "tickets/models/__init__.py": """\
from .listing import AllLinks, AllResponse, AllResponseBody, AllResponseResult
from .paper import Paper, PaperTypedDict
""",
    "tickets/models/listing.py": """\
from typing import Union
from .paper import Paper
class AllLinks:
    next: str
class AllResponseBody:
    data: Paper
    links: AllLinks
AllResponseResult = Union[AllResponseBody, bytes]
class AllResponse:
    headers: dict
    result: AllResponseResult
""",
    "tickets/models/paper.py": """\
class PaperTypedDict: ...
class Paper:
    seat: str
""",
    "tickets/errors/__init__.py": """\
class TicketOfficeError(Exception):
    status_code: int
class NoDayError(TicketOfficeError): ...
class NoDay(TicketOfficeError, OSError): ...
class FallbackError(TicketOfficeError): ...
class TakenError(TicketOfficeError): ...
""",
}
REPORT = """\
client.lists.add_raw: not made: another way to POST /tickets
client.lists.do_all: not made: no request of its own was found
1 methods that end in _async: are those without it of AsyncTicketOffice
1 methods returned an answer with its body in 'result': they return the body; \
with_raw_response has status and headers
models that methods return: 2 of 2 are called the same; all can be imported from the \
package
FallbackError is ApiError
NoDay is NotFoundError
TicketOfficeError is ApiError
exceptions that are not made: NoDayError, TakenError
"""
NAMES = """\
names:
  "#/components/schemas/Ticket": Paper
  "#/paths/~1tickets/get": all
  "#/paths/~1tickets/get/parameters/0": date_
  "#/paths/~1tickets/get/responses/200/content/application~1json/schema": \
AllResponseBody
  "#/paths/~1tickets/post": add
exports:
  errors.FallbackError: ApiError
  errors.NoDay: NotFoundError
  errors.TicketOfficeError: ApiError
  sdk.TicketOffice: TicketOffice
"""


def test_what_is_read(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Bodies are found in answers, errors by where they are raised, a pair is one."""
    monkeypatch.chdir(tmp_path)
    put(Path(), {"tickets.yaml": DOCUMENT})
    put(Path("old"), SDK)
    assert main(["adopt", "tickets", "tickets.yaml", "--path", "old"]) == 0
    assert REPORT in capsys.readouterr().out
    text = Path("sdkwright.yaml").read_text("utf-8")
    assert text.endswith(indent(NAMES, "    "))
    links = """['schema']['properties']['links']"
    update: {"x-fern-type-name": "AllLinks"}"""
    assert links in Path("adopted.overlay.yaml").read_text("utf-8")
    assert main(["generate", "--quiet"]) == 0
    lists = Path("sdks/tickets/src/tickets/resources/lists.py").read_text("utf-8")
    assert "def all(self, *, date_: str | None = None) -> AllResponseBody:" in lists
