"""The files that `init` writes: a configuration, and what keeps SDKs up to date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from . import __version__
from .records import dataclass
from .spec.objects import Json
from .spec.yaml_text import plain

# What an editor checks a configuration with, beside it.
SCHEMA = "sdkwright.schema.json"
_CONFIG = """\
# yaml-language-server: $schema={schema}
# The SDKs that sdkwright makes: `sdkwright generate` writes them, `sdkwright check`
# tells whether they are up to date.
targets:
"""
_MAKE = """\
.PHONY: sdk sdk-check sdk-release

sdk:  ## write the SDKs anew
\tsdkwright generate

sdk-check:  ## fail if the SDKs are not what would be written
\tsdkwright check

sdk-release:  ## make the next version of an SDK: TARGET=name
\tsdkwright release $(TARGET)
"""
_PRE_COMMIT = f"""\
repos:
  - repo: local
    hooks:
      - id: sdkwright-check
        name: SDKs are up to date
        entry: sdkwright check
        language: python
        additional_dependencies: [sdkwright=={__version__}]
        pass_filenames: false
"""
_GITHUB = f"""\
name: SDKs

on:
  pull_request:
  push:
    branches: [main]

permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install sdkwright=={__version__}
      - run: sdkwright check --format github
"""
_GITLAB = f"""\
sdk-check:
  image: python:3.12-slim
  script:
    - pip install sdkwright=={__version__}
    - sdkwright check
"""
# What can be had besides a configuration: its file, and what stands in it.
EXTRAS: Mapping[str, tuple[str, str]] = {
    "make": ("Makefile", _MAKE),
    "pre-commit": (".pre-commit-config.yaml", _PRE_COMMIT),
    "github": (".github/workflows/sdk.yml", _GITHUB),
    "gitlab": (".gitlab-ci.yml", _GITLAB),
}
# Where a document is looked for, and how it may be called.
_FOLDERS = ("", "spec", "specs", "api", "openapi", "docs")
_STEMS = ("openapi", "swagger", "api")
_ENDINGS = (".yaml", ".yml", ".json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What a target begins with: its name and its options."""

    name: str
    options: Mapping[str, Json]


def config_text(starts: Iterable[Start]) -> str:
    """The configuration of some targets, as a file in the working folder."""
    lines = (
        line for start in starts for line in lines_of({start.name: {**start.options}})
    )
    return _CONFIG.format(schema=SCHEMA) + "".join(f"  {line}\n" for line in lines)


def lines_of(options: Mapping[str, Json]) -> Iterator[str]:
    """Options as lines of YAML, a mapping below its key."""
    for key, value in options.items():
        if isinstance(value, dict) and value:
            yield f"{plain(key)}:"
            yield from (f"  {line}" for line in lines_of(value))
        else:
            yield f"{plain(key)}: {plain(value)}"


def documents(folder: Path) -> tuple[Path, ...]:
    """The documents that stand where one would look for them, relative to a folder."""
    places = (
        Path(below, stem + ending)
        for below in _FOLDERS
        for stem in _STEMS
        for ending in _ENDINGS
    )
    return tuple(place for place in places if (folder / place).is_file())
