"""Keeping Python's garbage collector from work that finds nothing.

What a stage makes stays until the end, and hardly any of it is a cycle: a collection
walks over all of it in vain, and the more there is, the longer that takes.
"""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def collector_off() -> Generator[None]:
    """No collections while something is built that stays."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def frozen() -> Generator[None]:
    """Collections, if of nothing but what is made from now on: by garbage's makers."""
    enabled = gc.isenabled()
    gc.freeze()
    gc.enable()
    try:
        yield
    finally:
        gc.unfreeze()
        if not enabled:
            gc.disable()
