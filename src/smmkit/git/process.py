"""The one place that starts git: which program it is, what surrounds it, and how long it may take."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from smmkit.errors import SmmError, reason
from smmkit.words import say

MAX_WAIT = 30
"""Seconds after which a question to git counts as unanswered."""

MAX_ANSWER = 2**27 + 2**24
"""An answer of more bytes than this is none."""

MAX_MEMORY = 3 * 2**27
"""Bytes that git may have at once."""

CHUNK = 2**20
"""Bytes that are taken of an answer at a time."""

READERS = ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM")
"""Variables that say where the reader's own settings lie."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What git wrote, what it said on stderr, and the code it left with."""

    out: bytes
    said: str
    code: int


def program(outside: Path | None = None, word: str = "git") -> str | None:
    """The git of this machine, or another program; never one that lies in the repository that is asked about.

    Why: a folder may bring a program called git along, and a PATH may name the current folder.
    """
    name = f"{word}.exe" if os.name == "nt" else word
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
    wait: int | None = None,
) -> Answer:
    """Start git once, with no variable of its own but these; it may take so many seconds.

    Raises:
        SmmError: there is no git, it cannot be started, takes too long, or says too much.
    """
    started = program(outside)
    if started is None:
        raise SmmError(say("git is not installed on this machine; install it from git-scm.com"))
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    env = {**clean, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", **variables}
    try:
        answer = limited([started, *words], cwd, env, stdin, MAX_WAIT if wait is None else wait)
    except OSError as error:
        if error.filename != started:
            raise SmmError(say("git cannot be asked: {reason}", reason=reason(error))) from error
        raise SmmError(
            say(
                "{program} cannot be started: {reason}; install git anew",
                program=started,
                reason=reason(error),
            )
        ) from error
    if answer.code in {126, 127}:
        raise SmmError(say("{program} does not start; install git anew", program=started))
    return answer


def limited(
    call: list[str], cwd: Path, env: Mapping[str, str], stdin: bytes, wait: int = MAX_WAIT
) -> Answer:
    """Start a program, and end it where it takes too long or says too much.

    Why: a tree of a few kilobytes can name itself ten times, ten levels deep.

    Raises:
        OSError: it cannot be started.
        SmmError: it was ended.
    """
    import subprocess
    from tempfile import TemporaryFile
    from threading import Timer

    with TemporaryFile() as given, TemporaryFile() as said:
        given.write(stdin)
        given.seek(0)
        begun, out, part = monotonic(), bytearray(), b"-"
        with subprocess.Popen(
            call, cwd=cwd, env=env, stdin=given, stdout=subprocess.PIPE, stderr=said
        ) as process:
            bound(process.pid)
            clock = Timer(wait, process.kill)
            clock.start()
            try:
                while part and process.stdout and len(out) <= MAX_ANSWER:
                    out += (part := process.stdout.read(CHUNK))
            finally:
                clock.cancel()
                if part:
                    process.kill()
        if monotonic() - begun >= wait:
            raise SmmError(
                say("git has not answered within {n} seconds; is the repository whole?", n=wait)
            )
        if len(out) > MAX_ANSWER:
            raise SmmError(
                say("git answers with more than {n} bytes; is it the right folder?", n=MAX_ANSWER)
            )
        said.seek(0)
        errors = said.read(CHUNK).decode("utf-8", "replace")
    return Answer(bytes(out), errors, process.returncode)


def bound(pid: int) -> None:
    """Let a program have no more memory than it needs, where the system can say so (Linux)."""
    try:
        from resource import RLIMIT_DATA, prlimit
    except ImportError:
        return
    with suppress(OSError, ValueError):
        prlimit(pid, RLIMIT_DATA, (MAX_MEMORY, MAX_MEMORY))


def readers() -> dict[str, str]:
    """What surrounds git where the reader's own settings are asked for."""
    return {name: os.environ[name] for name in READERS if name in os.environ}
