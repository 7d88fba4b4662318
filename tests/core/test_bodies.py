"""Bodies as bytes, where no document is needed to see it."""

from __future__ import annotations

from PACKAGE._core.body import make_body
from PACKAGE._core.omit import OMIT
from PACKAGE._core.operation import Multipart


def test_a_form_of_no_parts() -> None:
    """It is sent as browsers send it: a server that needs a form gets one."""
    made = make_body(Multipart("file", "note"), (OMIT, OMIT))
    assert made is not None
    assert made.media_type == "multipart/form-data; boundary=end"
    assert made.content == b"--end--\r\n"
