from __future__ import annotations

import inspect
import json
import keyword
from operator import methodcaller
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both


def attributes(sdk: ModuleType) -> dict[str, str]:
    """The name on the wire of each attribute of the model that has them all."""
    fields = sdk.Attributes.model_fields
    return {
        name: name if each.alias is None else each.alias
        for name, each in fields.items()
    }


def test_each_name_is_one(sdk: ModuleType) -> None:
    """No name is a keyword or hides what pydantic has; no two are the same."""
    names = attributes(sdk)
    assert len(set(names.values())) == len(names) == 38
    base = set(dir(sdk.ModelModel)) - set(sdk.ModelModel.model_fields)
    assert not base & names.keys()
    for name in (*names, *sdk.Str.__members__, *sdk.__all__):
        assert name.isidentifier()
        assert not keyword.iskeyword(name)


def test_every_attribute_travels(sdk: ModuleType) -> None:
    """Read by its name on the wire, and sent again by it."""
    sent: dict[str, object] = {wire: wire for wire in attributes(sdk).values()}
    sent |= {"int": 1, "list": ["a"], "datetime": "2030-01-02T03:04:05Z"}
    wire = Wire(content=json.dumps(sent).encode())
    call = methodcaller("import_", "a", 1)
    thing = both(sdk, wire, call, client="Class")
    assert json.loads(thing.model_dump_json(exclude_unset=True)) == sent
    assert (thing.class_, thing.user_name, thing.名前) == ("class", "user_name", "名前")


def test_every_member_has_its_value(sdk: ModuleType) -> None:
    """Also those that Python's own enums would take for something else."""
    assert len(sdk.Str) == 19
    for name, member in sdk.Str.__members__.items():
        assert getattr(sdk.Str, name) is member is sdk.Str(member.value)
        assert member.name == name


def test_every_argument_travels(sdk: ModuleType) -> None:
    """Each in its place, under its name there."""
    parameters = list(inspect.signature(sdk.Class.import_).parameters)[1:]
    values: dict[str, Any] = {name: name for name in parameters}
    values |= {"class_": 1, "list": ["a", "b"]}
    wire = Wire(content=b"{}")
    both(sdk, wire, methodcaller("import_", **values), client="Class")
    url = wire.last.url
    assert url.path == "/things/from_/1"
    assert wire.last.headers["from"] == "header_from_"
    assert [name for name, _ in url.params.multi_items()] == [
        "self",
        "From",
        "list",
        "list",
        "filter[name]",
        "größe",
        "名前",
        "🙂",
        "2nd",
        "",
        "__init__",
    ]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("match", "/a"),
        ("enter", "/b"),
        ("close_", "/c"),
        ("get_url_for_id", "/d"),
        ("get_e", "/e"),
        ("etc_passwd", "/g"),
        ("取得", "/h"),
    ],
)
def test_every_method_is_called(sdk: ModuleType, method: str, path: str) -> None:
    """Whatever its id is."""
    wire = Wire(204)
    both(sdk, wire, methodcaller(method), client="Class")
    assert wire.last.url.path == path


@pytest.mark.parametrize(
    "name", ["HTTPSProxies", "HttpsProxiesModel", "OAuth2Token", "V1HttpsProxies"]
)
def test_acronyms(sdk: ModuleType, name: str) -> None:
    """Names that differ in case only are told apart, and acronyms are left whole."""
    assert getattr(sdk, name)(a="x").a == "x"


def test_long_names_are_cut(sdk: ModuleType) -> None:
    """A name of 300 letters is one of 80."""
    (name,) = (each for each in sdk.__all__ if each.startswith("VeryLong"))
    (field,) = getattr(sdk, name).model_fields
    assert max(len(name), len(field)) <= 80
