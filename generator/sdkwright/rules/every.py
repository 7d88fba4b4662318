"""Every rule there is, by its code."""

from __future__ import annotations

from collections.abc import Mapping

from .advice import ADVICE
from .documents import DOCUMENTS
from .operations import OPERATIONS
from .overlays import OVERLAYS
from .rule import Rule
from .surroundings import SURROUNDINGS

# In the order in which a reader of the page meets them.
CHAPTERS: Mapping[str, tuple[Rule, ...]] = {
    "The document as a whole": DOCUMENTS,
    "Operations, parameters, schemas": OPERATIONS,
    "Advice": ADVICE,
    "Overlays": OVERLAYS,
    "Configuration and output": SURROUNDINGS,
}
RULES: Mapping[str, Rule] = {
    rule.code: rule for chapter in CHAPTERS.values() for rule in chapter
}
