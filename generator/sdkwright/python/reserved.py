"""Names that are taken: by Python, by pydantic, by the runtime."""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Class names of the package itself, of the runtime, and of what annotations use.
CLASSES = _names("""
    Annotated Any Literal None Optional TYPE_CHECKING True False TypeAlias
    TypeAliasType Union Dict List Decimal UUID
    BaseModel ConfigDict Enum Field IntEnum Model OMIT Omit OpenIntEnum OpenStrEnum
    OpenUnion RootModel StrEnum Unknown
    AnyUrl Base64Str IPv4Address SecretStr
    Answer Api ApiKey AsyncClient AsyncResource AsyncStream Basic Bearer Binary Form
    Http Json JsonLines Multipart Operation Param Part Resource Stream
    StreamOperation SyncClient Text Xml
    ApiConnectionError ApiError ApiTimeoutError BadRequestError ConflictError
    ForbiddenError InvalidRequestError MissingCredentialError NotFoundError
    RateLimitError SdkError ServerError UnauthorizedError UnprocessableEntityError
    UnreadableBodyError
    """)

# Attributes that a client or a resource has besides its methods.
CLIENT = _names("""
    aclose close request self with_options with_raw_response
    with_streaming_response
    """)

# Names of a method's signature that an argument must not take.
ARGUMENTS = _names("self")

# Attributes of every model: pydantic's own, and what they would hide.
MODELS = _names("""
    construct copy dict from_orm json parse_file parse_obj parse_raw schema
    schema_json self update_forward_refs validate
    """)
