"""The lock: read as it was written, and careful with what it does not know."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.config import Target
from sdkwright.diagnostics import Diagnostics
from sdkwright.digests import digest
from sdkwright.output.current import is_current
from sdkwright.output.lock import (
    ABSENT,
    NAME,
    Lock,
    Made,
    digest_folders,
    digest_options,
    print_lock,
    read_lock,
    relative_inputs,
)
from trees import MADE, codes, put

TARGET = Target(name="pets", spec=Path("spec/pets.yaml"), output=Path("out"))
NAMES = st.text(st.characters(codec="utf-8"), min_size=1)
PATHS = st.text("abc._-", min_size=1).filter(lambda text: text.strip(".") == text)
DIGESTS = st.text("0123456789abcdef", min_size=64, max_size=64)


@given(
    lock=st.builds(
        Lock,
        made=st.builds(Made, version=NAMES, options=DIGESTS, templates=DIGESTS),
        inputs=st.dictionaries(NAMES, DIGESTS),
        warnings=st.integers(min_value=0),
        names=st.dictionaries(NAMES, NAMES),
        files=st.dictionaries(PATHS, DIGESTS),
        yours=st.lists(PATHS, unique=True).map(lambda paths: tuple(sorted(paths))),
    )
)
def test_read_as_it_was_written(
    lock: Lock, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Any lock is the same after it was printed and read."""
    folder, found = tmp_path_factory.mktemp("lock"), Diagnostics()
    (folder / NAME).write_text(print_lock(lock), encoding="utf-8")
    assert read_lock(folder, found) == lock
    assert not found


def test_the_order_of_files_does_not_show() -> None:
    """Two locks that say the same are the same text."""
    there = Lock(made=MADE, files={"a": "1", "b": "2"}, yours=("x", "y"))
    back = Lock(made=MADE, files={"b": "2", "a": "1"}, yours=("y", "x"))
    assert print_lock(there) == print_lock(back)


def test_no_lock_is_no_error(tmp_path: Path) -> None:
    """A folder that was never generated into has none."""
    found = Diagnostics()
    assert read_lock(tmp_path, found) is None
    assert not found


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "null", '"lock"', "[" * 100_000),
        json.dumps({"lock": 2}),
        print_lock(Lock(made=MADE)).replace('"files": {}', '"files": []'),
        print_lock(Lock(made=MADE, files={"../a": "0"})),
        print_lock(Lock(made=MADE, files={"/etc/passwd": "0"})),
    ],
)
def test_a_lock_that_cannot_be_read_is_an_error(text: str, tmp_path: Path) -> None:
    """Without a lock that makes sense nobody can say which files are ours."""
    found = Diagnostics()
    (tmp_path / NAME).write_text(text)
    assert read_lock(tmp_path, found) is None
    assert codes(found) == ["unreadable-lock"]


def test_a_newer_lock(tmp_path: Path) -> None:
    """It is as it should be, and we are too old for it: who is not, is said."""
    found = Diagnostics()
    (tmp_path / NAME).write_text(json.dumps({"lock": 2, "sdkwright": "9.1.0"}))
    assert read_lock(tmp_path, found) is None
    (each,) = found
    assert each.message == "this lock cannot be read: sdkwright 9.1.0 has written it"
    assert each.hint == "run the sdkwright that has written it"


def test_a_merge_conflict_keeps_both_sides_files(tmp_path: Path) -> None:
    """A lock in conflict owns what either side owns, and no input by mistake."""
    ours = print_lock(
        Lock(made=MADE, inputs={"i.yaml": "1" * 64}, files={"a": "2" * 64})
    )
    theirs = print_lock(
        Lock(
            made=MADE,
            inputs={"i.yaml": "3" * 64, "j.yaml": "4" * 64},
            files={"a": "5" * 64, "b/c.py": "6" * 64},
        )
    )
    put(
        tmp_path,
        {NAME: f"<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> feature\n"},
    )
    found = Diagnostics()
    assert read_lock(tmp_path, found) == Lock(made=None, files={"a": "", "b/c.py": ""})
    assert not found


def test_a_small_conflict_among_the_files(tmp_path: Path) -> None:
    """A conflict of a few lines, as version control leaves it."""
    text = print_lock(
        Lock(made=MADE, inputs={"i.yaml": "1" * 64}, files={"z": "2" * 64})
    )
    middle = (
        '<<<<<<< HEAD\n    "a": "{0}",\n||||||| base\n    "b": "{0}",\n'
        '=======\n    "c": "{0}",\n>>>>>>> feature\n'
    ).format("7" * 64)
    put(tmp_path, {NAME: text.replace('    "z"', f'{middle}    "z"')})
    lock = read_lock(tmp_path, Diagnostics())
    assert lock is not None
    assert set(lock.files) == {"a", "b", "c", "z"}


def test_options_count_and_places_do_not() -> None:
    """Where things are does not change what is made; every option does."""
    base = digest_options(TARGET)
    elsewhere = replace(
        TARGET,
        name="x",
        spec=Path("/other/pets.yaml"),
        output=Path("/tmp/out"),
    )
    assert digest_options(elsewhere) == base
    different = [
        replace(TARGET, package="p"),
        replace(TARGET, distribution="d"),
        replace(TARGET, class_name="C"),
        replace(TARGET, version="2"),
        replace(TARGET, client="flat"),
        replace(TARGET, http_library="httpx"),
        replace(TARGET, timeout=None),
        replace(TARGET, max_retries=0),
        replace(TARGET, lenient=True),
        replace(TARGET, names={"#/paths": "x"}),
        replace(TARGET, overlays=(Path("spec/a.yaml"), Path("b.yaml"))),
        replace(TARGET, overlays=(Path("b.yaml"), Path("spec/a.yaml"))),
        replace(TARGET, root=Path()),
        replace(TARGET, spec=Path("spec/other.yaml")),
    ]
    assert len({base, *map(digest_options, different)}) == len(different) + 1


def test_inputs_are_relative_to_the_document() -> None:
    """The lock is the same wherever the checkout is."""
    digests = {Path("spec/pets.yaml"): "1", Path("common/all.yaml"): "2"}
    assert relative_inputs(TARGET, digests) == {
        "pets.yaml": "1",
        "../common/all.yaml": "2",
    }


def test_folders_by_content(tmp_path: Path) -> None:
    """A folder's digest changes with a file's text, its name, and nothing else."""
    put(
        tmp_path / "a",
        {"x/y": "1", "z": "2", "__pycache__/w.pyc": "3", ".cache/x/y": "4"},
    )
    put(tmp_path / "b", {"z": "2", "x/y": "1"})
    assert digest_folders([tmp_path / "a"]) == digest_folders([tmp_path / "b"])
    base = digest_folders([tmp_path / "b"])
    put(tmp_path / "b", {"z": "3"})
    changed = digest_folders([tmp_path / "b"])
    (tmp_path / "b" / "z").rename(tmp_path / "b" / "v")
    assert len({base, changed, digest_folders([tmp_path / "b"])}) == 3


@pytest.fixture
def generated(tmp_path: Path) -> tuple[Target, Lock]:
    """A document and an output that is up to date."""
    put(
        tmp_path,
        {"spec/a.yaml": "a", "out/x.py": "x", "out/_custom/__init__.py": "mine"},
    )
    target = replace(TARGET, spec=tmp_path / "spec/a.yaml", output=tmp_path / "out")
    lock = Lock(
        made=MADE,
        inputs={"a.yaml": digest(b"a")},
        files={"x.py": digest(b"x")},
        yours=("_custom/__init__.py",),
    )
    return target, lock


def test_nothing_has_changed(generated: tuple[Target, Lock]) -> None:
    """Same inputs, same options, same outputs: there is nothing to do."""
    target, lock = generated
    assert is_current(lock, target, MADE)
    put(target.output, {"_custom/__init__.py": "changed by its owner"})
    assert is_current(lock, target, MADE)


@pytest.mark.parametrize("path", ["spec/a.yaml", "out/x.py", "out/_custom/__init__.py"])
def test_a_missing_file_is_a_change(path: str, generated: tuple[Target, Lock]) -> None:
    """What is not there has to be made, or cannot be read."""
    target, lock = generated
    (target.output.parent / path).unlink()
    assert not is_current(lock, target, MADE)


@pytest.mark.parametrize("path", ["spec/a.yaml", "out/x.py"])
def test_another_text_is_a_change(path: str, generated: tuple[Target, Lock]) -> None:
    """Contents are compared, not times or sizes."""
    target, lock = generated
    put(target.output.parent, {path: "?"})
    assert not is_current(lock, target, MADE)


def test_another_generator_is_a_change(generated: tuple[Target, Lock]) -> None:
    """Another version, other options or other templates mean another output."""
    target, lock = generated
    assert not is_current(lock, target, replace(MADE, version="0.2.0"))
    assert not is_current(lock, target, replace(MADE, options="?"))
    assert not is_current(lock, target, replace(MADE, templates="?"))
    assert not is_current(replace(lock, made=None), target, MADE)


def test_a_file_that_comes_is_a_change(generated: tuple[Target, Lock]) -> None:
    """One that a lenient run looked for in vain, and that is there by now."""
    target, lock = generated
    lock = replace(lock, inputs={**lock.inputs, "pet.yaml": ABSENT}, warnings=1)
    assert is_current(lock, target, MADE)
    put(target.output.parent, {"spec/pet.yaml": ""})
    assert not is_current(lock, target, MADE)


def test_line_ends_of_a_checkout_are_no_change(tmp_path: Path) -> None:
    """What git writes with CR LF on Windows is the file that was committed."""
    folder, spec = tmp_path / "out", tmp_path / "a.yaml"
    put(tmp_path, {"a.yaml": "a\r\nb\r\n", "out/x.py": "x\r\n" * 100_000})
    lock = Lock(
        made=MADE,
        inputs={"a.yaml": digest(b"a\nb\n")},
        files={"x.py": digest(b"x\n" * 100_000)},
    )
    target = Target(name="t", spec=spec, output=folder)
    assert is_current(lock, target, MADE)
    put(tmp_path, {"a.yaml": "a\rb\n"})
    assert not is_current(lock, target, MADE)
