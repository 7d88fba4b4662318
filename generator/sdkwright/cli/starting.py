"""What `init` begins with: a bare document, or another generator's configuration."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

import click

from ..carrying.carried import Carried, Wanted
from ..carrying.find import Unreadable, find, read
from ..carrying.fit import Fitted, fit
from ..carrying.keys import leave
from ..config import Target
from ..diagnostics import Diagnostics, Severity
from ..output.lock import NAME as LOCK
from ..records import dataclass
from ..rules.every import RULES
from ..spec.locate import locate
from ..spec.objects import Json
from ..starting import Start, documents
from ..understanding import Understood, understand
from .report import say_found
from .streams import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the command line says; it counts more than what is carried over."""

    spec: Path | None
    output: Path | None
    package: str | None
    lenient: bool = False

    def document(self, said: Path | None = None) -> Path:
        """The document, named or found.

        Raises:
            click.UsageError: There is none, or there are several.
        """
        spec = self.spec or said or _found()
        if not spec.is_file():
            raise click.UsageError(f"there is no document '{spec}'")
        return spec

    @property
    def reading(self) -> Mapping[str, Json]:
        """The options that say how the document is read."""
        return {"lenient": True} if self.lenient else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Targets to begin with, and overlays by the name of their file."""

    starts: tuple[Start, ...]
    overlays: Mapping[str, str] = field(default_factory=dict[str, str])


def plain(asked: Asked) -> Made | None:
    """One target for a bare document; None where that has errors, which are told."""
    spec = asked.document()
    target = Target(
        name="sdk",
        spec=spec,
        output=asked.output or Path("sdk"),
        package=asked.package,
        lenient=asked.lenient,
    )
    known = understand(target)
    if known.named is None:
        _wrong(known)
        return None
    package = asked.package or known.named.names.package
    output = asked.output or Path("sdks", package)
    options: dict[str, Json] = {
        "spec": spec.as_posix(),
        "output": output.as_posix(),
        "package": package,
        **asked.reading,
    }
    return Made(starts=(Start(name=package, options=options),))


def before(named: Path | None) -> Carried | None:
    """The configuration of another generator: the one that is named, or that is here.

    Raises:
        click.UsageError: What is named is none, or has no SDK in Python; or several are
            here.
    """
    if named is not None:
        try:
            read_ = read(named)
        except Unreadable as error:
            raise click.UsageError(str(error)) from error
        if not read_.targets:
            raise click.UsageError(_no_python(read_))
        return read_
    several = find(Path())
    for each in several:
        if not each.targets:
            say(f"{_no_python(each)}: nothing of it is carried over", sys.stderr)
    asking = [each for each in several if each.targets]
    if len(asking) > 1:
        names = ", ".join(map(_names, asking))
        raise click.UsageError(
            f"several generators are configured here, name one with --from: {names}"
        )
    return asking[0] if asking else None


def _no_python(before: Carried) -> str:
    return f"{_names(before)} asks for no SDK in Python"


def _names(before: Carried) -> str:
    return ", ".join(each.as_posix() for each in before.paths)


def carried(before: Carried, asked: Asked) -> Made | None:
    """The targets of another generator, and what of them is left, told."""
    starts: list[Start] = []
    overlays: dict[str, str] = {}
    found = Diagnostics()
    for wanted in before.targets:
        target = _target(wanted, before, asked, found)
        name = _free(target.name, {each.name for each in starts})
        overlay = f"{name}.overlay.yaml"
        fitted = fit(wanted, target, overlay, found)
        if fitted.target is None:
            _wrong(fitted.understood)
            return None
        starts.append(_start(name, fitted, target, asked))
        if fitted.overlay is not None:
            overlays[overlay] = fitted.overlay
    _tell(before, found)
    return Made(starts=tuple(starts), overlays=overlays)


def _target(
    wanted: Wanted, before: Carried, asked: Asked, found: Diagnostics
) -> Target:
    """Its document and output; an output that holds what is not ours is left."""
    said = {key: Path(str(value)) for key, (value, _) in wanted.options.items()}
    if asked.spec is None and "spec" not in said and not documents(Path()):
        raise click.UsageError(
            f"{_names(before)} names no file as its document, and there is none here: "
            "save it here, and name it, SPEC"
        )
    spec = asked.document(said.get("spec"))
    name = _name(wanted.name or str(said.get("package", "")))
    output = asked.output or said.get("output")
    if output is not None and asked.output is None and not _is_ours(output):
        why = "the folder holds files that sdkwright has not made"
        hint = "move them away, and set `output`"
        leave(found, wanted.options["output"][1], why, hint)
        output = None
    output = output or Path("sdks", name)
    return Target(name=name, spec=spec, output=output, lenient=asked.lenient)


def _name(text: str) -> str:
    """A text as the name of a target, which is a file's and a folder's name, too."""
    return re.sub(r"[^\w.-]+", "-", text).strip(".-") or "sdk"


def _is_ours(folder: Path) -> bool:
    """Whether an SDK of ours stands in a folder, or nothing at all."""
    if not folder.exists():
        return True
    return folder.is_dir() and ((folder / LOCK).is_file() or not any(folder.iterdir()))


def _start(name: str, fitted: Fitted, target: Target, asked: Asked) -> Start:
    options: dict[str, Json] = {
        "spec": target.spec.as_posix(),
        "output": target.output.as_posix(),
        **fitted.options,
        **asked.reading,
    }
    if asked.package is not None:
        options["package"] = asked.package
    return Start(name=name, options=options)


def _tell(before: Carried, found: Diagnostics) -> None:
    left = (*before.left, *locate(found, before.sources))
    say_found([(left, before.sources)], "text")
    parts = "1 part of it is" if len(left) == 1 else f"{len(left)} parts of it are"
    rest = f", {parts} not" if left else ""
    say(f"{_names(before)}: carried over from {before.tool}{rest}", sys.stderr)


def _free(name: str, taken: set[str]) -> str:
    number, free = 2, name
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    return free


def _found() -> Path:
    several = documents(Path())
    if len(several) == 1:
        return several[0]
    if not several:
        raise click.UsageError("no document is found here: name it, SPEC")
    names = ", ".join(each.as_posix() for each in several)
    raise click.UsageError(f"there are several documents, name one: {names}")


def _wrong(known: Understood) -> None:
    """Tell of errors, and of the way on where there is one."""
    say_found([(known.diagnostics, known.sources)], "text")
    errors = [each for each in known.diagnostics if each.severity is Severity.ERROR]
    if all(RULES[each.code].eased for each in errors):
        say("mend the document, or go on with --lenient", sys.stderr)
