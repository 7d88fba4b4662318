"""Schema → Type, and the table of declarations that types name.

A type is made where it is used; objects, enums and unions of objects become
declarations, known by the pointer of their schema. Declarations are made one
after the other from a queue, so that schemas may refer to each other at will.
"""

from __future__ import annotations

from collections import deque
from dataclasses import field

from ..diagnostics import Diagnostics
from ..pointer import Pointer, parent
from ..records import dataclass, replace
from ..spec.objects import OpenAPI, Schema
from .arrays import array_of
from .both import structural
from .compose import DEEPEST, Composer, sole_reference
from .declarations import Alias, Declaration, Field, Origin
from .declare import declare, leaves_null
from .ends import Ends
from .enums import members_of
from .extensions import PROPERTY_NAMES, TYPE_NAMES, first_text, is_any, is_ignored
from .held import held_rules
from .polymorphism import Polymorphism
from .scalars import scalar
from .schema_facts import (
    doc_of,
    inferred_types,
    literal_of,
    or_null,
    origin_at,
)
from .types import (
    Anything,
    Kind,
    Map,
    Named,
    Scalar,
    Type,
    Union,
)
from .undeclared import undeclared
from .unions import union_of
from .variants import described, is_null
from .xml import in_xml


@dataclass(slots=True)
class Types:
    """Makes types of schemas, and keeps the declarations that came up."""

    openapi: OpenAPI
    found: Diagnostics
    compose: Composer = field(init=False)
    polymorphism: Polymorphism = field(init=False)
    declarations: dict[Pointer, Declaration] = field(
        default_factory=dict[Pointer, Declaration]
    )
    _components: frozenset[Pointer] = field(init=False)
    _ends: Ends = field(init=False)
    _known: set[Pointer] = field(default_factory=set[Pointer])
    _queue: deque[tuple[Schema, Origin]] = field(
        default_factory=deque[tuple[Schema, Origin]]
    )
    _open: set[Pointer] = field(default_factory=set[Pointer])

    def __post_init__(self) -> None:
        self.compose = Composer(self.openapi.referenced, self.found)
        self.polymorphism = Polymorphism.of(self.openapi)
        self._components = frozenset(
            schema.pointer for schema in self.openapi.schemas.values()
        )
        self._ends = Ends(self.openapi.referenced, self._components)

    def declare_components(self) -> None:
        """Declare every schema of `components/schemas`, in order."""
        for name, schema in self.openapi.schemas.items():
            self._known.add(schema.pointer)
            wanted = first_text(schema.extensions, TYPE_NAMES)
            self._queue.append((schema, Origin(label=name, wanted=wanted)))
            self.finish()

    def finish(self) -> None:
        """Declare what has come up since."""
        while self._queue:
            schema, origin = self._queue.popleft()
            self.declarations[schema.pointer] = declare(self, schema, origin)

    def of(self, schema: Schema | None, origin: Origin) -> Type:
        """The type of a schema that stands at `origin`; no schema, any value."""
        if schema is None or schema.boolean is not None:
            return Anything()
        wrapped = sole_reference(schema)
        if wrapped is not None:
            return or_null(self.of(wrapped, origin), schema.nullable)
        if schema.ref is not None and not structural(schema):
            return or_null(self.reference(schema.ref), schema.nullable)
        if schema.pointer in self._open:
            return self._circle(schema)
        if len(self._open) > DEEPEST:
            self.compose.too_deep(schema)
            return Anything()
        self._open.add(schema.pointer)
        try:
            merged = self.compose.merged(schema)
            return or_null(self.shape(merged, origin), merged.nullable)
        finally:
            self._open.discard(schema.pointer)

    def reference(self, at: Pointer) -> Type:
        """The type of what a reference leads to."""
        end = self._ends.of(at)
        if end is None:
            return self._circle(self.compose.at(at))
        return or_null(self._referred(end[0]), end[1])

    def _referred(self, at: Pointer) -> Type:
        schema = self.compose.at(at)
        if at in self._components:
            family = self.polymorphism.children(at)
            named = self._family(schema) if family else Named(at)
            return or_null(named, leaves_null(self, schema))
        return self.of(schema, origin_at(at, self._owner(at)))

    def fields(self, schema: Schema, owner: Pointer) -> tuple[Field, ...]:
        """The properties of an object; what is written in them belongs to `owner`."""
        merged = self.compose.merged(schema)
        required = set(merged.required)
        declared = (
            self._field(name, each, name in required, owner)
            for name, each in merged.properties.items()
            if not is_ignored(each.extensions)
        )
        return (*declared, *undeclared(merged, owner, self, self.found))

    def is_object(self, schema: Schema) -> bool:
        """Whether a schema is an object with properties of its own."""
        merged = self.compose.merged(self.compose.target(schema))
        return bool(merged.properties) and not (merged.one_of or merged.any_of)

    # --- the shapes of a schema that is merged -----------------------------------

    def shape(self, schema: Schema, origin: Origin) -> Type:
        """The type of a merged schema, null apart."""
        if is_any(schema.extensions):
            return Anything()
        if schema.const is not None:
            return literal_of((schema.const[0],))
        if schema.enum is not None:
            return self._enum(schema, origin)
        if schema.one_of or schema.any_of:
            return self._union(schema, origin)
        types = schema.types or inferred_types(schema)
        if not types:
            return Anything()
        if len(types) == 1:
            return self._single(types[0], schema, origin)
        several = tuple(self._single(each, schema, origin) for each in types)
        return Union(tuple(dict.fromkeys(several)))

    def _single(self, type_: str, schema: Schema, origin: Origin) -> Type:
        match type_:
            case "object":
                return self._object(schema, origin)
            case "array":
                owner = self._inside(schema, origin)
                named = schema.pointer in self._components
                return array_of(schema, self, origin, owner, named=named)
            case _:
                return scalar(type_, schema)

    def _object(self, schema: Schema, origin: Origin) -> Type:
        if schema.properties:
            return self._named(schema, origin)
        return Map(self.values(schema, origin) or Anything())

    def values(self, schema: Schema, origin: Origin) -> Type | None:
        """The type of the values under keys that are no properties."""
        several = list(schema.pattern_properties.values())
        extra = schema.additional_properties or schema.unevaluated_properties
        if extra is not None and extra.boolean is not False:
            several.append(extra)
        if not several:
            return None
        owner = self._inside(schema, origin)
        # What stands under the keys of the property `ports` is a port.
        label = "value" if owner == schema.pointer else f"{origin.label}[]"
        origin = Origin(label=label, owner=owner)
        made = tuple(dict.fromkeys(self.of(each, origin) for each in several))
        return made[0] if len(made) == 1 else Union(made)

    def _inside(self, schema: Schema, origin: Origin) -> Pointer:
        """What things written inside an undeclared schema belong to."""
        if schema.pointer in self._components or schema.pointer in self._known:
            return schema.pointer
        return origin.owner or schema.pointer

    def _enum(self, schema: Schema, origin: Origin) -> Type:
        values = schema.enum or ()
        members = members_of(schema)
        nullable = None in values
        if members is None or (len(members) == 1 and origin.owner is not None):
            plain = tuple(value for value in values if value is not None)
            type_: Type = literal_of(plain) if plain else Scalar(Kind.NULL)
        else:
            type_ = self._named(schema, origin)
        return or_null(type_, nullable)

    def _union(self, schema: Schema, origin: Origin) -> Type:
        """A union of objects is a declaration; one of plain values stays in place."""
        several = (*schema.one_of, *schema.any_of)
        null = any(map(is_null, several))
        variants = [each for each in several if not is_null(each)]
        component = schema.pointer in self._components
        opens = len(variants) > 1 and any(map(self.is_object, variants))
        if opens and not component:
            return or_null(self._named(schema, origin), null)
        owner = schema.pointer if component else origin.owner or schema.pointer
        made, null = union_of(schema, self, owner, None if component else origin.label)
        return or_null(made, null)

    def _named(self, schema: Schema, origin: Origin) -> Named:
        """A reference to the declaration that this schema becomes."""
        if schema.pointer not in self._known:
            self._known.add(schema.pointer)
            wanted = first_text(schema.extensions, TYPE_NAMES)
            self._queue.append(
                (schema, replace(origin, title=schema.title, wanted=wanted))
            )
        return Named(schema.pointer)

    def _family(self, base: Schema) -> Type:
        """A base with a discriminator where it is used: any of its children."""
        at = self.polymorphism.union_pointer(base.pointer)
        if at not in self._known:
            self._known.add(at)
            discriminator = base.discriminator
            children = self.polymorphism.children(base.pointer)
            tag = None if discriminator is None else discriminator.property_name
            tags = tuple((name, Named(child)) for name, child in children)
            variants = tuple(dict.fromkeys(variant for _, variant in tags))
            if len(variants) == 1:
                variants = (*variants, Named(base.pointer))
            self.declarations[at] = Alias(
                pointer=at,
                origin=Origin(label="variant", owner=base.pointer),
                type=Union(variants, tag=tag, tags=tags),
                doc=doc_of(base),
            )
        return Named(at)

    def _circle(self, schema: Schema) -> Type:
        self.found.warning(
            "endless-schema",
            "this schema contains itself without an object in between, "
            "so any value is accepted here",
            schema.pointer,
        )
        return Anything()

    def _owner(self, at: Pointer) -> Pointer | None:
        """The declaration around a place inside a schema."""
        while at != parent(at):
            at = parent(at)
            if at in self._components:
                return at
        return None

    def _field(
        self, name: str, schema: Schema, required: bool, owner: Pointer
    ) -> Field:
        plain, said = self.compose.target(schema), described(schema)
        constraints = said.constraints
        if plain is not said:
            constraints = {**plain.constraints, **constraints}
        return Field(
            pointer=schema.pointer,
            name=name,
            type=self.of(schema, Origin(label=name, owner=owner)),
            required=required,
            default=said.default,
            doc=doc_of(said),
            read_only=said.read_only or plain.read_only,
            write_only=said.write_only or plain.write_only,
            constraints=constraints,
            held=held_rules(schema, self.compose),
            examples=said.examples or plain.examples,
            wanted=first_text(schema.extensions, PROPERTY_NAMES),
            xml=in_xml(schema, self.compose),
        )
