"""A document of JSON is not parsed where only words of it have changed."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from retold import WORDS, change, is_retold, prepared
from sdkwright.config import Target
from sdkwright.pipeline import carry_out


@pytest.fixture(autouse=True)
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SDKWRIGHT_CACHE", str(tmp_path / "caches"))
    return tmp_path / "caches"


@pytest.mark.parametrize("indent", [None, 2])
def test_a_document_of_json(tmp_path: Path, indent: int | None) -> None:
    """It is compared as it is written: spaces are more than words."""
    document = yaml.safe_load(WORDS)
    target = Target(name="words", spec=tmp_path / "words.json", output=tmp_path / "sdk")
    target.spec.write_text(json.dumps(document, indent=indent))
    assert carry_out(prepared(target)) == ()
    change(target, "Nobody was there.", 'N\\u00e9 \\"one\\" was.')
    change(target, "Whose.", "Nobody's.")
    assert is_retold(target)
    assert carry_out(prepared(target)) == ()
    change(target, '"openapi":', ' "openapi":')
    change(target, "Nobody's.", "Ours.")
    assert not is_retold(target)
    assert carry_out(prepared(target)) == ()
    change(target, '"minLength": 1', '"minLength": 1.0')
    assert not is_retold(target)


def test_each_text_of_json(tmp_path: Path) -> None:
    """Where the document is not parsed: each text of it, prose or not, and each key."""
    document = yaml.safe_load(WORDS)
    document["paths"]["/words"]["get"]["operation"] = "said \N{SNOWMAN}"  # is found
    text = json.dumps(document, indent=1, ensure_ascii=False)
    target = Target(name="words", spec=tmp_path / "words.json", output=tmp_path / "sdk")
    target.spec.write_text(text, encoding="utf-8")
    first = prepared(target)
    assert first.diagnostics
    assert carry_out(first) == ()
    kept = tmp_path / "caches"
    shutil.copytree(kept, tmp_path / "kept")
    retold = 0
    for found in re.finditer(r'"[A-Z](?:[^"\\]|\\.)+"', text):
        changed = f"{text[: found.start() + 1]}Other: {text[found.start() + 1 :]}"
        target.spec.write_text(changed, encoding="utf-8")
        retold += is_retold(target)
        shutil.rmtree(kept)
        shutil.copytree(tmp_path / "kept", kept)
    assert retold > 20
