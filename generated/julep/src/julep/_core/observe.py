"""What a call tells of itself: to the log of the package, and to OpenTelemetry.

No secret and no body is told: of a URL neither the query nor what stands before the
host, of a header that may hold a credential no more than its name.
"""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import Any

from .redirects import origin
from .request import Prepared, shown
from .retry import Attempts, Head, Outcome

_SECRET = frozenset(
    {"authorization", "cookie", "proxy-authorization", "set-cookie", "x-api-key"}
)


def set_up(package: str) -> None:
    """Show the package's log where the environment asks for it.

    `PETS_LOG=info` shows each call of the package `pets`, `PETS_LOG=debug` the
    headers as well. Without it the log is there for handlers of the program's own.
    """
    level = os.environ.get(f"{package.upper()}_LOG", "").strip().upper()
    log = logging.getLogger(package)
    if level in ("DEBUG", "INFO", "WARNING", "ERROR") and not log.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(message)s"))
        log.addHandler(handler)
        log.setLevel(level)


def observed(package: str, request: Prepared, attempts: Attempts) -> Attempts:
    """The same attempts; each is told of, if there is anybody to tell."""
    log = _log(package)
    if not log.isEnabledFor(logging.INFO) and _tracer(package) is None:
        return attempts
    return _observed(log, package, request, attempts)


_log = cache(logging.getLogger)


def _observed(
    log: logging.Logger, package: str, request: Prepared, attempts: Attempts
) -> Attempts:
    with _span(package, request) as span:
        attempt, number = next(attempts), 1
        while True:
            log.debug("%s: sent with %s", request.call, _shown(attempt.request))
            started = time.monotonic()
            outcome = yield attempt
            seconds = time.monotonic() - started
            log.info("%s: %s in %.3f s", request.call, _said(outcome), seconds)
            span.tell(outcome, number)
            try:
                attempt = attempts.send(outcome)
            except StopIteration:
                return
            number += 1
            log.info("%s: again in %.3f s", request.call, attempt.wait)


def _said(outcome: Outcome) -> str:
    return str(outcome.status) if isinstance(outcome, Head) else type(outcome).__name__


def _shown(request: Prepared) -> Mapping[str, str]:
    """The headers, those that may hold a credential without their values."""
    secret = {name.lower() for name in request.secrets} | _SECRET
    return {
        name: "(hidden)" if name.lower() in secret else value
        for name, value in request.headers.items()
    }


# --- OpenTelemetry ------------------------------------------------------------------


class _Span:
    """What is told of a call in a span; without OpenTelemetry it is told to nobody."""

    def __init__(self, span: Any = None) -> None:
        self._span = span
        self._outcome: Outcome | None = None
        self._number = 1

    def tell(self, outcome: Outcome, number: int) -> None:
        """What an attempt came to; the last one counts."""
        self._outcome, self._number = outcome, number

    def end(self) -> None:
        """Tell it as OpenTelemetry's conventions for HTTP clients have it."""
        outcome, said = self._outcome, self._span.set_attribute
        failed = None if outcome is None else type(outcome).__name__
        if isinstance(outcome, Head):
            said("http.response.status_code", outcome.status)
            failed = str(outcome.status) if outcome.status >= 400 else None
        if failed is not None:
            said("error.type", failed)
            self._span.set_status(_trace().StatusCode.ERROR)
        if self._number > 1:
            said("http.request.resend_count", self._number - 1)
        self._span.end()


@contextmanager
def _span(package: str, request: Prepared) -> Generator[_Span]:
    tracer = _tracer(package)
    if tracer is None:
        yield _Span()
        return
    _, host, port = origin(request.url)
    started = tracer.start_span(
        request.method,
        kind=_trace().SpanKind.CLIENT,
        attributes={
            "http.request.method": request.method,
            "server.address": host or "",
            "server.port": port or 0,
            "url.full": shown(request.url.partition("?")[0]),
        },
    )
    span = _Span(started)
    try:
        yield span
    finally:
        span.end()


def _trace() -> Any:
    return import_module("opentelemetry.trace")


def _tracer(package: str) -> Any:
    """What makes spans; None where the program has not set up OpenTelemetry."""
    trace: Any = sys.modules.get("opentelemetry.trace")
    if trace is None or isinstance(
        trace.get_tracer_provider(), trace.ProxyTracerProvider
    ):
        return None
    return trace.get_tracer(package)
