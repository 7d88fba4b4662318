"""Where only words of a document have changed, files are told anew, and told right."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from retold import WORDS, change, is_retold, prepared, target_in
from sdkwright import pipeline
from sdkwright.cache import open_cache
from sdkwright.config import Target
from sdkwright.pipeline import carry_out, prepare

CHANGED = "Other words. There are so many of them that they need several lines. " * 3
# Each text, up to its first letter.
TEXTS = re.compile(r"(?:description|summary): (?:\|\s+)?(?=[A-Z])")
# What is no prose of the document, or is looked into.
UNTOLD = {
    "Beside a reference.": "the reference has the say, and not the place",
    "Something else was said.": "so this is said nowhere",
    "An example's own.": "it stands in a value",
    "All about words.": "the package says its first sentence",
}


@pytest.fixture(autouse=True)
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SDKWRIGHT_CACHE", str(tmp_path / "caches"))
    return tmp_path / "caches"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output, and what the run that made it has kept."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SDKWRIGHT_CACHE", str(folder / "caches"))
        (folder / "words.yaml").write_text(WORDS, encoding="utf-8")
        assert carry_out(prepared(target_in(folder))) == ()
    return folder


@pytest.fixture
def target(made: Path, tmp_path: Path, caches: Path) -> Target:
    """A target whose output is as its document was, with what the run kept."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    target = target_in(tmp_path)
    here = open_cache(target.output, ())
    assert here is not None
    for file in caches.iterdir():  # each is called after the output's place
        file.rename(here.place.with_suffix(file.suffix))
    return target


def texts() -> Iterator[str]:
    """The first words of each text of the document."""
    for found in TEXTS.finditer(WORDS):
        rest = WORDS[found.end() :]
        first = re.match(r"[^\n}.]+\.?", rest)
        assert first is not None
        yield first[0]


def test_each_text(target: Target) -> None:
    """Whatever is said anywhere, one after the other, and in the end all of it."""
    for text in texts():
        if text in UNTOLD:
            continue
        change(target, text, CHANGED.strip())
        with pytest.MonkeyPatch.context() as patch:
            patch.delattr(pipeline, "generate")
            assert carry_out(prepared(target)) == ()
    change(target, "title: Words", "title: Words  # all else is new")
    assert carry_out(prepared(target)) == ()
    whole = prepare(target).plan
    assert whole is not None
    assert whole.is_empty


@pytest.mark.parametrize("text", UNTOLD)
def test_a_text_on_which_something_depends(target: Target, text: str) -> None:
    change(target, text, CHANGED.strip())
    assert not is_retold(target)


def test_several_texts_and_again(target: Target) -> None:
    """What is kept is what was written last: the next run goes on from there."""
    change(target, "Whose.", "Nobody's.")
    change(target, "- and again", "- and never again")
    assert is_retold(target)
    assert carry_out(prepared(target)) == ()
    change(target, "Nobody's.", '"Ours; #\'s."')
    assert is_retold(target)
    assert carry_out(prepared(target)) == ()
    change(target, "Nobody was there.", '"A \\u2028 b \'\'\' \\"\\"\\" \\x02 \\x0e."')
    assert is_retold(target)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Words", "title: Verbs"),
        ("minLength: 1", "minLength: 2"),
        ("minLength: 1", "minLength: 1.0"),
        ("default: never", "default: Never again."),
        ("summary: Say a word.", "summary: ''"),
        ("summary: Say a word.", "summary: 17"),
        ("summary: Say a word.\n      ", ""),
        ("type: string, minLength: 1", "minLength: 1, type: string"),
        ("text: ja", "text: nein"),
        # An object is a list, so that the text's place is gone.
        ("X-Echo: {description: How", "- X-Echo\n            - {description: So"),
        ("Counted from 1.", "It starts from 0."),
        ("Where words are tried before use.", "Sandbox"),
    ],
)
def test_more_than_words(target: Target, old: str, new: str) -> None:
    """Another value, order, kind or count of things: all is understood anew."""
    change(target, old, new)
    assert not is_retold(target)


def test_very_many_texts(tmp_path: Path) -> None:
    """Of very many texts each file has one: then it is no more work to make them."""
    several = {f"/{n}": {"get": {"description": f"Text {n}."}} for n in range(150)}
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}}
    spec = tmp_path / "many.json"
    target = Target(name="many", spec=spec, output=tmp_path / "sdk")
    for count, retold in ((0, False), (40, True), (150, False)):
        for n in range(count):
            several[f"/{n}"]["get"]["description"] += " More."
        spec.write_text(json.dumps({**document, "paths": several}))
        assert is_retold(target) == retold
        assert carry_out(prepared(target)) == ()


def test_findings_have_their_lines(target: Target) -> None:
    """What a run warned of, the next one warns of, where it stands now."""
    change(target, "minLength: 1", "minLenght: 1")
    change(target, "example: {", "examples: {} #")
    first = prepared(target)
    assert carry_out(first) == ()
    before = [each.span.line for each in first.diagnostics if each.span]
    assert before
    change(target, "- once", "- once\n        - twice\n        - thrice")
    assert is_retold(target)
    after = [each.span.line for each in prepared(target).diagnostics if each.span]
    assert after == [line + 2 for line in before]


def test_several_files(tmp_path: Path) -> None:
    """Each file of a document counts, and each text in each of them."""
    (tmp_path / "parts").mkdir()
    whole = yaml.safe_load(WORDS)
    word = whole["components"]["schemas"].pop("Word")
    word["properties"]["tone"]["$ref"] = "../words.yaml#/components/schemas/Tone"
    whole["components"]["schemas"]["Word"] = {"$ref": "parts/word.yaml"}
    (tmp_path / "parts/word.yaml").write_text(yaml.safe_dump(word))
    target = target_in(tmp_path)
    target.spec.write_text(yaml.safe_dump(whole))
    assert carry_out(prepared(target)) == ()
    change(target, "Nobody was there.", "Somebody was.")
    part = tmp_path / "parts/word.yaml"
    part.write_text(part.read_text().replace("How it is written", "As it is said"))
    assert is_retold(target)
    part.write_text(part.read_text().replace("minLength: 1", "minLength: 3"))
    assert not is_retold(target)


def test_an_overlay(tmp_path: Path) -> None:
    """What counts is the document with its overlays; their words are words, too."""
    spec, over = tmp_path / "words.yaml", tmp_path / "over.yaml"
    spec.write_text(WORDS)
    action = {"target": "$.info", "update": {"description": "About words. More of it."}}
    head = {"overlay": "1.0.0", "info": {"title": "O", "version": "1"}}
    over.write_text(json.dumps({**head, "actions": [action]}))
    target = Target(name="words", spec=spec, output=tmp_path / "sdk", overlays=(over,))
    assert carry_out(prepared(target)) == ()
    over.write_text(over.read_text().replace("More of it.", "And no more."))
    assert is_retold(target)


@pytest.mark.parametrize("edit", ["edited", "gone", "lock", "link"])
def test_an_output_that_is_not_as_it_was(
    target: Target, tmp_path: Path, edit: str
) -> None:
    """Whoever touched it: then nothing is taken for granted."""
    change(target, "Say a word.", "Say two words.")
    file = target.output / "src/words/models/word.py"
    match edit:
        case "edited":
            file.write_text(file.read_text() + "# mine\n")
        case "gone":
            file.unlink()
        case "lock":
            lock = target.output / "sdkwright.lock"
            lock.write_text(lock.read_text().replace('"warnings": 0', '"warnings": 1'))
        case _:
            os.rename(target.output / "docs", tmp_path / "docs")
            (target.output / "docs").symlink_to(tmp_path / "docs")
            assert prepared(target).plan is None
            assert prepare(target).plan is None
            return
    assert not is_retold(target)


@pytest.mark.parametrize("at", [0, 10, 80, 5000, -1])
def test_what_is_kept_and_is_not_whole(target: Target, caches: Path, at: int) -> None:
    """A byte that is another one, or a file that is gone: nothing is kept."""
    change(target, "Say a word.", "Say two words.")
    (rest,) = caches.glob("*.run")
    whole = bytearray(rest.read_bytes())
    whole[at] ^= 1
    rest.write_bytes(whole)
    assert not is_retold(target)
    rest.unlink()
    assert not is_retold(target)


def test_who_checks_looks_for_himself(target: Target) -> None:
    """A check does not take an earlier run's word for anything."""
    change(target, "Say a word.", "Say two words.")
    (spec,) = (target.spec,)
    found = prepare(target, use_cache=True)
    assert found.plan is not None
    assert found.sources[""].path == spec
    assert found.plan == prepare(target).plan
