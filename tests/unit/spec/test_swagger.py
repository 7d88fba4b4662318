"""Swagger 2.0 with things of a wrong type in it."""

from __future__ import annotations

from typing import Any

from sdkwright.spec.swagger import upgrade


def test_names_of_any_kind() -> None:
    """A parameter without a name, or with a strange one, is a parameter too."""
    parameters: list[Any] = [
        {"name": ["x"], "in": {"y": 1}},
        {"in": "formData", "required": True},
    ]
    operation: Any = {"parameters": parameters, "responses": {}}
    document: Any = {"swagger": "2.0", "paths": {"/a": {"post": operation}}}
    made: Any = upgrade(document)[0]["paths"]
    assert made["/a"]["post"]["requestBody"]["required"] is True
