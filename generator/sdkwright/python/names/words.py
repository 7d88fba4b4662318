"""Words out of any text, and identifiers out of words."""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import dropwhile
from string import ascii_lowercase, ascii_uppercase, digits

from .symbols import spelled

# A word by the shape of its characters: A a capital, a a small letter (s where it
# is an s), x a letter without case, 1 a digit. A run of capitals ends before the
# last one where a small letter follows (`HTTPThing` is HTTP, Thing), but keeps a
# plural s (`URLs`, `IDs`), and so does a digit (`V2s`, `k8s`).
_WORD = re.compile(
    r"(?:A+s(?![as])|A+(?=A[as])|A[as]+|A+|[as]+|x+)(?:1+(?:s(?![as]))?)?|1+"
)
# Names with a capital inside that are one word all the same; of these with a small
# first letter only at the beginning, where it is not the end of another word.
_WHOLE = re.compile(
    r"""(?:
    OAuth | OpenAPI | OpenAI | GraphQL | PostgreSQL | MySQL | NoSQL | JavaScript
    | TypeScript | GitHub | GitLab | LinkedIn | PayPal | WhatsApp | YouTube | WiFi
    | DevOps | [ISP]aaS | QoS | ETag | NaN | [A-Z]{2,}v(?=\d) | [BCEGP]2[BCEGP]
    | \b(?:oAuth | iOS | iPadOS | macOS | iPhone | iPad | gRPC | eTag)
    | \b(?:i18n | l10n | a11y)
    )(?![a-z])""",
    re.VERBOSE,
)
# A mark that no letter holds: datamodel-code-generator takes it out of classes.
_MARK = re.compile(r"\W+")
# Most names are ASCII: there no letter has marks, and tables tell what is what.
_ASCII_RUN = re.compile(r"[A-Za-z0-9]+")
_ASCII_SHAPES = str.maketrans(
    ascii_uppercase + ascii_lowercase + digits,
    "A" * 26
    + "".join("s" if each == "s" else "a" for each in ascii_lowercase)
    + "1" * 10,
)
# The same few names come again and again.
_REMEMBER = lru_cache(maxsize=2**14)
LONGEST = 80
_LONGEST_FILE = 200  # bytes; file systems take 255, and an ending comes to it


@_REMEMBER
def words(text: str) -> tuple[str, ...]:
    """The words of a text, in their own case.

    Cut at everything that is no letter or digit, and where the case tells:
    `getURLForID` is get, URL, For, ID. Digits stay with what they follow, so
    that `v2` and `sha256` stay whole.
    """
    return tuple(word for run in _runs(text) for word in _split(run))


def words_or_symbols(text: str) -> tuple[str, ...]:
    """The same, and symbols in words where there is nothing else: `>=`, `👍`."""
    return words(text) or tuple(spelled(text).split())


def _runs(text: str) -> list[str]:
    """The parts of a text that may stand in an identifier, without underscores."""
    if text.isascii():
        return _ASCII_RUN.findall(text)
    plain = unicodedata.normalize("NFKC", text)
    spaced = "".join(
        each if each != "_" and f"a{each}".isidentifier() else " " for each in plain
    )
    # A mark at the beginning belongs to no letter.
    held = ("".join(dropwhile(_is_mark, run)) for run in spaced.split())
    return [run for run in held if run]


def _is_mark(each: str) -> bool:
    return unicodedata.category(each) in ("Mn", "Mc", "Pc")


def _split(run: str) -> list[str]:
    letters: Sequence[str] = run
    if run.isascii():
        first, shape = run, run.translate(_ASCII_SHAPES)
    else:
        letters = _letters(run)
        first = "".join(letter[0] for letter in letters)
        shape = "".join(map(_shape, letters))
    for whole in _WHOLE.finditer(first):
        start, end = whole.span()
        shape = f"{shape[:start]}A{'a' * (end - start - 1)}{shape[end:]}"
    return ["".join(letters[slice(*part.span())]) for part in _WORD.finditer(shape)]


def _letters(run: str) -> list[str]:
    """The characters, each with the marks that belong to it."""
    letters: list[str] = []
    for each in run:
        if letters and _is_mark(each):
            letters[-1] += each
        else:
            letters.append(each)
    return letters


def _shape(letter: str) -> str:
    first = letter[0]
    if first.isdecimal():
        return "1"
    if first.isupper() or first.istitle():
        return "A"
    if first.islower():
        return "s" if first == "s" else "a"
    return "x"


@_REMEMBER
def snake_case(text: str) -> str:
    """`getURLForID` → `get_url_for_id`; empty where there is no word."""
    return _shorten("_".join(word.lower() for word in words_or_symbols(text)))


def module_name(text: str) -> str:
    """The same as a module, whose file's name is no longer than files' names are."""
    name = identifier("_".join(map(str.lower, words_or_symbols(text))), "model")
    while len(name.encode()) > _LONGEST_FILE:
        name = name[:-1]
    return name


def constant_case(text: str) -> str:
    """`getURLForID` → `GET_URL_FOR_ID`."""
    return snake_case(text).upper()


@_REMEMBER
def pascal_case(text: str) -> str:
    """`get_url` → `GetUrl`; a word that has capitals inside keeps them.

    A word that is all capitals counts as a word: `HTTP_error` → `HttpError`,
    but a text that has no other case to tell, as `HTTPThing`, is left as it is
    written: it is its author's name for the thing.
    """
    runs = _runs(text)
    if runs == [text] and text[:1].isupper():
        return _MARK.sub("", text)[:LONGEST]
    return capitals(text)


@_REMEMBER
def capitals(text: str) -> str:
    """The words of a text with a capital each, whatever case it is written in."""
    joined = "".join(map(_capital, words_or_symbols(text)))
    return _MARK.sub("", joined)[:LONGEST]


def _capital(word: str) -> str:
    stem = word.removesuffix("s")
    if len(stem) > 1 and stem.isupper():
        word = word.lower()
    return word[:1].title() + word[1:]


def _shorten(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rpartition("_")[0] or text[:LONGEST]


def identifier(text: str, fallback: str, prefix: str = "n") -> str:
    """A valid identifier that is no keyword; `fallback` where nothing is left."""
    if text.isascii() and text.isidentifier():  # as most are
        return f"{text}_" if keyword.iskeyword(text) else text
    plain = unicodedata.normalize("NFKC", text)
    if not (name := plain).isidentifier():
        name = "".join(each for each in plain if f"a{each}".isidentifier()) or fallback
    if not name.isidentifier():
        name = f"{prefix}{'_' if prefix.islower() else ''}{name}"
    name = unicodedata.normalize("NFKC", name)
    return f"{name}_" if keyword.iskeyword(name) else name


@_REMEMBER
def attribute(text: str) -> str:
    """A wire name as an attribute or argument: `dueDate` → `due_date`."""
    sign = {"+": "plus_", "-": "minus_"}.get(text[:1], "") if words(text) else ""
    return identifier(sign + snake_case(text), "field")


def asked_for(text: str) -> str:
    """The same of a name that somebody asks for: an underscore at its end stays."""
    name = attribute(text)
    return f"{name}_" if text == f"{name}_" else name
