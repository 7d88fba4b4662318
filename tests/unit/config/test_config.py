"""A configuration is read in full, or everything that is wrong with it is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeAlias

import pytest
from sdkwright import config_files
from sdkwright.config import OPTIONS, Target
from sdkwright.diagnostics import Diagnostic, Diagnostics
from trees import put

Option: TypeAlias = str | float | bool | dict[str, str] | list[str]
PAGINATION: dict[str, Any] = {"listPets": False, "listCats": {"style": "offset"}}
FULL: dict[str, Option] = {
    "spec": "spec/pets.yaml",
    "output": "generated/pets",
    "overlays": ["spec/sdk.overlay.yaml", "names.yaml"],
    "root": "spec",
    "package": "pets",
    "distribution": "acme-pets",
    "class_name": "Pets",
    "version": "1.2.3",
    "client": "flat",
    "credentials": "strings",
    "env": {"key": "PETS_KEY"},
    "http_library": "httpx",
    "timeout": 12.5,
    "max_retries": 5,
    "idempotency_header": "Idempotency-Key",
    "check_requests": True,
    "webhook_signature": {"header": "X-Signature", "encoding": "base64"},
    "lenient": True,
    "ignore": {"unused-keyword": "#/components"},
    "names": {"#/paths/~1pets/get": "all_pets"},
    "exports": {"types.Pet": "Pet", "Animal": "Pet"},
    "pagination": PAGINATION,
    "templates": "templates",
    "plugins": ["shout"],
}


def targets(folder: Path, file: str, text: str) -> tuple[tuple[Target, ...], list[str]]:
    """The targets of a configuration, and what is wrong with it, one line each."""
    put(folder, {file: text})
    found = Diagnostics()
    read = config_files.read(folder / file, found)
    assert read is not None
    made = read.targets(found) if not found.has_errors else ()
    return made, [shown(each) for each in read.locate(found)]


def shown(each: Diagnostic) -> str:
    assert each.span is not None
    hint = f" ({each.hint})" if each.hint else ""
    return f"{each.span.line}:{each.span.column}: {each.code}: {each.message}{hint}"


def written(value: Option, colon: str) -> str:
    """An option's value as TOML has it, or YAML where the sign between is a colon."""
    if isinstance(value, dict):
        pairs = (
            f'"{key}"{colon} {written(each, colon)}' for key, each in value.items()
        )
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(written(each, colon) for each in value) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


@pytest.mark.parametrize("file", ["sdkwright.yaml", "pyproject.toml"])
def test_every_option(file: str, tmp_path: Path) -> None:
    """Each option arrives, with paths relative to the configuration's folder."""
    put(tmp_path, {"spec/pets.yaml": "", "templates/x": ""})
    lines = {
        "sdkwright.yaml": [
            f"{key}: {written(value, ':')}" for key, value in FULL.items()
        ],
        "pyproject.toml": ["[tool.sdkwright]"]
        + [f"{key} = {written(value, ' =')}" for key, value in FULL.items()],
    }
    made, wrong = targets(tmp_path, file, "\n".join(lines[file]))
    assert wrong == []
    assert set(FULL) == set(OPTIONS)
    assert made == (
        Target(
            name="pets",
            spec=tmp_path / "spec/pets.yaml",
            output=tmp_path / "generated/pets",
            overlays=(tmp_path / "spec/sdk.overlay.yaml", tmp_path / "names.yaml"),
            root=tmp_path / "spec",
            package="pets",
            distribution="acme-pets",
            class_name="Pets",
            version="1.2.3",
            client="flat",
            credentials="strings",
            env={"key": {"": "PETS_KEY"}},
            http_library="httpx",
            timeout=12.5,
            max_retries=5,
            idempotency_header="Idempotency-Key",
            check_requests=True,
            webhook_signature={"header": "X-Signature", "encoding": "base64"},
            lenient=True,
            ignore={"unused-keyword": ("#/components",)},
            names={"#/paths/~1pets/get": "all_pets"},
            exports={"types.Pet": "Pet", "Animal": "Pet"},
            pagination=PAGINATION,
            templates=tmp_path / "templates",
            plugins=("shout",),
        ),
    )


def test_defaults(tmp_path: Path) -> None:
    """A document and an output are enough; the target is called as its output is."""
    made, wrong = targets(tmp_path, "sdkwright.yaml", "spec: a.yaml\noutput: out/b\n")
    assert wrong == []
    assert made == (
        Target(name="b", spec=tmp_path / "a.yaml", output=tmp_path / "out/b"),
    )


def test_several_targets(tmp_path: Path) -> None:
    """Targets by name, in the order of the file."""
    made, wrong = targets(
        tmp_path,
        "pyproject.toml",
        """
        [tool.sdkwright.targets.zoo]
        spec = "zoo.yaml"
        output = "out/zoo"

        [tool.sdkwright.targets]
        "farm v2" = { spec = "farm.yaml", output = "out/farm" }
        """,
    )
    assert wrong == []
    assert [target.name for target in made] == ["zoo", "farm v2"]


@pytest.mark.parametrize("value", ["none", "null", "'none'", "~"])
def test_no_timeout(value: str, tmp_path: Path) -> None:
    """For ever is `none`, also where null is no value of the language."""
    text = f"spec: a.yaml\noutput: out\ntimeout: {value}\n"
    made, wrong = targets(tmp_path, "sdkwright.yaml", text)
    assert wrong == []
    assert made[0].timeout is None


def test_everything_wrong_at_once_in_yaml(tmp_path: Path) -> None:
    """Each mistake has its line and its column, and they are all told in one run."""
    _, wrong = targets(
        tmp_path,
        "sdkwright.yaml",
        "spec: 1\n"
        "outptu: out\n"
        "client: grouped-by-tag\n"
        "timeout: 0\n"
        "max_retries: many\n"
        "lenient: on\n"
        "version: 0.2\n"
        "package: class\n"
        "names:\n"
        "  pets: Pets\n"
        "  '#/x': 'not a name'\n",
    )
    assert wrong == [
        "1:1: missing-option: there is no 'output'",
        "1:7: wrong-option: 'spec' must be text, not 1 (put it in quotes)",
        "2:1: unknown-option: there is no option 'outptu' (did you mean 'output'?)",
        "3:9: wrong-option: 'client' must be 'flat' or 'grouped', not 'grouped-by-tag'"
        " (did you mean 'grouped'?)",
        "4:10: wrong-option: 'timeout' must be a number of seconds above 0, or 'none'"
        " for no limit, not 0",
        "5:14: wrong-option: 'max_retries' must be a whole number, 0 or more,"
        " not 'many'",
        "6:10: wrong-option: 'lenient' must be true or false, not 'on'",
        "7:10: wrong-option: 'version' must be text, not 0.2 (put it in quotes)",
        "8:10: wrong-option: 'package' must be a name in Python: letters, digits and _,"
        " not 'class'",
        "10:3: wrong-option: 'pets' is no JSON Pointer"
        " (one looks like '#/paths/~1pets~1{id}/get')",
        "11:10: wrong-option: '#/x' must be a name in Python: letters, digits and _,"
        " not 'not a name'",
    ]


def test_everything_wrong_at_once_in_toml(tmp_path: Path) -> None:
    """The same for TOML, whose parser does not tell where anything stands."""
    _, wrong = targets(
        tmp_path,
        "pyproject.toml",
        "[project]\n"
        'name = "x" # [tool.sdkwright]\n'
        "[tool.sdkwright.targets.a]\n"
        'spec = "a.yaml"\n'
        "max_retries = true\n"
        "version = 2020-01-01\n"
        "names = { '#/x' = 1 }\n"
        "[tool.sdkwright.targets.b]\n"
        'spec = "b.yaml"\n'
        'output = "out"\n'
        'pakage = "b"\n'
        "[tool.sdkwright.targets.c]\n"
        'spec = "b.yaml"\n'
        'output = "./x/../out"\n',
    )
    assert wrong == [
        "3:25: missing-option: there is no 'output'",
        "5:15: wrong-option: 'max_retries' must be a whole number, 0 or more, not true",
        "6:11: wrong-option: 'version' must be text, not 2020-01-01",
        "7:19: wrong-option: '#/x' must be text, not 1 (put it in quotes)",
        "11:1: unknown-option: there is no option 'pakage' (did you mean 'package'?)",
        "14:10: same-output: 'b' is generated into this folder too",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n", "1:1: wrong-option: a configuration is a mapping of options"),
        (
            "targets: 1\n",
            "1:10: wrong-option: 'targets' is a mapping of names to targets",
        ),
        (
            "targets: {}\n",
            "1:10: wrong-option: 'targets' is a mapping of names to targets",
        ),
        ("targets: {a: 1}\n", "1:14: wrong-option: a target is a mapping of options"),
        (
            "client: flat\ntargets: {a: {spec: a, output: b}}\n",
            "1:1: unknown-option: 'client' cannot stand beside 'targets'"
            " (options belong into a target)",
        ),
        (
            "spec: a\noutput: b\nroot: nowhere\n",
            "3:7: wrong-option: 'root' must be a folder that exists, not 'nowhere'",
        ),
        (
            "spec: a\noutput: b\nidempotency_header: a b\n",
            "3:21: wrong-option: 'idempotency_header' must be the name of a header,"
            " not 'a b'",
        ),
        (
            "spec: a\noutput: b\nhello: 1\n",
            "3:1: unknown-option: there is no option 'hello' (the options are spec,"
            " output, overlays, root, package, distribution, class_name, version,"
            " client, credentials, env, http_library, timeout, max_retries,"
            " idempotency_header, check_requests, webhook_signature, lenient, ignore,"
            " names, exports, pagination, templates and plugins)",
        ),
    ],
)
def test_wrong_shapes(text: str, expected: str, tmp_path: Path) -> None:
    """What is no configuration at all, or stands where it does not belong."""
    assert targets(tmp_path, "sdkwright.yaml", text)[1] == [expected]


@pytest.mark.parametrize(
    "name", ["a-b", "1a", "class", "con", "LPT1", "httpx", "é", "a.b", "pydantic"]
)
def test_names_that_no_package_can_have(name: str, tmp_path: Path) -> None:
    """A package has to be importable, on every system, beside what it needs itself."""
    text = f"spec: a\noutput: b\npackage: {name}\n"
    _, wrong = targets(tmp_path, "sdkwright.yaml", text)
    assert [each.split(": ")[:2] for each in wrong] == [["3:10", "wrong-option"]]


def test_faults_of_the_languages(tmp_path: Path) -> None:
    """What does not parse is told with its place, in TOML too."""
    assert targets(tmp_path, "a.toml", "[tool.sdkwright]\nspec = \n")[1] == [
        "2:8: syntax: invalid value"
    ]
    assert targets(tmp_path, "a.toml", '[tool.sdkwright]\nspec = "')[1][0].startswith(
        "2:9: syntax: "
    )
    assert "syntax" in targets(tmp_path, "a.yaml", "spec: [\n")[1][0]


def test_which_file_counts(tmp_path: Path) -> None:
    """sdkwright.yaml before pyproject.toml; a project without our section has none."""
    assert config_files.find(tmp_path) is None
    put(tmp_path, {"pyproject.toml": "[project]\nname = 'x'\n"})
    assert config_files.find(tmp_path) is None
    put(tmp_path, {"pyproject.toml": "[tool.sdkwright]\n"})
    assert config_files.find(tmp_path) == tmp_path / "pyproject.toml"
    put(tmp_path, {"sdkwright.yaml": ""})
    assert config_files.find(tmp_path) == tmp_path / "sdkwright.yaml"
