"""Programs of a guide: not about one method, but about how calls behave."""

from __future__ import annotations

from collections.abc import Iterable

from ...config import Target
from ...ir.types import Kind, Scalar, without_null
from ..operations.programs import Program, making, opening
from ..text.imports import Import, render_imports
from ..text.layout import STEP
from ..views import ExampleView, Lines, MethodView, ModuleView
from .guide_views import GuidesView

# How an example begins with the items of a stream.
_OPENED = " as stream:"
# How an example writes a file.
_FILE = 'b"data"'


def guides_view(
    program: Program, modules: tuple[ModuleView, ...], target: Target
) -> GuidesView | None:
    """The programs of a guide; None where there is no method to call.

    They call the method that asks for least.
    """
    methods = [method for module in modules for method in module.methods]
    if not methods:
        return None
    first = min(methods, key=_effort).example
    paged = [each for each in methods if each.pages is not None]
    streams = [each.stream.example for each in methods if each.stream is not None]
    return GuidesView(
        first=first,
        stream=min(streams, key=_length, default=None),
        pages=min(paged, key=_effort).pages if paged else None,
        errors=_errors_example(program, first),
        options=_options_example(program, first),
        http=_http_example(program, first, target.http_library),
        raw=_raw_example(program, first),
        streamed=_streamed_example(program, first),
        hooks=_hooks_example(program, first, target.http_library),
        fake=_fake_example(program, first),
        upload=_upload_example(program, methods),
        download=_download_example(program, methods),
        takes_files=any(map(_takes_file, methods)),
    )


def _effort(method: MethodView) -> tuple[bool, int, bool]:
    required = sum(each.default is None for each in method.arguments)
    return method.stream is not None, required, method.verb != "GET"


def _length(example: ExampleView) -> int:
    return len(example.statement)


def _errors_example(program: Program, example: ExampleView) -> Lines:
    """Errors, from the most special to all of them."""
    names = ("ApiConnectionError", "ApiError", "RateLimitError", "SdkError")
    return (
        *_start(program, example, *names),
        "",
        "try:",
        *(STEP + line for line in _call(example)),
        "except RateLimitError as error:",
        f'{STEP}print("too many requests:", error.headers.get("retry-after"))',
        "except ApiError as error:",
        f"{STEP}print(error.status_code, error.body, error.request_id)",
        "except ApiConnectionError as error:",
        f'{STEP}print("no answer:", error)',
        "except SdkError as error:",
        f'{STEP}print("anything else:", error)',
    )


def _options_example(program: Program, example: ExampleView) -> Lines:
    """Options of the client, and of one call."""
    options = ("timeout=20", "max_retries=5")
    quick = "client.with_options(timeout=5, max_retries=0)"
    return (
        *_start(program, example),
        "",
        *opening(example.create, *options),
        f"{STEP}quick = {quick}",
        *(STEP + line.replace("client.", "quick.", 1) for line in example.statement),
    )


def _http_example(program: Program, example: ExampleView, http_library: str) -> Lines:
    """A client that sends through an HTTP client of the user's own."""
    made = making(example.create, "client = ", "httpx_client=http", indent=STEP)
    return (
        f"import {http_library}",
        "",
        *_start(program, example),
        "",
        f"with {http_library}.Client(verify=True) as http:",
        *made,
        *(STEP + line for line in example.statement),
    )


def _raw_example(program: Program, example: ExampleView) -> Lines:
    """An answer with its status and headers."""
    lines = _through(example.statement, "with_raw_response")
    return (
        *_start(program, example),
        "",
        *opening(example.create),
        f"{STEP}raw = {lines[0]}",
        *(STEP + line for line in lines[1:]),
        f'{STEP}print(raw.status_code, raw.headers.get("content-type"))',
        f"{STEP}print(raw.parse())",
    )


def _streamed_example(program: Program, example: ExampleView) -> Lines:
    """An answer whose body is read piece by piece."""
    *lines, last = _through(example.statement, "with_streaming_response")
    first = (*lines, f"{last} as answer:")
    return (
        *_start(program, example),
        "",
        *opening(example.create),
        f"{STEP}with {first[0]}",
        *(STEP + line for line in first[1:]),
        f"{STEP * 2}for piece in answer.iter_bytes():",
        f"{STEP * 3}print(len(piece))",
    )


def _hooks_example(program: Program, example: ExampleView, http_library: str) -> Lines:
    """A function that sees every request."""
    return (
        f"import {http_library}",
        "",
        *_start(program, example, "Hooks"),
        "",
        "",
        f"def show(request: {http_library}.Request) -> None:",
        f"{STEP}print(request.method, request.url)",
        "",
        "",
        *opening(example.create, "hooks=Hooks(on_request=show)"),
        *(STEP + line for line in example.statement),
    )


def _fake_example(program: Program, example: ExampleView) -> Lines:
    """A call that is answered with an example, then with an error."""
    call = _alone(example.statement)[0].partition("(")[0]
    fake = f"Fake{program.client_class}"
    names = {"ApiError", *example.names}
    return (
        *render_imports(Import(program.package, name) for name in names),
        f"from {program.package}.testing import {fake}",
        "",
        f"fake = {fake}()",
        "client = fake.client",
        *example.statement,
        "",
        f"fake.on({call}).fails(503)",
        "try:",
        *(STEP + line for line in example.statement),
        "except ApiError as error:",
        f"{STEP}assert error.status_code == 503",
        "",
        "print([call.name for call in fake.calls])",
    )


def _upload_example(program: Program, methods: Iterable[MethodView]) -> Lines:
    """A file that is sent from the disk; none where no method needs one."""
    for method in sorted(filter(_takes_file, methods), key=_effort):
        example = method.example
        text = "\n".join(example.statement)
        if _FILE in text:
            statement = text.replace(_FILE, 'Path("data.bin")', 1).split("\n")
            return (
                "from pathlib import Path",
                "",
                *_start(program, example),
                "",
                'Path("data.bin").write_bytes(b"something long")',
                *opening(example.create),
                *(STEP + line for line in statement),
            )
    return ()


def _download_example(program: Program, methods: Iterable[MethodView]) -> Lines:
    """A body that is saved as it comes; none where no method answers with bytes."""
    binary = [each for each in methods if each.returns_type == Scalar(Kind.BINARY)]
    if not binary:
        return ()
    example = min(binary, key=_effort).example
    *lines, last = _through(example.statement, "with_streaming_response")
    first = (*lines, f"{last} as answer:")
    return (
        *_start(program, example),
        "",
        *opening(example.create),
        f"{STEP}with {first[0]}",
        *(STEP + line for line in first[1:]),
        f'{STEP * 2}answer.save("download.bin")',
    )


def _takes_file(method: MethodView) -> bool:
    files = (Scalar(Kind.FILE), Scalar(Kind.CONTENT))
    return any(without_null(each.type) in files for each in method.arguments)


def _through(statement: Lines, form: str) -> Lines:
    """The call alone, in another form of its answer."""
    first, *others = _alone(statement)
    return (first.replace("client.", f"client.{form}.", 1), *others)


def _alone(statement: Lines) -> Lines:
    """The call, without what is done with its answer."""
    lines: list[str] = []
    for line in statement:
        lines.append(line.removesuffix(_OPENED))
        if line.endswith(_OPENED):
            break
    if lines[-1] == "print(answer)":
        lines.pop()
    lines[0] = lines[0].removeprefix("answer = ").removeprefix("with ")
    return tuple(lines)


def _start(program: Program, example: ExampleView, *names: str) -> Lines:
    several = {program.client_class, *names, *example.names}
    return render_imports(Import(program.package, name) for name in several)


def _call(example: ExampleView) -> Lines:
    return (*opening(example.create), *(STEP + line for line in example.statement))
