"""`sdkwright init`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from ..arguments import FILE, lenient
from ..status import FINE, WRONG
from ..streams import say


@click.command(epilog="""\b
Examples:
  sdkwright init spec/openapi.yaml             asks, where there is a terminal
  sdkwright init spec/openapi.yaml --output sdks/notes --make --github
  sdkwright init --from fern/generators.yml    carries over what Fern was told
""")
@click.argument("spec", type=FILE, required=False)
@click.option("-o", "--output", type=FILE, help="Folder for the SDK.")
@click.option("--package", metavar="NAME", help="Package of the SDK.")
@click.option("--from", "named", type=FILE, help="Another generator's configuration.")
@click.option("--fresh", is_flag=True, help="Carry nothing over from one.")
@lenient
@click.option("--make", is_flag=True, help="Write make targets as well.")
@click.option("--pre-commit", is_flag=True, help="Write a pre-commit hook as well.")
@click.option("--github", is_flag=True, help="Write a job of GitHub Actions as well.")
@click.option("--gitlab", is_flag=True, help="Write a job of GitLab CI as well.")
def init(
    spec: Path | None,
    output: Path | None,
    package: str | None,
    named: Path | None,
    fresh: bool,
    lenient: bool,
    **extras: Any,
) -> int:
    """Write sdkwright.yaml, and on request what keeps SDKs up to date.

    Beside it stands its schema, with which editors complete and check it.

    The configuration of another generator is carried over as far as it goes, and the
    rest is told: Stainless, Fern, Speakeasy, openapi-python-client, OpenAPI Generator.

    No file that is there is changed: what would belong into one is printed.
    """
    from ... import config_files
    from ...schemas.published import read_text
    from ...starting import EXTRAS, SCHEMA, config_text
    from ..starting import Asked, before, carried, plain

    there = config_files.find(Path())
    if there is not None and _is_configured(there):
        raise click.UsageError(f"there is a configuration already: {there}")
    asked = Asked(spec=spec, output=output, package=package, lenient=lenient)
    former = None if fresh else before(named)
    made = plain(asked) if former is None else carried(former, asked)
    if made is None:
        return WRONG
    _write(Path(config_files.YAML), config_text(made.starts))
    for name, text in made.overlays.items():
        _write(Path(name), text)
    _write_schema(Path(SCHEMA), read_text("configuration"))
    for name in _wanted(extras):
        file, text = EXTRAS[name]
        _write(Path(file), text)
    say("next: sdkwright generate", sys.stderr)
    return FINE


def _is_configured(path: Path) -> bool:
    from ... import config_files
    from ...diagnostics import Diagnostics

    read = config_files.read(path, Diagnostics())
    return path.name == config_files.YAML or (read is not None and bool(read.value))


def _wanted(extras: dict[str, bool]) -> list[str]:
    """What is asked for by flags; where there are none and a terminal, by questions."""
    asked = [name.replace("_", "-") for name, flag in extras.items() if flag]
    if asked or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return asked
    questions = {
        "make": "Add make targets?",
        "pre-commit": "Add a pre-commit hook?",
        "github": "Add a job of GitHub Actions?",
        "gitlab": "Add a job of GitLab CI?",
    }
    return [
        name
        for name, question in questions.items()
        if click.confirm(question, default=False, err=True)
    ]


def _write(path: Path, text: str) -> None:
    """Write a new file; where there is one, tell what belongs into it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        say(f"{path} is there already; add to it:\n\n{text}", sys.stdout)
    else:
        say(f"{path}: written", sys.stdout)


def _write_schema(path: Path, text: str) -> None:
    """Write the schema; one that is there may be older, which is said."""
    if not path.exists():
        _write(path, text)
    elif path.read_text(encoding="utf-8") != text:
        say(f"{path} is another one: sdkwright schema > {path}", sys.stdout)
