"""A plan as a unified diff, in the form that `git apply` reads."""

from __future__ import annotations

from collections.abc import Sequence

from .plan import Plan

# Above this many pairs of lines a file counts as replaced: comparing is quadratic.
_PAIRS = 25_000_000


def diff(plan: Plan, shown: str) -> dict[str, str]:
    """The diff of each file that differs, by its path, sorted.

    `shown` is the output folder as the reader would write it.
    """
    prefix = shown.strip("/") + "/" if shown not in ("", ".") else ""
    texts: dict[str, str] = {}
    for path, after in plan.create.items():
        texts[path] = _created(prefix + path, after)
    for path, change in plan.change.items():
        texts[path] = _changed(prefix + path, _decode(change.before), change.after)
    for path, before in plan.delete.items():
        texts[path] = _deleted(prefix + path, _decode(before))
    return dict(sorted(texts.items()))


def _created(path: str, after: str) -> str:
    head = f"diff --git a/{path} b/{path}\nnew file mode 100644\n"
    names = f"--- /dev/null\n+++ b/{path}\n" if after else ""
    return head + names + _hunks("", after)


def _changed(path: str, before: str, after: str) -> str:
    head = f"diff --git a/{path} b/{path}\n--- a/{path}\n+++ b/{path}\n"
    return head + _hunks(before, after)


def _deleted(path: str, before: str) -> str:
    head = f"diff --git a/{path} b/{path}\ndeleted file mode 100644\n"
    names = f"--- a/{path}\n+++ /dev/null\n" if before else ""
    return head + names + _hunks(before, "")


def _decode(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _lines(text: str) -> list[str]:
    """Lines with their ends; only a line feed ends one."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop().removesuffix("\n")
    return [*lines, f"{last}\n\\ No newline at end of file\n"] if last else lines


def _hunks(before: str, after: str) -> str:
    old, new = _lines(before), _lines(after)
    start, end = _common(old, new)
    gone, come = old[start : len(old) - end], new[start : len(new) - end]
    if len(gone) * len(come) > _PAIRS:
        lines = [f"@@ -{_range(start, gone)} +{_range(start, come)} @@\n"]
        lines += (f"-{line}" for line in gone)
        lines += (f"+{line}" for line in come)
        return "".join(lines)
    from difflib import unified_diff

    return "".join(list(unified_diff(old, new))[2:])


def _common(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many lines are the same at the start and at the end."""
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and old[start] == new[start]:
        start += 1
    end = 0
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, end


def _range(start: int, lines: Sequence[str]) -> str:
    return f"{start + 1 if lines else start},{len(lines)}"
