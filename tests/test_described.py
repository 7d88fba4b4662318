"""The pages of each feature say of every operation what its document says.

The documents of `tests/corpus/test_sample.py` are read so as well.
"""

from __future__ import annotations

import golden
import pytest
from describing import complaints, read

# Documents that mean something else than they say: overlays, options, other files.
OTHERWISE = {
    *("many_files", "overlays", "swagger", "swagger_files"),
    *("extensions", "fern_streaming", "idempotency", "names", "names_set"),
    *("parameter_places", "path_templates"),
}


@pytest.mark.parametrize("feature", sorted({*golden.features()} - OTHERWISE))
def test_of_a_feature(feature: str) -> None:
    """Nothing of the document is missing on the golden's pages."""
    document = read(golden.FEATURES / feature / "openapi.yaml")
    files = golden.read_tree(golden.FEATURES / feature / "expected")
    assert list(complaints(document, files)) == []


def test_complaints_are_made() -> None:
    """Of each fact that a page lacks."""
    feature = golden.FEATURES / "pages"
    document = read(feature / "openapi.yaml")
    files = golden.read_tree(feature / "expected")
    for item in document["paths"].values():
        for each in item.values():
            if isinstance(each, dict):
                each |= {"summary": "Unheard of.", "deprecated": True}
                each["responses"]["418"] = {"description": "Tea."}
                new = {"name": "new", "in": "query", "schema": {"type": "string"}}
                each["parameters"] = [*each.get("parameters", ()), new]
    found = {each.split(": ", 1)[1] for each in complaints(document, files)}
    assert found >= {"no summary", "not deprecated", "no error 418", "no argument new"}
