"""Which files of a runtime serve which feature: of ours, and of published SDKs.

A file counts once, where most of it belongs: retries and paging of openai's stand in
its client, cohere's retries in its HTTP client. What an API's own operations need is
left out of all three: clients with their constructors, resources, types.
"""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatch
from types import MappingProxyType

# By feature the names of files without `.py`, or patterns of them.
OURS: Mapping[str, str] = MappingProxyType(
    {
        "clients, calls, options": "__init__ api client operation "
        "engine waiting connection http hand_over omit servers accepting",
        "types shared by all": "records narrow plain",
        "requests, parameters": "request styles param",
        "credentials": "auth http_auth query_keys",
        "OAuth 2, OpenID": "oauth token_endpoint",
        "retries, redirects, time": "retry timed",
        "bodies, files": (
            "body form multipart files as_file octets lines one_of in_base64"
        ),
        "answers, raw and open": "answer responses facades overloads",
        "errors": "errors",
        "streams of items": "stream stream_operation events json_texts",
        "pages": "pages list_pages paging by_*",
        "models, unions, enums": (
            "model renamed unions enums formats as_written as_number each"
        ),
        "checks before sending": "rules dicts",
        "XML": "xml elements kinds",
        "webhooks": "payload signatures",
        "hooks, logs, spans": "observe",
    }
)
OPENAI: Mapping[str, str] = MappingProxyType(
    {
        "clients, calls, options": "_base_client _resource _constants _httpx2 "
        "_version _provider _data_residency",
        "types shared by all": "_types _compat _utils/*",
        "requests, parameters": "_qs _utils/_path _utils/_transform",
        "bodies, files": "_files _multipart",
        "answers, raw and open": "_response _legacy_response",
        "errors": "_exceptions",
        "streams of items": "_streaming*",
        "models, unions, enums": "_models",
        "hooks, logs, spans": "_utils/_logs",
        "what ours have not": "_websocket_connection _send_queue _event_handler "
        "_extras/*",
    }
)
COHERE: Mapping[str, str] = MappingProxyType(
    {
        "clients, calls, options": "core/__init__ core/client_wrapper "
        "core/http_client core/request_options core/remove_none_from_dict",
        "types shared by all": "core/jsonable_encoder core/datetime_utils",
        "requests, parameters": "core/query_encoder",
        "bodies, files": "core/file core/force_multipart",
        "answers, raw and open": "core/http_response core/parse_error",
        "errors": "core/api_error",
        "streams of items": "core/http_sse/*",
        "models, unions, enums": "core/pydantic_utilities core/serialization "
        "core/unchecked_base_model",
        "hooks, logs, spans": "core/logging",
    }
)
MODEL_GENERATOR: Mapping[str, str] = MappingProxyType(
    {
        "clients, calls, options": "*/__init__ */client */logical "
        "*/native */operations */options",
        "types shared by all": "*/codecs */arguments",
        "requests, parameters": "*/paths */urls",
        "credentials": "*/auth */security */positions",
        "OAuth 2, OpenID": "*/oauth",
        "retries, redirects, time": "*/retry */timing",
        "bodies, files": "*/bodies */body_sources */compression */content "
        "*/media */multipart */parts",
        "answers, raw and open": "*/raw */responses */multipart_responses",
        "errors": "*/errors",
    }
)
OTHERS = "anything else"


def feature_of(name: str, features: Mapping[str, str]) -> str:
    """The feature that a file serves; one that is named counts before a pattern."""
    for fits in (str.__eq__, fnmatch):
        for feature, names in features.items():
            if any(fits(name, each) for each in names.split()):
                return feature
    return OTHERS
