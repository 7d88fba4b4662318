"""Texts that are kept from run to run: what is known is right, or not known."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sdkwright import cache as caches
from sdkwright.cache import Cache, key_of, open_cache, spelled
from sdkwright.python.models.views import FieldView

MAKERS = ("sdkwright 1", "black 2")
OUT = Path("sdk")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where caches are: a folder that is not there yet."""
    monkeypatch.setenv("SDKWRIGHT_CACHE", str(tmp_path / "caches"))
    return tmp_path / "caches"


def opened(output: Path = OUT, makers: tuple[str, ...] = MAKERS) -> Cache:
    found = open_cache(output, makers)
    assert found is not None
    return found


def kept(texts: dict[str, str], output: Path = OUT) -> Path:
    """The file of a cache that holds these texts."""
    cache = opened(output)
    for key, text in texts.items():
        cache.put(key, text)
    cache.save()
    return cache.place


def test_what_was_kept_is_known() -> None:
    """A later run of the same output gets each text back, any other output none."""
    kept({"a": "x = 1\n", "b": "ü\ud800"})
    assert (opened().get("a"), opened().get("b")) == ("x = 1\n", "ü\ud800")
    assert opened(Path("other")).get("a") is None


def test_what_others_made_is_not_used() -> None:
    """Another version, other templates: nothing is known."""
    kept({"a": "x"})
    assert opened(makers=("sdkwright 2", "black 2")).get("a") is None
    assert opened(makers=("sdkwright 1black 2",)).get("a") is None


def test_only_what_was_used_stays() -> None:
    """What a run did not ask for is gone after it."""
    kept({"a": "x", "b": "y"})
    cache = opened()
    cache.get("a")
    cache.put("c", "z")
    cache.save()
    assert opened().known == {"a": "x", "c": "z"}


@pytest.mark.parametrize("cut", [0, 1, 30, 66, 70, -1])
def test_a_file_that_was_cut_short(cut: int) -> None:
    """Whatever is left of it counts as nothing."""
    place = kept({"a": "x" * 100})
    place.write_bytes(place.read_bytes()[:cut])
    assert opened().known == {}


def test_a_file_that_was_changed() -> None:
    """A single other byte, anywhere, and nothing of it is used."""
    place = kept({"a": "x"})
    whole = place.read_bytes()
    for at, byte in enumerate(whole):
        place.write_bytes(whole[:at] + bytes([byte ^ 1]) + whole[at + 1 :])
        assert opened().known == {}
    place.write_bytes(whole)
    assert opened().known == {"a": "x"}


def test_a_folder_that_cannot_be_written(folder: Path) -> None:
    """Where nothing can be kept, nothing is, and no one is told."""
    folder.write_text("a file")
    kept({"a": "x"})
    assert opened().known == {}


def test_an_empty_variable_is_for_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDKWRIGHT_CACHE", "")
    assert open_cache(OUT, MAKERS) is None


def test_the_folder_of_the_platform(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where nobody says where, it is where the platform has caches."""
    monkeypatch.delenv("SDKWRIGHT_CACHE")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path)
    assert opened().place.parent == tmp_path


def test_the_folder_does_not_grow(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Above the limit, those go that were used longest ago; what a crash left, too.

    Files of somebody else's are none of ours.
    """
    first, second = kept({"a": "x" * 500}, Path("1")), kept({"a": "x" * 500}, Path("2"))
    left, foreign = folder / "sdkwright-left.texts", folder / "notes.json"
    left.write_text("x" * 500)
    foreign.write_text("x" * 5000)
    for age, place in enumerate((foreign, left, second, first)):
        os.utime(place, (age, age))
    monkeypatch.setattr(caches, "LARGEST", 1300)
    third = kept({"a": "x" * 500}, Path("3"))
    assert set(folder.iterdir()) == {first, third, foreign}


def test_runs_at_once() -> None:
    """Many writers of one file: a reader sees the whole of one of them, always."""
    program = (
        "import sys; from pathlib import Path; from sdkwright.cache import open_cache\n"
        "for n in range(150):\n"
        f"    cache = open_cache(Path('sdk'), {MAKERS!r})\n"
        "    assert cache.known == {} or len({*cache.known.values()}) == 1, 'mixed'\n"
        "    for key in 'abc': cache.put(key + str(n), sys.argv[1] * 9999)\n"
        "    cache.save()\n"
        "print(len(cache.known))"
    )
    several = [
        subprocess.Popen(
            [sys.executable, "-c", program, each], stdout=subprocess.PIPE, text=True
        )
        for each in "12"
    ]
    for each in several:
        told, _ = each.communicate()
        assert (each.returncode, int(told) >= 3) == (0, True)


def test_views_are_spelled_whole() -> None:
    """All that a view says is in its key, and which of two parts says it."""
    view = FieldView(declaration="a: int", docstring=("b", "c"), apart=True)
    assert json.loads(spelled(view)) == ["FieldView", "a: int", ["b", "c"], True]
    assert key_of("ab", "c") != key_of("a", "bc")
