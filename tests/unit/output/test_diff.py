"""The diff of a plan: what git reads, and quick where the change is large."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.output.diff import diff
from sdkwright.output.plan import Change, Plan
from sdkwright.output.write import write
from trees import planned, put, tree

TEXTS = st.text("ab\n\r\u2028\x0c ", max_size=30)


def test_the_form(tmp_path: Path) -> None:
    """A changed, a missing and an orphaned file, by path."""
    made = Plan(
        root=tmp_path,
        create={"new.py": "1\n"},
        change={
            "pets.py": Change(before=b"1\n2\n3\n4\n5\n", after="1\n2\n3\n4\nfive\n")
        },
        delete={"old.py": b"x"},
        same=(),
    )
    assert "".join(diff(made, "sdk").values()) == (
        "diff --git a/sdk/new.py b/sdk/new.py\n"
        "new file mode 100644\n"
        "--- /dev/null\n"
        "+++ b/sdk/new.py\n"
        "@@ -0,0 +1 @@\n"
        "+1\n"
        "diff --git a/sdk/old.py b/sdk/old.py\n"
        "deleted file mode 100644\n"
        "--- a/sdk/old.py\n"
        "+++ /dev/null\n"
        "@@ -1 +0,0 @@\n"
        "-x\n"
        "\\ No newline at end of file\n"
        "diff --git a/sdk/pets.py b/sdk/pets.py\n"
        "--- a/sdk/pets.py\n"
        "+++ b/sdk/pets.py\n"
        "@@ -2,4 +2,4 @@\n"
        " 2\n"
        " 3\n"
        " 4\n"
        "-5\n"
        "+five\n"
    )


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@given(before=st.dictionaries(st.sampled_from("abc"), TEXTS), data=st.data())
def test_git_applies_it(before: dict[str, str], data: st.DataObject) -> None:
    """Applied by git, the diff gives exactly what writing the plan gives."""
    after = data.draw(st.dictionaries(st.sampled_from("abc"), TEXTS))
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name), Path(name) / "out"
        put(folder, {"keep": ""})
        write(planned(out, before))
        made = planned(out, after)
        patch = "".join(diff(made, "out").values())
        if not patch:
            return
        shutil.copytree(out, folder / "copy" / "out")
        subprocess.run(
            ["git", "apply", "--whitespace=nowarn", "-"],
            input=(patch + "out: 1 changed\n").encode(),
            cwd=folder / "copy",
            check=True,
            env={"GIT_CEILING_DIRECTORIES": str(folder), "PATH": "/usr/bin:/bin"},
        )
        write(made)
        assert tree(folder / "copy" / "out") == tree(out)


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    """What a user has put into a generated file may be anything."""
    change = Change(before=b"\xff\xfe\n", after="1\n")
    made = Plan(root=tmp_path, create={}, change={"a": change}, delete={}, same=())
    assert "-\ufffd\ufffd\n+1\n" in diff(made, "out")["a"]


def test_large_files_that_share_nothing(tmp_path: Path) -> None:
    """Comparing is quadratic, so that it stops where it would not end."""
    before = "".join(f"a{number}\n" for number in range(20_000)).encode()
    after = "".join(f"b{number}\n" for number in range(20_000))
    change = Change(before=b"same\n" + before, after="same\n" + after)
    made = Plan(root=tmp_path, create={}, change={"a": change}, delete={}, same=())
    start = time.process_time()
    lines = diff(made, "out")["a"].splitlines()
    assert time.process_time() - start < 5
    assert lines[3] == "@@ -2,20000 +2,20000 @@"
    assert len(lines) == 4 + 40_000
