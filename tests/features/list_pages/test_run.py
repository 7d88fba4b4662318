from __future__ import annotations

from types import ModuleType

from features.booth import Booth, walk


def test_link_header(sdk: ModuleType) -> None:
    """The URL of `Link` is asked for, with the token."""
    items, booth = walk(
        sdk,
        lambda client: client.issues.list(per_page=1),
        lambda: Booth(
            [{"number": 1}],
            [{"number": 2}],
            link='</issues?per_page=1>; rel=first, </issues?page=2>; rel="next"',
        ),
        client="Tracker",
        token="s3cret",
    )
    assert items == [sdk.Issue(number=1), sdk.Issue(number=2)]
    assert booth.queries == [{"per_page": "1"}, {"page": "2"}]
    assert {each.headers["authorization"] for each in booth.sent} == {"Bearer s3cret"}


def test_page_numbers(sdk: ModuleType) -> None:
    """A list says nothing of an end: an empty one is it."""
    items, booth = walk(
        sdk,
        lambda client: client.issues.list_labels(7, per_page=2),
        lambda: Booth(["a", "b"], ["c"], []),
        client="Tracker",
        token="s3cret",
    )
    assert items == ["a", "b", "c"]
    assert booth.queries == [
        {"per_page": "2"},
        {"per_page": "2", "page": "2"},
        {"per_page": "2", "page": "3"},
    ]


def test_cursor_in_a_header(sdk: ModuleType) -> None:
    """It goes into the query."""
    items, booth = walk(
        sdk,
        lambda client: client.list_events(),
        lambda: Booth([{"a": "1"}], [{"a": "2"}], x_next_cursor="n"),
        client="Tracker",
        token="s3cret",
    )
    assert items == [{"a": "1"}, {"a": "2"}]
    assert booth.queries == [{}, {"cursor": "n"}]
