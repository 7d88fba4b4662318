"""docs/configuration.md is made from the options, and its examples are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import golden
import pytest
import yaml
from sdkwright import config_files
from sdkwright.diagnostics import Diagnostics
from sdkwright.schemas.configuration import schema

PAGE = Path(__file__).parents[1] / "docs" / "configuration.md"
GUIDES = [PAGE.with_name(f"{name}.md") for name in ("guides", "plugins")]
EXAMPLES: dict[str, dict[str, str]] = yaml.safe_load(
    Path(__file__).with_name("configuration_examples.yaml").read_text(encoding="utf-8")
)
HEAD = """# Configuration

`sdkwright.yaml`, or `[tool.sdkwright]` of a `pyproject.toml`: one SDK at the top level,
or several by name. Paths start from the file's folder. A key that is not known is an
error. `sdkwright init` writes a first one.

```yaml
targets:
  notes:
    spec: spec/notes.yaml
    output: sdks/notes
  mail:
    spec: spec/mail.yaml
    output: sdks/mail
    client: flat
```

In a `pyproject.toml` it is the same:

```toml
[tool.sdkwright.targets.notes]
spec = "spec/notes.yaml"
output = "sdks/notes"
```

Editors complete and check a `sdkwright.yaml` by its JSON Schema, which
`sdkwright schema` prints: `sdkwright schema > sdkwright.schema.json`, and in the first
line of the file `# yaml-language-server: $schema=sdkwright.schema.json`.

This page is made from the options in `sdkwright/config.py` (`make golden` writes it).
"""


def test_the_page_is_made_from_the_options() -> None:
    """The page says what the options say, each with its example."""
    text = "\n".join(page())
    if golden.UPDATE:
        PAGE.write_text(text, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == text, golden.MEND


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name != "output"])
def test_an_example_is_read(name: str, tmp_path: Path) -> None:
    """It is a configuration that has no fault, and sets what it is an example of."""
    (tmp_path / "spec").mkdir()
    (tmp_path / "our-templates").mkdir()
    file = tmp_path / config_files.YAML
    file.write_text(EXAMPLES[name]["example"], encoding="utf-8")
    found = Diagnostics()
    read = config_files.read(file, found)
    assert read is not None
    target = read.options(tmp_path / "a.yaml", tmp_path / "out", found)
    assert list(found) == []
    assert target is not None
    assert isinstance(read.value, dict)
    assert name in read.value


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_option_is_shown_in_use(name: str) -> None:
    """In a whole configuration on the page of guides or of plugins."""
    files = re.compile(
        r"^```yaml\n(?:# sdkwright\.yaml\n)?(spec: .*?)^```$", re.M | re.S
    )
    blocks = (
        each for page in GUIDES for each in files.findall(page.read_text("utf-8"))
    )
    assert any(name in yaml.safe_load(each) for each in blocks)


def page() -> Iterator[str]:
    yield HEAD
    known: dict[str, Any] = dict(schema())
    options = [name for name in known["properties"] if name != "targets"]
    assert sorted(options) == sorted(EXAMPLES)
    for name in options:
        yield from section(name, known["definitions"][name])


def section(name: str, said: Mapping[str, Any]) -> Iterator[str]:
    shown = EXAMPLES[name]
    default = said.get("default")
    end = "" if default is None else f" By default `{str(default).lower()}`."
    yield f"## {name}\n"
    yield f"{said['description']}{end}\n"
    if "example" in shown:
        yield f"```yaml\n{shown['example'].rstrip()}\n```\n"
    if "after" in shown:
        yield f"{shown['after']}\n"
