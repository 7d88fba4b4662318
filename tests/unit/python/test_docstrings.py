"""The door for prose: no text ends a docstring or changes how it is read."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterable

import black
import pytest
from black.mode import TargetVersion
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sdkwright.python.text.docstrings import (
    Section,
    docstring,
    first_sentence,
    prose_lines,
)

HOSTILE = (
    "\"'\\\n\r\t\0\x0c\x0b\x1c\x85"
    "\u2028\u202e\ud800\ufeff\u00ad\u00a0\u3000 ab`-*#|>1.{}"
)
TEXTS = st.one_of(st.text(st.characters()), st.text(HOSTILE), st.text('"\\ \na'))
MODE = black.Mode(target_versions={TargetVersion.PY311})


def written(lines: Iterable[str], indent: int = 4) -> str:
    body = "\n".join(" " * indent + line if line else "" for line in lines)
    if indent == 8:
        return f"class C:\n    def f(self):\n{body}\n        return 1\n"
    return f"def f():\n{body}\n    return 1\n"


def read(source: str) -> str:
    (function,) = (
        each
        for each in ast.walk(ast.parse(source))
        if isinstance(each, ast.FunctionDef)
    )
    assert len(function.body) == 2
    assert isinstance(function.body[1], ast.Return)
    found = ast.get_docstring(function)
    assert found is not None
    return found


def shown(text: str) -> list[str]:
    """The words of a text as a docstring shows them."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    parts = []
    for each in plain:
        if each in "\n\t" or unicodedata.category(each) == "Zs":
            parts.append(" ")
        elif each.isprintable() and unicodedata.category(each) != "Cf":
            parts.append(each)
        elif ord(each) < 0x100:
            parts.append(f"\\x{ord(each):02x}")
        else:
            wide = ord(each) > 0xFFFF
            parts.append(f"\\U{ord(each):08x}" if wide else f"\\u{ord(each):04x}")
    return "".join(parts).split()


@settings(deadline=None)
@given(TEXTS, st.sampled_from([4, 8]))
@example('"', 4)
@example('"""', 4)
@example('a"""', 4)
@example("a\\", 4)
@example("\\", 4)
@example('\\"', 4)
@example('"\\', 4)
@example("\x85a", 4)
@example("    indented", 4)
@example('"quoted" words', 4)
@example("x" * 100, 8)
@example("x" * 72 + "\\", 4)
@example("x" * 73 + '"', 4)
@example("a\n\n    code\n        more", 4)
@example("- a\n\n  b", 4)
@example("\u3000a", 4)
def test_any_text_is_a_docstring(text: str, indent: int) -> None:
    """Any prose is one docstring, holds its words, and black leaves it alone."""
    lines = docstring(text, indent)
    if not lines:
        assert not shown(text)
        return
    source = written(lines, indent)
    assert read(source).split() == shown(text)
    assert black.format_str(source, mode=MODE) == source
    assert all(each.isprintable() for each in source.split("\n"))


@settings(deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_any_text_in_sections(text: str, first: str, second: str) -> None:
    """What stands in a section is held as well as what stands before it."""
    section = Section(title="Args", entries=(("name", first), ("other", second)))
    source = written(docstring(text, 4, [section]))
    expected = [*shown(text), "Args:", "name"]
    expected += [*shown(first), "other", *shown(second)]
    found = read(source).split()
    names = {"name:": "name", "other:": "other"}
    assert [names.get(each, each) for each in found] == [
        names.get(each, each) for each in expected
    ]
    assert black.format_str(source, mode=MODE) == source


@settings(deadline=None)
@given(TEXTS.filter(shown))
@example("| a |\n<img>")
def test_any_text_is_an_entry(said: str) -> None:
    """An entry without a name, as what is returned, is prose and is indented."""
    section = Section(title="Returns", entries=(("", said),))
    source = written(docstring("First.", 4, [section]))
    first, _, title, *rest = read(source).split("\n")
    assert (first, title) == ("First.", "Returns:")
    assert " ".join(rest).split() == shown(said)
    assert all(line.startswith("    ") for line in rest if line)
    assert black.format_str(source, mode=MODE) == source


@settings(deadline=None)
@given(TEXTS.filter(shown))
@example('call(a="\\n", b=\'"""\')')
def test_any_text_is_code(text: str) -> None:
    """A line of an example is shown as it is, whatever it quotes."""
    code = (f"f({' '.join(shown(text))})", "    g()")
    source = written(docstring("First.", 4, [Section(title="Example", code=code)]))
    first, _, *rest = read(source).split("\n")
    assert (first, rest) == ("First.", ["Example:", f"    {code[0]}", "        g()"])
    assert black.format_str(source, mode=MODE) == source


@given(st.lists(st.text("abc.", min_size=1, max_size=20)))
def test_lines_fit(words: list[str]) -> None:
    """Where the words allow, lines have 79 columns, and 88 with their quotes."""
    section = Section(title="Args", entries=(("a", "b " * 60),))
    first, *rest = docstring(" ".join(words), 4, [section])
    assert len(first) <= 84
    assert all(len(line) <= 75 for line in rest)


def test_sections() -> None:
    """Sections stand apart, and their entries hang."""
    sections = [
        Section(
            title="Args",
            entries=(
                ("pet_id", "The one pet " + "that is meant " * 6),
                ("limit", ""),
                ("filter", "A list:\n\n- one\n- two"),
            ),
        ),
        Section(title="Returns", entries=()),
        Section(title="Raises", entries=(("ApiError", "It failed."),)),
    ]
    assert docstring("Get a pet.\n\nAnd more.", 4, sections) == (
        '"""Get a pet.',
        "",
        "And more.",
        "",
        "Args:",
        "    pet_id: The one pet that is meant that is meant that is meant that",
        "        is meant that is meant that is meant",
        "    limit",
        "    filter: A list:",
        "",
        "        - one",
        "        - two",
        "",
        "Raises:",
        "    ApiError: It failed.",
        '"""',
    )


@pytest.mark.parametrize(
    "text",
    [
        "- one\n- two\n  - three",
        "1. one\n2. two",
        "* one\n+ two",
        '```json\n{\n  "a":   1\n}\n```',
        "~~~\na\n\n\n b\n~~~",
        "````\n```\na  b\n```\n````",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "a | b\n--|--\n1 | 2",
        "# Title\n\ntext",
        "> said\n> so",
        "text\n\n    code  here",
    ],
)
def test_structure_keeps_its_lines(text: str) -> None:
    """Lists, code, tables, headings and quotes are not wrapped into each other."""
    assert "\n".join(prose_lines(text, 75)) == text


def test_paragraphs_are_wrapped() -> None:
    """Lines of one paragraph are joined and cut anew; an item hangs."""
    assert prose_lines("one\ntwo\nthree\n\n\nfour", 75) == ("one two three", "", "four")
    assert prose_lines("- " + "word " * 8, 30) == (
        "- word word word word word",
        "  word word word",
    )


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One. Two.", "One."),
        ("One\ntwo. Three", "One two."),
        ("No end\n\nNext.", "No end"),
        ("Version 1.2 is out. Yes.", "Version 1.2 is out."),
        ("", ""),
    ],
)
def test_first_sentence(text: str, first: str) -> None:
    """A sentence ends at a full stop before a space, or with its paragraph."""
    assert first_sentence(text) == first


def test_deterministic() -> None:
    """The same prose gives the same lines, and no line ends in a space."""
    text = "a \n- b \n\n```\nc  \n```  "
    assert docstring(text, 4) == docstring(text, 4)
    assert not any(re.search(r"\s$", line) for line in docstring(text, 4))
