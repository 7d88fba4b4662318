"""Words and identifiers: readable where they can be, valid whatever the text."""

from __future__ import annotations

import keyword
import unicodedata
from itertools import dropwhile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.python.names.nouns import singular
from sdkwright.python.names.words import (
    attribute,
    constant_case,
    identifier,
    pascal_case,
    snake_case,
    words,
)

TEXTS = st.one_of(
    st.text(),
    st.text("aZsß1_-É名 \u0301😀İǅ"),
    st.sampled_from([*keyword.kwlist, "__init__", "\u017felf", "ⅷ"]),
)


@pytest.mark.parametrize(
    ("text", "snake", "pascal"),
    [
        ("getURLForID", "get_url_for_id", "GetUrlForId"),
        ("get_URLs", "get_urls", "GetUrls"),
        ("userIDs", "user_ids", "UserIds"),
        ("OAuth2Token", "oauth2_token", "OAuth2Token"),
        ("myOAuthToken", "my_oauth_token", "MyOAuthToken"),
        ("OAuthorize", "o_authorize", "OAuthorize"),
        ("v1HTTPSProxies", "v1_https_proxies", "V1HttpsProxies"),
        ("HTTPThing", "http_thing", "HTTPThing"),
        ("HTTP_error", "http_error", "HttpError"),
        ("ABTest", "ab_test", "ABTest"),
        ("iPhone", "iphone", "IPhone"),
        ("getGitHubUser", "get_github_user", "GetGitHubUser"),
        ("OpenAPI", "openapi", "OpenAPI"),
        ("QoS Sessions", "qos_sessions", "QoSSessions"),
        ("NotificationV2s", "notification_v2s", "NotificationV2s"),
        ("oAuthAuthorize", "oauth_authorize", "OAuthAuthorize"),
        ("UUIDv4", "uuidv4", "UUIDv4"),
        ("k8sCluster", "k8s_cluster", "K8sCluster"),
        ("hostIPv4Address", "host_ipv4_address", "HostIPv4Address"),
        ("iOSApp", "ios_app", "IOSApp"),
        ("sha256", "sha256", "Sha256"),
        ("user2FA", "user2_fa", "User2Fa"),
        ("due-date.at", "due_date_at", "DueDateAt"),
        ("Éclair", "éclair", "Éclair"),
        ("ÉCLAIRGlacé", "éclair_glacé", "ÉCLAIRGlacé"),
        ("straßeName", "straße_name", "StraßeName"),
        ("名前", "名前", "名前"),
        ("हिन्दी", "हिन्दी", "हनद"),
        ("ﬁle", "file", "File"),
        ("😀", "grinning_face", "GrinningFace"),
        ("", "", ""),
        ("a" * 300, "a" * 80, "A" + "a" * 79),
    ],
)
def test_words_are_found(text: str, snake: str, pascal: str) -> None:
    """Case, digits and marks tell where words are, in any script."""
    assert snake_case(text) == snake
    assert pascal_case(text) == pascal
    assert constant_case(text) == snake.upper()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("dueDate", "due_date"),
        ("class", "class_"),
        ("2fast", "n_2_fast"),
        ("+1", "plus_1"),
        ("-1", "minus_1"),
        ("+", "plus"),
        ("$ref", "ref"),
        ("@type", "type"),
        ("_id", "id"),
        ("self", "self"),
        ("Any", "any"),
        ("None", "none"),
        ("model_config", "model_config"),
        ("😀", "grinning_face"),
        ("", "field"),
    ],
)
def test_attributes(text: str, name: str) -> None:
    """A wire name becomes the attribute that a reader expects."""
    assert attribute(text) == name


@given(TEXTS)
def test_every_name_is_valid(text: str) -> None:
    """Whatever the text, what comes out is an identifier and no keyword."""
    for name in (
        attribute(text),
        identifier(text[:80], "value"),
        identifier(pascal_case(text), "Schema", "N"),
        identifier(constant_case(text), "EMPTY", "VALUE"),
    ):
        assert name.isidentifier()
        assert not keyword.iskeyword(name)
        assert unicodedata.normalize("NFKC", name) == name
        assert len(name) <= 100


@given(TEXTS)
def test_words_lose_no_letter(text: str) -> None:
    """The words together are all that may stand in an identifier, in order.

    But marks that no letter holds.
    """
    kept = "".join(
        each if each != "_" and f"a{each}".isidentifier() else " "
        for each in unicodedata.normalize("NFKC", text)
    )
    letters = (each for run in kept.split() for each in dropwhile(is_mark, run))
    assert "".join(words(text)) == "".join(letters)


def is_mark(each: str) -> bool:
    """Whether a character belongs to the letter before it."""
    return unicodedata.category(each) in ("Mn", "Mc", "Pc")


@given(TEXTS)
def test_class_names_have_no_small_first_letter(text: str) -> None:
    """A class name begins with a capital, or with a letter that has no case."""
    name = identifier(pascal_case(text), "Schema", "N")
    assert not name[0].islower() or name[0].title() == name[0]


@given(TEXTS)
def test_snake_case_is_settled(text: str) -> None:
    """What is in snake case already stays as it is."""
    once = snake_case(text)
    assert len(once) > 70 or snake_case(once) == once


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("pets", "pet"),
        ("boxes", "box"),
        ("categories", "category"),
        ("classes", "class"),
        ("churches", "church"),
        ("dishes", "dish"),
        ("addresses", "address"),
        ("status", "status"),
        ("analysis", "analysis"),
        ("news", "news"),
        ("metrics", "metrics"),
        ("series", "series"),
        ("bus", "bus"),
        ("ids", "ids"),
        ("types", "type"),
        ("houses", "house"),
        ("indexes", "index"),
        ("glass", "glass"),
        ("movies", "movie"),
        ("cookies", "cookie"),
        ("UserStatuses", "UserStatus"),
        ("aliases", "alias"),
        ("caches", "cache"),
    ],
)
def test_singular(plural: str, one: str) -> None:
    """English plurals lose their ending, and words that only look plural do not."""
    assert singular(plural) == one
