"""Words out of any text, and identifiers out of words."""

from __future__ import annotations

import keyword
import re
import unicodedata

# A run of capitals ends before the last one where a small letter follows
# (`HTTPThing` is HTTP, Thing), but keeps a plural s (`URLs`, `IDs`).
_WORD = re.compile(
    r"[^\W\d_]*?"
    r"(?:[A-Z]+s(?![a-z])|[A-Z]+(?=[A-Z][a-z])|[A-Z][a-z]+|[A-Z]+|[a-z]+"
    r"|[^\W\d_A-Za-z]+|\d+)"
)
_LONGEST = 80


def words(text: str) -> tuple[str, ...]:
    """The words of a text, in their own case.

    Cut at everything that is no letter or digit, and where the case tells:
    `getURLForID` is get, URL, For, ID. Digits stay with what they follow
    (`OAuth2Token` is O, Auth2, Token) so that `v2` and `sha256` stay whole.
    """
    plain = unicodedata.normalize("NFKC", text)
    found: list[str] = []
    for run in re.findall(r"[^\W_]+", plain):
        found.extend(_split(run))
    return tuple(found)


def _split(run: str) -> list[str]:
    parts: list[str] = []
    for part in _WORD.findall(run):
        if part.isdigit() and parts:
            parts[-1] += part
        else:
            parts.append(part)
    return _join_single(parts)


def _join_single(parts: list[str]) -> list[str]:
    """`O`, `Auth2` is one word, as `iPhone` is: a single letter begins the next."""
    joined: list[str] = []
    for part in parts:
        single = bool(joined) and len(joined[-1]) == 1 and joined[-1].isalpha()
        if single and joined[-1] == "O" and part[:1].isupper():
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def snake_case(text: str) -> str:
    """`getURLForID` → `get_url_for_id`; empty where there is no word."""
    return _shorten("_".join(word.lower() for word in words(text)))


def constant_case(text: str) -> str:
    """`getURLForID` → `GET_URL_FOR_ID`."""
    return snake_case(text).upper()


def pascal_case(text: str) -> str:
    """`get_url` → `GetUrl`; a word that has capitals inside keeps them.

    A word that is all capitals counts as a word: `HTTP_error` → `HttpError`,
    but a text that has no other case to tell, as `HTTPThing`, is left as it is
    written: it is its author's name for the thing.
    """
    several = words(text)
    written = "".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text)))
    if written == text and text[:1].isupper():
        return _shorten_pascal(text)
    return _shorten_pascal("".join(_capital(word) for word in several))


def _capital(word: str) -> str:
    if len(word) > 1 and word.isupper() and word.isascii():
        return word[0] + word[1:].lower()
    return word[:1].upper() + word[1:]


def _shorten(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rpartition("_")[0] or text[:_LONGEST]


def _shorten_pascal(text: str) -> str:
    return text[:_LONGEST]


def identifier(text: str, fallback: str, prefix: str = "n") -> str:
    """A valid identifier that is no keyword; `fallback` where nothing is left."""
    name = text or fallback
    if not name[:1].isidentifier():
        name = f"{prefix}{'_' if prefix.islower() else ''}{name}"
    name = "".join(each for each in name if f"a{each}".isidentifier()) or fallback
    return f"{name}_" if keyword.iskeyword(name) else name


def singular(text: str) -> str:
    """The singular of an English plural, where the ending tells: `boxes` → `box`."""
    lower = text.lower()
    for plural, ending in (
        ("ies", "y"),
        ("sses", "ss"),
        ("shes", "sh"),
        ("ches", "ch"),
        ("xes", "x"),
    ):
        if lower.endswith(plural) and len(text) > len(plural) + 1:
            return text[: -len(plural)] + ending
    kept = ("ss", "us", "is", "ics", "news", "series", "data", "as", "os")
    if lower.endswith("s") and not lower.endswith(kept) and len(text) > 3:
        return text[:-1]
    return text
