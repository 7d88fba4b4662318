"""An API key in the query of a URL, which the HTTP library's own log would show."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from urllib.parse import quote

from .auth import Held, Scheme, Secret, Signed
from .http import httpx
from .records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryKey(Scheme):
    """A key in the query, as it is."""

    name: str

    def hold(self, name: str, given: Mapping[str, Secret]) -> Held:
        _HIDDEN.names.add(quote(self.name))
        logging.getLogger(httpx.__name__).addFilter(_HIDDEN)
        return Held(self, name, given)

    def sign(self, values: Mapping[str, str], signed: Signed) -> None:
        signed.query.append(f"{quote(self.name)}={quote(values[''], safe='')}")


class _Hidden(logging.Filter):
    """Takes keys out of the URLs that the HTTP library logs."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(map(self._shown, record.args))
        return True

    def _shown(self, value: object) -> object:
        """A URL without keys; text, where another SDK's filter has seen it before."""
        if not isinstance(value, httpx.URL | str):
            return value
        names = "|".join(map(re.escape, self.names))
        return re.sub(f"([?&](?:{names})=)[^&#]*", r"\1(hidden)", str(value))


_HIDDEN = _Hidden()
