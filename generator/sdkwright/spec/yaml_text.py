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


# Plain text that is text in every version of YAML, also in flow style.
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9._/-]*")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


def plain(value: Json) -> str:
    """A value on one line as people write it, without quotes that say nothing."""
    match value:
        case str() if _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
            return value
        case list() if value:
            return f"[{', '.join(map(plain, value))}]"
        case dict() if value:
            pairs = (f"{plain(key)}: {plain(each)}" for key, each in value.items())
            return f"{{{', '.join(pairs)}}}"
        case _:
            return flow(value)
