"""Forms of signatures that are known, by the examples of those who sign so."""

from __future__ import annotations

import time

import pytest
from PACKAGE._core.signatures import HmacSignature, SignatureError
from sdkwright.option_mappings import standard_webhooks

# Slack's documentation, "Verifying requests from Slack".
SLACK = HmacSignature(
    header="X-Slack-Signature",
    prefix="v0=",
    timestamp="X-Slack-Request-Timestamp",
    signed="v0:{timestamp}:{body}",
)
SLACK_BODY = (
    "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
    "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
    "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
    "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
    "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
)
SLACK_HEADERS = {
    "x-slack-request-timestamp": "1531420618",
    "x-slack-signature": (
        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
    ),
}
SLACK_SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
# The library of Svix, whose headers Standard Webhooks renamed.
SVIX = HmacSignature(**standard_webhooks("svix"))
SVIX_HEADERS = {
    "svix-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "svix-timestamp": "1614265330",
    "svix-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
}
SVIX_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


def test_slack(monkeypatch: pytest.MonkeyPatch) -> None:
    """A version and a time are signed with the body, and colons between."""
    monkeypatch.setattr(time, "time", lambda: 1531420620.0)
    SLACK.verify(SLACK_BODY, SLACK_HEADERS, secret=SLACK_SECRET, tolerance=300)
    later = {**SLACK_HEADERS, "x-slack-request-timestamp": "1531420619"}
    with pytest.raises(SignatureError, match="does not fit"):
        SLACK.verify(SLACK_BODY, later, secret=SLACK_SECRET, tolerance=300)


def test_svix(monkeypatch: pytest.MonkeyPatch) -> None:
    """The names of the headers begin otherwise than those of Standard Webhooks."""
    monkeypatch.setattr(time, "time", lambda: 1614265330.0)
    body = '{"test": 2432232314}'
    SVIX.verify(body, SVIX_HEADERS, secret=SVIX_SECRET, tolerance=0)
    rest = {k: v for k, v in SVIX_HEADERS.items() if k != "svix-id"}
    with pytest.raises(SignatureError, match="no header svix-id"):
        SVIX.verify(body, rest, secret=SVIX_SECRET, tolerance=0)


def test_every_signature_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first that fits does not end it: time tells nothing."""
    compared: list[str] = []

    def counting(given: bytes, wanted: bytes) -> bool:
        compared.append(given.decode())
        return given == wanted

    monkeypatch.setattr("hmac.compare_digest", counting)
    scheme = HmacSignature(header="S", separator=",")
    fits = "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8"
    for given in (f"{fits},a,b", f"a,b,{fits}"):
        compared.clear()
        scheme.verify(
            "The quick brown fox jumps over the lazy dog",
            {"S": given},
            secret=("key", "other"),
        )
        assert sorted(compared) == sorted(given.split(",") * 2)
