"""Brackets stand as black would have them."""

from __future__ import annotations

import black
from black.mode import TargetVersion
from hypothesis import given, settings
from hypothesis import strategies as st
from sdkwright.python.text.layout import Group, lay_out, on_one_line, one_line, prefixed

MODE = black.Mode(target_versions={TargetVersion.PY311})
NAMES = st.text("abc", min_size=1, max_size=24).map(lambda text: f"n{text}")
GROUPS = st.recursive(
    NAMES.map(lambda name: name),
    lambda inner: st.builds(
        lambda name, items: Group(f"{name}(", tuple(items), ")"),
        NAMES,
        st.lists(inner, min_size=2, max_size=5),
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(NAMES, st.lists(GROUPS, min_size=2, max_size=6))
def test_calls(name: str, items: list[str | Group]) -> None:
    """A call that assigns each argument by its name stands as black has it."""
    named = tuple(prefixed(f"k{at}=", item) for at, item in enumerate(items))
    made = "\n".join(lay_out(Group(f"{name}(", named, ")"))) + "\n"
    flat = on_one_line(Group(f"{name}(", named, ")"))
    assert made == black.format_str(flat, mode=MODE)


@settings(deadline=None)
@given(NAMES, st.lists(NAMES, min_size=1, max_size=8, unique=True))
def test_definitions(name: str, arguments: list[str]) -> None:
    """A signature stands as black has it."""
    items = tuple(f"{each}: int = 1" for each in arguments)
    group = Group(f"def {name}(", items, ") -> None:")
    made = "\n".join((*lay_out(group), "    pass\n"))
    assert made == black.format_str(f"{on_one_line(group)}\n    pass\n", mode=MODE)


@settings(deadline=None)
@given(NAMES, GROUPS)
def test_one_argument(name: str, item: str | Group) -> None:
    """What black would leave without a comma it leaves with one as well."""
    made = "\n".join(lay_out(Group(f"{name}(", (item,), ")"))) + "\n"
    assert black.format_str(made, mode=MODE) == made


def test_exploded() -> None:
    """An exploded group stands one item a line, however short."""
    group = Group("f(", ("a", "b"), ")", exploded=True)
    assert lay_out(group, "  ") == ("  f(", "      a,", "      b,", "  )")
    assert one_line(group) is None
    assert lay_out(Group("f(", (), ")", exploded=True)) == ("f()",)


def test_texts_stay_whole() -> None:
    """Commas and brackets of a text in either kind of quotes part nothing."""
    for text in ("'state, \"of\" [what]'", "\"state, 'of' [what]\""):
        call = f"called({text}, {'n' * 70})"
        lines = ("called(", f"    {text},", f"    {'n' * 70},", ")")
        assert lay_out(call) == lines


def test_room() -> None:
    """What must stand after the last line is reckoned with."""
    group = Group("f(", ("a" * 40, "b" * 40), ")")
    assert len(lay_out(group)) == 1
    assert len(lay_out(group, room=10)) == 3
