"""What an operationId says, without what frameworks add, and whether that is a name."""

from __future__ import annotations

import re

from ...ir.nodes import Operation
from ...ir.resources import steps_after
from .nouns import is_plural
from .words import snake_case

# What frameworks put before the name of a function to make it unique, and after it.
_BEFORE = re.compile(
    r"([A-Za-z0-9]*(Controller|Ctrl)(_?[Vv]\d+)?[_.]|[Vv]\d+[./])(?=[A-Za-z])"
)
_AFTER = re.compile(r"Using(GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)(_\d+)?$")
# What no person has written: a number, a long one in hexadecimal, a UUID.
_NUMBER = re.compile(
    r"[\W\d_]*|(?=.*\d)[0-9a-f]{16,}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I
)
_MARKS = re.compile(r"[\W_]+")
# What the path of many an API begins with, and an id need not repeat.
_PREFIX = re.compile(r"/(api|rest|v\d)[^/]*/", re.I)


def plain_id(operation: Operation, group: tuple[str, ...] = ()) -> str:
    """The operationId without what a framework adds to a function's name.

    FastAPI appends path and verb, Springfox the verb, Nest puts the controller's name
    before it, and some a version, or verb and path. Of an id with dots only what
    follows the `group` counts. It is empty where there is none, and where it is no
    name: a number, or no more than verb and path.
    """
    name = operation.operation_id or ""
    if group and (after := steps_after(name, group)):
        return "_".join(after)
    verb_and_path, _, function = name.rpartition(f"{operation.path}_")
    if function and verb_and_path.startswith(f"{operation.method}-"):
        name = function
    if _NUMBER.fullmatch(name) or _is_path(name, operation):
        return ""
    appended = re.sub(r"\W", "_", operation.path) + f"_{operation.method}"
    if name.endswith(appended) and len(name) > len(appended):
        name = name.removesuffix(appended)
    added = _BEFORE.match(name)
    name = _AFTER.sub("", name if added is None else name[added.end() :])
    return name[len("post") + 1 :] if _is_posted_action(name, operation) else name


def _is_path(name: str, operation: Operation) -> bool:
    """Whether an id is made of verb and path, with what a person would leave out.

    `getV3ProjectsIdMembers` is `GET /v3/projects/{id}/members`.
    """
    path, verb = operation.path, operation.method
    said, spelt = _bare(name), _bare(path)
    if "/" in name:
        return bool(spelt) and said.startswith(verb) and said.endswith(spelt)
    if "{" not in path and not _PREFIX.match(path):
        return False
    return said in (verb + spelt, spelt + verb, f"{spelt}{verb}collection")


def _is_posted_action(name: str, operation: Operation) -> bool:
    """Whether the path ends in what is done, as `POST_DescribeHosts` has it."""
    verb, action = name[:4].lower(), name[5:]
    end = re.split(r"[/=]", operation.path)[-1]
    several = snake_case(action).split("_")
    return (
        operation.method == verb == "post"
        and not name[4:5].isalnum()
        and len(several) > 1
        and not is_plural(several[0])
        and _bare(action) == _bare(end)
    )


def _bare(text: str) -> str:
    return _MARKS.sub("", text).lower()
