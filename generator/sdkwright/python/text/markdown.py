"""The door for Markdown: a document's text on a page, and nothing that acts.

A description is CommonMark and stays it; raw HTML is shown and not run, links
lead only where links may lead, or, to a page of the document's own, nowhere; an image,
which would be fetched, is a link, headings stay below the page's own, and an open fence
is closed. Every line is made safe by itself, so that no line changes how another one is
read: a span that its line leaves open is no span.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

from ...prose import is_marked, later
from .lists import Lists

_FENCE = re.compile(r"( *)(`{3,}(?=[^`]*$)|~{3,})(.*)$")
_CONTAINER = re.compile(r" *(?:>|(?:[-+*]|\d{1,9}[.)])(?= |$))")
_ITEM = re.compile(r"[> ]*(?:[-+*]|\d{1,9}[.)])(?: |$)")
# That may stand right below a paragraph (CommonMark 5.2).
_LIST = re.compile(r"(?:[-+*]|1[.)]) +(?=\S)")
_WITHIN = re.compile(r"(?: *>)+| +")
_HEADING = re.compile(r"( *)#{1,6}(?= |$)(.*)$")
_RULE = re.compile(r" *(?:=+|-+|([*_-])(?: *\1){2,}) *$")
_BEGINS_BLOCK = re.compile(
    r"(\d{1,9})(?=[.)](?: |$))|(?=[-+*](?: |$)|>|#{1,6}(?: |$)|~~~)"
    r"|(?=\[(?:[^\[\]\\]|\\.)*\]:)"
    r"|(?=(?:=+|-+|([*_-])(?: *\2){2,}) *$)"
)
_DELIMITERS = re.compile(r"(?=.*-)[-+*|:>.)\d ]+$")
_AUTOLINK = re.compile(r"<(https?://[^\s<>]+|mailto:[^\s<>]+)>")
_TARGET = re.compile(r" *(?:<([^<>]*)>|([^\s<>()\[\]`]+))")
_ACTS = re.compile(r"[\\`<\[\]]|!\[")  # what may act, or keep others from it
# To a place on the document's own site: its text begins no block, and acts on nothing.
_NOWHERE = re.compile(r"!?\[([^\W\d_][^\[\]\\`<|]*)\]\([/#.?][^()\[\]\s\\`<>|]*\)")
_ALERT = re.compile(r"( *> *)\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\] *$", re.I)
_TICKS = re.compile("`+")
# Nowhere on the pages themselves: what a document's own page is, no SDK knows.
_SAFE = re.compile(r"https?://|mailto:", re.I)
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufeff]"
)


# A large document says the same of many fields, and of both methods of an operation.
_remembered = lru_cache(maxsize=1 << 15)


@_remembered
def block(text: str) -> str:
    """A description as blocks of Markdown."""
    if is_marked(text):
        return later("block", text)
    made: list[str] = []
    paragraph: list[str] = []
    fence: re.Match[str] | None = None
    in_list = in_code = in_items = False
    blank = True
    lists = Lists()

    def flush() -> None:
        made.extend(_paragraph(paragraph))
        paragraph.clear()

    for line in _plain(text).expandtabs(4).split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        found = _FENCE.match(line)
        in_list = in_list and (not blank or indent > 0 or not line)
        in_list = in_list or bool(_ITEM.match(line))
        in_code = indent > 3 and not in_list and (blank or in_code)
        if fence or found:
            lists.fence()
        if fence:
            made.append(_fenced(line, fence, bool(found and _closes(found, fence))))
            fence = None if found and _closes(found, fence) else fence
        elif in_code:
            flush()
            made.append(line)
        elif found:
            flush()
            made.append(_fenced(line, found, False))
            fence = found
        elif not line.strip():
            flush()
            lists.blank()
            made.append("")
        else:
            line = _alert(lists.line(line))
            within = _within(line)
            listed = bool(_LIST.match(line[len(within) :].lstrip(" ")))
            below = bool(paragraph) and _within(paragraph[-1]).startswith(within)
            if listed and below and not in_items:  # not all see it without a blank line
                paragraph.append(within.rstrip())
            in_items = listed or (in_items and bool(paragraph))
            paragraph.append(_structure(line))
        blank = not line.strip()
    flush()
    if fence:
        made.append(_fenced(fence[0], fence, True))
    return "\n".join(line.rstrip() for line in made).strip("\n")


@_remembered
def parted(text: str) -> tuple[str, str]:
    """What a description says on one line, and as blocks what needs more of them.

    That is all from its first list, table or fence on.
    """
    lines = _plain(text).split("\n")
    for at, line in enumerate(lines):
        table = "|" in line and any(map(_DELIMITERS.fullmatch, lines[at + 1 : at + 2]))
        listed = len(lines) > 1 and _LIST.match(line.lstrip(" "))
        if table or listed or _FENCE.match(line):
            return "\n".join(lines[:at]), block("\n".join(lines[at:]))
    return text, ""


@_remembered
def inline(text: str) -> str:
    """A description on one line: for a list item, a table's cell, a summary."""
    if is_marked(text):
        return later("inline", text)
    return _outside_code(_one_line(text))


def cell(text: str) -> str:
    """A description in a cell of a table."""
    if is_marked(text):
        return later("cell", text)
    return re.sub(r"(?<!\\)\|", r"\\|", inline(text))


def plain(text: str) -> str:
    """Text that is no Markdown, as Markdown: every mark of it is escaped."""
    one_line = " ".join(_plain(text).split())
    escaped = re.sub(r"([\\`*_{}\[\]<>#|~&!])", r"\\\1", one_line)
    return _BEGINS_BLOCK.sub(r"\1\\", escaped, count=1) if _begins(escaped) else escaped


@_remembered
def code(text: str) -> str:
    """Text in a code span, whatever backticks it holds (CommonMark 6.1)."""
    one_line = " ".join(_plain(text).split()) or " "
    longest = max((len(run) for run in re.findall(r"`+", one_line)), default=0)
    ticks = "`" * (longest + 1)
    space = " " if longest and (one_line[0] == "`" or one_line[-1] == "`") else ""
    return f"{ticks}{space}{one_line}{space}{ticks}"


def sentences(*parts: str) -> str:
    """What there is of them on one line, each closed where another one follows."""
    *others, last = [part for part in parts if part] or [""]
    return " ".join((*map(_closed, others), last))


def _closed(text: str) -> str:
    return f"{text}." if text[-1].isalnum() or text[-1] in "`)" else text


def link(text: str, url: str) -> str:
    """A link out of the pages; the text alone where a link must not lead there."""
    target = _one_line(url).replace(" ", "%20")
    target = re.sub(r"[()<>\[\]\\`]", lambda found: f"%{ord(found[0]):02X}", target)
    shown = plain(text)
    if not _SAFE.match(target):
        return shown
    return f"<{target}>" if text == url else f"[{shown}]({target})"


def _plain(text: str) -> str:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return _INVISIBLE.sub("", plain).strip("\n")


def _one_line(text: str) -> str:
    lines = [line for line in _plain(text).split("\n") if not _FENCE.match(line)]
    joined = " ".join(" ".join(lines).split())
    return _BEGINS_BLOCK.sub(r"\1\\", joined, count=1) if _begins(joined) else joined


def _begins(line: str) -> bool:
    return _BEGINS_BLOCK.match(line) is not None


# --- blocks -------------------------------------------------------------------------


def _within(line: str) -> str:
    """What a line stands in: its columns, or the marks of its quotes."""
    found = _WITHIN.match(line)
    return "" if found is None else found[0]


def _alert(line: str) -> str:
    """`> [!NOTE]`, which only GitHub reads, as a word that all do."""
    found = _ALERT.match(line)
    return f"{found[1]}**{found[2].capitalize()}.**" if found else line


def _closes(found: re.Match[str], fence: re.Match[str]) -> bool:
    return found[2].startswith(fence[2]) and not found[3].strip()


def _fenced(line: str, fence: re.Match[str], closes: bool) -> str:
    """A line of a fence, which never stands in more than three columns.

    So it is a fence wherever it stands, and no line of it ends its list item.
    """
    indent = " " * min(len(fence[1]), 3)
    if closes:
        return indent + fence[2]
    strange = len(line) - len(line.lstrip(" "))
    return indent + line[min(len(fence[1]), strange) :]


def _structure(line: str) -> str:
    """A line that neither heads nor divides the page, in whatever it stands."""
    rest = line
    while True:
        before = line[: len(line) - len(rest)]
        heading = _HEADING.match(rest)
        title = heading[2].strip().rstrip("#").strip() if heading else ""
        if heading and title:
            return f"{before}{heading[1]}**{title}**"
        if heading or _RULE.match(rest):  # what is left may be a rule itself
            return _structure(before.rstrip()) if before else ""
        if before and re.match(r" *~~~", rest):
            return f"{before} \\{rest.lstrip()}"
        container = _CONTAINER.match(rest)
        if container is None:
            return line
        rest = rest[container.end() :]


def _paragraph(lines: list[str]) -> list[str]:
    """Lines between blank ones; in a table a code span ends with its cell."""
    if not any(map(_DELIMITERS.match, lines)):
        return [_outside_code(line) for line in lines]
    return ["|".join(map(_outside_code, line.split("|"))) for line in lines]


# --- inside a line ------------------------------------------------------------------


def _outside_code(text: str) -> str:
    """Make HTML and links inert, but leave code spans as they are."""
    made: list[str] = []
    at = 0
    while found := _ACTS.search(text, at):
        made.append(text[at : found.start()])
        piece, taken = _next(text, found.start())
        made.append(piece)
        at = found.start() + taken
    return "".join((*made, text[at:]))


def _next(text: str, at: int) -> tuple[str, int]:
    """What stands for the next piece of a line, and how long the piece is."""
    mark = text[at]
    if found := _NOWHERE.match(text, at):
        return found[1], len(found[0])
    if mark == "\\":
        return text[at : at + 2], 2
    if mark == "`":
        return _span(text, at)
    if mark == "<":
        if found := _AUTOLINK.match(text, at):
            return found[1], len(found[0])
        acts = re.match(r"<[A-Za-z/!?]", text[at : at + 2])
        return ("\\<" if acts else "<"), 1
    if text.startswith("![", at):  # an image, which would be fetched when it is seen
        return "\\!", 1
    if mark == "]" and text[at + 1 : at + 2] in ("(", ":"):
        return _target(text, at)
    return mark, 1


def _span(text: str, at: int) -> tuple[str, int]:
    """A code span, or backticks that no other ones answer."""
    found = _TICKS.match(text, at)
    assert found
    for other in _TICKS.finditer(text, found.end()):
        if other[0] == found[0]:
            return text[at : other.end()], other.end() - at
    return "\\`" * len(found[0]), len(found[0])


def _target(text: str, at: int) -> tuple[str, int]:
    """`](target` or `]: target`, cut off from its text where it must not lead."""
    found = _TARGET.match(text, at + 2)
    if found:
        target = found[1] if found[1] is not None else found[2]
        strange = re.search(r"[\s\\()\[\]`]", target)
        if not strange and _SAFE.match(html.unescape(target)):
            space = " " if text[at + 1] == ":" else ""
            return f"]{text[at + 1]}{space}{target}", found.end() - at
    return f"]\\{text[at + 1]}", 2
