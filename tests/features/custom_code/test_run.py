from __future__ import annotations

import asyncio
import copy
import pickle
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import golden
import pytest
from sdkwright import pipeline
from sdkwright.config import Target

ROSE = {"id": 1, "name": "wild rose", "bed": {"plants": [{"id": 2, "name": "moss"}]}}


@pytest.fixture
def fake(sdk: ModuleType) -> Any:
    made = import_module(f"{sdk.__name__}.testing").FakeGarden()
    made.on(made.client.plants.list).answers_json({"items": [ROSE]})
    made.on(made.client.get_weather).answers_json({"wind": 3, "over": ROSE["bed"]})
    return made


def test_clients_have_what_was_added(sdk: ModuleType, fake: Any) -> None:
    """A method of one's own stands on the client, beside those of the API."""
    assert type(fake.client) is sdk.Garden
    assert fake.client.first_plant().name == "wild rose"
    assert asyncio.run(fake.async_client.first_plant()).name == "wild rose"
    assert fake.client.with_options(timeout=1).first_plant().id == 1
    assert repr(fake.client).startswith("Garden(")


def test_an_override_replaces(fake: Any) -> None:
    """A method of one's own takes the place of the API's, and can call it."""
    assert fake.client.get_weather().wind == 3
    assert fake.client.get_weather(doubled=True).wind == 6
    assert len(fake.calls_of(fake.client.get_weather)) == 2
    assert fake.client.with_raw_response.plants.list().status_code == 200


def test_resources_have_what_was_added(fake: Any) -> None:
    """The same for a resource, which the client leads to."""
    assert fake.client.plants.called("wild rose").id == 1
    assert fake.client.plants.called("tulip") is None
    assert asyncio.run(fake.async_client.plants.called("wild rose")).id == 1


def test_models_have_what_was_added(sdk: ModuleType, fake: Any) -> None:
    """Whatever holds the model holds the user's: in pages, fields and rings."""
    page = fake.client.plants.list()
    (rose,) = page
    assert (len(page), str(rose), rose.is_wild) == (1, "wild rose", True)
    assert type(rose.bed.plants[0]) is sdk.Plant is type(rose)
    assert not fake.client.get_weather().over.plants[0].is_wild
    assert isinstance(page, sdk.models.plants.PlantsBase)


def test_models_are_values(sdk: ModuleType) -> None:
    """A model with something added is copied, pickled, printed and dumped as any."""
    rose = sdk.Plant.model_validate(ROSE)
    assert pickle.loads(pickle.dumps(rose)) == copy.deepcopy(rose) == rose
    assert rose.model_dump(exclude_unset=True) == ROSE
    assert repr(sdk.Plant(id=1, name="x")) == "Plant(id=1, name='x')"


@pytest.mark.parametrize("first", ["_custom.plant", "models.plant", "_custom.client"])
def test_any_module_can_be_first(sdk: ModuleType, first: str) -> None:
    """Generated code and the user's need each other: either can be imported first."""
    assert sdk.__file__ is not None
    program = (
        f"import custom_code.{first}, custom_code;"
        "plant = custom_code.Bed(plants=[{'id': 1, 'name': 'wild'}]).plants[0];"
        "print(plant.is_wild, custom_code.models.plant.Plant is custom_code.Plant)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(sdk.__file__).parents[1],
        capture_output=True,
        text=True,
    )
    assert (done.stdout.strip(), done.stderr) == ("False True", "")


# --- generating ---------------------------------------------------------------------


@pytest.fixture
def target(tmp_path: Path) -> Target:
    """A garden with code of its user's."""
    expected = golden.FEATURES / "custom_code" / "expected"
    golden.write_tree(tmp_path, golden.yours(expected))
    return replace(golden.target("custom_code"), output=tmp_path)


def run(target: Target) -> Mapping[str, str]:
    prepared = pipeline.prepare(target)
    assert prepared.plan is not None, prepared.diagnostics
    assert pipeline.carry_out(prepared) == ()
    return prepared.plan.texts


def test_what_is_yours_stays(target: Target) -> None:
    """Generating again leaves the user's files as they are, and changes no other."""
    before = golden.yours(target.output)
    assert run(target).keys().isdisjoint(before)
    client = target.output / "src/custom_code/_custom/client.py"
    client.write_text(client.read_text("utf-8") + "\nDONE = True\n", "utf-8")
    assert run(target) == {}
    assert client.read_text("utf-8").endswith("DONE = True\n")


def test_a_class_more_is_seen(target: Target) -> None:
    """A class that is added, or taken away, changes what is generated."""
    run(target)
    bed = target.output / "src/custom_code/_custom/bed.py"
    bed.write_text("from ..models.plant import BedBase\n\nclass Bed(BedBase): ...\n")
    changed = run(target)
    assert "class BedBase(Model):" in changed["src/custom_code/models/plant.py"]
    bed.unlink()
    assert "class Bed(Model):" in run(target)["src/custom_code/models/plant.py"]


def test_other_classes_take_no_place(target: Target) -> None:
    """A class that is not made of the generated one's base is the user's affair."""
    own = target.output / "src/custom_code/_custom/own.py"
    own.write_text("class Bed: ...\nclass Weather(list): ...\n")
    files = pipeline.generate(target).files
    assert files is not None
    assert "class Weather(Model):" in files["src/custom_code/models/weather.py"]


def test_what_is_no_python(target: Target) -> None:
    """A file that cannot be read is an error with its place, and nothing is made."""
    own = target.output / "src/custom_code/_custom/own.py"
    own.write_text("x = 1\nclass Bed(\n")
    output = pipeline.generate(target)
    assert output.files is None
    (found,) = output.diagnostics
    assert found.code == "unreadable-custom-code"
    assert found.span is not None
    assert (found.span.file, found.span.line) == (own.as_posix(), 2)
