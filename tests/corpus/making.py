"""Generates one document, in a process of its own.

    python -m corpus.making SPEC ROOT OUTPUT

What is printed is JSON: `Made`. The document is generated strictly, and leniently
where that is refused.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from traceback import format_exc
from typing import TYPE_CHECKING, Any

from sdkwright.config import Target
from sdkwright.diagnostics import Severity
from sdkwright.output.write import write
from sdkwright.pipeline import Output, generate
from sdkwright.pointer import tokens_of
from trees import planned

if TYPE_CHECKING:
    from sdkwright.python.names.table import NameTable

# Below the root: components, schemas, the name. In a file of their own it is less.
_DEEPEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """How a document was generated: strictly, leniently or not at all.

    `schemas` are the names in Python by the name of the component, `named` the
    places that warnings name. `crash` is the traceback where the generator raised.
    """

    generated: str
    package: str = ""
    warnings: int = 0
    named: frozenset[str] = frozenset()
    schemas: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict[str, tuple[str, ...]]
    )
    seconds: float = 0.0
    memory: int = 0
    lines: int = 0
    crash: str = ""

    @classmethod
    def read(cls, printed: dict[str, Any]) -> Made:
        return cls(**printed | {"named": frozenset(printed["named"])})


def make(spec: Path, root: Path, output: Path) -> Made:
    """Generate a document into a folder that is not there yet."""
    target = Target(name="corpus", spec=spec, root=root, output=output)
    started, how = 0.0, "strict"
    made = generate(target)
    if made.files is None:
        assert _count(made, Severity.ERROR), "refused, and nothing said"
        started, how = time.process_time(), "lenient"
        made = generate(replace(target, lenient=True))
    if made.files is not None:
        write(planned(output, made.files))
    return Made(
        generated="no" if made.files is None else how,
        package=made.table.package if made.table else "",
        warnings=_count(made, Severity.WARNING),
        named=frozenset(each.at for each in made.diagnostics if each.at),
        schemas=_schemas(made.table) if made.table else {},
        seconds=round(time.process_time() - started, 2),
        memory=_peak(),
        lines=sum(
            text.count("\n")
            for path, text in (made.files or {}).items()
            if path.endswith(".py")
        ),
    )


def _peak() -> int:
    """The most memory of this process, in MB.

    Linux hands down what the parent had at the start; its own account does not.
    """
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s*(\d+) kB", status.read_text(encoding="utf-8"))
        if found:
            return int(found[1]) // 1024
    return getrusage(RUSAGE_SELF).ru_maxrss // 1024


def _count(output: Output, severity: Severity) -> int:
    return sum(each.severity is severity for each in output.diagnostics)


def _schemas(table: NameTable) -> dict[str, tuple[str, ...]]:
    """What the components are called, by their keys."""
    found: dict[str, tuple[str, ...]] = {}
    for at, name in table.declarations.items():
        steps = tokens_of(at)
        if 0 < len(steps) <= _DEEPEST:
            found[steps[-1]] = (*found.get(steps[-1], ()), name)
    return found


def main(spec: str, root: str, output: str) -> None:
    try:
        made = make(Path(spec), Path(root), Path(output))
    except Exception:
        made = Made(generated="no", crash=format_exc())
    print(json.dumps(asdict(made), default=sorted))


if __name__ == "__main__":
    main(*sys.argv[1:])
