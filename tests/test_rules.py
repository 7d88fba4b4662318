"""docs/diagnostics.md is made from the rules, and the rules tell of every code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import golden
from sdkwright.compare.rules import RULES as MEANINGS
from sdkwright.diagnostics import Severity
from sdkwright.rules.every import CHAPTERS, RULES
from sdkwright.rules.rule import Rule

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "diagnostics.md"
SOURCE = ROOT / "generator" / "sdkwright"
SHOWN = ROOT / "tests" / "diagnostics"
HEAD = """# Diagnostics

Every finding has a code. This page is made from the rules in `sdkwright/rules/`, the
examples are those of the tests (`make golden` writes it).

An *error* leaves the document without a sensible meaning: nothing is generated. A
*warning* tells what the SDK will lack, or what was taken to be meant. An *info* is
advice, and is told by `sdkwright lint` alone. Warnings and infos can be ignored in the
configuration, everywhere or at some places and below; errors cannot:

```yaml
ignore:
  no-summary: true
  unused-keyword: ["#/components/schemas/Order"]
```

`sdkwright lint --fix` mends what it can without changing the SDK: it writes into the
document what was taken to be meant. Only the place is written, so that comments and
layout stay; a text is taken only where it reads as the one before but for that. What is
ignored stays; so does a path that a pointer or an overlay leads through. Which rules
have it stands with them.
"""
_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}


def test_the_page_is_made_from_the_rules() -> None:
    """The page says what the rules say."""
    text = "\n".join(page())
    if golden.UPDATE:
        PAGE.write_text(text, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == text, golden.MEND


def test_every_code_has_a_rule() -> None:
    """No code is given anywhere that no rule explains, and no rule has no code."""
    given = set(codes())
    assert sorted(given - RULES.keys()) == []
    assert sorted(RULES.keys() - set(texts())) == []


def test_every_rule_is_worded() -> None:
    """A meaning and a way to mend it are sentences."""
    for rule in RULES.values():
        for text in (rule.meaning, rule.mend):
            assert text[0].isupper() or text[0] == "`", rule.code
            assert text.endswith("."), rule.code


def page() -> Iterator[str]:
    yield HEAD
    for title, rules in CHAPTERS.items():
        yield f"## {title}\n"
        for rule in rules:
            yield from section(rule)


def section(rule: Rule) -> Iterator[str]:
    word = _WORDS[rule.severity]
    eased = ", a warning with `--lenient`" if rule.eased else ""
    yield f"### {rule.code}\n"
    yield f"*{word}{eased}.* {rule.meaning}\n"
    yield f"To mend it: {rule.mend[0].lower()}{rule.mend[1:]}\n"
    if rule.fixed is not None:
        yield f"`lint --fix` {rule.fixed}.\n"
    example = SHOWN / rule.code / "expected.txt"
    if example.is_file():
        yield "```text"
        yield from example.read_text(encoding="utf-8").rstrip("\n").split("\n")
        yield "```\n"


def texts() -> Iterator[str]:
    """Every text in the code, the rules apart."""
    for path in SOURCE.rglob("*.py"):
        if path.parent.name != "rules":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


def codes() -> Iterator[str]:
    """Every text in the code that stands where a code does."""
    for path in SOURCE.rglob("*.py"):
        if path.parent.name in ("rules", "compare", "cli", "commands"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(attr=name), args=[first, *_]):
                    firsts = [first] if name in _TELLS else []
                case ast.Call(func=ast.Name(id="_info"), args=[_, first, *_]):
                    firsts = [first]
                case ast.Assign(value=ast.Tuple(elts=[first, *_])):
                    firsts = [first] if ast.unparse(node).startswith("_TOO") else []
                case _:
                    firsts = []
            for each in firsts:
                if isinstance(each, ast.Constant) and isinstance(each.value, str):
                    yield each.value


_TELLS = {"error", "warning", "report", "_fault", "_stop", "say"}


CHANGES = ROOT / "docs" / "changes.md"
CHANGES_HEAD = """# Changes

What `sdkwright diff` calls each change, and what it means to programs of
the SDK before. This page is made from the rules in `sdkwright/compare/rules.py`.

A *breaking* change asks for a new major version, a *minor* one for a minor, a *patch*
for a patch ([Semantic Versioning](https://semver.org)). A change is breaking if a
program that ran and was type-checked before may fail now; tests ask griffe and mypy the
same. Of types it is told by direction: where programs give a value, it breaks to take
less than before; where they read one, it breaks to give more. Enums and unions of
models are open, so that a new member or variant breaks nothing.

| code | level | why |
|---|---|---|
"""
_RETYPED = (
    "`argument-retyped`, `answer-retyped`, `stream-retyped`, `error-retyped`,"
    " `class-retyped`, `attribute-retyped`, `webhook-retyped` | by direction |"
    " something may be given that is not taken, or come that did not before"
)


def test_the_page_of_changes_is_made_from_the_rules() -> None:
    """The page says what the rules say."""
    rows = [
        f"| `{code}` | {meaning.level.name.lower()} | {meaning.why} |"
        for code, meaning in MEANINGS.items()
    ]
    text = CHANGES_HEAD + "\n".join([*rows, f"| {_RETYPED} |"]) + "\n"
    if golden.UPDATE:
        CHANGES.write_text(text, encoding="utf-8")
    assert CHANGES.read_text(encoding="utf-8") == text, golden.MEND


def test_every_change_has_a_rule() -> None:
    """No code is given that has no meaning, and no meaning is for nothing."""
    given = {
        text
        for path in (SOURCE / "compare").glob("*.py")
        if path.name != "rules.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(text := node.value, str)
    }
    made = {f"required-{code}" for code in given if code.endswith("-added")}
    assert sorted(MEANINGS.keys() - given - made) == []
