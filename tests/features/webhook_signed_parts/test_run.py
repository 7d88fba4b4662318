from __future__ import annotations

import importlib
import time
from types import ModuleType

import pytest

SECRET, PAYLOAD, SENT = "whsec_till", b'{"cents": 5}', 1614265330
# openssl dgst -sha256 -hmac whsec_till, of `1614265330.{"cents": 5}`
SIGNATURE = "1df64b95c9a7105160e3f3ef650496af70dde0ede1387d420cb3bc73cde817c0"
OTHER = "0" * 64


@pytest.fixture
def webhooks(sdk: ModuleType) -> ModuleType:
    return importlib.import_module(f"{sdk.__name__}.webhooks")


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten seconds after it was signed."""
    monkeypatch.setattr(time, "time", lambda: SENT + 10.0)


@pytest.mark.parametrize(
    "value",
    [
        f"t={SENT},v1={SIGNATURE}",
        f"t={SENT},v1={OTHER},v1={SIGNATURE}",
        f"v1={SIGNATURE}, v0={OTHER}, t={SENT}",
    ],
)
def test_one_of_several_fits(webhooks: ModuleType, value: str) -> None:
    """While a secret changes there are several signatures; other kinds do not count."""
    headers = {"till-signature": value}
    webhooks.verify(PAYLOAD, headers, secret=SECRET)
    webhooks.verify(PAYLOAD.decode(), headers, secret=("another", SECRET))


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (f"v1={SIGNATURE}", "no t= in Till-Signature"),
        (f"t={SENT}", "does not fit"),
        (f"t={SENT},{SIGNATURE}", "does not fit"),
        (f"t={SENT},v0={SIGNATURE}", "does not fit"),
        (f"t={SENT + 1},v1={SIGNATURE}", "does not fit"),
        (f"t={SENT + 1},t={SENT},v1={SIGNATURE}", "does not fit"),
        (f"t=,v1={SIGNATURE}", "no number"),
        (f"t={SENT - 300},v1={SIGNATURE}", "too old, or too new"),
        ("", "no t= in Till-Signature"),
    ],
)
def test_what_is_not_to_be_believed(
    webhooks: ModuleType, value: str, told: str
) -> None:
    """A time that is not the signed one, or too far away; another kind of signature."""
    with pytest.raises(webhooks.SignatureError, match=told):
        webhooks.verify(PAYLOAD, {"Till-Signature": value}, secret=SECRET)


def test_the_payload_is_signed(webhooks: ModuleType) -> None:
    """Another body does not pass."""
    headers = {"Till-Signature": f"t={SENT},v1={SIGNATURE}"}
    with pytest.raises(webhooks.SignatureError, match="does not fit"):
        webhooks.verify(PAYLOAD + b" ", headers, secret=SECRET)
