"""Round trips of small documents; `make corpus` makes those of the large ones."""

from __future__ import annotations

from pathlib import Path

import golden
import pytest

from trips.run import Result, run

FEATURES = (
    "answers",
    "auth_schemes",
    "oauth2_client_credentials",
    "oauth2_users",
    "nullable_references",
    "open_models",
    "parameter_places",
    "parameter_styles",
    "path_templates",
    "plain_text",
    "read_write_only",
    "request_bodies",
    "request_forms",
    "shared_tags",
    "stream_asked",
    "stream_flag",
    "stream_forms",
    "undeclared_properties",
    "union_and_properties",
)


def trips(
    feature: str, folder: Path, mend: tuple[str, str, str] | None = None
) -> Result:
    """The round trips of a feature, with one text of one of its files replaced."""
    files = golden.whole(feature)
    if mend is not None:
        path, old, new = f"src/{feature}/{mend[0]}", *mend[1:]
        assert old in files[path]
        files[path] = files[path].replace(old, new)
    golden.write_tree(folder, files)
    return run(folder, feature, golden.FEATURES / feature / "openapi.yaml")


@pytest.mark.parametrize("feature", FEATURES)
def test_every_operation_makes_the_round_trip(feature: str, tmp_path: Path) -> None:
    """What is sent is what was given, what is read is what was answered."""
    result = trips(feature, tmp_path)
    assert not result.failures, "\n".join(map(str, result.failures))
    assert not result.undrawn, "\n".join(map(str, result.undrawn))
    assert result.passed == result.total > 0


@pytest.mark.parametrize(
    ("feature", "wrong", "step", "facts"),
    [
        (
            "parameter_styles",
            ("client.py", 'Param("comma", explode=False)', '"comma"'),
            "sent",
            "comma",
        ),
        (
            "parameter_styles",
            ("client.py", 'style="deepObject"', 'style="form"'),
            "sent",
            "from",
        ),
        ("parameter_styles", ("client.py", 'method="GET"', 'method="PUT"'), "find", ""),
        (
            "request_forms",
            ("_core/body.py", "to_json(given)", "to_json([given])"),
            "sent",
            "body",
        ),
        (
            "open_models",
            ("models/circle.py", "radius: float", "diameter: float"),
            "read",
            "no known variant",
        ),
        (
            "read_write_only",
            (
                "models/user.py",
                "    name: str\n    address",
                "    name: int\n    address",
            ),
            "read",
            "name",
        ),
        (
            "errors_by_status",
            ("_core/errors.py", "404: NotFoundError", "404: ConflictError"),
            "read",
            "404",
        ),
        (
            "auth_schemes",
            ("_core/http_auth.py", 'str = "Bearer"', 'str = "bearer"'),
            "sent",
            "Authorization",
        ),
    ],
)
def test_what_is_wrong_is_found(
    feature: str,
    wrong: tuple[str, str, str],
    step: str,
    facts: str,
    tmp_path: Path,
) -> None:
    """An SDK with a mistake fails, at the step where it shows."""
    result = trips(feature, tmp_path, wrong)
    assert result.failures
    assert any(each.step == step for each in result.failures)
    assert any(facts in each.facts for each in result.failures)
