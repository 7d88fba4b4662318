"""What a code of a finding means: the words of `lint` and of docs/diagnostics.md."""

from __future__ import annotations

from ..diagnostics import Severity
from ..records import dataclass

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


@dataclass(frozen=True, slots=True)
class Rule:
    """A code, how bad it is at worst, what it means, and how to mend it.

    Where `eased`, it is a warning with `--lenient`. `fixed` is what `lint --fix` does.
    """

    code: str
    severity: Severity
    meaning: str
    mend: str
    eased: bool = False
    fixed: str | None = None
