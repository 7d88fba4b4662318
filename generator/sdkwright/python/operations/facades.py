"""`with_raw_response` and `with_streaming_response` as type checkers see them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..text.imports import Import
from ..text.layout import STEP, Group, lay_out
from ..text.statements import declare
from ..views import ClassView, FacadeView, Lines, MethodView, SignatureView
from .signatures import Way

# Under names that no method, resource or model has.
RUNTIME = Import("._core", "facades as _facades")
OVERLOADS = Import("._core", "overloads as _overloads")
_INSIDE = STEP * 2


def variants_of(name: str, way: Way, ways: Sequence[Way]) -> tuple[SignatureView, ...]:
    """Each way to call a method with overloads as a function of its own.

    Three of them, as the runtime's `overloaded` takes them: of two ways the second
    counts twice, and of more than three the last is `way`, the one for all.
    """
    if not ways:
        return ()
    three = (
        ways[:3] if len(ways) == 3 else (*ways[:2], ways[1] if len(ways) == 2 else way)
    )
    return tuple(
        each.signature(f"{name}_{number}", indent=_INSIDE)
        for number, each in enumerate(three, 1)
    )


def facade_name(class_name: str) -> str:
    """The facade of a client or a resource."""
    return f"{class_name}Answers"


def facades_of(
    classes: ClassView,
    methods: Sequence[MethodView],
    resources: Sequence[tuple[str, ClassView]] = (),
) -> tuple[FacadeView, FacadeView]:
    """The facade of the sync and of the async class.

    `resources` are the attributes that lead to resources.
    """
    return (
        _facade(
            facade_name(classes.name),
            lines=(
                *_resources((name, each.name) for name, each in resources),
                *_methods(methods, classes.name, "", "_Variants"),
            ),
            variants=_variants(
                each.lines for method in methods for each in method.variants
            ),
        ),
        _facade(
            facade_name(classes.async_name),
            lines=(
                *_resources((name, each.async_name) for name, each in resources),
                *_methods(methods, classes.async_name, "async_", "_AsyncVariants"),
            ),
            variants=_variants(
                each.async_lines for method in methods for each in method.variants
            ),
        ),
    )


def _facade(name: str, *, lines: Lines, variants: Lines) -> FacadeView:
    head = Group(
        f"class {name}(", ("_facades.Answers[_facades.F]",), "):", is_bare=True
    )
    raw, streamed = (
        declare(f"with_{form}_response", f"{name}[_facades.{kind}]", room=len(STEP))
        for form, kind in (("raw", "Raw"), ("streaming", "Streamed"))
    )
    return FacadeView(
        name=name,
        head=tuple(line.removeprefix(STEP) for line in lay_out(head, STEP)),
        lines=lines,
        forms=(raw, streamed),
        variants=variants,
    )


def _variants(several: Iterator[Lines]) -> Lines:
    return tuple(line for lines in several for line in ("", *lines))[1:]


def _resources(several: Iterator[tuple[str, str]]) -> Iterator[str]:
    for attribute, class_name in several:
        facade = f"{facade_name(class_name)}[_facades.F]"
        yield from declare(attribute, facade, room=2 * len(STEP))


def _methods(
    methods: Sequence[MethodView], class_name: str, prefix: str, variants: str
) -> Iterator[str]:
    for method in methods:
        yield from _method(method, class_name, prefix, variants)


def _method(method: MethodView, class_name: str, prefix: str, variants: str) -> Lines:
    function = f"_facades.{prefix}answers"
    taken: Lines = (f"{class_name}.{method.name}",)
    if method.variants:
        function = f"_overloads.{prefix}overloaded"
        taken = tuple(f"{variants}.{method.name}_{number}" for number in (1, 2, 3))
    head = f"{method.name} = {function}("
    lines = lay_out(Group(head, taken, ")"), _INSIDE)
    return tuple(line.removeprefix(_INSIDE) for line in lines)
