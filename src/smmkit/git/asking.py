"""The one place that starts git: which program it is, what surrounds it, and how long it may take."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from smmkit.errors import SmmError, reason
from smmkit.words import say

MAX_WAIT = 30
"""Seconds after which a question to git counts as unanswered."""

READERS = ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM")
"""Variables that say where the reader's own settings lie."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What git wrote, what it said on stderr, and the code it left with."""

    out: bytes
    said: str
    code: int


def program(outside: Path | None = None) -> str | None:
    """The git of this machine; never one that lies in the repository that is asked about.

    Why: a folder may bring a program called git along, and a PATH may name the current folder.
    """
    name = "git.exe" if os.name == "nt" else "git"
    for entry in os.environ.get("PATH", os.defpath).split(os.pathsep):
        if not os.path.isabs(entry):  # noqa: PTH117
            continue
        found = Path(entry) / name
        if not (found.is_file() and os.access(found, os.X_OK)):
            continue
        if outside is None or not found.resolve().is_relative_to(outside):
            return str(found)
    return None


def run(
    words: tuple[str, ...],
    cwd: Path,
    variables: Mapping[str, str],
    outside: Path,
    stdin: bytes = b"",
) -> Answer:
    """Start git once, with no variable of its own but these.

    Raises:
        SmmError: there is no git, it cannot be started, or does not end in time.
    """
    import subprocess

    started = program(outside)
    if started is None:
        raise SmmError(say("git is not installed on this machine; install it from git-scm.com"))
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(
            [started, *words],
            cwd=cwd,
            env={**clean, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", **variables},
            input=stdin,
            capture_output=True,
            timeout=MAX_WAIT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise SmmError(
            say("git has not answered within {n} seconds; is the repository whole?", n=MAX_WAIT)
        ) from error
    except OSError as error:
        raise SmmError(
            say(
                "{program} cannot be started: {reason}; install git anew",
                program=started,
                reason=reason(error),
            )
        ) from error
    if done.returncode in {126, 127}:
        raise SmmError(say("{program} does not start; install git anew", program=started))
    return Answer(done.stdout, done.stderr.decode("utf-8", "replace"), done.returncode)


def readers() -> dict[str, str]:
    """What surrounds git where the reader's own settings are asked for."""
    return {name: os.environ[name] for name in READERS if name in os.environ}
