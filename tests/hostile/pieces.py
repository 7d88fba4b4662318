"""Hostile text and values: what a document may hold that no author means well with."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from sdkwright.spec.objects import Json

# What runs, where a text escapes from its quotes, leaves its mark here.
MARK = "SDKWRIGHT_CANARY"
BOOM = f"__import__('os').environ.__setitem__('{MARK}','1')"

CURATED = (
    f'"""\n{BOOM}\n"""',
    f"'''\n{BOOM}\n'''",
    f'" + {BOOM} + "',
    f"' + {BOOM} + '",
    f"\\' + {BOOM} #",
    f'\\""" + {BOOM} #',
    f"{{{BOOM}}}",
    f"{{{{ {BOOM} }}}} {{% raw %}} {{# #}}",
    f"\r{BOOM}",
    f"\n{BOOM}\n",
    f"\x0c{BOOM}\x0b\x1c\x85\u2028{BOOM}\u2029",
    f"x={BOOM}",
    f"x: {BOOM}",
    f"import os; {BOOM}",
    f"]\n[tool.x]\nx = '''{BOOM}'''",
    "%s %(x)s {x} {0} ${x} $(x) `x`",
    '"',
    "'",
    '"""',
    "\\",
    "\\\\",
    "\\N{BULLET} \\x41 \\u0041 \\",
    "\x00",
    "a\x00b\x1b[0m\x7f",
    "\u202eabc\u2066",
    "\ud800",
    "\udfffx",
    "\ufeff\ufffe\uffff",
    "\U0001f600\U0001f4a9",
    "名前",
    "ﬁ ǅ ª ß İ \u0131",
    "e\u0301\u0301\u0301",
    "../../etc/passwd",
    "/etc/passwd",
    "..\\..\\x",
    "C:\\x",
    "..",
    ".",
    "CON",
    "con.txt",
    "nul",
    "LPT1",
    "__init__",
    "__init__.py",
    "__class__",
    "__dict__",
    "_core",
    "_custom",
    "client",
    "Client",
    "errors",
    "models",
    "resources",
    "py.typed",
    "self",
    "class",
    "None",
    "True",
    "match",
    "type",
    "print",
    "str",
    "dict",
    "Any",
    "Model",
    "BaseModel",
    "model_config",
    "model_fields",
    "json",
    "copy",
    "OMIT",
    "request",
    "request_options",
    "typing",
    "__debug__",
    "_",
    "__",
    "",
    " ",
    "\t",
    "\n",
    "0",
    "1st",
    "-",
    "+1",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</td></table><!--",
    "<![CDATA[ ]]> <?php ?>",
    "[x](javascript:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x]: javascript:alert(1)\n\n[x]",
    "![x](https://evil.example/x.png)",
    "![x][y]\n\n[y]: data:text/html,x",
    "<javascript:alert(1)>",
    "https://evil.example/\"'><script>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "| a | b |\n|---|---|\n| `|` | <b> |",
    "```\ncode",
    "~~~ x `y\n<b>",
    "# heading\n===\n---",
    "- item\n    - <b>\n\n        code",
    "{a}{b",
    "}{",
    "{{a}}",
    "{}",
    "{a}/{a}/{b}",
    "#",
    "~1~0/",
    "application/json",
    "text/event-stream",
    "*/*",
    "🙂",
    "on",
    "x" * 300,
    "a b_c-d.E",
    "A_B",
    "a-b",
    "a b",
)
_ALPHABET = st.one_of(
    st.sampled_from("\"'\\{}[]()<>#|`*_~!%$&/:;=.,- \n\r\t\0\x1fab1é"),
    st.characters(),
)
# Short names that meet each other often: the clashes are what is looked for.
PLAIN = st.sampled_from(("a", "A", "b", "a_", "_a", "id", "Id", "ID", "list", "get"))


_ANY_TEXT = st.one_of(
    st.sampled_from(CURATED),
    st.sampled_from(CURATED),
    PLAIN,
    st.lists(st.sampled_from(CURATED), min_size=2, max_size=3).map("".join),
    st.text(_ALPHABET, max_size=12),
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Any text, most often one that has hurt somebody."""
    return draw(_ANY_TEXT)


NUMBERS: SearchStrategy[Json] = st.one_of(
    st.integers(-3, 700),
    st.sampled_from(
        (10**400, -(2**63), 2**64, 0.1, -0.0, 1e308, float("inf"), float("nan"))
    ),
)
SCALARS: SearchStrategy[Json] = st.one_of(
    st.none(), st.booleans(), NUMBERS, texts(), texts()
)


def values() -> SearchStrategy[Json]:
    """Any value at all, small."""
    return st.one_of(
        SCALARS,
        SCALARS,
        st.lists(SCALARS, max_size=3),
        st.dictionaries(texts(), SCALARS, max_size=3),
        st.just([[[{"a": [{}]}]]]),
    )


def mostly(usual: SearchStrategy[Json]) -> SearchStrategy[Json]:
    """A value as it should be, and now and then one of a wrong type."""
    return st.integers(0, 19).flatmap(lambda n: values() if n == 19 else usual)


def said() -> SearchStrategy[Json]:
    """Text in a place that wants text; seldom something else."""
    return mostly(texts())


def flags() -> SearchStrategy[Json]:
    """A truth value; seldom something else."""
    return mostly(st.booleans())


def choice(*words: str) -> SearchStrategy[Json]:
    """One of the words that have a meaning; seldom anything."""
    return mostly(st.sampled_from(words))


def mapping(
    required: dict[str, SearchStrategy[Json]],
    optional: dict[str, SearchStrategy[Json]] | None = None,
) -> SearchStrategy[Json]:
    """An object with some of its optional keys."""
    others = {k: v for k, v in (optional or {}).items() if k not in required}
    return st.fixed_dictionaries(required, optional=others)


def named(
    each: SearchStrategy[Json],
    most: int = 3,
    names: SearchStrategy[str] | None = None,
) -> SearchStrategy[Json]:
    """An object whose keys are hostile names."""
    return mostly(
        st.dictionaries(texts() if names is None else names, each, max_size=most)
    )


def several(each: SearchStrategy[Json], most: int = 3) -> SearchStrategy[Json]:
    """A list of a few."""
    return mostly(st.lists(each, max_size=most))
