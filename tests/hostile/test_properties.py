"""Any document at all gives findings or a package; nothing of it is ever run.

`HOSTILE_EXAMPLES=N` searches longer than usual, from another start each time, and makes
what it finds small: that alone may take five minutes.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

from hostile.checks import check_files
from hostile.documents import documents
from hostile.pieces import MARK
from hypothesis import HealthCheck, Phase, given, settings
from sdkwright.config import Target
from sdkwright.diagnostics import Severity
from sdkwright.listing import listing
from sdkwright.pipeline import Output, generate
from sdkwright.spec.objects import Json

LONGER = int(os.environ.get("HOSTILE_EXAMPLES", "0"))
PROFILE = settings(
    max_examples=LONGER or 60,
    derandomize=not LONGER,
    deadline=None,
    database=None,
    print_blob=False,
    phases=[each for each in Phase if LONGER or each is not Phase.shrink],
    suppress_health_check=list(HealthCheck),
)


def generated(document: Json, folder: Path, *, lenient: bool = True) -> Output:
    """What a document gives; half characters are escapes in JSON."""
    spec = folder / "openapi.json"
    spec.write_text(json.dumps(document), encoding="utf-8")
    target = Target(name="t", spec=spec, output=folder / "out", lenient=lenient)
    return generate(target)


@PROFILE
@given(documents())
def test_any_document(document: Json) -> None:
    """Findings that can be printed, or a package that is sound, always the same."""
    with tempfile.TemporaryDirectory() as folder:
        first = generated(document, Path(folder))
        errors = [e for e in first.diagnostics if e.severity is Severity.ERROR]
        for form in ("text", "json", "github"):
            listing(first.diagnostics, first.sources, form)  # never fails
        assert (first.files is None) == bool(errors)
        if first.files is not None:
            check_files(first.files)
            assert generated(document, Path(folder)).files == first.files
        assert MARK not in os.environ
        assert not any("evil" in name for name in sys.modules)
