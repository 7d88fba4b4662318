from __future__ import annotations

import importlib
import time
from types import ModuleType

import pytest

# From the specification of Standard Webhooks.
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
PAYLOAD = b'{"test": 2432232314}'
HEADERS = {
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
}


@pytest.fixture
def webhooks(sdk: ModuleType) -> ModuleType:
    return importlib.import_module(f"{sdk.__name__}.webhooks")


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten seconds after the example was signed."""
    monkeypatch.setattr(time, "time", lambda: 1614265340.0)


def test_the_example_of_the_specification(webhooks: ModuleType) -> None:
    """It passes, from bytes or text, whatever the case of the headers' names."""
    webhooks.verify(PAYLOAD, HEADERS, secret=SECRET)
    upper = {name.upper(): value for name, value in HEADERS.items()}
    webhooks.verify(PAYLOAD.decode(), upper, secret=SECRET)


def test_secrets_that_change(webhooks: ModuleType) -> None:
    """One of several signatures has to fit one of several secrets."""
    both = f"v1,AAAA v2,odd {HEADERS['webhook-signature']}"
    headers = {**HEADERS, "webhook-signature": both}
    webhooks.verify(PAYLOAD, headers, secret=("whsec_AAAA", SECRET))


@pytest.mark.parametrize(
    ("change", "tolerance", "told"),
    [
        ({"webhook-id": "another"}, 300, "does not fit"),
        ({"webhook-timestamp": "1614265331"}, 300, "does not fit"),
        ({"webhook-timestamp": "soon"}, 300, "no number"),
        ({"webhook-timestamp": "-1614265330"}, 300, "no number"),
        ({"webhook-timestamp": "9" * 5000}, 300, "no number"),
        ({"webhook-timestamp": "1614265000"}, 300, "too old, or too new"),
        ({"webhook-timestamp": "1614265700"}, 300, "too old, or too new"),
        ({}, 9, "too old, or too new"),
        ({"webhook-signature": ""}, 300, "does not fit"),
        ({"webhook-signature": "v1,\u00e4"}, 300, "does not fit"),
        ({"webhook-signature": "v1a,g0hM9SsE"}, 300, "does not fit"),
    ],
)
def test_what_is_not_to_be_believed(
    webhooks: ModuleType, change: dict[str, str], tolerance: float, told: str
) -> None:
    """Another id or time, one that is too far away, or another signature."""
    with pytest.raises(webhooks.SignatureError, match=told):
        webhooks.verify(
            PAYLOAD, {**HEADERS, **change}, secret=SECRET, tolerance=tolerance
        )


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_that_lacks(webhooks: ModuleType, name: str) -> None:
    """All three are needed."""
    rest = {each: value for each, value in HEADERS.items() if each != name}
    with pytest.raises(webhooks.SignatureError, match=f"no header {name}"):
        webhooks.verify(PAYLOAD, rest, secret=SECRET)


@pytest.mark.parametrize("secret", ["", (), "whsec_", "whsec_!", ("whsec_AAAA", "")])
def test_a_secret_that_is_none(
    webhooks: ModuleType, secret: str | tuple[str, ...]
) -> None:
    """An empty key, which anybody has, does not check anything."""
    with pytest.raises(webhooks.SignatureError):
        webhooks.verify(PAYLOAD, HEADERS, secret=secret)
