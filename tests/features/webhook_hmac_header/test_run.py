from __future__ import annotations

import importlib
import inspect
from types import ModuleType

import pytest

# From GitHub's documentation, "Validating webhook deliveries".
SECRET, PAYLOAD = "It's a Secret to Everybody", "Hello, World!"
SIGNATURE = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
HEADERS = {"X-Hub-Signature-256": f"sha256={SIGNATURE}"}


@pytest.fixture
def webhooks(sdk: ModuleType) -> ModuleType:
    return importlib.import_module(f"{sdk.__name__}.webhooks")


def test_a_signature_that_fits(webhooks: ModuleType) -> None:
    """The published example passes, and there is no time that could be over."""
    webhooks.verify(PAYLOAD, HEADERS, secret=SECRET)
    webhooks.verify(PAYLOAD.encode(), HEADERS, secret=("old", SECRET))
    assert "tolerance" not in inspect.signature(webhooks.verify).parameters


@pytest.mark.parametrize(
    ("payload", "headers", "secret"),
    [
        ("Hello, World", HEADERS, SECRET),
        (PAYLOAD, HEADERS, "another"),
        (PAYLOAD, HEADERS, ""),
        (PAYLOAD, HEADERS, ()),
        (PAYLOAD, {}, SECRET),
        (PAYLOAD, {"X-Hub-Signature-256": SIGNATURE}, SECRET),
        (PAYLOAD, {"X-Hub-Signature-256": "sha256=\u00e4"}, SECRET),
        (PAYLOAD, {"X-Hub-Signature-256": ""}, SECRET),
    ],
)
def test_one_that_does_not(
    webhooks: ModuleType,
    sdk: ModuleType,
    payload: str,
    headers: dict[str, str],
    secret: str | tuple[str, ...],
) -> None:
    """Anything else is an error, of the SDK's family, that does not tell the secret."""
    with pytest.raises(webhooks.SignatureError) as caught:
        webhooks.verify(payload, headers, secret=secret)
    assert isinstance(caught.value, sdk.SdkError)
    assert SECRET not in str(caught.value)
