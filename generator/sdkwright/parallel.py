"""Several targets at once, each in a process of its own."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed

from .config import Target
from .output.prepared import Prepared
from .pipeline import prepare

WORKERS = os.cpu_count() or 1


def prepare_several(
    targets: Sequence[Target],
    done: Callable[[Target], None],
    *,
    use_cache: bool,
    may_retell: bool,
) -> tuple[Prepared, ...]:
    """What writing each of the targets would do, in their order.

    `done` is told of each that is ready, in the order in which they come to be so. The
    processes are started anew, not forked: ours may have threads.
    """
    pool = ProcessPoolExecutor(
        max_workers=min(WORKERS, len(targets)),
        mp_context=multiprocessing.get_context("spawn"),
    )
    with pool:
        futures: dict[Future[Prepared], Target] = {
            pool.submit(
                prepare, target, use_cache=use_cache, may_retell=may_retell
            ): target
            for target in targets
        }
        for future in as_completed(futures):
            future.result()
            done(futures[future])
        return tuple(future.result() for future in futures)
