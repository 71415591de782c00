"""What a process costs: CPU time and memory, of it and of those that it starts."""

from __future__ import annotations

import json
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

    Why a process between: Linux counts as the memory of a command what started it had at that moment.
    """
    read, write = os.pipe()
    process = subprocess.Popen(
        (sys.executable, __file__, str(write), *command),
        cwd=cwd,
        pass_fds=[write],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    os.close(write)
    said, _ = process.communicate()
    with os.fdopen(read, encoding="ascii") as told:
        seconds, memory, code = json.load(told)
    return Cost(seconds, memory, code, said[-2000:].decode("utf-8", "replace").strip())


def told_of(command: Sequence[str]) -> tuple[float, float, int]:
    """The CPU seconds and the megabytes that a command and its descendants take, and its code."""
    import resource  # which not every system has

    code = subprocess.call(command)
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, code


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


if __name__ == "__main__":
    with os.fdopen(int(sys.argv[1]), "w", encoding="ascii") as to:
        json.dump(told_of(sys.argv[2:]), to)
