"""Bodies as bytes, where no document is needed to see it."""

from __future__ import annotations

from PACKAGE._core.multipart import Multipart
from PACKAGE._core.omit import OMIT


def test_a_form_of_no_parts() -> None:
    """It is sent as browsers send it: a server that needs a form gets one."""
    made = Multipart("file", "note").made((OMIT, OMIT))
    assert made is not None
    boundary = (made.media_type or "").removeprefix("multipart/form-data; boundary=")
    assert b"".join(made.given(sync=True)["content"]).decode() == f"--{boundary}--\r\n"
