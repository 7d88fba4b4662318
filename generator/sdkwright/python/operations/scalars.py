"""Single values as Python code: as a document shows them, or made for their kind."""

from __future__ import annotations

import datetime
import math
import re
import uuid
from collections.abc import Mapping

from ...ir.types import Kind
from ...records import dataclass
from ...spec.objects import Json
from ..text.imports import Import
from ..text.layout import Group
from ..text.literals import literal

# In characters; a longer text does not stand on a line with its name.
_LONGEST = 56
_SECRET_NAMES = re.compile(
    r"passw|secret|token|credential|authori[sz]ation|signature|(?:api|private).?key",
    re.IGNORECASE,
)
# The beginnings by which those who look for leaked keys know them.
_SECRET_TEXT = re.compile(
    r"(?:sk|pk|rk)[-_]|gh[a-z]_|github_pat|xox[a-z]-|AKIA|AIza|eyJ|Bearer |Basic |-----"
)
# What editors of documents put where nobody has given an example.
_FILLERS = frozenset({"string", "null", "undefined"})
_DECIMAL = re.compile(r"-?\d{1,20}(\.\d{1,20})?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An expression, the JSON it stands for, and what the expression needs.

    `names` are imported from the package, `imports` from elsewhere.
    """

    code: str | Group
    value: Json
    names: frozenset[str] = frozenset()
    imports: frozenset[Import] = frozenset()


def of_module(code: str, value: Json, module: str) -> Example:
    """An expression that calls something of a module of the standard library."""
    return Example(code=code, value=value, imports=frozenset({Import(module)}))


_DATA = 'b"data"'
# Where a document shows nothing.
_MADE: Mapping[Kind, Example] = {
    Kind.INTEGER: Example(code="1", value=1),
    Kind.NUMBER: Example(code="1.0", value=1.0),
    Kind.BOOLEAN: Example(code="True", value=True),
    Kind.NULL: Example(code="None", value=None),
    Kind.BYTES: Example(code=_DATA, value="ZGF0YQ=="),
    Kind.BINARY: Example(code=_DATA, value="data"),
    Kind.FILE: Example(code=_DATA, value="data"),
    Kind.CONTENT: Example(code=_DATA, value="data"),
    Kind.DATE: of_module("datetime.date(2030, 1, 2)", "2030-01-02", "datetime"),
    Kind.DATE_TIME: of_module(
        "datetime.datetime(2030, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)",
        "2030-01-02T03:04:05Z",
        "datetime",
    ),
    Kind.TIME: of_module("datetime.time(12, 30)", "12:30:00", "datetime"),
    Kind.DURATION: of_module("datetime.timedelta(hours=1)", "PT1H", "datetime"),
    Kind.UUID: of_module(
        'uuid.UUID("6f2e0c3a-6c1f-4c3e-9d55-0a8f4b1c2d3e")',
        "6f2e0c3a-6c1f-4c3e-9d55-0a8f4b1c2d3e",
        "uuid",
    ),
    Kind.DECIMAL: of_module('decimal.Decimal("1.5")', "1.5", "decimal"),
    Kind.EXACT: of_module('decimal.Decimal("1.5")', 1.5, "decimal"),
}


def made(kind: Kind, hint: str) -> Example:
    """A value of a kind; text is the `hint`, what the value is called."""
    return (
        Example(code=literal(hint), value=hint) if kind is Kind.STRING else _MADE[kind]
    )


def shown(kind: Kind, value: Json, hint: str) -> Example | None:
    """A value of the document as what its kind is in Python.

    None where it is not of the kind, and where it would not read well in a program:
    long or unprintable text, a filler, what looks like somebody's secret.
    """
    match kind, value:
        case Kind.BOOLEAN, bool():
            return Example(code=literal(value), value=value)
        case (_, bool()) | (Kind.NULL, _):
            return None
        case Kind.INTEGER | Kind.NUMBER, int():
            return Example(code=literal(value), value=value)
        case Kind.NUMBER, float() if math.isfinite(value):
            return Example(code=literal(value), value=value)
        case Kind.STRING, str() if reads_well(value, hint):
            return Example(code=literal(value), value=value)
        case Kind.DATE | Kind.DATE_TIME | Kind.UUID | Kind.DECIMAL, str():
            return _parsed(kind, value)
        case _:
            return None


def reads_well(text: str, hint: str) -> bool:
    """Whether a text can stand in an example, and is no secret."""
    return (
        0 < len(text) <= _LONGEST
        and text.isprintable()
        and text == text.strip()
        and text not in (".", "..")
        and text.lower() not in _FILLERS
        and not _SECRET_NAMES.search(hint)
        and not _SECRET_TEXT.match(text)
    )


def _parsed(kind: Kind, text: str) -> Example | None:
    try:
        match kind:
            case Kind.DATE:
                day = datetime.date.fromisoformat(text)
                code = f"datetime.date({day.year}, {day.month}, {day.day})"
                return of_module(code, day.isoformat(), "datetime")
            case Kind.DATE_TIME:
                return _moment(datetime.datetime.fromisoformat(text))
            case Kind.UUID:
                value = str(uuid.UUID(text))
                return of_module(f"uuid.UUID({literal(value)})", value, "uuid")
            case _:
                if _DECIMAL.fullmatch(text):
                    code = f"decimal.Decimal({literal(text)})"
                    return of_module(code, text, "decimal")
    except (ValueError, OverflowError):
        pass
    return None


def _moment(moment: datetime.datetime) -> Example | None:
    """The second in UTC; one without a zone (RFC 3339 asks for it) is no moment."""
    if moment.tzinfo is None:
        return None
    when = moment.astimezone(datetime.UTC).replace(microsecond=0)
    parts = (when.year, when.month, when.day, when.hour, when.minute, when.second)
    numbers = ", ".join(map(str, parts))
    return of_module(
        f"datetime.datetime({numbers}, tzinfo=datetime.UTC)",
        when.isoformat().replace("+00:00", "Z"),
        "datetime",
    )
