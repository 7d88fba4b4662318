"""What is wrong with templates of the user's own: in which one, and at which line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from ..diagnostics import Diagnostics, Span
from .environment import template_root
from .format import FormatError
from .models import RenderError


def find_fault(error: Exception, templates: Path, found: Diagnostics) -> bool:
    """Say what a template below `templates` did wrong; False where it did nothing."""
    from jinja2 import TemplateError, TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        place = _span(templates, error.filename or "", error.lineno)
    else:
        place = _last_line(error.__traceback__, templates)
    if isinstance(error, FormatError | RenderError):
        message = f"what your templates give is not what is needed: {error}"
    elif isinstance(error, TemplateError) or place is not None:
        message = str(error) or type(error).__name__
    else:
        return False
    found.error(
        "wrong-template",
        " ".join(message.split()),
        span=place,
        hint="what a template sees are the views in sdkwright/python/views.py",
    )
    return True


def unused(templates: Path, found: Diagnostics) -> None:
    """Warn of templates that take no one's place and are mentioned by none."""
    ours = template_root()
    several = sorted(path for path in templates.rglob("*.jinja*") if path.is_file())
    texts = [path.read_text("utf-8", "replace") for path in several]
    for path in several:
        name = path.relative_to(templates).as_posix()
        if (ours / name).is_file() or any(name in text for text in texts):
            continue
        found.warning(
            "unused-template",
            f"{path.as_posix()}: no template of ours is called '{name}', and none of"
            " yours mentions it",
        )


def _last_line(trace: TracebackType | None, templates: Path) -> Span | None:
    """The last line of a template that was rendered; Jinja puts them into traces."""
    places = (_span(templates, file, line) for file, line in _frames(trace))
    return next(filter(None, reversed([*places])), None)


def _frames(trace: TracebackType | None) -> Iterator[tuple[str, int]]:
    while trace is not None:
        yield trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next


def _span(templates: Path, file: str, line: int) -> Span | None:
    """The place in a template of the user's; those of models are used as copies."""
    if not file:
        return None
    path = Path(file)
    if path.is_relative_to(templates):
        pass
    elif path.suffix == ".jinja2" and not path.is_relative_to(template_root()):
        several = [*templates.glob(f"models/**/{path.name}")]
        if not several:
            return None
        path = several[0]
    else:
        return None
    return Span(file=path.as_posix(), line=line, column=1, end_column=2)
