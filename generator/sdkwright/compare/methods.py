"""What has become of methods: their answers, errors, credentials."""

from __future__ import annotations

from collections.abc import Mapping

from ..listing import visible
from ..records import replace
from .arguments import compare_arguments
from .face import Method
from .judge import Judge, Where


def compare_methods(
    judge: Judge,
    old: Mapping[str, Method],
    new: Mapping[str, Method],
    names: Mapping[str, str],
) -> None:
    """Every method that is gone, renamed, new or different; `names` are new ones."""
    for name, method in old.items():
        after = new.get(names.get(name, name))
        where = Where(before=f"{name}(…)", old=method.pointer)
        if after is None:
            judge.say("method-removed", name, "is gone", where)
            continue
        if name in names:
            where = replace(where, after=f"{after.name}(…)", new=after.pointer)
            judge.say("method-renamed", name, f"is called {after.name} now", where)
        _method(judge, method, after)
    known = {*old, *names.values()}
    for name, method in new.items():
        if name not in known:
            text = f"{name}(…) -> {method.returns_text}"
            where = Where(after=text, new=method.pointer)
            judge.say("method-added", name, "is new", where)


def _method(judge: Judge, old: Method, new: Method) -> None:
    where = Where(old=old.pointer, new=new.pointer)
    compare_arguments(judge, old, new)
    _answer(judge, old, new, where)
    _pages(judge, old, new, where)
    _stream(judge, old, new, where)
    _errors(judge, old, new, where)
    _security(judge, old, new, where)
    if old.call != new.call:
        said = f"makes the call {new.call}, and no longer {old.call}"
        judge.say("other-call", new.name, said, where)
    elif old.sends != new.sends and old.sends and new.sends:
        said = f"sends its body as {' or '.join(new.sends)}"
        judge.say("sent-otherwise", new.name, said, where)
    _headers(judge, old, new, where)
    if new.doc.deprecated and not old.doc.deprecated:
        judge.say("deprecated", new.name, "is deprecated", where)
    texts = [(each.doc.summary, each.doc.description) for each in (old, new)]
    if texts[0] != texts[1]:
        judge.say("documentation", new.name, "is described otherwise", where)


def _answer(judge: Judge, old: Method, new: Method, where: Where) -> None:
    where = _returns(old, new, where)
    meaning = judge.read(old.returns, new.returns)
    if meaning is not None:
        said = "answers with another type"
        judge.say("answer-retyped", new.name, said, where, meaning)


def _pages(judge: Judge, old: Method, new: Method, where: Where) -> None:
    where = _returns(old, new, where)
    if old.page == new.page:
        return
    if new.page is None:
        judge.say("paging-removed", new.name, "is no longer in pages", where)
    elif old.page is None:
        judge.say("paging-added", new.name, "answers in pages", where)
    else:
        said = f"pages by {new.page}, not by {old.page}"
        judge.say("paging-changed", new.name, said, where)


def _stream(judge: Judge, old: Method, new: Method, where: Where) -> None:
    if old.stream is not None and new.stream is not None:
        meaning = judge.read(old.stream, new.stream)
        if meaning is not None:
            said = "streams items of another type"
            judge.say("stream-retyped", new.name, said, where, meaning)
    elif old.stream is not None:
        judge.say("stream-removed", new.name, "streams no more", where)
    elif new.stream is not None:
        code = "only-streams" if new.only_streams else "stream-added"
        judge.say(code, new.name, "streams its answer", where)


def _errors(judge: Judge, old: Method, new: Method, where: Where) -> None:
    for status, body in old.errors.items():
        meaning = judge.read(body, new.errors.get(status, body))
        if status not in new.errors and body is not None:
            said = f"tells no longer what an error {status} holds"
            judge.say("error-removed", new.name, said, where)
        elif meaning is not None:
            said = f"the body of an error {status} is of another type"
            judge.say("error-retyped", new.name, said, where, meaning)
    for status in new.errors:
        if status not in old.errors:
            judge.say("error-added", new.name, f"tells of an error {status}", where)


def _headers(judge: Judge, old: Method, new: Method, where: Where) -> None:
    """Headers are read by name and as text, whatever they stand for."""
    for name in old.headers:
        if name not in new.headers:
            said = f"answers have no '{visible(name)}' any more"
            judge.say("header-removed", new.name, said, where)
    for name in new.headers:
        if name not in old.headers:
            said = f"answers have the header '{visible(name)}'"
            judge.say("header-added", new.name, said, where)


def _security(judge: Judge, old: Method, new: Method, where: Where) -> None:
    """Each way of before to be allowed has to hold one of the ways of now."""
    if old.security == new.security:
        return
    nothing: frozenset[str] = frozenset()
    before, after = old.security or {nothing}, new.security or {nothing}
    where = replace(where, before=_ways(old), after=_ways(new))
    if all(any(way <= had for way in after) for had in before):
        said = "can be called with other credentials"
        judge.say("credentials-eased", new.name, said, where)
    else:
        said = "asks for other credentials"
        judge.say("credentials-changed", new.name, said, where)


def _ways(method: Method) -> str:
    ways = sorted(" and ".join(sorted(way)) or "nothing" for way in method.security)
    return " or ".join(ways) or "nothing"


def _returns(old: Method, new: Method, where: Where) -> Where:
    before, after = f"-> {old.returns_text}", f"-> {new.returns_text}"
    return replace(where, before=before, after=after)
