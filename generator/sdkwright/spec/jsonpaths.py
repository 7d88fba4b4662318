"""JSONPath queries (RFC 9535): the one door to the library that knows them.

Queries come from files that are not to be trusted: whatever is wrong with one, and
whatever evaluating it does, is a `JSONPathFault`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from ..records import dataclass
from .objects import Json
from .parse import DEEPEST

if TYPE_CHECKING:
    from jsonpath import JSONPath, JSONPathEnvironment

Steps: TypeAlias = tuple[str | int, ...]

# A query of this length is none that a person wrote; a longer one can exhaust the
# stack, as each of its segments is one more generator within the others.
LONGEST = 2_000
MOST_MATCHES = 1_000_000


class JSONPathFault(Exception):
    """Why a query cannot be read or evaluated, in words for a message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query that was read."""

    text: str
    path: JSONPath

    def select(self, value: Json) -> tuple[Steps, ...]:
        """The steps from the root to each node that is matched, each node once.

        Raises:
            JSONPathFault: The query cannot be evaluated on this value.
        """
        return _steps(self.path, value)

    def longest_part(self, value: Json) -> str | None:
        """As much of the query, from its beginning, as matches; None for just `$`."""
        from jsonpath import JSONPath

        for end in range(len(self.path.segments) - 1, 0, -1):
            part = JSONPath(env=self.path.env, segments=self.path.segments[:end])
            try:
                if _steps(part, value):
                    return str(part)
            except JSONPathFault:
                pass  # it matches too much to be of help
        return None


def read_query(text: str) -> Query:
    """The query that a text is.

    Raises:
        JSONPathFault: It is none.
    """
    from jsonpath import JSONPath
    from jsonpath.exceptions import JSONPathError

    if len(text) > LONGEST:
        raise JSONPathFault(f"it is longer than {LONGEST:,} characters")
    if not text.startswith("$"):
        raise JSONPathFault("it must begin with '$'")
    try:
        path = _environment().compile(text)
    except RecursionError:
        raise JSONPathFault("it is nested too deep") from None
    except JSONPathError as error:
        token = error.token
        after = (
            ""
            if token is None or token.index < 0
            else f" at character {token.index + 1}"
        )
        raise JSONPathFault(f"{error.message}{after}") from None
    except Exception as error:  # numbers that Python cannot hold, and the like
        raise JSONPathFault(str(error)) from None
    if not isinstance(path, JSONPath):
        raise JSONPathFault("it is several paths in one")
    return Query(text=text, path=path)


def _environment() -> JSONPathEnvironment:
    from jsonpath import JSONPathEnvironment

    environment = JSONPathEnvironment(strict=True)
    environment.max_recursion_depth = DEEPEST + 1
    return environment


def _steps(path: JSONPath, value: Json) -> tuple[Steps, ...]:
    try:
        found = list(islice(_matches(path, value), MOST_MATCHES + 1))
    except RecursionError:
        raise JSONPathFault("it is nested too deep to be evaluated") from None
    except Exception as error:
        raise JSONPathFault(f"it cannot be evaluated: {error}") from None
    if len(found) > MOST_MATCHES:
        raise JSONPathFault(f"it matches more than {MOST_MATCHES:,} nodes")
    return tuple(dict.fromkeys(found))


def _matches(path: JSONPath, value: Json) -> Iterator[Steps]:
    if isinstance(value, (dict, list)):
        for match in path.finditer(value):
            yield match.parts
