"""Values as YAML text, for the files that commands write."""

from __future__ import annotations

import json
import re

from .objects import Json

# What YAML takes only escaped (YAML 1.2.2, 5.1), or reads as an end of line.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def flow(value: Json) -> str:
    """A value in flow style, on one line: JSON, with what YAML wants escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
