"""An existing SDK taken over: what is written for it, and what still differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from tempfile import TemporaryDirectory

from ..compare.build import face_of
from ..compare.face import Face
from ..config import Target
from ..ir.nodes import Api
from ..ir.types import Named
from ..python.offers.homes import home_of_names
from ..records import dataclass, replace
from ..spec.objects import Json
from ..understanding import Understood, understand
from .classes import (
    NONE,
    Imports,
    attributes_of,
    imports_of,
    names_in_models,
    same_classes,
)
from .exceptions import heirs, without_heirs
from .match import Matched, Matches, match
from .options import (
    Credential,
    constructor_differences,
    credential_names,
    credentials_of,
    server_names,
    variables_of,
)
from .sdk import Method, Sdk
from .write import LACKS, changes, differences, group_of, names_of, options_of

OVERLAY = "adopted.overlay.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """What is to be configured, and how the new SDK compares with the old.

    `options` are a target's, `overlay` is a text. Neither is there where the document
    has errors, which stand in `understood`.
    """

    understood: Understood
    options: Mapping[str, Json] = field(default_factory=dict[str, Json])
    overlay: str | None = None
    api: Api | None = None
    matches: Matches | None = None
    face: Face | None = None
    imports: Imports = NONE
    same: Mapping[str, str] = field(default_factory=dict[str, str])
    credentials: tuple[Credential, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict[str, str])


def adopt(sdk: Sdk, target: Target) -> Adopted:
    """Everything that gives the SDK of a target the face of an existing one.

    In three steps, each on what the one before has changed: where operations are and
    what their arguments are, in an overlay; names, in the configuration; and a look at
    what has come of it.
    """
    target = replace(target, package=sdk.package, class_name=sdk.client_class)
    with TemporaryDirectory() as folder:
        first = _seen(sdk, target)
        if first.matches is None or first.api is None:
            return first
        said = (first.matches, first.api, first.credentials)
        target = _overlaid(target, changes(*said), folder)
        if any(group_of(each.theirs.name) for each in first.matches.matched):
            target = replace(target, client="grouped")
        second = _seen(sdk, target)
        if second.matches is None or second.face is None:
            return second
        classes = names_in_models(sdk, second.same, second.face)
        places = sorted(attributes_of(first.api) & classes.keys())
        overlay = changes(*said, {at: classes.pop(at) for at in places})
        names = {str(at): name for at, name in classes.items()} | {**second.names}
        names |= names_of(second.matches, second.face)
        env = variables_of(sdk, second.credentials)
        target = _overlaid(replace(target, names=names, env=env), overlay, folder)
        last = _seen(sdk, target)
    target = replace(target, exports=last.imports.exports)
    options = options_of(target, None if overlay is None else OVERLAY)
    return replace(last, options=options, overlay=overlay)


def _overlaid(target: Target, overlay: str | None, folder: str) -> Target:
    """The target with this overlay, if it is one, in a folder."""
    if overlay is None:
        return target
    path = Path(folder, OVERLAY)
    path.write_text(overlay, encoding="utf-8")
    return replace(target, overlays=(path,))


def _seen(sdk: Sdk, target: Target) -> Adopted:
    """How the SDK of a target compares with an existing one."""
    understood = understand(target)
    if understood.named is None:
        return Adopted(understood=understood)
    api, names = understood.named.api, understood.named.names
    face = face_of(api, names, target)
    matches = match(sdk, api, face.methods)
    same = same_classes(sdk, matches, face)
    credentials = credentials_of(sdk, api, names)
    if sdk.environment is not None:
        same[sdk.environment.at] = names.environment_class
    return Adopted(
        understood=understood,
        api=api,
        matches=matches,
        face=face,
        same=same,
        imports=imports_of(sdk, same, names, home_of_names(api, names)),
        credentials=credentials,
        names={**credential_names(credentials), **server_names(sdk, api, names)},
    )


def report(sdk: Sdk, done: Adopted) -> Iterator[str]:
    """What still differs, a line a method, and the figures in the last line."""
    matches, face, imports = done.matches, done.face, done.imports
    if matches is None or face is None:
        return
    yield from constructor_differences(sdk, face, done.credentials)
    same = rest = 0
    for each in matches.matched:
        told = "; ".join(differences(each))
        same += not told
        rest += _lacks_only(each)
        if told:
            yield f"{each.theirs.name}: {told}"
    for method in matches.others:
        yield f"{method.name}: not made: another way to {_call(method)}"
    for method in matches.unknown:
        yield f"{method.name}: not made: the document has no {_call(method)}"
    for name in sdk.silent:
        if name.count(".") > 1:
            yield f"{name}: not made: no request of its own was found"
    yield from _answers(sdk, matches)
    yield from _models(matches)
    yield from heirs(sdk.exceptions, sdk.client_class)
    if gone := without_heirs(sdk.exceptions, sdk.client_class):
        yield f"exceptions that are not made: {', '.join(gone)}"
    yield (
        f"names that programs import: {imports.kept} of {imports.known} are where they"
        " were"
    )
    total = len(sdk.methods)
    named = sum(each.theirs.name == each.ours.name for each in matches.matched)
    yield (
        f"{total} methods that send requests: {len(matches.matched)} are operations of"
        f" the document, {named} of them are called the same, {same} take the same,"
        f" {rest} more take all that the document has"
    )


def _answers(sdk: Sdk, matches: Matches) -> Iterator[str]:
    """What is awaited elsewhere, and which methods returned more than bodies."""
    if sdk.twins:
        yield (
            f"{sdk.twins} methods that end in _async: are those without it of"
            f" Async{sdk.client_class}"
        )
    held = Counter(each.theirs.held for each in matches.matched if each.theirs.held)
    for name, count in sorted(held.items()):
        yield (
            f"{count} methods returned an answer with its body in '{name}': they return"
            " the body; with_raw_response has status and headers"
        )


def _lacks_only(each: Matched) -> bool:
    """Whether a method differs in nothing but arguments that the document lacks."""
    told = tuple(differences(each))
    return len(told) == 1 and told[0].startswith(LACKS)


def _models(matches: Matches) -> Iterator[str]:
    """How many of the models that methods return are called as they were."""
    pairs = {
        (each.theirs.returns, str(each.ours.returns.pointer))
        for each in matches.matched
        if each.theirs.returns and isinstance(each.ours.returns, Named)
    }
    if pairs:
        same = sum(theirs == ours for theirs, ours in pairs)
        yield (
            f"models that methods return: {same} of {len(pairs)} are called the same;"
            " all can be imported from the package"
        )


def _call(method: Method) -> str:
    return f"{method.verb.upper()} {method.path}"
