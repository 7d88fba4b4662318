"""What a call tells of itself: to hooks, to the package's log, and to OpenTelemetry.

But for hooks, no secret and no body is told: of a URL neither the query nor what stands
before the host, of a header that may hold a credential no more than its name.
"""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any

from .answer import Received
from .http import httpx
from .records import dataclass, replace
from .request import Prepared, merged, shown
from .retry import Attempts, Outcome, origin

_SECRET = frozenset(
    {"authorization", "cookie", "proxy-authorization", "set-cookie", "x-api-key"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyHooks:
    """What hooks of both clients have in common."""

    on_request: Callable[[httpx.Request], object] | None = None
    on_response: Callable[[httpx.Response], object] | None = None


class Hooks(AnyHooks):
    """Called for each attempt of each call, retries and redirects among them.

    Attributes:
        on_request: Gets the request before it is sent, and may change its headers:
            to sign it, for instance.
        on_response: Gets the answer when its status and headers have come. What it
            raises ends the call.
    """

    __slots__ = ()


class AsyncHooks(AnyHooks):
    """The same for an async client; the functions may be async."""

    __slots__ = ()


# --- the log --------------------------------------------------------------------------


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
    span, number = _span(package, request), 1
    outcome: Outcome | None = None
    try:
        attempt = next(attempts)
        while True:
            attempt = replace(attempt, request=_carrying(span, attempt.request))
            log.debug("%s: sent with %s", request.call, _shown(attempt.request))
            started = time.monotonic()
            outcome = yield attempt
            seconds = time.monotonic() - started
            log.info("%s: %s in %.3f s", request.call, _said(outcome), seconds)
            attempt = attempts.send(outcome)
            number += 1
            log.info("%s: again in %.3f s", request.call, attempt.wait)
    except StopIteration as end:
        answer: Received = end.value
        return answer
    finally:
        if span is not None:
            _end(span, outcome, number)


def _said(outcome: Outcome) -> str:
    if isinstance(outcome, Received):
        return str(outcome.status)
    return type(outcome).__name__


def _shown(request: Prepared) -> Mapping[str, str]:
    """The headers, those that may hold a credential without their values."""
    secret = {name.lower() for name in request.secrets} | _SECRET
    return {
        name: "(hidden)" if name.lower() in secret else value
        for name, value in request.headers.items()
    }


# --- OpenTelemetry ------------------------------------------------------------------


def _span(package: str, request: Prepared) -> Any:
    """A span of a call, as OpenTelemetry's conventions for HTTP clients have it."""
    tracer = _tracer(package)
    if tracer is None:
        return None
    _, host, port = origin(request.url)
    return tracer.start_span(
        request.method,
        kind=_trace().SpanKind.CLIENT,
        attributes={
            "http.request.method": request.method,
            "server.address": host or "",
            "server.port": port or 0,
            "url.full": shown(request.url.partition("?")[0]),
        },
    )


def _carrying(span: Any, request: Prepared) -> Prepared:
    """The request with what the program's propagator makes of a span.

    By default that is `traceparent` (W3C Trace Context). What the user says stays.
    """
    if span is None:
        return request
    headers: dict[str, str] = {}
    context = _trace().set_span_in_context(span)
    import_module("opentelemetry.propagate").inject(headers, context)
    return replace(request, headers=merged(headers, request.headers))


def _end(span: Any, outcome: Outcome | None, number: int) -> None:
    """Tell a span what the last attempt came to, and which one it was."""
    failed = None if outcome is None else type(outcome).__name__
    if isinstance(outcome, Received):
        span.set_attribute("http.response.status_code", outcome.status)
        failed = str(outcome.status) if outcome.status >= 400 else None
    if failed is not None:
        span.set_attribute("error.type", failed)
        span.set_status(_trace().StatusCode.ERROR)
    if number > 1:
        span.set_attribute("http.request.resend_count", number - 1)
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
