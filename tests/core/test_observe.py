"""What a call tells: lines of a log and spans, and in none of them a secret."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from core.calling import ADD, GET, PET, SECRET, both, use
from core.server import answer, reset, serving
from core.shown import SCHEMES, asking, told
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from PACKAGE._core.errors import ApiConnectionError, NotFoundError, SdkError
from PACKAGE._core.observe import set_up

SPANS = InMemorySpanExporter()
CORE = Path(__file__).parents[2] / "templates" / "sdk" / "src"


@pytest.fixture(scope="module", autouse=True)
def _spans_are_kept() -> None:
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(SPANS))
    trace.set_tracer_provider(provider)


def get(client: Any) -> Any:
    return client.with_options(query={"q": SECRET}).engine.call(GET)


@both
def test_a_call_is_a_line(is_async: bool, caplog: pytest.LogCaptureFixture) -> None:
    """At `info` each answer is a line, and so is each time that it is sent again."""
    caplog.set_level(logging.INFO, "pets")
    failure = answer(b"{}", "503 Service Unavailable", retry_after_ms="1")
    with serving(failure, answer(PET)) as server:
        use(server, is_async, get, max_retries=1)
    lines = [each.getMessage().split(" in ")[0] for each in caplog.records]
    call = f"GET {server.url}/pets"
    assert lines == [f"{call}: 503", f"{call}: again", f"{call}: 200"]


@both
def test_no_secret_is_told(is_async: bool, caplog: pytest.LogCaptureFixture) -> None:
    """At `debug` headers are told, and of those that may hold a secret the names."""
    caplog.set_level(logging.DEBUG, "pets")
    SPANS.clear()
    with serving(answer(PET)) as server:
        use(server, is_async, get)
    assert "'X-Pet-Key': '(hidden)'" in caplog.text
    assert "'Accept': 'application/json'" in caplog.text
    told = [str(dict(each.attributes or {})) for each in SPANS.get_finished_spans()]
    assert SECRET not in caplog.text + "".join(told)


@both
@pytest.mark.parametrize("kind", SCHEMES)
def test_no_credential_is_told(
    kind: str, is_async: bool, caplog: pytest.LogCaptureFixture
) -> None:
    """Wherever it is sent: no line, span, error or repr has it; what fails neither."""
    caplog.set_level(logging.DEBUG, "pets")
    SPANS.clear()
    api, credentials = asking(kind)
    shown: list[str] = []

    def call(client: Any) -> Any:
        shown.append(repr(client) + repr(client.engine.settings))
        return client.engine.call(GET)

    for script in (answer(b"{}", "401 Unauthorized"), reset(), answer(b"oops")):
        with serving(script) as server, pytest.raises(SdkError) as caught:
            use(server, is_async, call, api, credentials=credentials)
        assert told(server.heads[0].decode())
        shown += (str(caught.value), repr(caught.value))
    spans = [str(dict(each.attributes or {})) for each in SPANS.get_finished_spans()]
    assert len(spans) == 3
    assert not told(caplog.text + "".join((*shown, *spans)))


@both
def test_nothing_is_told_unasked(
    is_async: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a handler and without a level, nothing is printed."""
    script = answer(b"{}", "404 Not Found")
    with serving(script) as server, pytest.raises(NotFoundError):
        use(server, is_async, lambda client: client.engine.call(GET))
    assert capsys.readouterr().err == ""


def test_the_environment_turns_it_on() -> None:
    """`PETS_LOG=info` prints the lines of the package `pets`."""
    program = (
        "import logging; from PACKAGE._core.observe import set_up; set_up('pets');"
        "set_up('pets'); logging.getLogger('pets').info('told');"
        "logging.getLogger('pets').debug('more')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PETS_LOG": "info", "PYTHONPATH": str(CORE)},
        capture_output=True,
        text=True,
        check=True,
    )
    (line,) = done.stderr.splitlines()
    assert line.endswith(" pets told")


def test_an_odd_level_is_no_level(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no level turns nothing on."""
    monkeypatch.setenv("ODD_LOG", "loud")
    set_up("odd")
    assert not logging.getLogger("odd").handlers


@both
def test_a_call_is_a_span(is_async: bool) -> None:
    """A call is a span with its attempts counted; one that fails says of what."""
    SPANS.clear()
    failure = answer(b"{}", "500 Oops", retry_after_ms="1")
    with serving(failure, answer(PET), reset()) as server:
        use(server, is_async, get, max_retries=1)
        with pytest.raises(ApiConnectionError):
            use(server, is_async, lambda client: client.engine.call(ADD, None, "Ada"))
    first, second = SPANS.get_finished_spans()
    assert first.name == "GET"
    assert first.kind is trace.SpanKind.CLIENT
    assert dict(first.attributes or {}) == {
        "http.request.method": "GET",
        "server.address": "127.0.0.1",
        "server.port": int(server.url.rpartition(":")[2]),
        "url.full": f"{server.url}/pets",
        "http.response.status_code": 200,
        "http.request.resend_count": 1,
    }
    assert first.status.is_unset
    assert (second.attributes or {})["error.type"] == "ApiConnectionError"
    assert "http.response.status_code" not in (second.attributes or {})
    assert second.status.status_code is trace.StatusCode.ERROR


@both
def test_an_answer_that_is_no_success_is_an_error(is_async: bool) -> None:
    """From 400 on the status is the type of the error, and the span has failed."""
    SPANS.clear()
    script = answer(b"{}", "404 Not Found")
    with serving(script) as server, pytest.raises(NotFoundError):
        use(server, is_async, get)
    (span,) = SPANS.get_finished_spans()
    told = span.attributes or {}
    assert (told["http.response.status_code"], told["error.type"]) == (404, "404")
    assert span.status.status_code is trace.StatusCode.ERROR
