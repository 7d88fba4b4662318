"""Generated classes whose place a user's own take: renamed, and handed over.

The class keeps its file and gets the name of a base. The name that it had is given to
the user's class, which type checkers see and the runtime fetches; everything else
goes on using that name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from ..custom import BASE, FOLDER
from .environment import template_root

_RUNTIME = "_core/hand_over.py"
_CLASS = re.compile(r"^class (\w+)\((.*)$", re.M)
_TYPING = re.compile(r"^from typing import (.+)$", re.M)
_FUTURE = "from __future__ import annotations\n"


def hand_over(
    files: Mapping[str, str], hooks: Mapping[str, str], package: str
) -> dict[str, str]:
    """The files with the classes that `hooks` name, by module of `_custom`."""
    if not hooks:
        return dict(files)
    prefix = f"src/{package}/"
    made = {
        path: (
            _handed(text, hooks, path.removeprefix(prefix).count("/"))
            if path.startswith(_homes(prefix))
            else text
        )
        for path, text in files.items()
    }
    runtime = template_root() / "sdk/src/PACKAGE" / _RUNTIME
    return made | {prefix + _RUNTIME: runtime.read_text(encoding="utf-8")}


def _homes(prefix: str) -> tuple[str, ...]:
    return tuple(prefix + each for each in ("client.py", "resources/", "models/"))


def handed_over(text: str, hooks: Mapping[str, str]) -> tuple[str, ...]:
    """The classes of a file that are handed over: no enums, as these have members."""
    return tuple(
        name
        for name, rest in _CLASS.findall(text)
        if name in hooks and not rest.startswith(("OpenStrEnum", "OpenIntEnum"))
    )


def _handed(text: str, hooks: Mapping[str, str], depth: int) -> str:
    names = handed_over(text, hooks)
    if not names:
        return text
    for name in names:
        text = re.sub(rf"^class {name}\(", f"class {name}{BASE}(", text, flags=re.M)
    modules: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        modules[hooks[name]].append(name)
    block = "\n".join(_block(modules, "." * (depth + 1)))
    last = text.index(f"\nclass {names[-1]}{BASE}(") + 1
    end = re.compile(r"^\S", re.M).search(text, text.index("\n", last) + 1)
    at = len(text) if end is None else end.start()
    return _with_typing(f"{text[:at].rstrip()}\n\n\n{block}\n\n\n{text[at:]}")


def _block(modules: Mapping[str, list[str]], up: str) -> Iterator[str]:
    yield "if TYPE_CHECKING:"
    for module, names in modules.items():
        for name in names:
            yield f"    from {up}{FOLDER}.{module} import {name} as {name}"
    yield "else:"
    yield f"    from {up}_core.hand_over import hand_over"
    yield ""
    for module, names in modules.items():
        bases = ", ".join(name + BASE for name in names)
        yield f'    hand_over(globals(), "{module}", {bases})'


def _with_typing(text: str) -> str:
    text = text.rstrip("\n") + "\n"
    head = text.partition("\nclass ")[0]
    if "TYPE_CHECKING" in head:
        return text
    several = _TYPING.search(head)
    if several is None:
        return text.replace(
            _FUTURE, f"{_FUTURE}\nfrom typing import TYPE_CHECKING\n", 1
        )
    line = f"from typing import TYPE_CHECKING, {several[1]}"
    return text.replace(several[0], line, 1)
