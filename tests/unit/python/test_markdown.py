"""The door for Markdown: a page shows a document's text, and nothing acts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from sdkwright.python.text.markdown import block, cell, code, inline, link, plain

READER = MarkdownIt("commonmark").enable("table")
DOORS = [block, inline, cell, plain, code]
HOSTILE = st.text("`~<>[]()!#=-*+_|\\\n\t :/&;\"'ahjs1.x\r\0\u2028\u202e")
PIECES = st.lists(
    st.sampled_from(
        [
            "<script>",
            "</p>",
            "<!--",
            "-->",
            "<?",
            "<b",
            "[a](",
            "[a]:",
            "[a]",
            "![a](",
            "javascript:x",
            "&#106;avascript:x",
            "data:text/html,x",
            "https://a.b",
            ")",
            "<",
            ">",
            "`",
            "``",
            "```",
            "~~~",
            "\n",
            "\n\n",
            "    ",
            "# ",
            "===",
            "---",
            "- ",
            "1. ",
            "> ",
            "\\",
            "|",
            "a",
            " ",
            "\t",
        ]
    ),
    max_size=12,
).map("".join)
TEXTS = st.one_of(PIECES, HOSTILE, st.text(st.characters()))
CURATED = [
    "<script>alert(1)</script>",
    "a <img src=x onerror=alert(1)> b",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](\njavascript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java&#x73;cript&colon;alert(1))",
    "[x](\\javascript:alert(1))",
    "[x](j\\avascript:x)",
    "[x](vbscript:x) [y](data:text/html,x) ![z](javascript:x)",
    "![x](https://a.b/c.png) ![y][y]\n\n[y]: https://a.b",
    "half a \ud800 character",
    "[x]\n\n[x]: javascript:alert(1)",
    "[x]: <javascript:alert(1)>\n\n[x]",
    "[x]:\njavascript:alert(1)\n\n[x][x]",
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "text\n====",
    "text\n---",
    "text\n  ---  ",
    "> text\n> ===",
    "> # title",
    "- # title",
    "1. # title\n   ## more",
    "- text\n  ---",
    "# title",
    "####### no title",
    "```\nnever closed",
    "```\na\n````",
    "````\n```\n<b>\n````\n<script>",
    "~~~\n```\n~~~\n<i>",
    "``` a`b\n<script>",
    "- ```\n  <b>\n<script>",
    "> ```\n<script>",
    "a `b\n\n<script>`",
    "\\`<script>`",
    "`\\`<script>`",
    "`` ` <b> ``",
    "    <script>\n<script>",
    "\\<script>",
    "\\\\<script>",
    "<!-- hidden -->",
    "<![CDATA[x]]>",
    "<?php ?>",
    "<a\nhref=x>",
    "<\0script>",
    "<\u200bscript>",
    "a\u2028# b",
    "| a | b |\n|---|---|\n| <b> | `c|d` |",
    "-",
    "***",
    "+ a\n+ b",
    "10) a",
    "`a|b` | c",
    "a\\|b",
    "[a](/b)(https://c) [[a](/b)](https://c) ![[a](/b)](https://c)",
    "[a](/b): https://c\n\n[a]",
    "[<b>](/b) [a` ](/b) ` [a\n# b](/c)",
]


def tokens(text: str) -> Iterator[Token]:
    for token in READER.parse(text):
        yield token
        yield from token.children or ()


def assert_inert(text: str) -> None:
    for token in tokens(text):
        assert token.type not in ("html_block", "html_inline", "heading_open", "hr")
        assert token.type != "image"
        for name in ("href", "src"):
            link = str(token.attrGet(name) or "")
            assert re.match(r"(https?:|mailto:|[^:]*$|[#/.?])", link, re.I), link


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("text", CURATED)
def test_curated_texts_do_not_act(door: Callable[[str], str], text: str) -> None:
    """Known ways to smuggle HTML, scripts and headings into a page are shut."""
    assert_inert(door(text))


@settings(deadline=None, max_examples=300)
@given(TEXTS, st.sampled_from(DOORS))
def test_no_text_acts(text: str, door: Callable[[str], str]) -> None:
    """Whatever the text, no HTML, no heading, and no link that runs anything."""
    assert_inert(door(text))


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_a_block_ends_where_it_ends(text: str) -> None:
    """What stands after a block is a paragraph of its own, whatever the block."""
    *_, start, inner, end = READER.parse(f"{block(text)}\n\nafter the block")
    assert (start.type, start.level) == ("paragraph_open", 0) or start.hidden
    assert inner.content == "after the block"
    assert end.type == "paragraph_close"


@settings(deadline=None, max_examples=200)
@given(TEXTS)
@example("- a")
@example("1) a")
def test_inline_stays_in_its_line(text: str) -> None:
    """One line, which begins no block, and in a list item is that item's text."""
    for made in (inline(text), cell(text), plain(text)):
        assert "\n" not in made
        kinds = [token.type for token in READER.parse(f"- {made or 'x'}")]
        assert kinds == [
            "bullet_list_open",
            "list_item_open",
            "paragraph_open",
            "inline",
            "paragraph_close",
            "list_item_close",
            "bullet_list_close",
        ]


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_a_cell_is_one_cell(text: str) -> None:
    """A table's row with a cell keeps as many cells as it has."""
    made = f"| a | b |\n| --- | --- |\n| {cell(text)} | last |"
    inner = [token.content for token in READER.parse(made) if token.type == "inline"]
    assert len(inner) == 4
    assert inner[3] == "last"


def visible(text: str) -> str:
    unseen = re.sub(
        "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069"
        "\ud800-\udfff\ufeff]",
        "",
        text.replace("\r", "\n").replace("\x0b", "").replace("\x0c", ""),
    )
    return " ".join(unseen.split())


@settings(deadline=None, max_examples=200)
@given(TEXTS.filter(visible))
def test_code_is_the_text(text: str) -> None:
    """A code span holds the text, whatever backticks it holds."""
    inner = [token for token in tokens(code(text)) if token.type == "code_inline"]
    assert [token.content.strip() for token in inner] == [visible(text)]


@settings(deadline=None, max_examples=200)
@given(TEXTS)
@example("&amp; &#35; &copy;")
@example("1. a")
@example("https://a.b_c_d")
def test_plain_reads_as_the_text(text: str) -> None:
    """Text that is no Markdown is read as itself."""
    shown = [
        token.content
        for token in tokens(f"x {plain(text)}")
        if token.type in ("text", "text_special")
    ]
    assert "".join(shown) == f"x {visible(text)}".strip()


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("# Title\n\ntext", "**Title**\n\ntext"),
        ("a\n---\nb", "a\n\nb"),
        ("- one\n- two", "- one\n- two"),
        ("```json\n{}\n```", "```json\n{}\n```"),
        ("```\nopen", "```\nopen\n```"),
        ("[a](https://b.c) and `<T>`", "[a](https://b.c) and `<T>`"),
        ("a < b", "a < b"),
        ("a <b>c</b>", "a \\<b>c\\</b>"),
        ("| a |\n|---|\n| b |", "| a |\n|---|\n| b |"),
        ("see <https://a.b>", "see https://a.b"),
        ("see [the guide](/docs/guide) or [that](#there)", "see the guide or that"),
        ("![A picture](/a.png) of [it](../it)", "A picture of it"),
        ("see [x](javascript:y) [- a](/b)", "see [x]\\(javascript:y) [- a]\\(/b)"),
        ("One of:\n- a\n- b\n\n1. c\nd\n2. e", "One of:\n\n- a\n- b\n\n1. c\nd\n2. e"),
        ("a\n1. b", "a\n\n1. b"),
        ("a\n2. b", "a\n2. b"),
    ],
)
def test_blocks(text: str, made: str) -> None:
    """Good Markdown stays, and the rest is told in Markdown that does nothing."""
    assert block(text) == made


@given(text=TEXTS, url=TEXTS)
def test_a_link_leads_where_links_may_lead(text: str, url: str) -> None:
    """Whatever the text and the address are, one link at most, and none that acts."""
    tokens = READER.parseInline(link(text, url))
    links = [each for each in tokens[0].children or () if each.type == "link_open"]
    assert len(links) <= 1
    for each in links:
        assert re.match(r"https?://|mailto:", str(each.attrs["href"]), re.I)
    assert "html_inline" not in {each.type for each in tokens[0].children or ()}
