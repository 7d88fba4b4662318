"""How webhooks are signed, as a configuration says it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright.config import read_target
from sdkwright.diagnostics import Diagnostics
from sdkwright.option_mappings import standard_webhooks
from sdkwright.options import Section
from sdkwright.pointer import ROOT
from sdkwright.spec.objects import Json

AT = "#/webhook_signature"


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
    assert read("standard") == (standard_webhooks(), [])
    words: dict[str, Json] = {**standard_webhooks()}
    assert read(words) == (words, [])
    full: dict[str, Json] = {
        "header": "X-Signature",
        "separator": " ",
        "prefix": "v1=",
        "algorithm": "sha512",
        "encoding": "base64",
        "timestamp": "X-Time",
        "signed": "{x-id}:{timestamp}:{body}",
        "secret": "base64",
    }
    assert read(full) == (full, [])
    assert read(None) == ({}, [])


def test_a_timestamp_is_signed() -> None:
    """Where nothing is said of it, it stands before the body, and a dot between."""
    facts, wrong = read({"header": "X", "timestamp_prefix": "t="})
    assert (facts["signed"], wrong) == ("{timestamp}.{body}", [])


@pytest.mark.parametrize(
    ("value", "places"),
    [
        ("svix", [AT]),
        (True, [AT]),
        ({}, [AT]),
        ({"header": "X", "algorithm": "md5"}, [f"{AT}/algorithm"]),
        ({"header": "X", "encoding": "hexx"}, [f"{AT}/encoding"]),
        ({"header": "X", "secret": "s"}, [f"{AT}/secret"]),
        ({"header": ["X"]}, [f"{AT}/header"]),
        ({"header": "X", "separator": ""}, [f"{AT}/separator"]),
        ({"header": "X", "signed": "{timestamp}"}, [f"{AT}/signed"]),
        ({"header": "X", "signed": "{timestamp}{body}"}, [f"{AT}/signed"]),
        ({"header": "X", "signed": "{body}", "timestamp": "T"}, [f"{AT}/signed"]),
        (
            {"header": "X", "timestamp_prefix": "t=", "timestamp": "T"},
            [f"{AT}/timestamp_prefix"],
        ),
    ],
)
def test_what_is_wrong(value: Json, places: list[str]) -> None:
    """Each fact is what it can be."""
    assert read(value)[1] == places
