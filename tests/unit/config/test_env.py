"""Environment variables that stand in for credentials, as a configuration has them."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright.config import read_target
from sdkwright.diagnostics import Diagnostics
from sdkwright.options import Section
from sdkwright.pointer import ROOT
from sdkwright.spec.objects import Json


def read(env: Json) -> tuple[dict[str, dict[str, str]], list[str]]:
    """The variables by scheme and part, and what is wrong with them."""
    found = Diagnostics()
    value: dict[str, Json] = {"spec": "a", "output": "b", "env": env}
    section = Section(value=value, at=ROOT, folder=Path(), found=found)
    target = read_target(section)
    assert target is not None
    variables = {name: dict(each) for name, each in target.env.items()}
    return variables, [f"{each.at}: {each.message}" for each in found]


def test_schemes_and_parts() -> None:
    """A scheme has one variable, or one for each of its parts."""
    env: Json = {"key": "PETS_KEY", "login": {"username": "_U1", "password": "P"}}
    assert read(env) == (
        {"key": {"": "PETS_KEY"}, "login": {"username": "_U1", "password": "P"}},
        [],
    )
    assert read(None) == ({}, [])


@pytest.mark.parametrize("name", ["PETS KEY", "1", "", "ÄPFEL", "A=B", 7, ["A"], None])
def test_what_is_no_variable(name: Json) -> None:
    """Only what every system takes as a name is one."""
    _, wrong = read({"key": name})
    assert len(wrong) == 1
    assert wrong[0].startswith("#/env/key: ")
    _, wrong = read({"login": {"password": name}})
    assert wrong[0].startswith("#/env/login/password: ")


def test_what_is_no_mapping() -> None:
    """The schemes have to be said."""
    _, wrong = read("PETS_KEY")
    (message,) = wrong
    assert message.startswith("#/env: 'env' must be a mapping of security schemes")
