"""The table of names: unique, stable, and explained by what a thing is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.config import Target
from sdkwright.diagnostics import Diagnostics
from sdkwright.ir.nodes import (
    Auth,
    AuthKind,
    Body,
    Content,
    Encoding,
    Resource,
    Server,
)
from sdkwright.pointer import Pointer, child
from sdkwright.python.names.types import inline_wishes
from unit.python.api_builders import (
    SCHEMAS,
    STRING,
    call,
    enum,
    model,
    parameter,
    table,
)


def test_a_body_yields_to_a_path() -> None:
    """A property that is called as a path parameter says that it is the body's."""
    operation = call("/pets/{name}", "put")
    fields = model("pet", "name", "age", owner=operation.pointer).fields
    content = Content(
        pointer=child(operation.pointer, "content"),
        media_type="application/json",
        encoding=Encoding.JSON,
        type=STRING,
        fields=fields,
    )
    body = Body(pointer=operation.pointer, required=True, contents=(content,))
    operation = call(
        "/pets/{name}", "put", body=body, parameters=(parameter(operation, "name"),)
    )
    names = table([operation])
    at = operation.pointer
    assert names.argument(at, operation.parameters[0].pointer) == "name"
    assert [names.argument(at, each.pointer) for each in fields] == [
        "body_name",
        "age",
    ]


def test_schemas_that_differ_in_case() -> None:
    """Names that only differ in case are told apart without a number."""
    found = Diagnostics()
    several = [model("Pet"), model("pet"), model("Any"), model("PetStoreApi")]
    names = table(declarations=several, found=found)
    assert [names.declaration(each.pointer) for each in several] == [
        "Pet",
        "PetModel",
        "AnyModel",
        "PetStoreApiModel",
    ]
    assert not found


def test_a_number_is_the_last_resort() -> None:
    """Only where no wish is free there is a number, and then a warning."""
    found = Diagnostics()
    several = [model("Pet"), model("pet"), model("PET")]
    names = table(declarations=several, found=found)
    assert names.declaration(several[2].pointer) == "PETModel2"
    assert [each.code for each in found] == ["numbered-name"]


def test_inline_objects() -> None:
    """What is written in place is named after its owner and what it is there."""
    pets = model("Pets")
    item = model("item", owner=pets.pointer)
    owner = model("owner", owner=item.pointer)
    data = model("Data")
    data_item = model("item", owner=data.pointer)
    taken = model("DataItem")
    operation = call("/pets", operation_id="listPets")
    answer = model("response", owner=operation.pointer)
    names = table(
        [operation], [pets, item, owner, data, data_item, taken, answer]
    ).declarations
    assert [names[each.pointer] for each in (item, owner, data_item, answer)] == [
        "Pet",
        "PetOwner",
        "DataItemModel",
        "ListPetsResponse",
    ]


def test_a_title_before_a_number() -> None:
    """Where owner and place are taken, the schema's own title is asked."""
    pet = model("Pet")
    home = model("home", owner=pet.pointer, title="Small house")
    names = table(declarations=[pet, model("PetHome"), home])
    assert names.declaration(home.pointer) == "PetSmallHouse"


@pytest.mark.parametrize(
    ("chain", "names"),
    [
        (("Order", "lines[]"), ["OrderLine"]),
        (("Orders", "item", "price"), ["OrderPrice", "OrdersItemPrice"]),
        (("Order", "orderLines[]"), ["OrderLine", "OrderOrderLine"]),
        (("Order", "order"), ["OrderOrder"]),
        (("Score", "NUMERIC"), ["ScoreNumeric"]),
        (("Score", "HTTPThing"), ["ScoreHTTPThing"]),
        (
            ("W" * 30, "pull_request", "head", "repository", "license"),
            [f"{'W' * 30}HeadRepositoryLicense", f"{'W' * 30}RepositoryLicense"],
        ),
    ],
)
def test_chains(chain: tuple[str, ...], names: list[str]) -> None:
    """Names of owners are joined without saying a word twice, and cut in the middle."""
    assert list(inline_wishes(chain)[: len(names)]) == names


def test_wanted_names() -> None:
    """A name set by the document or pinned by the configuration comes first."""
    pinned = Target(
        name="pets",
        spec=Path("openapi.yaml"),
        output=Path("out"),
        names={child(SCHEMAS, "b"): "pinned_name"},
    )
    several = [model("a", wanted="wanted"), model("b", wanted="other")]
    names = table(declarations=several, target=pinned)
    assert [names.declaration(each.pointer) for each in several] == [
        "Wanted",
        "PinnedName",
    ]


def test_fields() -> None:
    """They hide nothing that models have; who is called so on the wire comes first."""
    each = model("Pet", "model_config", "json", "class", "petName", "pet_name", "+1")
    names = table(declarations=[each])
    assert [names.field(field.pointer) for field in each.fields] == [
        "model_config_",
        "json_",
        "class_",
        "pet_name_field",
        "pet_name",
        "plus_1",
    ]


def test_members() -> None:
    """Members are told by their value, whatever it is."""
    text = enum("Text", "a b", "", "asc", "ASC", "-1", "+1", "2x", "*", "name", "名")
    whole = enum("Whole", 1, -1, 0)
    names = table(declarations=[text, whole])
    assert [names.member(text.pointer, each.value) for each in text.members] == [
        "A_B",
        "EMPTY",
        "ASC",
        "ASC_UPPER",
        "MINUS_1",
        "PLUS_1",
        "VALUE_2_X",
        "STAR",
        "NAME",
        "名",
    ]
    assert [names.member(whole.pointer, each.value) for each in whole.members] == [
        "VALUE_1",
        "VALUE_MINUS_1",
        "VALUE_0",
    ]


def test_a_tag_is_not_repeated() -> None:
    """On a resource a method leaves out the resource's own name."""
    operations = [
        call("/pets", operation_id="pets_list", group=("pets",)),
        call("/pets/{id}", operation_id="pet_get", group=("pets",)),
        call("/other", operation_id="close", group=("pets",)),
        call("/free", operation_id="pets"),
    ]
    resource = Resource(
        pointer=Pointer("#/tags/0"),
        path=("pets",),
        title="pets",
        operations=tuple(operations[:3]),
    )
    found = Diagnostics()
    names = table(operations, [model("Pets")], found, resources=(resource,))
    assert names.resource(("pets",)) == "pets"
    assert names.resource_class(("pets",)) == "PetsResource"
    assert [names.operation(each.pointer) for each in operations] == [
        "list",
        "get",
        "close",
        "get_free",
    ]
    assert not found


def test_credentials_and_environments() -> None:
    """One scheme has the usual name, several of a kind their own, which is a thing."""
    auths = {
        name: Auth(pointer=Pointer(f"#/{name}"), name=name, kind=kind)
        for name, kind in (
            ("first", AuthKind.API_KEY),
            ("AdminApiKeyAuth", AuthKind.API_KEY),
            ("web", AuthKind.OAUTH2),
            ("old", AuthKind.BASIC),
        )
    }
    servers = tuple(
        Server(pointer=Pointer(f"#/servers/{at}"), url=url, label=label)
        for at, (url, label) in enumerate(
            [("https://a.b", None), ("https://c.d/e", None), ("/x", "Next door")]
        )
    )
    names = table(auths=auths, servers=servers)
    assert names.credentials == {
        "first": ("first",),
        "AdminApiKeyAuth": ("admin_api_key",),
        "web": ("token",),
        "old": ("username", "password"),
    }
    assert list(names.environments.values()) == ["DEFAULT", "C_D", "NEXT_DOOR"]


IDS = st.one_of(st.none(), st.text(), st.text("aAbB_-1", max_size=4))


@given(st.lists(st.tuples(IDS, st.text("/ab{}s", max_size=6)), max_size=8))
def test_more_operations_rename_nothing(several: list[tuple[str | None, str]]) -> None:
    """A new operation at the end leaves every older one its name."""
    operations = [
        call(f"/{at}/{path}", operation_id=operation_id)
        for at, (operation_id, path) in enumerate(several)
    ]
    whole = table(operations).operations
    assert len({name.lower() for name in whole.values()}) == len(operations)
    assert all(name.isidentifier() for name in whole.values())
    for count in range(len(operations)):
        before = table(operations[:count]).operations
        assert before.items() <= whole.items()


@given(st.lists(st.text(), unique=True, max_size=8))
def test_any_schemas(labels: list[str]) -> None:
    """Whatever the schemas are called, each class has a valid name of its own."""
    several = [model(label, *labels) for label in labels]
    names = table(declarations=several)
    classes = [names.declaration(each.pointer) for each in several]
    assert len({name.lower() for name in classes}) == len(labels)
    assert all(name.isidentifier() for name in classes)
    for each in several:
        fields = [names.field(field.pointer) for field in each.fields]
        assert len(set(fields)) == len(labels)
        assert all(name.isidentifier() for name in fields)
