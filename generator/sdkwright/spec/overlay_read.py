"""Overlay documents → actions (Overlay Specification 1.0 and 1.1, section 4.4)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping

from ..diagnostics import Diagnostics
from ..pointer import Pointer, child
from ..records import dataclass
from .jsonpaths import JSONPathFault, Query, read_query
from .objects import Json
from .overlay_actions import Action
from .parse import parse
from .scalars import kind
from .source import Source

_VERSION = re.compile(r"1\.(?P<minor>[01])(\.\d+)?")
_FIELDS = ("overlay", "info", "extends", "actions")
_BRACKETS = "names with other signs stand in brackets: $.paths['/pets'].get"
_ACTION_FIELDS = ("target", "description", "update", "copy", "remove")


def read_actions(source: Source, found: Diagnostics) -> Iterator[Action]:
    """The actions of an overlay, in order; what is wrong is said and left out."""
    before = len(found)
    value = parse(source, found)
    if value is not None or len(found) == before:
        yield from _Reader(found=found, root=Pointer(f"{source.file}#")).actions(value)


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Reads the overlay at `root`; `strict` is whether it is one of version 1.1."""

    found: Diagnostics
    root: Pointer
    strict: bool = True

    def actions(self, value: Json) -> Iterator[Action]:
        if not isinstance(value, dict):
            what = "empty" if value is None else kind(value)
            self._wrong(
                f"this overlay is {what}; an Overlay document is a mapping",
                self.root,
                hint="begin it with 'overlay: 1.1.0'",
            )
        elif self._is_known(value):
            self._check_fields(value, self.root, _FIELDS)
            if not isinstance(value.get("info"), dict):
                self._unusual(
                    "this overlay has no 'info' with its title and version", self.root
                )
            yield from self._listed(value.get("actions"))

    def _is_known(self, value: Mapping[str, Json]) -> bool:
        """Whether it is written in a version that we know."""
        version = value.get("overlay")
        if version is None:
            is_document = "openapi" in value or "swagger" in value
            what = "this is an OpenAPI document, not an overlay"
            self._wrong(
                what if is_document else "the overlay does not say its version",
                self.root,
                hint=None if is_document else "begin it with 'overlay: 1.1.0'",
            )
            return False
        at = child(self.root, "overlay")
        if isinstance(version, (dict, list)):
            self._wrong(f"'overlay' must be the version, not {kind(version)}", at)
            return False
        known = _VERSION.fullmatch(str(version))
        if known is None:
            self.found.error(
                "unsupported-version",
                f"version '{version}' of Overlay is not supported",
                at,
                hint="sdkwright reads Overlay 1.0 and 1.1",
            )
            return False
        self.strict = known["minor"] != "0"
        return True

    def _listed(self, actions: Json) -> Iterator[Action]:
        at = child(self.root, "actions")
        if actions is None:
            self._wrong("there are no 'actions' in this overlay", self.root)
        elif not isinstance(actions, list) or not actions:
            what = (
                "is empty" if actions == [] else f"must be a list, not {kind(actions)}"
            )
            self._wrong(f"'actions' {what}", at)
        else:
            for index, each in enumerate(actions):
                action = self._action(each, child(at, index))
                if action is not None:
                    yield action

    def _action(self, value: Json, at: Pointer) -> Action | None:
        if not isinstance(value, dict):
            self._wrong(f"an action is a mapping, not {kind(value)}", at)
            return None
        self._check_fields(value, at, _ACTION_FIELDS)
        if "target" not in value:
            self._wrong(
                "there is no 'target' in this action",
                at,
                hint="a target such as '$.info' says what is changed",
            )
            return None
        target = self._query(value, at, "target")
        copy = self._query(value, at, "copy") if "copy" in value else None
        remove = self._removes(value, at)
        if target is None or remove is None or not self._agree(value, at, remove):
            return None
        return Action(
            at=at,
            target=target,
            update=(value["update"],) if "update" in value and not remove else None,
            copy=None if remove else copy,
            remove=remove,
            strict=self.strict,
        )

    def _query(self, value: Mapping[str, Json], at: Pointer, key: str) -> Query | None:
        text, place = value[key], child(at, key)
        if not isinstance(text, str):
            self._wrong(f"'{key}' must be a JSONPath, not {kind(text)}", place)
            return None
        try:
            return read_query(text)
        except JSONPathFault as fault:
            self.found.error(
                "wrong-jsonpath",
                f"this is no JSONPath: {fault}",
                place,
                hint=_BRACKETS if "unexpected token" in str(fault) else None,
            )
            return None

    def _removes(self, value: Mapping[str, Json], at: Pointer) -> bool | None:
        remove = value.get("remove", False)
        if isinstance(remove, bool):
            return remove
        self._wrong(
            f"'remove' must be true or false, not {kind(remove)}", child(at, "remove")
        )
        return None

    def _agree(self, value: Mapping[str, Json], at: Pointer, remove: bool) -> bool:
        """Whether the fields of an action make sense together."""
        if "copy" in value and not self.strict:
            self._wrong(
                "'copy' needs version 1.1 of Overlay",
                child(at, "copy"),
                on_key=True,
                hint="write 'overlay: 1.1.0'",
            )
            return False
        others = [key for key in ("update", "copy") if key in value]
        if len(others) == 2 and not remove:
            self._wrong(
                "'update' and 'copy' cannot stand in one action",
                child(at, "copy"),
                on_key=True,
                hint="make two actions of it",
            )
            return False
        for key in others if remove else ():
            message = f"'{key}' has no effect beside 'remove: true'"
            self._unusual(message, child(at, key), hint="take one of the two out")
        if not remove and not others:
            hint = "it needs an 'update', a 'copy' or 'remove: true'"
            self._unusual("this action changes nothing", at, hint=hint)
        return True

    def _check_fields(
        self, value: Mapping[str, Json], at: Pointer, known: tuple[str, ...]
    ) -> None:
        for key in value:
            if key not in known and not key.startswith("x-"):
                close = difflib.get_close_matches(key, known, n=1)
                self._unusual(
                    f"'{key}' has no meaning in an overlay",
                    child(at, key),
                    hint=f"did you mean '{close[0]}'?" if close else None,
                )

    def _wrong(
        self,
        message: str,
        at: Pointer,
        *,
        on_key: bool = False,
        hint: str | None = None,
    ) -> None:
        self.found.error("wrong-overlay", message, at, on_key=on_key, hint=hint)

    def _unusual(self, message: str, at: Pointer, *, hint: str | None = None) -> None:
        self.found.warning("unusual-overlay", message, at, on_key=True, hint=hint)
