"""A door that is given a mark is gone through later, with the same result."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from sdkwright import pipeline
from sdkwright.config import Target
from sdkwright.pointer import Pointer
from sdkwright.prose import Prose, place_of, says_something
from sdkwright.python.text.docstrings import Section, docstring
from sdkwright.python.text.items import item, line, paragraph
from sdkwright.python.text.markdown import block, cell, inline
from sdkwright.render.machines import WHOLE
from sdkwright.render.telling import Teller
from sdkwright.understanding import Step, Understood, understand

HERE = Path(__file__).parents[2]
# Each eighth feature, and all that is hostile.
DOCUMENTS = [
    *sorted(HERE.glob("features/*/openapi.yaml"))[::8],
    *sorted(HERE.glob("hostile/cases/*/openapi.*")),
    Path(__file__).with_name("spaces.yaml"),
]
DOORS: dict[str, Callable[[str], str]] = {
    "block": block,
    "cell": cell,
    "inline": inline,
    "item": lambda text: item("`a` - `int`.", f"{text}\n\nMore.", "", "Deprecated."),
    "line": lambda text: line("`a`.", text),
    "paragraph": lambda text: paragraph("`a`", text, "See b."),
}
LINES = st.lists(
    st.text(max_size=30) | st.sampled_from(["```", "- a", "| a | b |", "---", "    c"])
)


def marked(text: str) -> tuple[str, Teller]:
    prose = Prose()
    return prose.mark(Pointer("#/a"), text), Teller(said=prose.said)


@pytest.mark.parametrize("door", DOORS)
@given(lines=LINES)
def test_markdown_is_the_same_later(door: str, lines: list[str]) -> None:
    text = "\n".join(lines).rstrip()
    assume(says_something(text) and "\x02" not in text)
    mark, teller = marked(text)
    untold = DOORS[door](mark)
    assert "\n" not in untold
    assert teller.tell(f"a {untold} b") == f"a {DOORS[door](text)} b"


@given(lines=LINES, indent=st.sampled_from([0, 4, 8]))
def test_a_docstring_is_the_same_later(lines: list[str], indent: int) -> None:
    """With and without sections, in whatever columns it stands."""
    text = "\n".join(lines).rstrip()
    assume(says_something(text) and "\x02" not in text)
    mark, teller = marked(text)
    for sections in ((), (Section(title="Args", entries=(("a", "Said."),)),)):
        (untold,) = docstring(mark, indent, sections)
        told = docstring(text, indent, sections)
        columns = " " * indent
        whole = "\n".join(f"{columns}{each}" if each else "" for each in told)
        assert teller.tell(f"a\n{columns}{untold}\nb") == f"a\n{whole}\nb"


def test_a_section_is_told_later() -> None:
    """Where only an argument has words, too."""
    mark, teller = marked("Some words.")
    args = Section(title="Args", entries=(("a", f"{mark} More."),), code=("x = 1",))
    told = Section(title="Args", entries=(("a", "Some words. More."),), code=("x = 1",))
    assert tuple(teller.tell(docstring("", 4, [args])[0]).split("\n")) == docstring(
        "", 4, [told]
    )


def test_a_line_of_code_is_told_later() -> None:
    teller = Teller(said={}, lines={"client.py": {"A.b": 17}})
    assert teller.tell(f"#L{place_of('client.py', 'A.b')}") == "#L17"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.parent.name)
def test_all_is_the_same_with_marks(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No stage looks at words: with them from the beginning the files are the same."""
    target = Target(name="x", spec=document, output=Path("none"), lenient=True)
    whole = pipeline.generate(target)

    def with_words(
        target: Target, step: Step, before: None, *, marked: bool
    ) -> Understood:
        assert marked
        return understand(target, step, before)

    monkeypatch.setattr(pipeline, "understand", with_words)
    assert pipeline.generate(target).files == whole.files


def test_the_page_of_all_pages_comes_last() -> None:
    """It is made of the others as they are told."""
    mark, teller = marked("Some words.")
    pages = {WHOLE: '\x0ewhole [["docs/a.md"]]\x0f', "docs/a.md": block(mark)}
    assert teller.tell_pages(pages)[WHOLE] == "Some words."
