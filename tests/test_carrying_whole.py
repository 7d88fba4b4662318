"""Nothing of another generator's configuration is dropped in silence.

Whatever key is taken out of a configuration of tests/carrying: either what is carried
over is another then, or the key was told of, or one that it stands below.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pytest
from sdkwright.carrying.carried import Carried
from sdkwright.carrying.find import find, read
from sdkwright.carrying.keys import value_of
from sdkwright.pointer import Pointer, child, parent
from sdkwright.spec.objects import Json

_Way: TypeAlias = tuple[str | int, ...]
HERE = Path(__file__).parent / "carrying"
TOOLS = tuple(sorted(path.name for path in HERE.iterdir() if path.is_dir()))
# Keys that say how the file itself is read, or that something is what it is anyway.
_SAY_NOTHING = {
    *("$schema", "spaces", "configVersion", "workflowVersion", "speakeasyVersion"),
    *("generatorName", "type", "location", "reason"),
}
# What is written for another generator's other tools, beside its configuration.
_NOT_READ = ("expected", "openapi", "overlay", "overrides")


@pytest.mark.parametrize("tool", TOOLS)
def test_every_key_is_carried_over_or_told(
    tool: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each file of a configuration, each key of it, however deep."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(HERE / "openapi.yaml", "openapi.yaml")
    shutil.copytree(HERE / tool, ".", dirs_exist_ok=True)
    (whole,) = find(Path())
    lost: list[str] = []
    files = [Path(each.name) for each in whole.sources.values()]
    for number, file in enumerate(files):
        value = value_of(file)
        text = file.read_text("utf-8")
        for way, inside in _keys(value):
            at = child(Pointer(f"before{number}#"), *way)
            if way[-1] in _SAY_NOTHING or _is_told(whole, at, inside):
                continue
            file.write_text(json.dumps(_without(value, way)), encoding="utf-8")
            if _wanted(whole) == repr(whole.targets):
                lost.append(f"{file}: {'/'.join(map(str, way))}")
        file.write_text(text, encoding="utf-8")
    assert lost == []


def _keys(value: Json, above: _Way = ()) -> Iterator[tuple[_Way, Json]]:
    if isinstance(value, list):
        for at, inside in enumerate(value):
            yield from _keys(inside, (*above, at))
    if isinstance(value, dict):
        for key, inside in value.items():
            if inside not in (None, "", {}):
                yield (*above, key), inside
            yield from _keys(inside, (*above, key))


def _is_told(whole: Carried, at: Pointer, value: Json) -> bool:
    """Whether it is, or what it stands in, or everything in it."""
    left = {each.at for each in whole.left}
    inside: set[Pointer] = set()
    if isinstance(value, dict):
        inside = {child(at, key) for key in value}
    return bool(left & {*_above(at)}) or (bool(inside) and inside <= left)


def _above(at: Pointer) -> Iterator[Pointer]:
    while at != parent(at):
        yield at
        at = parent(at)


def _without(value: Json, way: _Way) -> Json:
    """The same without what is there."""
    first, *rest = way
    if isinstance(value, list):
        return [
            _without(each, tuple(rest)) if at == first else each
            for at, each in enumerate(value)
        ]
    assert isinstance(value, dict)
    return {
        key: _without(each, tuple(rest)) if key == first else each
        for key, each in value.items()
        if rest or key != first
    }


def _wanted(whole: Carried) -> str:
    try:
        return repr(read(*whole.paths).targets)
    except ValueError:
        return ""
