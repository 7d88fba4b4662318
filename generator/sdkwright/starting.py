"""The files that `init` writes: a configuration, and what keeps SDKs up to date."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from . import __version__
from .records import dataclass

# What an editor checks a configuration with, beside it.
SCHEMA = "sdkwright.schema.json"
_CONFIG = """\
# yaml-language-server: $schema={schema}
# The SDKs that sdkwright makes: `sdkwright generate` writes them, `sdkwright check`
# tells whether they are up to date.
targets:
  {name}:
    spec: {spec}
    output: {output}
    package: {package}
"""
_MAKE = """\
.PHONY: sdk sdk-check

sdk:  ## write the SDKs anew
\tsdkwright generate

sdk-check:  ## fail if the SDKs are not what would be written
\tsdkwright check
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
    """What a configuration begins with."""

    name: str
    spec: Path
    output: Path
    package: str

    @property
    def text(self) -> str:
        """The configuration, as a file in the working folder."""
        return _CONFIG.format(
            schema=SCHEMA,
            name=self.name,
            spec=_quoted(self.spec.as_posix()),
            output=_quoted(self.output.as_posix()),
            package=self.package,
        )


def _quoted(text: str) -> str:
    """A path as YAML text: plain where it can mean nothing else."""
    plain = all(each.isalnum() or each in "._-/" for each in text)
    return text if plain and text[:1].isalpha() else "'" + text.replace("'", "''") + "'"


def documents(folder: Path) -> tuple[Path, ...]:
    """The documents that stand where one would look for them, relative to a folder."""
    places = (
        Path(below, stem + ending)
        for below in _FOLDERS
        for stem in _STEMS
        for ending in _ENDINGS
    )
    return tuple(place for place in places if (folder / place).is_file())
