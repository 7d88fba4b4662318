from __future__ import annotations

import importlib
import uuid
from types import ModuleType

import pytest

ID = "6f2e0c3a-6c1f-4c3e-9d55-0a8f4b1c2d3e"


@pytest.fixture
def webhooks(sdk: ModuleType) -> ModuleType:
    return importlib.import_module(f"{sdk.__name__}.webhooks")


@pytest.mark.parametrize("kind", [bytes, str])
def test_a_webhook(webhooks: ModuleType, sdk: ModuleType, kind: type) -> None:
    """A payload is a model, from bytes or text; what is not known of it is kept."""
    text = f'{{"id": "{ID}", "new": 1}}'
    event = webhooks.parse_new_product(text if kind is str else text.encode())
    assert event == sdk.Product.model_validate({"id": uuid.UUID(ID), "new": 1})


def test_a_callback(webhooks: ModuleType, sdk: ModuleType) -> None:
    """It is named after the operation and what the callback is called there."""
    event = webhooks.parse_create_order_progress(
        b'{"state": "lost", "at": "2030-01-02T03:04:05"}'
    )
    assert isinstance(event, sdk.CreateOrderProgressPayload)
    assert event.state == "lost"


def test_strict(webhooks: ModuleType, sdk: ModuleType) -> None:
    """To the letter only where that is asked for."""
    with pytest.raises(sdk.UnreadableBodyError, match="state is 'lost'"):
        webhooks.parse_create_order_progress(
            b'{"state": "lost", "at": "2030-01-02T03:04:05Z"}', strict=True
        )


@pytest.mark.parametrize("payload", [b"", b"{", b'{"id": 5}'])
def test_what_fits_no_type(
    webhooks: ModuleType, sdk: ModuleType, payload: bytes
) -> None:
    """What cannot be read is an error of the SDK that names the webhook."""
    with pytest.raises(sdk.SdkError, match="newProduct"):
        webhooks.parse_new_product(payload)


def test_no_body(webhooks: ModuleType) -> None:
    """A webhook whose body the document does not describe holds anything."""
    assert webhooks.parse_ping(b'{"any": "thing"}') == {"any": "thing"}
