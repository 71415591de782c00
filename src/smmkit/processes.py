"""Work that is shared among processes of this machine: what comes of it is the same by however many."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Any, TypeVar

from smmkit.errors import SmmError
from smmkit.words import say

T = TypeVar("T")
R = TypeVar("R")

PARTS = 16
"""So many parts are made for each process: who ends the work waits for one of them."""


def shared(
    work: Callable[[T], R],
    items: Sequence[T],
    workers: int,
    begin: Callable[..., object] | None = None,
    given: tuple[Any, ...] = (),
) -> Iterator[R]:
    """What becomes of each item, in their order. Each process begins with `begin`, to which `given` goes.

    Raises:
        SmmError: a process was ended from outside.
    """
    size = max(1, len(items) // (workers * PARTS))
    pool = ProcessPoolExecutor(workers, get_context("spawn"), left_alone, (begin, given))
    try:
        yield from pool.map(work, items, chunksize=size)
    except BrokenProcessPool as error:
        raise SmmError(
            say(
                "a process that did a part of the work was ended from outside, perhaps for want of "
                "memory; with {option} there is only one",
                option="--workers 1",
            )
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def left_alone(begin: Callable[..., object] | None, given: tuple[Any, ...]) -> None:
    """Begin in a process that the one before the person ends, and no key."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if begin:
        begin(*given)
