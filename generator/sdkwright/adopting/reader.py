"""One package of an SDK: its classes, the methods that are reached, their requests."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from typing import Any

from ..records import dataclass
from .answers import body_of
from .exceptions import raised_in
from .members import (
    arguments,
    by_place,
    imported,
    is_property,
    is_twin,
    maker,
    settings,
    target,
    words,
)
from .offers import held_class, held_in
from .requests import Sent, handed_to, request_of, wires_of
from .sdk import OPTIONS, Method, Sdk
from .settings import environment_class, headers_in, variables_in

_DEEPEST = 6
_HANDOVERS = 3
# Where Speakeasy's SDKs look for credentials.
_FROM_ENVIRONMENT = "utils.security.get_security_from_env"
# Where Stainless' clients and Fern's say which headers all calls have.
_HEADERS = "default_headers"
_WRAPPED_HEADERS = "core.client_wrapper.BaseClientWrapper.get_headers"
_TYPING = ("Any", "None", "Self")


@dataclass(slots=True)
class Reader:
    """Reads classes of one package; each file is parsed once."""

    root: Any
    raised: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    _functions: dict[Path, dict[tuple[str, str], ast.FunctionDef]] = field(
        default_factory=dict[Path, dict[tuple[str, str], ast.FunctionDef]]
    )

    def sdk(self, name: str, client: Any) -> Sdk:
        methods: list[Method] = []
        silent: list[tuple[Any, str]] = []
        owners: set[str] = set()
        twins: list[str] = []
        for path, each, owner in self._walk(client, "client", frozenset()):
            if is_twin(each.name, owner):
                twins.append(path.removesuffix("_async"))
                continue
            sent = self._sent(owner, each.name, _HANDOVERS)
            if sent is None:
                silent.append((each.parent, path))
                continue
            owners.add(owner.path)
            methods.append(self._method(path, each, sent))
        made = maker(client)
        return Sdk(
            package=self.root.name,
            home=self.root.name if name in self.root.members else client.parent.path,
            client_class=name,
            methods=tuple(methods),
            constructor=() if made is None else settings(made),
            variables=self._variables(made),
            headers=self._headers(client),
            environment=None if made is None else environment_class(made, self.root),
            silent=tuple(path for owner, path in silent if owner.path in owners),
            twins=len({*twins} & {each.name for each in methods}),
        )

    def _method(self, path: str, method: Any, sent: Sent) -> Method:
        """A method and the request it sends; what it raises is noted."""
        wires = dict(sent.wires or {})
        function = self._function(method)
        if function is not None:
            wires = {**wires, **wires_of(function)}
            for name, status in raised_in(function):
                known = self.raised.get(name, frozenset[str]())
                self.raised[name] = known | {status}
        held, returned = self._answered(method)
        result = held_in(returned, self.root)
        return Method(
            name=path,
            verb=sent.verb,
            path=sent.path,
            arguments=arguments(method),
            inside=sent.inside,
            wires=wires,
            places=by_place(method),
            returns=_named(returned, result if held else None),
            result=result,
            takes=self._takes(method),
            held=held,
        )

    def _variables(self, made: Any) -> dict[str, str]:
        """What stands in for arguments of a constructor, there or in a function."""
        if made is None:
            return {}
        package = made.module.path.rpartition(".")[0].removeprefix(self.root.name)
        beside = self._below(f"{package}.{_FROM_ENVIRONMENT}".lstrip("."))
        places = (beside, made)
        read = [variables_in(self._function(each)) for each in places]
        return {name: each for found in read for name, each in found.items()}

    def _below(self, way: str) -> Any:
        """What stands there in the package; None where nothing does."""
        try:
            return self.root[way]
        except KeyError:
            return None

    def _headers(self, client: Any) -> dict[str, str]:
        """The headers of all calls that arguments of the constructor stand for."""
        places = [client.all_members.get(_HEADERS), self._below(_WRAPPED_HEADERS)]
        read = [headers_in(self._function(target(each))) for each in places if each]
        return {name: each for found in read for name, each in found.items()}

    def _answered(self, method: Any) -> tuple[str, Any]:
        """What a method returns, and in which attribute where it is a whole answer."""
        answer = held_class(method.returns, self.root)
        body = None if answer is None else body_of(answer)
        if body is None:
            return "", method.returns
        held = held_class(body.annotation, self.root)
        if held is not None and held.is_attribute:  # an alias of what it stands for
            return body.name, held.value
        return body.name, body.annotation

    def _takes(self, method: Any) -> dict[str, str]:
        """Where the classes are defined that arguments take, each of just one."""
        held = {
            each.name: held_in(each.annotation, self.root)
            for each in method.parameters
            if each.name != OPTIONS
        }
        return {name: at for name, at in held.items() if at is not None}

    def _walk(
        self, owner: Any, path: str, above: frozenset[str]
    ) -> Iterator[tuple[str, Any, Any]]:
        """Every public method that is reached from a class: its way, it, its class."""
        if owner.path in above or len(above) > _DEEPEST:
            return
        for name, each in owner.all_members.items():
            member = target(each)
            if name.startswith(("_", "with_")) or member is None:
                continue
            if member.is_function and not is_property(member):
                if not member.labels & {"classmethod", "staticmethod"}:
                    yield f"{path}.{name}", member, owner
                continue
            resource = self._resource(owner, name, member)
            if resource is not None:
                inside = above | {owner.path}
                yield from self._walk(resource, f"{path}.{name}", inside)

    def _resource(self, owner: Any, name: str, member: Any) -> Any:
        """The class of the object that an attribute or a property holds."""
        if not (member.is_attribute or member.is_function):
            return None
        told = getattr(member, "annotation", None) or getattr(member, "returns", None)
        for word in words(told):
            found = self._resolve(word, member)
            if found is not None:
                return found
        function = self._function(member) or self._function(owner.all_members.get(name))
        return None if function is None else self._made_in(function, member)

    def _made_in(self, function: ast.FunctionDef, member: Any) -> Any:
        """The class of the object that a property makes: `Chat(self)`."""
        for each in ast.walk(function):
            if isinstance(each, ast.Call) and isinstance(each.func, ast.Name):
                found = self._resolve(each.func.id, member, function)
                if found is not None:
                    return found
        return None

    def _resolve(
        self, word: str, scope: Any, function: ast.FunctionDef | None = None
    ) -> Any:
        """The class that a name means where it stands."""
        function = function or self._function(scope)
        for path in imported(word, function, scope):
            found = self._at(path)
            if found is not None:
                return found
        first, dot, rest = word.partition(".")
        # Of `chat: chat.Chat` in a class the second `chat` is the module's.
        for place in (scope.parent, scope.module):
            try:
                found = self._at(f"{place.resolve(first)}{dot}{rest}")
            except Exception:
                continue
            if found is not None:
                return found
        return None

    def _at(self, path: str) -> Any:
        root = self.root
        try:
            found = target(root[path.removeprefix(f"{root.name}.")])
        except Exception:
            return None
        return found if found is not None and found.is_class else None

    def _sent(self, owner: Any, name: str, left: int) -> Sent | None:
        """The request of a method: its own, or one that it hands over to."""
        for cls in (owner, *owner.mro()):
            member = target(cls.members[name]) if name in cls.members else None
            function = self._function(member)
            if function is None:
                continue
            sent = request_of(function)
            if sent is not None:
                return sent
            if left and (handed := self._handed(owner, member, function, left)):
                return handed
        return None

    def _handed(
        self, owner: Any, member: Any, function: ast.FunctionDef, left: int
    ) -> Sent | None:
        for holder, method in handed_to(function):
            helper = owner if holder is None else self._helper(owner, holder)
            again = holder is None and method == member.name
            if helper is None or again or method not in helper.all_members:
                continue
            if sent := self._sent(helper, method, left - 1):
                return sent
        return None

    def _helper(self, owner: Any, name: str) -> Any:
        """The class of `self.NAME`: as it is annotated, or made in the constructor."""
        member = (
            target(owner.all_members.get(name)) if name in owner.all_members else None
        )
        if member is None:
            return None
        said = (getattr(member, key, None) for key in ("annotation", "value"))
        for word in (word for each in said for word in words(each)):
            found = self._resolve(word, member)
            if found is not None and found.path != owner.path:
                return found
        return None

    def _function(self, member: Any) -> ast.FunctionDef | None:
        """The definition of a function, or of a property, in its file."""
        if member is None or not isinstance(member.filepath, Path):
            return None
        functions = self._functions.get(member.filepath)
        if functions is None:
            text = member.filepath.read_text(encoding="utf-8", errors="replace")
            functions = dict(_defined_in(ast.parse(text)))
            self._functions[member.filepath] = functions
        parent = member.parent
        owner = "" if parent is None or parent.is_module else parent.name
        return functions.get((owner, member.name))


def _defined_in(
    tree: ast.Module,
) -> Iterator[tuple[tuple[str, str], ast.FunctionDef]]:
    """The functions of a file, by the class that they are in and their name."""
    classes = (each for each in tree.body if isinstance(each, ast.ClassDef))
    bodies = [("", tree.body), *((each.name, each.body) for each in classes)]
    for owner, body in bodies:
        for each in body:
            if isinstance(each, ast.FunctionDef):
                yield (owner, each.name), each


def _named(returned: Any, inside: str | None) -> str | None:
    """The class that an annotation names, if it is one by name, or has inside."""
    if inside is not None:
        return inside.rpartition(".")[2]
    text = str(returned or "").strip("'\"")
    name = text.rpartition(".")[2]
    is_class_name = text.replace(".", "").isidentifier() and name[:1].isupper()
    return name if is_class_name and name not in _TYPING else None
