"""Names that are taken: by Python, by pydantic, by the runtime."""

from __future__ import annotations

import builtins

# Class names of the package itself, of the runtime, and of what annotations use.
CLASSES = frozenset(
    """
    Any Literal Annotated Union Optional TypeAlias TypeAliasType TYPE_CHECKING
    BaseModel RootModel ConfigDict Field Model Enum StrEnum IntEnum OpenStrEnum
    OpenIntEnum OpenUnion Unknown OMIT Omit Operation StreamOperation Stream
    AsyncStream Json JsonLines Form Multipart Text Xml Binary Param Part Answer Api
    ApiKey Basic Bearer Http Resource AsyncResource SyncClient AsyncClient
    SdkError ApiError BadRequestError UnauthorizedError ForbiddenError NotFoundError
    ConflictError UnprocessableEntityError RateLimitError ServerError
    ApiConnectionError ApiTimeoutError UnreadableBodyError InvalidRequestError
    MissingCredentialError Decimal UUID Dict List None True False
    AnyUrl IPv4Address SecretStr Base64Str
    """.split()
)

# Attributes that a client or a resource has besides its methods.
CLIENT = frozenset(
    """
    close aclose with_options with_raw_response with_streaming_response request
    self base_url
    """.split()
)

# Names of a method's signature and body that an argument must not take.
ARGUMENTS = frozenset({"self"})

# Attributes of every model; pydantic's own names and what they would hide.
MODELS = frozenset(
    """
    construct copy dict from_orm json parse_file parse_obj parse_raw schema
    schema_json update_forward_refs validate self
    model_computed_fields model_config model_construct model_copy model_dump
    model_dump_json model_extra model_fields model_fields_set
    model_json_schema model_parametrized_name model_post_init model_rebuild
    model_validate model_validate_json model_validate_strings
    """.split()
)

# Names that mean something at the top of a module.
MODULES = frozenset(
    """
    client errors environments models resources
    """.split()
)

# Attributes of every enum member and class.
MEMBERS = frozenset({"name", "value", "mro", "is_known", "NAME", "VALUE"} - {"NAME"})

BUILTINS = frozenset(dir(builtins))
