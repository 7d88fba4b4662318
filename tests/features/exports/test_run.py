"""Names that programs import from elsewhere, and under other names."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

import pytest
from features.wire import Wire, both


def test_names_are_what_they_were(sdk: ModuleType) -> None:
    """Each is the same thing under either name, wherever it is imported from."""
    name = sdk.__name__
    assert sdk.AuthenticationError is sdk.UnauthorizedError
    errors = import_module(f"{name}.errors")
    assert errors.TooManyRequestsError is sdk.RateLimitError
    assert import_module(f"{name}.api.client").MovedNotesApi is sdk.Client
    assert import_module(f"{name}.types.notes").Memo is sdk.Note
    assert import_module(f"{name}.types").NotFoundError is sdk.NotFoundError
    dicts = import_module(f"{name}.params").NoteParams
    assert import_module(f"{name}.types.notes").MemoParams is dicts


def test_what_is_offered(sdk: ModuleType) -> None:
    """`dir` has them, `__all__` too, and nothing that is not there is found."""
    types = import_module(f"{sdk.__name__}.types.notes")
    assert types.__all__ == ["Memo", "MemoParams"]
    assert {"Memo", "MemoParams"} <= {*dir(types)}
    assert "AuthenticationError" in sdk.__all__
    with pytest.raises(AttributeError, match="has no attribute 'Note'"):
        _ = types.Note


def test_an_error_is_caught_by_its_old_name(sdk: ModuleType) -> None:
    """What is raised is of the class that has two names."""
    wire = Wire(status=401, content=b"{}")
    with pytest.raises(sdk.AuthenticationError):
        both(
            sdk,
            wire,
            lambda client: client.keep_note(request={"text": "a"}),
            client="Client",
        )
