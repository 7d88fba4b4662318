"""From a name to pointer, names with their reasons, and lines of files."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sdkwright.config import Target
from sdkwright.explain.explain import explain, suggest
from sdkwright.explain.story import Story
from sdkwright.explain.tell import Known
from sdkwright.explain.write import as_text
from sdkwright.pipeline import files_of
from sdkwright.understanding import Understood, understand
from trees import put

ZOO = """\
openapi: 3.1.0
info: {title: Zoo, version: "1"}
paths:
  /pets:
    get:
      tags: [pets]
      operationId: pets_list
      parameters: [{name: Max-Age, in: query, schema: {type: integer}}]
      responses: {"200": {description: All.}}
    post:
      tags: [pets]
      requestBody:
        content: {application/json: {schema: {type: object, properties: {
          kind: {enum: [cat, dog]}, class: {type: string}}}}}
      responses:
        "200":
          description: It.
          content: {application/json: {schema: {$ref: "#/components/schemas/pet"}}}
  /ask:
    get: {operationId: ask, x-sdkwright-name: inquire, responses: {}}
    put: {operationId: inquire, responses: {}}
    post: {operationId: pin, responses: {}}
webhooks:
  petBorn:
    post:
      requestBody:
        content: {application/json: {schema: {$ref: "#/components/schemas/pet"}}}
components:
  schemas:
    pet:
      type: object
      required: [name]
      properties:
        name: {type: string}
        home: {type: object, properties: {city: {type: string}}}
"""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> tuple[Known, Understood]:
    folder = tmp_path_factory.mktemp("zoo")
    put(folder, {"zoo.yaml": ZOO})
    target = Target(
        name="zoo",
        spec=folder / "zoo.yaml",
        output=folder / "out",
        names={"#/paths/~1ask/post": "fasten"},
    )
    done = understand(target)
    assert done.named is not None
    made = Known(
        api=done.named.api,
        names=done.named.names,
        pinned=target.names,
        files=files_of(target, done.named),
        folder="out/",
    )
    return made, done


def one(known: tuple[Known, Understood], asked: str) -> Story:
    (story,) = explain(*known, asked)
    return story


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("pets_list", "GET /pets"),
        ("list", "GET /pets"),
        ("pets.list", "GET /pets"),
        ("client.pets.list", "GET /pets"),
        ("get /pets", "GET /pets"),
        ("#/paths/~1pets/get", "GET /pets"),
        ("#/paths/~1pets/get/responses/200/description", "GET /pets"),
        ("pet", "schema pet"),
        ("Pet", "schema pet"),
        ("#/components/schemas/pet/properties/name", "schema pet"),
        ("PetHome", "home of Pet"),
        ("petBorn", "webhook petBorn"),
        ("parse_pet_born", "webhook petBorn"),
        ("#/webhooks/petBorn/post/requestBody", "webhook petBorn"),
    ],
)
def test_what_is_meant(asked: str, title: str, known: tuple[Known, Understood]) -> None:
    """An operation or a schema under every name that it has."""
    assert one(known, asked).title == title


def test_a_name_that_several_things_have(known: tuple[Known, Understood]) -> None:
    """`inquire` is one operation's method and another one's id: both are told."""
    assert [each.title for each in explain(*known, "inquire")] == [
        "GET /ask",
        "PUT /ask",
    ]


@pytest.mark.parametrize(
    ("asked", "name", "why"),
    [
        (
            "GET /pets",
            "client.pets.list",
            "the operationId 'pets_list', less what 'pets' says already",
        ),
        ("POST /pets", "client.pets.create", "verb and path: POST /pets has no id"),
        ("GET /ask", "client.inquire", "set by an extension in the document"),
        (
            "PUT /ask",
            "client.replace_ask",
            "the operationId 'inquire'; 'inquire' is taken",
        ),
        ("POST /ask", "client.fasten", "set under 'names' in the configuration"),
        ("pet", "Pet", "the schema's key 'pet'"),
        ("petBorn", "parse_pet_born", "the webhook's name 'petBorn'"),
        ("PetHome", "PetHome", "written in place: after Pet, where it is 'home'"),
    ],
)
def test_why(asked: str, name: str, why: str, known: tuple[Known, Understood]) -> None:
    """Every way to come by a name has its words."""
    own = one(known, asked).names[0]
    assert (own.name, own.why) == (name, why)


def test_parts(known: tuple[Known, Understood]) -> None:
    """Arguments and attributes, with their places in the document."""
    story = one(known, "POST /pets")
    parts = [(each.name, each.annotation, each.why) for each in story.names[1:]]
    assert parts == [
        ("kind", "CreatePetKind | None = OMIT", "the body's property 'kind'"),
        (
            "class_",
            "str | None = OMIT",
            "the body's property 'class'",
        ),
    ]
    assert [each.span and each.span.line for each in story.names] == [10, 14, 14]
    max_age = one(known, "GET /pets").names[1]
    assert (max_age.name, max_age.why) == ("max_age", "the query parameter 'Max-Age'")
    home = one(known, "pet").names[2]
    assert (home.name, home.annotation) == ("home", "PetHome | None = None")


def test_places(known: tuple[Known, Understood]) -> None:
    """The lines that are named are those where the thing stands."""
    files = known[0].files
    wanted = {"GET /pets": "list", "pet": "Pet", "petBorn": "parse_pet_born"}
    for asked, expected in (
        ("GET /pets", {"Pets.list", "AsyncPets.list", "reference"}),
        ("pet", {"Pet", "reference"}),
        ("petBorn", {"parse_pet_born", "reference"}),
    ):
        places = one(known, asked).places
        assert {each.what for each in places} - {"wire test"} == expected
        for each in places:
            line = files[each.file.removeprefix("out/")].splitlines()[each.line - 1]
            assert wanted[asked] in line.replace("\\", "")


def test_what_is_not_there(known: tuple[Known, Understood]) -> None:
    """Nothing is told, and what is near is suggested."""
    assert explain(*known, "pet_list") == ()
    assert "; did you mean 'pets_list' or " in suggest(known[0], "pet_list")
    assert "'#/paths/~1pets/get'" in suggest(known[0], "#/path/~1pets/get")
    assert suggest(known[0], "xyzzy") == "nothing here is called 'xyzzy'"


def test_text(known: tuple[Known, Understood]) -> None:
    """From the document to the files, a section each."""
    story = one(known, "PetHome")
    span = story.span
    assert span is not None
    story = replace(story, span=replace(span, file="zoo.yaml"), names=story.names[:1])
    file = next(iter(story.places))
    assert as_text(story).splitlines()[:3] == [
        "home of Pet",
        f"  document   zoo.yaml:{span.line}:{span.column} {story.pointer}",
        "  meaning    used by: Pet",
    ]
    assert f"  files      {file.file}:{file.line} PetHome" in as_text(story)
