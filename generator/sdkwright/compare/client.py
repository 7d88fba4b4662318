"""What has become of the client itself: its package, its constructor, its servers."""

from __future__ import annotations

from ..listing import visible
from ..pointer import ROOT
from .face import Face, Option
from .judge import Judge, Where


def compare_client(judge: Judge, old: Face, new: Face) -> None:
    """The package, the client class, the constructor, environments and webhooks."""
    for code, before, after in (
        ("package-renamed", old.package, new.package),
        ("client-renamed", old.client_class, new.client_class),
    ):
        if before != after:
            where = Where(before=before, after=after, old=ROOT, new=ROOT)
            judge.say(code, before, f"is called {after} now", where)
    _options(judge, old, new)
    _environments(judge, old, new)
    _webhooks(judge, old, new)


def _options(judge: Judge, old: Face, new: Face) -> None:
    subject = new.client_class
    for name, option in old.options.items():
        after = new.options.get(name)
        if after is None:
            said = f"takes no '{name}' any more"
            judge.say("option-removed", subject, said, _where(option, None))
        else:
            _option(judge, option, after, subject)
    for name, option in new.options.items():
        if name not in old.options:
            code = "required-option-added" if option.required else "option-added"
            judge.say(code, subject, f"takes '{name}', too", _where(None, option))


def _option(judge: Judge, old: Option, new: Option, subject: str) -> None:
    where = _where(old, new)
    if new.required and not old.required:
        said = f"'{new.name}' has to be given now"
        judge.say("made-required", subject, said, where)
    elif old.required and not new.required:
        said = f"'{new.name}' need not be given any more"
        judge.say("made-optional", subject, said, where)
    elif old.text != new.text and new.name != "environment":  # told of by itself
        judge.say("option-retyped", subject, f"'{new.name}' takes another type", where)
    if old.sent != new.sent and old.pointer != ROOT != new.pointer:
        said = f"'{new.name}' is sent otherwise: {visible(new.sent)}"
        judge.say("sent-otherwise", subject, said, where)


def _where(old: Option | None, new: Option | None) -> Where:
    return Where(
        before=None if old is None else old.text,
        after=None if new is None else new.text,
        old=ROOT if old is None else old.pointer,
        new=ROOT if new is None else new.pointer,
    )


def _environments(judge: Judge, old: Face, new: Face) -> None:
    subject = f"{new.client_class}Environment"
    for name, (url, at) in old.environments.items():
        after, place = new.environments.get(name, ("", ROOT))
        where = Where(before=f"{name} = {url!r}", old=at, new=place)
        if not after:
            said = f"has no {name} any more"
            judge.say("environment-removed", subject, said, where)
        elif after != url:
            where = Where(before=url, after=after, old=at, new=place)
            judge.say("environment-moved", subject, f"{name} is elsewhere", where)
    for name, (url, at) in new.environments.items():
        if name not in old.environments:
            where = Where(after=f"{name} = {url!r}", old=ROOT, new=at)
            judge.say("environment-added", subject, f"has {name}, too", where)


def _webhooks(judge: Judge, old: Face, new: Face) -> None:
    for name, (payload, at) in old.webhooks.items():
        subject = f"webhooks.{name}"
        if name not in new.webhooks:
            where = Where(before=f"{name}(…)", old=at)
            judge.say("webhook-removed", subject, "is gone", where)
            continue
        meaning = judge.read(payload, new.webhooks[name][0])
        if meaning is not None:
            where = Where(old=at, new=new.webhooks[name][1])
            judge.say("webhook-retyped", subject, "gives another type", where, meaning)
    for name, (_, at) in new.webhooks.items():
        if name not in old.webhooks:
            where = Where(after=f"{name}(…)", new=at)
            judge.say("webhook-added", f"webhooks.{name}", "is new", where)
