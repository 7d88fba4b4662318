"""A declaration as the lines of its class, or of its alias."""

from __future__ import annotations

from ...ir.declarations import Alias, Doc, Enum, Field, InXml, Model
from ...ir.types import Anything, Type, with_null
from ...pointer import Pointer
from ...records import dataclass
from ...spec.objects import Json
from ..names.table import NameTable
from ..operations.checks import rules_of
from ..operations.paging import Page
from ..text.annotations import Annotation
from ..text.constraints import constraint_text
from ..text.docstrings import docstring
from ..text.files import said_of
from ..text.imports import Import
from ..text.layout import STEP, Group, class_head, lay_out, take_apart
from ..text.literals import literal
from ..text.statements import alias as alias_lines
from ..text.statements import declare, give
from ..text.xml import IMPORT as IN_XML
from ..text.xml import in_xml
from ..views import Lines
from .types import extra_annotations, model_annotation
from .views import AliasView, DeclarationView, EnumView, FieldView, ModelView

# A checker must not take what only pydantic reads for an argument of the class.
_EXTRA = """\
if TYPE_CHECKING:

        @{property}
        def model_extra(self) -> {used} | None: ...

    else:
        __pydantic_extra__: {read}"""

# Under a name that no model has.
_RENAMED = Annotation(
    text="_Renamed",
    imports=frozenset({Import("._core.renamed", "Renamed", alias="_Renamed")}),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A declaration's view, the imports that it needs, and whom it names."""

    view: DeclarationView
    imports: frozenset[Import]
    names: frozenset[Pointer]


def write_model(
    model: Model,
    names: NameTable,
    page: Page | None = None,
    *,
    closed: bool,
    checked: bool,
    xml: bool,
) -> Written:
    """A class with a field for each property.

    `page` is the base of a model that is a page, and what else its statement says.
    The literals of a `closed` one take no other value; fields of a `checked` one carry
    the rules of their values, and where the API speaks `xml` how they stand there.
    """
    shadowed = frozenset(names.field(field.pointer) for field in model.fields)
    annotations: list[Annotation] = []
    lines: list[tuple[str, Lines]] = []
    usual = Annotation(
        text="Model", imports=frozenset({Import("._core.model", "Model")})
    )
    base, items = page or (usual, ())
    bases = [base]
    if renamed := _renamed(model, names):
        bases = [_RENAMED, base] if page else [_RENAMED]
        lines.append((f"__renamed__ = {literal(renamed)}", ()))
    annotations += bases
    if model.additional is not None and not isinstance(model.additional, Anything):
        extra = _extra(model.additional, names, shadowed)
        annotations.append(extra)
        lines.append((extra.text, ()))
    if xml and (root := _root(model, names)) is not None:
        annotations.append(root)
        lines.append((root.text, ()))
    for field in model.fields:
        annotation = _annotation(field, names, shadowed, closed=closed)
        written = _annotated(field, names, annotation, checked=checked, xml=xml)
        annotations.append(written)
        name = names.field(field.pointer)
        default = "" if field.required else "None"
        line = declare(name, written.text, default, room=len(STEP))
        lines.append((f"\n{STEP}".join(line), _about_field(field)))
    about = _about(model.doc, 4)
    view = ModelView(
        name=names.declaration(model.pointer),
        head=class_head(
            names.declaration(model.pointer), *(each.text for each in bases), *items
        ),
        docstring=about,
        fields=_spaced(lines, about),
    )
    return _together(view, set(), annotations)


def _renamed(model: Model, names: NameTable) -> dict[str, Json]:
    """How the fields travel that are called as others do, by their names.

    No name is given so, but one that is kept, or set, may come to be so.
    """
    travelling = {field.name for field in model.fields}
    called = ((names.field(field.pointer), field.name) for field in model.fields)
    return {name: wire for name, wire in called if name != wire and name in travelling}


def write_enum(enum: Enum, names: NameTable) -> Written:
    """An open enum: a member for each value."""
    base = "OpenIntEnum" if enum.of_integers else "OpenStrEnum"
    about = _about(enum.doc, 4)
    lines = [
        (
            _member(names.member(enum.pointer, each.value), literal(each.value)),
            docstring(each.description or "", 4),
        )
        for each in enum.members
    ]
    view = EnumView(
        name=names.declaration(enum.pointer),
        head=class_head(names.declaration(enum.pointer), base),
        docstring=about,
        members=_spaced(lines, about),
        of_integers=enum.of_integers,
    )
    return _together(view, {Import("._core.enums", base)}, [])


def _member(name: str, value: str) -> str:
    return f"\n{STEP}".join(give(name, value, room=len(STEP)))


def write_alias(alias: Alias, names: NameTable, *, recursive: bool) -> Written:
    """A name for a type; one that is made of itself is evaluated when it is used."""
    name = names.declaration(alias.pointer)
    written = model_annotation(alias.type, names)
    if recursive:
        needed = Import("typing_extensions", "TypeAliasType")
        arguments = (literal(name), literal(written.text))
        text = "\n".join(lay_out(Group(f"{name} = TypeAliasType(", arguments, ")")))
    else:
        needed = Import("typing", "TypeAlias")
        text = "\n".join(alias_lines(name, take_apart(written.text)))
    about = _about(alias.doc, 0)
    view = AliasView(name=name, declaration=text, docstring=about)
    return _together(view, {needed}, [written])


def _together(
    view: DeclarationView, imports: set[Import], annotations: list[Annotation]
) -> Written:
    return Written(
        view=view,
        imports=frozenset(imports).union(*(each.imports for each in annotations)),
        names=frozenset[Pointer]().union(*(each.names for each in annotations)),
    )


def _spaced(lines: list[tuple[str, Lines]], before: Lines) -> tuple[FieldView, ...]:
    """Lines with what is said of them; what is said stands clear of its neighbours."""
    views: list[FieldView] = []
    for line, about in lines:
        apart = bool(before or (views and about))
        views.append(FieldView(declaration=line, docstring=about, apart=apart))
        before = about
    return tuple(views)


# --- fields -----------------------------------------------------------------------


def _annotation(
    field: Field, names: NameTable, shadowed: frozenset[str], *, closed: bool
) -> Annotation:
    type_ = field.type if field.required else with_null(field.type)
    return model_annotation(type_, names, shadowed, closed=closed)


def _annotated(
    field: Field, names: NameTable, written: Annotation, *, checked: bool, xml: bool
) -> Annotation:
    """The annotation with the field's name on the wire, where that differs.

    And with the rules of its values, and how it stands in XML.
    """
    items, needed = [written.text], set(written.imports)
    if field.name != names.field(field.pointer):
        items.append(f"Field(alias={literal(field.name)})")
        needed.add(Import("pydantic", "Field"))
    if checked and (rules := rules_of(field.constraints)):
        items.append(rules)
        needed.add(Import("._core.rules", "Rules"))
    if xml and field.xml is not None:
        items.append(in_xml(field.xml))
        needed.add(IN_XML)
    if len(items) == 1:
        return written
    return Annotation(
        text=f"Annotated[{', '.join(items)}]",
        imports=frozenset({*needed, Import("typing", "Annotated")}),
        names=written.names,
    )


def _root(model: Model, names: NameTable) -> Annotation | None:
    """What the element of a model is called, where that is not as its class is."""
    own, label = model.xml or InXml(), model.origin.label
    key = label if model.origin.owner is None else names.declaration(model.pointer)
    root = InXml(name=own.name or key, namespace=own.namespace, prefix=own.prefix)
    if root == InXml(name=names.declaration(model.pointer)):
        return None
    return Annotation(text=f"__xml__ = {in_xml(root)}", imports=frozenset({IN_XML}))


def _extra(values: Type, names: NameTable, shadowed: frozenset[str]) -> Annotation:
    """The type of the properties that stand beside the known ones."""
    read, used = extra_annotations(values, names, shadowed)
    imports = {Import("typing", "TYPE_CHECKING")}
    decorator = "property"
    if decorator in shadowed:
        decorator = f"builtins.{decorator}"
        imports.add(Import("builtins"))
    return Annotation(
        text=_EXTRA.format(property=decorator, read=read.text, used=used.text),
        imports=read.imports | used.imports | imports,
        names=read.names | used.names,
    )


# --- prose ------------------------------------------------------------------------


def _about(doc: Doc, indent: int) -> Lines:
    parts = [
        doc.description or doc.summary or "",
        "Deprecated." if doc.deprecated else "",
        f"See {doc.external_url}" if doc.external_url else "",
    ]
    return docstring("\n\n".join(part for part in parts if part), indent)


def _about_field(field: Field) -> Lines:
    facts = [
        constraint_text(field.constraints),
        f"Default: {literal(field.default[0])}." if field.default else "",
        "Only in answers." if field.read_only else "",
        "Only in requests." if field.write_only else "",
        "Deprecated." if field.doc.deprecated else "",
    ]
    said = " ".join(fact for fact in facts if fact)
    described = said_of(field.type, field.doc.description or field.doc.summary) or ""
    return docstring("\n\n".join(part for part in (described, said) if part), 4)
