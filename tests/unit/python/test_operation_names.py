"""What operations are called: by their ids, their resources and their paths."""

from __future__ import annotations

import pytest
from sdkwright.python.names.operations import full_names, operation_name
from sdkwright.python.names.paths import name_from_path
from unit.python.api_builders import call, table


@pytest.mark.parametrize(
    ("method", "path", "name"),
    [
        ("get", "/pets", "list_pets"),
        ("get", "/pets/{id}", "get_pet"),
        ("get", "/pets/{id}/toys", "list_pet_toys"),
        ("post", "/pets", "create_pet"),
        ("put", "/pets/{id}", "replace_pet"),
        ("patch", "/pets/{id}", "update_pet"),
        ("delete", "/pets/{id}", "delete_pet"),
        ("get", "/status", "get_status"),
        ("get", "/", "get"),
        ("post", "/pets/{id}/feed", "create_pet_feed"),
        ("head", "/pets/{id}", "head_pet"),
        ("get", "/users/{userId}/settings/{key}", "get_user_setting"),
        ("get", "/files/{name}.{ext}", "get_file"),
        ("get", "/🐈", "get_cat"),
        ("post", "/create_channel", "create_channel"),
        ("post", "/get_all_topics", "get_all_topics"),
        ("post", "/pets/{id}/addToy", "add_pet_toy"),
        ("get", "/import-jobs", "list_import_jobs"),
        ("get", "/pets/search", "search_pets"),
        ("get", "/search", "get_search"),
        ("get", "/pets{mediaType}", "list_pets"),
        ("get", "/rest_services.get_map", "get_map"),
    ],
)
def test_names_from_paths(method: str, path: str, name: str) -> None:
    """An operation without an id is named after its verb and path."""
    segments = tuple(path.strip("/").split("/"))
    assert name_from_path(method, segments) == name


@pytest.mark.parametrize(
    ("route", "operation_id", "tag", "name"),
    [
        ("get /pets/{id}", "getPetById", "pets", "get"),
        ("get /pets/{id}", "getPetById", "", "get_pet_by_id"),
        ("get /pets", "getPets", "Pet", "list"),
        ("get /pets", "list_pets", "Pet", "list"),
        ("get /settings", "getSettings", "settings", "get"),
        ("get /pets/{id}/food", "getPetFood", "pets", "get_food"),
        ("get /pets/{id}", "get-a-pet", "pets", "get"),
        ("get /t/{id}", "getPetByTicket", "pets", "get_by_ticket"),
        ("get /search", "searchWithPost", "search", "search_with_post"),
        ("get /a", "copilot/copilot-seats", "copilot", "seats"),
        ("post /b", "updateBucket", "VerifyV2Bucket", "update"),
        ("put /config/indexer", None, "IndexerConfig", "replace"),
        ("get /downloadclient", None, "Download Client", "get"),
        ("get /orgs/{id}/pets", "pets/list-for-org", "pets", "list_for_org"),
        ("post /roles", "create-project-role", "roles", "create_project_role"),
        ("get /items/{id}", "read_item_items__id__get", "", "read_item"),
        ("get /items", "ItemsController_findAll", "", "find_all"),
        ("get /items", "v1.item.list", "item", "list"),
        ("delete /stop-words", "deletestopWords", "", "delete_stop_words"),
        (
            "get /projects/spend_limit",
            "Getprojectspendlimit",
            "",
            "get_project_spend_limit",
        ),
        ("get /sapi/v1/margin/openOrders", None, "Margin", "list_open_orders"),
        ("post /sapi/v1/margin/loan/cancel", None, "Margin", "cancel_loan"),
        ("get /api/v2/time.json", None, "", "get_time"),
        ("get /pets", "getPetsUsingGET", "", "get_pets"),
        ("get /pets", "findPetsUsingGET_1", "", "find_pets"),
        ("get /a", "PetCtrl.getPets", "", "get_pets"),
        ("get /predictions", "5476365e031f5909e4fe331e", "", "list_predictions"),
        ("get /pets", "123e4567-e89b-12d3-a456-426614174000", "", "list_pets"),
        ("get /v3/pets/{id}/toys", "getV3PetsIdToys", "", "list_pet_toys"),
        ("get /api/alert-logs", "api_alert-logs_get_collection", "", "list_alert_logs"),
        ("get /pets", "getPets", "", "get_pets"),
        ("get /pets/{id}", "get-/pets/{id}_findOne", "", "find_one"),
        ("get /{id}", "get-/v1/pets/{id}_getOne", "", "get_one"),
        ("get /pets", "get/pets", "", "list_pets"),
        ("get /pets", "get/v1/pets", "", "list_pets"),
        ("get /a", "doSearch", "Search", "search"),
        ("post /#Action=ListHosts", "POST_ListHosts", "", "list_hosts"),
        ("post /acceptDispute", "post-acceptDispute", "", "accept_dispute"),
        ("post /companies", "post-companies", "", "post_companies"),
        ("get /a", "app.api.endpoints.Pets.feed_all", "pets", "feed_all"),
        ("get /a", "decade10", "", "decade10"),
    ],
)
def test_operations(route: str, operation_id: str | None, tag: str, name: str) -> None:
    """A method says what stands neither in its resource nor in a framework's habit."""
    method, _, path = route.partition(" ")
    operation = call(path, method, operation_id)
    group = (tag,) if tag else ()
    assert operation_name(operation, group)[0] == name


def test_queries_written_into_paths() -> None:
    """What they ask for tells apart what is one path to a server."""
    queries = ("city={city}", "lat={lat}&lon={lon}", "view=short")
    several = [call(f"/news?{each}") for each in queries]
    names = ["get_news", "get_news_by_lat_and_lon", "get_news_view_short"]
    assert list(table(several).operations.values()) == names
    assert [each[:3:2] for each in full_names(several).values()] == [
        ("get_news", f"get_news_{each}")
        for each in ("by_city", "by_lat_and_lon", "view_short")
    ]


def test_two_verbs_of_a_path_that_says_what_is_done() -> None:
    """The path's own verb is the first one's, the other has that of its method."""
    several = [call("/create_pet", verb) for verb in ("post", "get")]
    names = ["create_pet", "get_create_pet"]
    assert list(table(several).operations.values()) == names


def test_two_versions_of_a_path() -> None:
    """The version tells apart what differs in nothing else."""
    several = [call(f"/sapi/{each}/loan/{{id}}") for each in ("v1", "v2")]
    names = table(several).operations
    assert list(names.values()) == ["get_loan", "get_loan_v2"]
