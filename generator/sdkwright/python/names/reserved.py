"""Names that are taken: by Python, by pydantic, by the runtime."""

from __future__ import annotations

from ...ir import nodes


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The errors that every SDK has.
ERRORS = _names("""
    ApiConnectionError ApiError ApiTimeoutError BadRequestError ConflictError
    CredentialError ForbiddenError InvalidRequestError MissingCredentialError
    NotFoundError RateLimitError SdkError ServerError StreamError UnauthorizedError
    UnprocessableEntityError UnreadableBodyError
    """)

# Class names of the package itself, of the runtime, and of what annotations use.
CLASSES = _names("""
    Annotated Any Check Literal None Optional TYPE_CHECKING True False TypeAlias
    TypeAliasType Union Dict List Decimal UUID
    BaseModel ConfigDict Enum Field IntEnum Model OMIT Omit OpenIntEnum OpenStrEnum
    OpenUnion RawResponse RootModel StreamedResponse StrEnum Unknown
    AnyUrl Base64Str IPv4Address SecretStr
    Mapping NotRequired Sequence TypedDict
    Answer Api ApiKey AsModels AsyncClient AsyncHooks AsyncResource AsyncStream
    AsyncStreamedResponse Awaitable Basic Bearer Binary ByCursor ByHttpClient ByLink
    ByNumber ByOffset Callable Form Hooks Http InXml Json JsonLines JsonSeq ListPage
    Multipart OAuth2 OneOf Operation PagedOperation PageOf Param Resource Rules
    Stream StreamOperation SyncClient Text TextLines TextSeq Xml XmlAnswer
    """) | ERRORS

# The same, where servers have variables and where there are webhooks.
SERVERS = _names("Server")
PAYLOADS = _names("FormFields Payload")
WEBHOOKS = PAYLOADS | _names("HmacSignature SignatureError")


def classes(api: nodes.Api) -> frozenset[str]:
    """Names of classes that this API's models cannot have.

    Those of the runtime that few clients import are free in all the others.
    """
    servers = {"Server"} if any(each.variables for each in api.servers) else set[str]()
    payload = PAYLOADS if api.webhooks else frozenset[str]()
    auths = api.auths.values()
    oauth = {"OAuth2"} if any(each.fetches for each in auths) else set[str]()
    oauth |= {"QueryKey"} if any(each.in_query for each in auths) else set[str]()
    return CLASSES | servers | payload | oauth


# Attributes that a client or a resource has besides its methods.
CLIENT = _names("""
    aclose close request self with_options with_raw_response
    with_streaming_response
    """)

# Attributes that a resource has besides its methods.
RESOURCE = _names("with_raw_response with_streaming_response")

# Arguments of every client's constructor.
OPTIONS = _names("""
    base_url environment hooks httpx_client max_retries self strict timeout
    """)

# Names of a method's signature that an argument must not take.
ARGUMENTS = _names("self")

# Attributes of every model: pydantic's own, and what they would hide.
MODELS = _names("""
    aiter_pages builtins construct copy dict from_orm iter_pages json mro parse_file
    parse_obj parse_raw register schema schema_json self update_forward_refs validate
    """)

# Modules that the SDK or Python itself imports: a package of such a name would hide
# them or be hidden. A list of its own, so that it is the same under every Python.
PACKAGES = _names("""
    anyio annotated_types certifi httpcore httpx httpx2 pydantic pydantic_core
    typing_extensions
    abc aifc antigravity argparse array ast asynchat asyncio asyncore atexit audioop
    base64 bdb binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath
    cmd code codecs codeop collections colorsys compileall concurrent configparser
    contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime
    dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno
    faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc
    genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac
    html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools
    json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math
    mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt
    ntpath nturl2path numbers opcode operator optparse os ossaudiodev pathlib pdb
    pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint
    profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri
    random re readline reprlib resource rlcompleter runpy sched secrets select
    selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket
    socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat
    statistics string stringprep struct subprocess sunau symtable sys sysconfig
    syslog tabnanny tarfile telnetlib tempfile termios textwrap this threading time
    timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle
    turtledemo types typing unicodedata unittest urllib uu uuid venv warnings wave
    weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile
    zipimport zlib zoneinfo
    """)
