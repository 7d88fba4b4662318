"""The door for Markdown: a document's text on a page, and nothing that acts.

A description is CommonMark and stays it; raw HTML is shown and not run, links
lead only where links may lead, headings stay below the page's own, and an open
fence is closed.
"""

from __future__ import annotations

import re

_FENCE = re.compile(r"\s*(```+|~~~+)")
_HEADING = re.compile(r"^(\s{0,3})(#{1,6})(?=\s|$)")
_UNDERLINE = re.compile(r"^\s{0,3}(=+|-+)\s*$")
_RULE = re.compile(r"^\s{0,3}([*_-])(\s*\1){2,}\s*$")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_AUTOLINK = re.compile(r"<(https?://[^\s<>]+|mailto:[^\s<>]+)>")
_SCHEME = re.compile(
    r"\]\(\s*<?\s*(?!https?:|mailto:|#|/|\.)([A-Za-z][A-Za-z0-9+.&#;-]*)\s*:"
)
_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.S)
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)


def block(text: str) -> str:
    """A description as blocks of Markdown."""
    lines: list[str] = []
    fence = ""
    for line in _plain(text).split("\n"):
        found = _FENCE.match(line)
        if found and not fence:
            fence = found[1]
            lines.append(line)
        elif fence:
            lines.append(line)
            if found and line.strip() == fence:
                fence = ""
        else:
            lines.append(_outside_code(_structure(line)))
    if fence:
        lines.append(fence)
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def inline(text: str) -> str:
    """A description on one line: for a list item, a table's cell, a summary."""
    joined = " ".join(
        line.strip() for line in _plain(text).split("\n") if not _FENCE.match(line)
    )
    joined = re.sub(r"^([-+*#>]|\d+[.)])(?=\s)", r"\\\1", " ".join(joined.split()))
    return _outside_code(joined)


def cell(text: str) -> str:
    """A description in a cell of a table."""
    return inline(text).replace("|", "\\|")


def plain(text: str) -> str:
    """Text that is no Markdown, as Markdown: every mark of it is escaped."""
    one_line = " ".join(_plain(text).split())
    return re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", one_line)


def code(text: str) -> str:
    """Text in a code span, whatever backticks it holds (CommonMark 6.1)."""
    one_line = " ".join(_plain(text).split())
    longest = max((len(run) for run in re.findall(r"`+", one_line)), default=0)
    ticks = "`" * (longest + 1)
    space = " " if longest and (one_line[0] == "`" or one_line[-1] == "`") else ""
    return f"{ticks}{space}{one_line}{space}{ticks}"


def _plain(text: str) -> str:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return _INVISIBLE.sub("", plain).strip("\n")


def _structure(line: str) -> str:
    """A line that neither heads nor divides the page."""
    if _HEADING.match(line):
        title = _HEADING.sub("", line).strip().rstrip("#").strip()
        return f"**{title}**" if title else ""
    if _RULE.match(line) or _UNDERLINE.match(line):
        return ""
    return line


def _outside_code(text: str) -> str:
    """Make HTML and links inert, but leave code spans as they are."""
    parts: list[str] = []
    end = 0
    for span in _SPAN.finditer(text):
        parts += [_inert(text[end : span.start()]), span[0]]
        end = span.end()
    return "".join((*parts, _inert(text[end:])))


def _inert(text: str) -> str:
    linked = _AUTOLINK.sub(r"\1", text)
    return _SCHEME.sub(r"](#\1-", _TAG.sub(r"\\<", linked))
