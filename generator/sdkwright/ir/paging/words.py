"""The words that APIs use for paging, without case, signs and spaces between."""

from __future__ import annotations

import re

from ...prose import question


def plain(name: str) -> str:
    """`page[size]`, `pageSize` and `page_size` are one word."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# --- parameters ---------------------------------------------------------------------

SIZES = _words("""
    count first hitsperpage itemsperpage limit max maxitems maxresults n numresults
    pagelimit pagesize perpage resultsperpage size take top
    """)
OFFSETS = _words("offset pageoffset skip startat startindex")
NUMBERS = _words("currentpage page pageindex pageno pagenumber pagenum")

# A parameter that takes what the answer before says, and what that is called there,
# the clearest first.
CURSORS = {
    "after": ("nextcursor", "endcursor", "after", "nextafter", "next", "lastid"),
    "afterid": ("nextid", "lastid"),
    "bookmark": ("nextbookmark", "bookmark"),
    "continuation": ("nextcontinuation", "continuation"),
    "continuationtoken": ("nextcontinuationtoken", "continuationtoken"),
    "cursor": (
        "nextcursor",
        "nextpagecursor",
        "endcursor",
        "next",
        "nextpage",
        "cursor",
    ),
    "exclusivestartkey": ("lastevaluatedkey",),
    "from": ("nextfrom", "next"),
    "iterator": ("nextiterator", "iterator"),
    "marker": ("nextmarker", "marker"),
    "nextcursor": ("nextcursor",),
    "nextpagetoken": ("nextpagetoken",),
    "nexttoken": ("nexttoken",),
    "offset": ("nextoffset", "nextpageoffset"),
    "page": ("nextpage",),
    "pageafter": ("nextcursor", "endcursor", "after"),
    "pagecursor": ("nextpagecursor", "nextcursor", "endcursor"),
    "pagetoken": ("nextpagetoken", "nexttoken"),
    "paginationtoken": ("nextpaginationtoken", "paginationtoken", "nexttoken"),
    "scrollid": ("scrollid",),
    "startafter": ("nextstartafter", "lastid", "nextcursor"),
    "startcursor": ("nextcursor", "endcursor"),
    "startingafter": ("nextcursor", "next", "lastid"),
}
# Those that can also take the `id` of the last item, where the answer has a flag that
# says whether there are more.
LAST_ITEM = _words("after afterid startafter startingafter")

# --- answers ------------------------------------------------------------------------

# Objects that hold what is said of the page.
AROUND = _words("""
    cursors link links meta metadata page pageinfo paginate pagination paging
    pagingmetadata responsemetadata
    """)
ITEMS = _words("""
    content data elements entries hits items list objects records resources results
    rows values
    """)
NOT_ITEMS = _words("errors links warnings")
URLS = _words("""
    nexthref nextlink nextpagelink nextpageuri nextpageurl nexturi nexturl
    odatanextlink
    """)
MORE = _words("hasmore hasmoreitems hasmorepages hasnext hasnextpage more")
DONE = _words("done islast islastpage last")
TOTALS = _words("""
    itemcount numfound total totalcount totalelements totalentries totalhits
    totalitems totalrecords totalresults totalsize
    """)
PAGES = _words("lastpage numpages pagecount pagestotal totalpages")
NEXT_HEADER = re.compile(r"(?:next|continuation)-?(?:cursor|page-?token|token)$", re.I)

_URL = re.compile(r"\b(?:ur[il]s?|links?|href)\b", re.I)
_COUNTS = (
    r"\b(?:{0})[- ](?:based|indexed)"
    r"|(?:start|begin)\w*\s+(?:at|from|with)\s+(?:{0})\b"
)
_ZERO = re.compile(_COUNTS.format("0|zero"), re.I)
_ONE = re.compile(_COUNTS.format("1|one"), re.I)


@question
def is_about_url(text: str) -> bool:
    """Whether a description speaks of a URL."""
    return _URL.search(text) is not None


@question
def first_number(text: str) -> int | None:
    """Whether a description counts from 0 or from 1, if it says so."""
    if _ZERO.search(text):
        return 0
    return 1 if _ONE.search(text) else None
