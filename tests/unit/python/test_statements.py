"""Annotated statements stand as black would have them, or are left for black."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from sdkwright.python.operations.signatures import signature
from sdkwright.python.text.layout import Group, lay_out, take_apart
from sdkwright.python.text.statements import alias, assign, declare, give
from sdkwright.render.format import format_long, format_python

NAMES = st.integers(1, 75).map(lambda length: "N" * length)
UNIONS = st.lists(NAMES, min_size=1, max_size=6).map(" | ".join)
TAGS = st.lists(NAMES, max_size=4).map(
    lambda names: ", ".join(f'"a, [{name}": {name}' for name in names)
)
NESTED = st.recursive(
    NAMES | NAMES.map(lambda name: f'Literal["{name}", "b, c"]'),
    lambda inner: st.one_of(
        inner.map(lambda item: f"Sequence[{item}]"),
        inner.map(lambda item: f"dict[str, {item}]"),
        st.lists(inner, min_size=2, max_size=3).map(" | ".join),
        inner.map(lambda type_: f"{type_} | None"),
    ),
    max_leaves=5,
)
TYPES = st.one_of(
    NESTED,
    UNIONS,
    UNIONS.map(lambda union: f"list[{union}]"),
    st.builds(
        lambda union, tags: f'Annotated[{union}, OpenUnion("kind", {{{tags}}})]',
        UNIONS,
        TAGS,
    ),
    UNIONS.map(lambda union: f"list[Annotated[{union}, OpenUnion()]]"),
    UNIONS.map(lambda union: f"list[{union}] | None"),
)


def same(made: tuple[str, ...], flat: str, before: str = "", indent: str = "") -> None:
    text = "\n".join((before + indent + f"\n{indent}".join(made), ""))
    black = format_python("a.py", f"{before}{indent}{flat}\n")
    assert format_long("a.py", text) == black


@given(NAMES, TYPES, st.sampled_from(["", "None"]))
@example("n", "N" * 90, "")
def test_fields(name: str, type_: str, default: str) -> None:
    """A field of a class."""
    made = declare(name, type_, default, room=4)
    flat = f"{name}: {type_}" + (f" = {default}" if default else "")
    same(made, flat, "class A:\n", "    ")


@given(NAMES, TYPES)
@example("N" * 75, 'Literal["enabled", "disabled", "not_set"]')
@example("N" * 80, 'Literal["enabled", "disabled", "not_set"]')
@example("N" * 90, 'Literal["enabled", "disabled", "not_set"]')
@example("N" * 70, f"Annotated[{'A' * 40} | {'B' * 40}, OpenUnion()]")
@example("N" * 80, f"Annotated[{'A' * 40} | {'B' * 40}, OpenUnion()]")
@example("N", f'"{"n" * 90}"')
def test_aliases(name: str, type_: str) -> None:
    """A name for a type."""
    same(alias(name, take_apart(type_)), f"{name}: TypeAlias = {type_}")


@given(NAMES, NAMES)
@example("N" * 4, "n" * 76)
@example("N" * 4, "n" * 77)
@example("N" * 4, "n" * 78)
@example("N" * 82, "n")
@example("N" * 81, "n" * 5)
def test_members(name: str, value: str) -> None:
    """A member of an enum."""
    made = give(name, f'"{value}"', room=4)
    same(made, f'{name} = "{value}"', "class A:\n", "    ")


@given(NAMES, UNIONS | NESTED, st.sampled_from([":", ": ..."]))
def test_answers(name: str, type_: str, end: str) -> None:
    """The head of a method that gives a union."""
    made = signature(name, (), type_, type_, end=end)
    empty = "" if end == ": ..." else "\n        pass"
    same(
        (*made.lines, *empty.split("\n")[1:]),
        f"    def {name}(self) -> {type_}{end}{empty}",
        "class A:\n",
    )


@given(NAMES, UNIONS)
def test_operations(name: str, argument: str) -> None:
    """A constant whose type says what it gives."""
    group = Group("Operation(", ('method="GET"', 'path="/"'), ")", exploded=True)
    made = assign(name, "Operation", argument, group)
    flat = f'{name}: Operation[{argument}] = Operation(method="GET", path="/",)'
    same(made, flat)


@given(
    NAMES,
    TYPES,
    st.sampled_from(["", " = OMIT", ' = "b, c"']),
    st.sampled_from(["", "    "]),
)
@example("n" * 40, "N" * 35 + " | None", " = OMIT", "    ")
@example("n" * 40, f"list[{'N' * 35}] | None", "", "    ")
@example("n", " | ".join(["N" * 30] * 4), " = OMIT", "")
def test_parameters(name: str, type_: str, default: str, indent: str) -> None:
    """A parameter of a method."""
    item = f"{name}: {type_}{default}"
    made = lay_out(Group("def f(", ("self", item), ") -> None: ..."), indent)
    flat = f"def f(self, {item}) -> None: ..."
    same(
        tuple(line.removeprefix(indent) for line in made),
        flat,
        "class A:\n" if indent else "",
        indent,
    )
