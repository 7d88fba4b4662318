"""How webhooks are signed, as a configuration says it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright.config import read_target
from sdkwright.diagnostics import Diagnostics
from sdkwright.options import Section
from sdkwright.pointer import ROOT
from sdkwright.spec.objects import Json


def read(signature: Json) -> tuple[dict[str, str], list[str]]:
    """The facts, and what is wrong with them."""
    found = Diagnostics()
    value: dict[str, Json] = {"spec": "a", "output": "b"}
    value["webhook_signature"] = signature
    target = read_target(Section(value=value, at=ROOT, folder=Path(), found=found))
    assert target is not None
    return dict(target.webhook_signature), [str(each.at) for each in found]


def test_a_word_or_a_header() -> None:
    """Standard Webhooks have a word; a header has its facts."""
    assert read("standard") == ({"standard": "webhook"}, [])
    full: dict[str, Json] = {
        "header": "X-Signature",
        "algorithm": "sha512",
        "encoding": "base64",
        "prefix": "v1=",
        "timestamp": "X-Time",
    }
    assert read(full) == (full, [])
    assert read(None) == ({}, [])


@pytest.mark.parametrize(
    ("value", "places"),
    [
        ("svix", ["#/webhook_signature"]),
        (True, ["#/webhook_signature"]),
        ({}, ["#/webhook_signature"]),
        ({"header": "X", "algorithm": "md5"}, ["#/webhook_signature/algorithm"]),
        ({"header": "X", "encoding": "hexx"}, ["#/webhook_signature/encoding"]),
        ({"header": "X", "secret": "s"}, ["#/webhook_signature/secret"]),
        ({"header": ["X"]}, ["#/webhook_signature/header"]),
    ],
)
def test_what_is_wrong(value: Json, places: list[str]) -> None:
    """Each fact is what it can be."""
    assert read(value)[1] == places
