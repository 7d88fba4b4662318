"""`sdkwright init` carries over other generators' configurations, and tells the rest.

A folder of tests/carrying is a configuration as a generator's documentation has it;
`expected/` beside it has what is written and what is told.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import golden
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sdkwright.carrying.find import find, read
from sdkwright.cli import main
from sdkwright.diagnostics import Diagnostics
from sdkwright.pointer import ROOT
from sdkwright.spec.objects import Json
from sdkwright.spec.opening import open_document
from sdkwright.spec.overlay_text import overlay_text
from sdkwright.spec.parse import parse
from sdkwright.spec.source import Source
from sdkwright.starting import SCHEMA, Start, config_text
from trees import put, tree

HERE = Path(__file__).parent / "carrying"
TOOLS = tuple(sorted(path.name for path in HERE.iterdir() if path.is_dir()))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(HERE / "openapi.yaml", "openapi.yaml")


@pytest.mark.parametrize("tool", TOOLS)
def test_what_is_carried_over(tool: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The configuration, the overlays and what is left; the SDK is generated of it."""
    shutil.copytree(
        HERE / tool, ".", dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected")
    )
    before = tree(Path()).keys()
    assert main(["init"]) == 0
    written = tree(Path()).keys() - before - {SCHEMA}
    made = {name: Path(name).read_text("utf-8") for name in written}
    made["told.txt"] = capsys.readouterr().err
    if golden.UPDATE:
        put(HERE / tool / "expected", made)
    assert made == tree(HERE / tool / "expected"), golden.MEND
    assert main(["generate", "--quiet"]) == 0
    assert main(["check"]) == 0
    printed = capsys.readouterr().err
    assert "unused-name" not in printed
    assert "unusable-pagination" not in printed
    assert "overlay-" not in printed


def test_what_the_command_line_says_counts_more(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """`--from` names one of several, flags win, `--fresh` carries nothing over."""
    put(
        Path(),
        {
            "config.yaml": "package_name_override: old\n",
            "stainless.yml": "organization: {name: acme}\nresources: {}\n",
        },
    )
    assert main(["init"]) == 2
    assert "name one with --from: stainless.yml, config.yaml" in capsys.readouterr().err
    assert main(["init", "--from", "config.yaml", "--package", "new", "-o", "out"]) == 0
    text = Path("sdkwright.yaml").read_text("utf-8")
    assert "    output: out\n    package: new\n" in text
    Path("sdkwright.yaml").unlink()
    assert main(["init", "--fresh"]) == 0
    assert "package: notes" in Path("sdkwright.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\n", "old.yml is no configuration of a generator"),
        ("groups: [\n", "old.yml is no configuration of a generator"),
        ("groups: {go: {generators: []}}\n", "old.yml asks for no SDK in Python"),
    ],
)
def test_what_cannot_be_carried_over(
    text: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 2, and nothing is written."""
    put(Path(), {"old.yml": text})
    before = tree(Path())
    assert main(["init", "--from", "old.yml"]) == 2
    assert message in capsys.readouterr().err
    assert tree(Path()) == before


def test_overrides_are_laid_over() -> None:
    """Lists are replaced, those of mappings merged by position, the rest is merged."""
    document = {"a": {"b": 1, "c": [1, 2]}, "d": [{"e": 1}, {"f": 2}], "g": {"h": 1}}
    overrides = {"a": {"b": 2, "c": [3]}, "d": [{"e": 5, "i": 6}], "g": "text", "j": {}}
    put(
        Path(),
        {
            "fern/doc.json": json.dumps({"openapi": "3.1.0", **document}),
            "fern/events.yml": "asyncapi: 3.0.0\n",
            "fern/over.json": json.dumps(overrides),
            "fern/generators.yml": "api:\n  - {path: events.yml}\n"
            "  - {path: doc.json, overrides: over.json}\n"
            "groups: {py: {generators: [{name: fernapi/fern-python-sdk}]}}\n",
        },
    )
    (wanted,) = read(Path("fern/generators.yml")).targets
    assert wanted.options["spec"][0] == "fern/doc.json"
    put(Path(), {"edits.yaml": overlay_text("", "T", wanted.edits) or ""})
    found = Diagnostics()
    overlays = (Path("edits.yaml"),)
    opened = open_document(Path("fern/doc.json"), found, overlays=overlays)
    assert opened is not None, list(found)
    assert list(found) == []
    assert opened.value(ROOT) == {
        "openapi": "3.1.0",
        "a": {"b": 2, "c": [3]},
        "d": [{"e": 5, "i": 6}, {"f": 2}],
        "g": "text",
        "j": {},
    }


def test_a_folder_of_the_other_generator(capsys: pytest.CaptureFixture[str]) -> None:
    """Where its SDK stands nothing is generated before it is moved away."""
    generator = "{generatorName: python, outputDir: old, packageName: 'no name'}"
    put(Path(), {"old/setup.py": "", "c.yaml": generator})
    assert main(["init", "--from", "c.yaml"]) == 0
    told = capsys.readouterr().err
    assert "'outputDir' is not carried over: the folder holds files that" in told
    assert "'packageName' is not carried over: 'package' must be" in told
    assert "output: sdks/no name" not in Path("sdkwright.yaml").read_text("utf-8")


_KEYS = (
    *("organization", "resources", "methods", "models", "endpoint", "groups"),
    *("generators", "name", "config", "api", "specs", "client_settings", "opts"),
    *("targets", "python", "workflowVersion", "sources", "generator-cli", "output"),
)
_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.sampled_from(_KEYS) | st.text(max_size=8), inside)
    ),
    max_leaves=12,
)


@pytest.mark.parametrize(
    "start",
    [
        {"organization": None, "resources": None},
        {"groups": None, "api": None},
        {"workflowVersion": None, "sources": None, "targets": None},
        {"class_overrides": None},
        {"generator-cli": None},
    ],
    ids=str,
)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_any_configuration_is_read(start: dict[str, None], data: st.DataObject) -> None:
    """Whatever stands in it, reading ends, and what is left has a place."""
    value = {key: data.draw(_ANY) for key in start}
    Path("any.yml").write_text(json.dumps(value), encoding="utf-8")
    carried = read(Path("any.yml"))
    assert all(each.span is not None for each in carried.left)


# A key `<<` is one that merges, for our parser in quotes as well.
_NAMED = st.text().filter(lambda key: key != "<<")


@given(st.dictionaries(_NAMED, st.text() | st.dictionaries(_NAMED, st.text())))
def test_any_text_is_text(options: dict[str, Json]) -> None:
    """A configuration says what was carried over, whatever signs are in it."""
    said: dict[str, Json] = {"spec": "x", **options}
    text = config_text([Start(name="a", options=said)])
    source = Source(path=Path("a"), file="", name="a", text=text, digest="")
    found = Diagnostics()
    read_back = parse(source, found)
    assert read_back == {"targets": {"a": said}}, list(found)
    assert not list(found)


def test_a_name_leads_nowhere() -> None:
    """What a target is called in the other file is no path that leads out of here."""
    generators = "[{name: fernapi/fern-python-sdk}]"
    put(Path(), {"g.yml": f"groups: {{'../../up': {{generators: {generators}}}}}\n"})
    assert main(["init", "openapi.yaml", "--from", "g.yml"]) == 0
    assert "    output: sdks/up\n" in Path("sdkwright.yaml").read_text("utf-8")


def test_a_package_below_another(capsys: pytest.CaptureFixture[str]) -> None:
    """Of `notes.client` the first part is the package; that it is so is told."""
    text = "configVersion: 2.0.0\ngeneration: {}\npython: {moduleName: notes.client}\n"
    put(Path(), {"gen.yaml": text})
    assert main(["init", "openapi.yaml", "--from", "gen.yaml"]) == 0
    assert "    package: notes\n" in Path("sdkwright.yaml").read_text("utf-8")
    assert "a package has no dots" in capsys.readouterr().err


def test_nothing_is_found_where_nothing_is() -> None:
    """Files of these names that are none of a generator's are no reason to carry."""
    put(Path(), {"config.yaml": "debug: true\n", "gen.yaml": "- 1\n"})
    assert find(Path()) == ()


def test_the_file_that_asks_for_python(capsys: pytest.CaptureFixture[str]) -> None:
    """What names a version alone, or asks for others, stands behind; that is told."""
    web = "{targets: {web: {target: typescript}}, workflowVersion: 1.0.0}"
    put(
        Path(),
        {
            "openapitools.json": '{"generator-cli": {"version": "7.7.0"}}',
            "openapi-config.yml": "packageName: acme\n",
            ".speakeasy/workflow.yaml": web,
        },
    )
    assert main(["init"]) == 0
    assert "package: acme\n" in Path("sdkwright.yaml").read_text("utf-8")
    told = capsys.readouterr().err
    assert ".speakeasy/workflow.yaml asks for no SDK in Python: nothing of it" in told
    assert "openapi-config.yml: carried over from OpenAPI Generator" in told


def test_a_document_that_is_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    """What stands in a registry or at a URL is not fetched: the one here is taken."""
    put(
        Path(),
        {
            ".speakeasy/workflow.yaml": json.dumps(
                {
                    "workflowVersion": "1.0.0",
                    "sources": {
                        "a": {"inputs": [{"location": "registry.speakeasyapi.dev/a"}]}
                    },
                    "targets": {"a": {"target": "python", "source": "a"}},
                }
            )
        },
    )
    assert main(["init"]) == 0
    assert (
        "'location' is not carried over: nothing is fetched" in capsys.readouterr().err
    )
    assert "spec: openapi.yaml\n" in Path("sdkwright.yaml").read_text("utf-8")


def test_names_where_none_are_given() -> None:
    """A package is the title's in one generator, and always the same in another."""
    put(Path(), {"config.yaml": "post_hooks: []\n", "c.yaml": "library: asyncio\n"})
    assert main(["init"]) == 0
    assert "package: notes_api_client\n" in Path("sdkwright.yaml").read_text("utf-8")
    Path("sdkwright.yaml").unlink()
    assert main(["init", "--from", "c.yaml"]) == 0
    assert "package: openapi_client\n" in Path("sdkwright.yaml").read_text("utf-8")


def test_a_document_that_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    """What Fern names and is not there is told, and not taken for something else."""
    generators = "[{name: fern-python-sdk}]"
    text = f"api: {{path: gone.yml}}\ngroups: {{py: {{generators: {generators}}}}}\n"
    put(Path(), {"fern/generators.yml": text})
    assert main(["init"]) == 2
    assert "there is no document 'fern/gone.yml'" in capsys.readouterr().err


def test_schemes_that_are_not_declared(capsys: pytest.CaptureFixture[str]) -> None:
    """Fern knows two by itself; another that `auth` names is told."""
    generators = "[{name: fern-python-sdk}]"
    api = "{path: ../openapi.yaml, auth: {any: [bearer, Gone]}}"
    text = f"api: {api}\ngroups: {{py: {{generators: {generators}}}}}\n"
    put(Path(), {"fern/generators.yml": text})
    assert main(["init"]) == 0
    assert "there is no scheme 'Gone' in `auth-schemes`" in capsys.readouterr().err
    overlay = Path("py.overlay.yaml").read_text("utf-8")
    assert '"security": [{"bearer": []}]' in overlay
