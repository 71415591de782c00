"""A call in a process of its own that something kills."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from typing import Any

from running import PATIENCE


def exit_of(call: Callable[..., object], *arguments: Any) -> int:
    """How the process ends in which this is called: 0 of itself, minus the signal that killed it.

    It is a copy of one that has drawn nothing yet. A copy of a test's process would lack the threads that
    draw, and wait for them for ever.
    """
    clean = multiprocessing.get_context("forkserver")
    clean.set_forkserver_preload(["smmkit.cli", "running", "writers", call.__module__])
    child = clean.Process(target=call, args=arguments)
    child.start()
    child.join(PATIENCE)
    if child.exitcode is None:
        child.kill()
        raise AssertionError(f"{call.__name__}{arguments} hangs")
    return child.exitcode
