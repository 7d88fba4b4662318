from __future__ import annotations

from pathlib import Path

import pytest

PAGE = Path(__file__).parent / "expected/docs/client.md"


@pytest.mark.parametrize(
    "said",
    [
        "`X-Left` - `integer (int32)`, always there. How many parcels are left today.",
        '`X-Speed` - `string`. One of `"slow"`, `"fast"`.',
        "`Location` - `string (uri)`. Where the parcel is.",
        "`self` - `client.get_parcel` with `parcelId` from `$response.body#/id`. "
        "The parcel as it is later.",
        "`move` - `client.move_parcel` with `path.parcelId` from `$response.body#/id` "
        'and its body = `{"to": "home"}`.',
    ],
)
def test_the_page(said: str) -> None:
    """It names the headers of an answer, and the calls that the answer leads to."""
    assert PAGE.read_text(encoding="utf-8").count(f"- {said}\n") == 2
