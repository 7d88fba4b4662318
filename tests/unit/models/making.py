"""Declarations made by hand, and the package that is rendered of them."""

from __future__ import annotations

import importlib
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from sdkwright.config import Target
from sdkwright.diagnostics import Diagnostics
from sdkwright.ir.declarations import (
    Alias,
    Declaration,
    Doc,
    Enum,
    Field,
    Member,
    Model,
    Origin,
)
from sdkwright.ir.nodes import (
    Api,
    Body,
    Content,
    Encoding,
    Operation,
    Response,
    Webhook,
)
from sdkwright.ir.types import Kind, Literal, Named, Nullable, Scalar, Type, Union
from sdkwright.pointer import ROOT, Pointer, child
from sdkwright.python.names.table import assign_names
from sdkwright.render.models import render_models

ROOT_FOLDER = Path(__file__).parents[3]
TEMPLATES = ROOT_FOLDER / "templates"
RUNTIME = (
    "as_number.py",
    "as_written.py",
    "each.py",
    "enums.py",
    "formats.py",
    "in_base64.py",
    "model.py",
    "narrow.py",
    "records.py",
    "unions.py",
)
PACKAGE = "zoo"

TEXT = Scalar(Kind.STRING)
WHOLE = Scalar(Kind.INTEGER)
NUMBER = Scalar(Kind.NUMBER)


def at(name: str) -> Pointer:
    """Where a component's schema stands."""
    return child(ROOT, "components", "schemas", name)


def ref(name: str) -> Named:
    return Named(at(name))


def field(name: str, type_: Type = TEXT, *, required: bool = False, **more: Any) -> Any:
    """A property by its wire name; `about` is what is said of it."""
    return name, type_, required, more


def model(name: str, *fields: Any, about: str = "", extra: Type | None = None) -> Model:
    return Model(
        pointer=at(name),
        origin=Origin(label=name),
        fields=tuple(_field(name, *each) for each in fields),
        additional=extra,
        doc=Doc(description=about or None),
    )


def _field(
    owner: str, name: str, type_: Type, required: bool, more: dict[str, Any]
) -> Field:
    doc = Doc(
        description=more.pop("about", None), deprecated=more.pop("deprecated", False)
    )
    pointer = child(at(owner), "properties", name)
    return Field(
        pointer=pointer, name=name, type=type_, required=required, doc=doc, **more
    )


def enum(name: str, *values: str | int, about: str = "") -> Enum:
    return Enum(
        pointer=at(name),
        origin=Origin(label=name),
        members=tuple(
            Member(pointer=child(at(name), "enum", index), value=value)
            for index, value in enumerate(values)
        ),
        doc=Doc(description=about or None),
    )


def alias(name: str, type_: Type, about: str = "") -> Alias:
    return Alias(
        pointer=at(name),
        origin=Origin(label=name),
        type=type_,
        doc=Doc(description=about or None),
    )


def one_of(*names: str, tag: str | None = None, **tags: str) -> Union:
    """A union of components; keywords give the variant of each tag."""
    return Union(
        tuple(map(ref, names)),
        tag=tag,
        tags=tuple((value, ref(name)) for value, name in tags.items()),
    )


def maybe(type_: Type) -> Type:
    return Nullable(type_)


def always(value: str) -> Literal:
    return Literal((value,))


def operation(*, sends: str | None = None, answers: str | None = None) -> Operation:
    """An operation that sends one component and is answered another."""
    here = child(ROOT, "paths", f"/{sends}-{answers}", "post")
    body = None
    if sends is not None:
        body = Body(pointer=here, required=True, contents=(_content(sends),))
    several = () if answers is None else (_content(answers),)
    response = Response(pointer=here, status="200", contents=several)
    return Operation(
        pointer=here,
        operation_id=f"send{sends}Get{answers}",
        method="POST",
        path=f"/{sends}-{answers}",
        body=body,
        successes=(response,),
    )


def _content(name: str) -> Content:
    return Content(
        pointer=at(name),
        media_type="application/json",
        encoding=Encoding.JSON,
        type=ref(name),
    )


def api(
    *declarations: Declaration,
    operations: Sequence[Operation] = (),
    webhooks: Sequence[Webhook] = (),
) -> Api:
    return Api(
        pointer=ROOT,
        title="Zoo",
        version="1",
        operations=tuple(operations),
        webhooks=tuple(webhooks),
        declarations={each.pointer: each for each in declarations},
    )


def rendered(made: Api, templates: Path | None = None) -> dict[str, str]:
    """The files of `models/`, by their name there."""
    target = Target(
        name="zoo",
        spec=Path("zoo.yaml"),
        output=Path("out"),
        package=PACKAGE,
        templates=templates,
    )
    files = render_models(made, assign_names(made, target, Diagnostics()), target)
    return {path.rpartition("/")[2]: text for path, text in files.items()}


def write_package(folder: Path, files: dict[str, str]) -> Path:
    """A package with these models and the runtime that they need."""
    package = folder / PACKAGE
    for part in ("models", "_core"):
        (package / part).mkdir(parents=True)
    for name, text in files.items():
        (package / "models" / name).write_text(text, encoding="utf-8")
    for name in RUNTIME:
        source = TEMPLATES / "sdk" / "src" / "PACKAGE" / "_core" / name
        shutil.copy(source, package / "_core" / name)
    for path in (package / "__init__.py", package / "_core" / "__init__.py"):
        path.touch()
    (package / "py.typed").touch()
    return package


def imported(folder: Path, *declarations: Declaration, **more: Any) -> Any:
    """The package `models` of these declarations, imported."""
    write_package(folder, rendered(api(*declarations, **more)))
    return import_from(folder)


def import_from(folder: Path) -> ModuleType:
    """`models` of the package that stands in a folder."""
    forget()
    sys.path.insert(0, str(folder))
    try:
        return importlib.import_module(f"{PACKAGE}.models")
    finally:
        sys.path.remove(str(folder))


def forget() -> None:
    """Drop every module of a package that was rendered."""
    for name in [name for name in sys.modules if name.split(".")[0] == PACKAGE]:
        del sys.modules[name]
