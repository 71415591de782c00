"""Many papers, set in processes of their own: all cores work, and memory is given back.

Why: typst keeps what it has once worked out for as long as its process lives, about a megabyte for each
page. A process that ends after some papers keeps a thousand documents within the memory of a few.
"""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from queue import LifoQueue
from typing import IO

from smmkit.typesetting.typeset import Job, compiled, setting_by

LENGTH = struct.Struct("<QB")
"""What stands before a paper on its way: how many bytes it has, and whether it was set."""

MOST = 4
"""Processes that work at the same time, where there are so many cores."""

WORTH = 2_000_000
"""Bytes of papers after which a process ends, and a new one takes its place."""


def workers() -> int:
    """How many work at the same time."""
    return max(1, min(MOST, os.cpu_count() or 1))


class Worker:
    """A process that sets one paper after the other; it is started with the first."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._made = 0

    def set(self, job: Job) -> bytes:
        """A paper; a fault of its template is told as `compiled` tells it."""
        if self._process is None:
            self._process = started()
        try:
            is_set, answer = exchanged(self._process, job)
        except (OSError, struct.error) as error:
            self.end()
            raise RuntimeError(f"{job.template}: the process that set it has ended") from error
        if not is_set:
            raise RuntimeError(answer.decode())
        self._made += len(answer)
        if self._made > WORTH:
            self.end()
        return answer

    def end(self) -> None:
        """End the process, if there is one."""
        if self._process:
            self._process.kill()
            self._process.communicate()
        self._process, self._made = None, 0


@contextmanager
def pressing() -> Iterator[None]:
    """While this is open, whatever is typeset is set in other processes; they end with it."""
    free: LifoQueue[Worker] = LifoQueue()
    every = [Worker() for _ in range(workers())]
    for worker in every:
        free.put(worker)

    def set_by_one(job: Job) -> bytes:
        worker = free.get()
        try:
            return worker.set(job)
        finally:
            free.put(worker)

    try:
        with setting_by(set_by_one):
            yield
    finally:
        for worker in every:
            worker.end()


def started() -> subprocess.Popen[bytes]:
    """A new process: this interpreter, which looks for nothing in the current folder."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", __name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def exchanged(process: subprocess.Popen[bytes], job: Job) -> tuple[bool, bytes]:
    """What a process answers.

    Raises:
        OSError, struct.error: it has ended.
    """
    assert process.stdin  # noqa: S101 - both are pipes
    assert process.stdout  # noqa: S101
    data = job.packed()
    process.stdin.write(LENGTH.pack(len(data), 1))
    process.stdin.write(data)
    process.stdin.flush()
    length, is_set = LENGTH.unpack(process.stdout.read(LENGTH.size))
    answer = process.stdout.read(length)
    if len(answer) != length:
        raise OSError(0, "it was cut off")
    return bool(is_set), answer


def serve(asked: IO[bytes], told: IO[bytes]) -> None:
    """Set papers until nobody asks any more."""
    while len(head := asked.read(LENGTH.size)) == LENGTH.size:
        job = Job.unpacked(asked.read(LENGTH.unpack(head)[0]))
        try:
            answer, is_set = compiled(job), 1
        except RuntimeError as error:
            answer, is_set = str(error).encode(), 0
        told.write(LENGTH.pack(len(answer), is_set))
        told.write(answer)
        told.flush()


if __name__ == "__main__":
    with suppress(KeyboardInterrupt, BrokenPipeError):
        serve(sys.stdin.buffer, sys.stdout.buffer)
