"""Lists of descriptions, as CommonMark and Python-Markdown both read them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from sdkwright.python.text.markdown import block, parted

READER = MarkdownIt("commonmark").enable("table")
NESTED = st.recursive(
    st.just(()),
    lambda inner: st.lists(
        st.tuples(st.sampled_from(["-", "*", "1.", "10)"]), inner), max_size=3
    ).map(tuple),
    max_leaves=6,
)


def kinds(text: str) -> list[str]:
    """The blocks that CommonMark sees."""
    return [token.type for token in READER.parse(text)]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Of:\n  - a\n  - b", "Of:\n\n- a\n- b"),
        ("- a\n  - b\n    - c\n- d", "- a\n    - b\n        - c\n- d"),
        ("1. a\n   - b\n\n     c\n2. d", "1. a\n    - b\n\n        c\n2. d"),
        ("- a\n\n  b\n\nc", "- a\n\n    b\n\nc"),
        ("1) a\n2) b", "1. a\n2. b"),
        ("- a\n\n      code", "- a\n\n        code"),
        ("- a\nb\n- c", "- a\nb\n- c"),
        ("a\n5. b", "a\n5. b"),
        ("- a\n  > b\n- c", "- a\n    > b\n- c"),
        ("- a\n  | x |\n  |---|\n  | y |", "- a\n    | x |\n    |---|\n    | y |"),
        ("* a\n\n * b\n\n * c", "* a\n\n* b\n\n* c"),
        ("> [!WARNING]\n> Hot.", "> **Warning.**\n> Hot."),
        ("a\n> b\n>* c\n>* d", "a\n> b\n>\n>* c\n>* d"),
        ("- a\n\n  b\n- c", "- a\n\n    b\n\n- c"),
        ("> a\n- b", "> a\n\n- b"),
        ("> - a\n> b\n> - c", "> - a\n> b\n> - c"),
        ("- a\n\n  b\n  - c", "- a\n\n    b\n\n    - c"),
    ],
)
def test_columns(text: str, made: str) -> None:
    """What stands in an item begins four columns further; nothing else changes."""
    assert block(text) == made
    assert kinds(made) == kinds(text)


def test_after_a_fence() -> None:
    """A fence ends all but the outermost item; what follows is no code."""
    text = "- a\n    - b\n\n      ```\n      c\n      ```\n\n      d"
    assert block(text) == "- a\n    - b\n\n   ```\n   c\n   ```\n\n    d"


def lines(items: tuple[tuple[str, object], ...], column: int) -> Iterator[str]:
    for mark, inner in items:
        yield f"{' ' * column}{mark} text"
        assert isinstance(inner, tuple)
        yield from lines(inner, column + len(mark) + 1)


@given(NESTED, st.integers(0, 3))
def test_nested_lists_stay(items: tuple[tuple[str, object], ...], column: int) -> None:
    """As many items as there were, each as deep as it was, in steps of four."""
    text = "\n".join(lines(items, column))
    before = [token for token in READER.parse(text) if token.type == "list_item_open"]
    after = READER.parse(block(text))
    items_after = [token for token in after if token.type == "list_item_open"]
    assert [each.level for each in items_after] == [each.level for each in before]
    for line in block(text).split("\n"):
        assert (len(line) - len(line.lstrip(" "))) % 4 == 0


@pytest.mark.parametrize(
    ("text", "said", "below"),
    [
        ("One\nof two.", "One\nof two.", ""),
        ("- one", "- one", ""),
        ("Of:\n * a\n * b\nc", "Of:", "* a\n* b\nc"),
        ("- a\n- b", "", "- a\n- b"),
        ("As in\n\n```\na\n```", "As in\n", "```\na\n```"),
        ("Of\n| a |\n|---|\n| b |", "Of", "| a |\n|---|\n| b |"),
        ("a | b\nc", "a | b\nc", ""),
    ],
)
def test_parted(text: str, said: str, below: str) -> None:
    """A list, a table and code stand below the line; all else is on it."""
    assert parted(text) == (said, below)
