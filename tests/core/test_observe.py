"""What a call tells: lines of a log and spans, and in none of them a secret."""

from __future__ import annotations

import logging
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from core.calling import ADD, GET, PET, SECRET, both, use
from core.server import answer, reset, serving
from core.shown import SCHEMES, asking, told
from library import LIBRARY
from opentelemetry import baggage, context, trace
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
@pytest.mark.parametrize("where", ["option", "argument"])
def test_a_credential_of_the_document_s_by_another_way(
    where: str, is_async: bool, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever sets its header: it is not told, and stays with its origin."""
    caplog.set_level(logging.DEBUG, "pets")
    open_one = replace(GET, auth=((),), header=("X-Pet-Key",))
    given, option = (
        (SECRET, {}) if where == "argument" else (None, {"x-pet-key": SECRET})
    )

    def call(client: Any) -> Any:
        return client.with_options(headers=option).engine.call(open_one, given)

    with serving(answer(PET)) as other:
        left = answer(b"", "302 Found", location=f"{other.url}/pets")
        with serving(left) as server:
            use(server, is_async, call, credentials={})
    assert SECRET in server.heads[0].decode()
    assert SECRET not in other.heads[0].decode()
    assert SECRET not in caplog.text
    assert "(hidden)" in caplog.text


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


@both
def test_a_client_looks_at_the_environment(is_async: bool) -> None:
    """A program that does no more than make a client and call has its lines."""
    program = (
        "import sys; from core.calling import GET, use; from core.server import Server;"
        "server = Server([], url=sys.argv[1]);"
        "use(server, bool(sys.argv[2]), lambda client: client.engine.call(GET))"
    )
    with serving(answer(PET)) as server:
        done = subprocess.run(
            [sys.executable, "-c", program, server.url, "async" if is_async else ""],
            env={
                "PETS_LOG": "debug",
                "HTTP_LIBRARY": LIBRARY,
                "PYTHONPATH": f"{CORE}:{CORE.parents[2] / 'tests'}",
            },
            capture_output=True,
            text=True,
            check=True,
        )
    sent, came = done.stderr.splitlines()
    assert f" pets GET {server.url}/pets: sent with " in sent
    assert f" pets GET {server.url}/pets: 200 in " in came
    assert SECRET not in done.stderr


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


def headers(head: bytes, *names: str) -> list[str | None]:
    """The values of headers, by their names."""
    lines = dict(
        line.split(": ", 1)
        for line in head.decode().lower().split("\r\n")
        if ": " in line
    )
    return [lines.get(name) for name in names]


@both
def test_the_server_is_told_of_the_span(is_async: bool) -> None:
    """Each attempt carries it and what else the program's propagators send along."""
    SPANS.clear()
    failure = answer(b"{}", "500 Oops", retry_after_ms="1")
    token = context.attach(baggage.set_baggage("tenant", "blue"))
    try:
        with serving(failure, answer(PET)) as server:
            use(server, is_async, get, max_retries=1)
    finally:
        context.detach(token)
    (span,) = SPANS.get_finished_spans()
    made = span.context
    assert made is not None
    ids = f"{made.trace_id:032x}-{made.span_id:016x}"
    told = f"00-{ids}-{made.trace_flags:02x}"
    for head in server.heads:
        assert headers(head, "traceparent", "baggage") == [told, "tenant=blue"]


@both
def test_a_span_is_part_of_the_program_s(is_async: bool) -> None:
    """It is the child of the span around it; a header of the user's own stays."""
    SPANS.clear()
    own = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00"

    def call(client: Any) -> Any:
        return client.with_options(headers={"TraceParent": own}).engine.call(GET)

    work = trace.get_tracer("program").start_as_current_span("work")
    with serving(answer(PET)) as server, work:
        use(server, is_async, call)
    spans = {each.name: each for each in SPANS.get_finished_spans()}
    parent, outer = spans["GET"].parent, spans["work"].context
    assert parent is not None
    assert outer is not None
    assert parent.span_id == outer.span_id
    assert headers(server.heads[0], "traceparent") == [own]


@pytest.mark.parametrize("has", ["", "import opentelemetry.trace\n"])
def test_without_spans_nothing_is_sent_along(has: str) -> None:
    """A program that has not set up OpenTelemetry, or does not have it, sends none."""
    program = (
        "import logging, sys\n"
        "from PACKAGE._core.observe import observed\n"
        "from PACKAGE._core.request import Prepared\n"
        "from PACKAGE._core.retry import Deadline, attempts\n"
        "logging.basicConfig(level='DEBUG')\n"
        "request = Prepared(method='GET', url='http://x/', headers={})\n"
        "flow = observed('pets', request, attempts(request, 0, Deadline(None)))\n"
        "print(next(flow).request.headers, 'opentelemetry.trace' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", has + program],
        env={"PYTHONPATH": str(CORE)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"{{}} {bool(has)}\n"
