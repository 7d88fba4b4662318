"""Operations: their parameters, bodies, answers, credentials."""

from __future__ import annotations

from collections.abc import Mapping

from ..pointer import Pointer
from ..records import dataclass, replace
from ..spec import objects
from ..spec.read_parameters import placeholders
from .answers import (
    BODILESS,
    answerable,
    bodiless,
    choices_of,
    label_of,
    redirected,
    split,
    whole_type,
)
from .auth import place_of, requirements
from .bodies import Bodies
from .declarations import Doc, Origin
from .extensions import METHOD_NAMES, PARAMETER_NAMES, first_text
from .held import held_rules
from .nodes import (
    Auth,
    Choice,
    Operation,
    Parameter,
    Place,
    Requirement,
    Response,
    Server,
    Stream,
)
from .parts import parts_of
from .resources import group_for
from .servers import own_servers
from .streams import stream_of
from .types import Anything
from .variants import described

_KEYS = frozenset({"idempotency-key", "x-idempotency-key"})
_PLACES = {place.value: place for place in Place}
# Headers that say what the body is, and what is wanted back (4.12.2.1, `name`).
_OURS: frozenset[tuple[Place | None, str]] = frozenset(
    (Place.HEADER, name) for name in ("accept", "content-type", "content-length")
)


@dataclass(frozen=True, slots=True)
class Operations:
    """Makes operations; `security` is what the document asks for by default.

    `groups` are the resources of tags.
    """

    bodies: Bodies
    auths: Mapping[str, Auth]
    security: tuple[Requirement, ...]
    servers: tuple[Server, ...]
    groups: Mapping[str, tuple[str, ...]]

    def of(self, operation: objects.Operation) -> Operation:
        """One operation."""
        at = operation.pointer
        body = self.bodies.request(operation.request_body, at)
        responses = {
            status: self.bodies.response(
                status, each, at, label_of(status, operation.responses)
            )
            for status, each in operation.responses.items()
        }
        head = operation.method == "head"
        responses = bodiless(responses) if head else self._with_bodies(responses)
        successes, errors = split(responses)
        successes = successes or redirected(responses)
        self.bodies.types.finish()  # the enums of the body, if one asks for a stream
        stream = stream_of(
            operation,
            successes,
            body,
            lambda form: self.bodies.properties(operation.request_body, form),
            self.bodies.types.declarations,
        )
        choices = choices_of(successes, stream)
        successes = self._answerable(successes, stream, choices)
        if stream is not None:
            body = self.bodies.with_flag(body, stream)
        security = self._security(operation)
        return Operation(
            pointer=at,
            operation_id=operation.operation_id,
            method=operation.method,
            path=operation.path,
            group=group_for(operation, self.groups),
            parameters=self._parameters(operation, security),
            body=body,
            successes=successes,
            errors=errors,
            returns=whole_type(successes, stream is not None),
            choices=choices,
            stream=stream,
            security=security,
            servers=own_servers(operation, self.servers, self.bodies.types.found),
            doc=_doc(operation),
            wanted=first_text(operation.extensions, METHOD_NAMES),
        )

    def _with_bodies(self, responses: Mapping[str, Response]) -> dict[str, Response]:
        """The answers without a body where their status has none; what it says is told.

        A schema that takes anything says nothing.
        """
        made = dict(responses)
        for status in BODILESS & responses.keys():
            made[status] = replace(responses[status], contents=())
            for each in responses[status].contents:
                if not isinstance(each.type, Anything):
                    self.bodies.types.found.warning(
                        "unused-media-type",
                        f"an answer of status {status} has no body, so its "
                        f"'{each.media_type}' is left out",
                        each.pointer,
                        on_key=True,
                    )
        return made

    def _answerable(
        self,
        successes: tuple[Response, ...],
        stream: Stream | None,
        choices: tuple[Choice, ...],
    ) -> tuple[Response, ...]:
        """The answers in the forms that can be asked for; the others are said."""
        made: list[Response] = []
        for each in successes:
            kept = answerable(each, stream, choices)
            self.bodies.warn_of_forms(each, kept)
            made.append(kept)
        return tuple(made)

    def _security(self, operation: objects.Operation) -> tuple[Requirement, ...]:
        if operation.security is None:
            return self.security
        return requirements(
            operation.security, self.auths, self.bodies.types.found, operation.pointer
        )

    def _parameters(
        self, operation: objects.Operation, security: tuple[Requirement, ...]
    ) -> tuple[Parameter, ...]:
        """Path parameters as the template has them, then query, header, cookie.

        What the client itself sends is not asked for.
        """
        sent = self._sent(security)
        kept = [
            self._parameter(each, operation.pointer)
            for each in operation.parameters
            if (_PLACES[each.location], each.name.lower()) not in sent
        ]
        order = {name: index for index, name in enumerate(placeholders(operation.path))}
        places = list(Place)
        return tuple(
            sorted(
                kept,
                key=lambda each: (
                    (places.index(each.place), order.get(each.name, 0))
                    if each.place is Place.PATH
                    else (places.index(each.place), 0)
                ),
            )
        )

    def _sent(
        self, security: tuple[Requirement, ...]
    ) -> frozenset[tuple[Place | None, str]]:
        """What credentials travel in, and the headers that belong to the body."""
        auths = (self.auths[name] for several in security for name in several)
        places = (place_of(each) for each in auths)
        return _OURS.union((place, name.lower()) for place, name in places)

    def _parameter(self, parameter: objects.Parameter, owner: Pointer) -> Parameter:
        types = self.bodies.types
        content = next(iter(parameter.content.items()), None)
        schema = parameter.schema if content is None else content[1].schema
        said = None if schema is None else described(schema)
        plain = None if schema is None else types.compose.target(schema)
        shown = () if content is None else tuple(content[1].examples.values())
        if said is not None and plain is not None:
            shown = (*shown, *(said.examples or plain.examples))
        return Parameter(
            pointer=parameter.pointer,
            name=parameter.name,
            place=_PLACES[parameter.location],
            type=types.of(schema, Origin(label=parameter.name, owner=owner)),
            required=parameter.required and not _is_key(parameter),
            generated=_is_key(parameter),
            style=parameter.style,
            explode=parameter.explode,
            allow_reserved=parameter.allow_reserved,
            media_type=None if content is None else content[0],
            parts=() if content is None else parts_of(content[1], types),
            default=None if said is None else said.default,
            doc=Doc(
                description=parameter.description
                or (None if said is None else said.description),
                deprecated=parameter.deprecated,
            ),
            constraints={} if plain is None else described(plain).constraints,
            held=() if schema is None else held_rules(schema, types.compose),
            examples=(*parameter.examples.values(), *shown),
            wanted=first_text(parameter.extensions, PARAMETER_NAMES),
        )


def _is_key(parameter: objects.Parameter) -> bool:
    """Whether the server knows by this header that a request comes again."""
    return parameter.location == "header" and parameter.name.lower() in _KEYS


def _doc(operation: objects.Operation) -> Doc:
    docs = operation.external_docs
    return Doc(
        summary=operation.summary,
        description=operation.description,
        deprecated=operation.deprecated,
        external_url=None if docs is None else docs.url,
    )
