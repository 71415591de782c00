"""What a process costs: CPU time and memory, of it and of those that it starts."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Cost:
    """CPU seconds (user and system), the peak of memory in MB, and the exit code."""

    seconds: float
    memory: float
    code: int
    said: str = ""
    """The end of what it wrote."""


def cost(*command: str, cwd: Path | None = None) -> Cost:
    """Run a command to its end.

    Why wait4: it tells of this one process and its descendants, nothing of those before it.
    """
    process = subprocess.Popen(
        command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert process.stdout is not None
    with process.stdout as stream:
        said = stream.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 2**20 if sys.platform == "darwin" else 2**10
    seconds = usage.ru_utime + usage.ru_stime
    tail = said[-2000:].decode("utf-8", "replace").strip()
    return Cost(seconds, usage.ru_maxrss / unit, process.returncode, tail)


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of several runs, each number for itself."""
    return Cost(
        median(each.seconds for each in costs),
        median(each.memory for each in costs),
        costs[0].code,
        costs[0].said,
    )


def interleaved(commands: dict[str, tuple[str, ...]], runs: int) -> dict[str, Cost]:
    """Each command so many times, in turn, so that a busy moment meets them all."""
    seen: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            seen[name].append(cost(*command))
    return {name: middle(costs) for name, costs in seen.items()}
