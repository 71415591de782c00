"""The one door to git. Without git, or outside a repository, every question has the answer None."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

MAX_WAIT = 60
"""Seconds after which a question to git counts as unanswered."""


@dataclass(frozen=True, slots=True)
class Commit:
    """The commit that last changed a folder, its day (UTC), and whether nothing changed since."""

    id: str
    day: date
    clean: bool


def installed() -> bool:
    """Whether there is a git to ask."""
    return shutil.which("git") is not None


def top_of(folder: Path) -> Path | None:
    """The root of the repository that this folder is in."""
    said = ask(folder, "rev-parse", "--show-toplevel")
    return Path(said.rstrip("\n")) if said else None


def commit_of(folder: Path) -> Commit | None:
    """The last commit of this folder itself, not of the repository around it."""
    said = ask(folder, "log", "-1", "--format=%H %ct", "--", ".")
    if not said or not said.strip():
        return None
    id_, seconds = said.split()
    changes = ask(folder, "status", "--porcelain", "--untracked-files=all", "--", ".")
    return Commit(id_, datetime.fromtimestamp(int(seconds), UTC).date(), changes == "")


def resolve(folder: Path, revision: str) -> str | None:
    """The full id of the commit that a revision names."""
    said = ask(
        folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"
    )
    return said.strip() if said else None


def files_at(folder: Path, commit: str) -> dict[str, str]:
    """Every plain file below this folder in a commit: path from the folder, and blob id."""
    said = ask(folder, "ls-tree", "-r", "-z", "--full-tree", commit + ":" + prefix_of(folder))
    files = {}
    for entry in (said or "").split("\0"):
        head, _, path = entry.partition("\t")
        if head.startswith(("100644 ", "100755 ")):
            files[path] = head.rpartition(" ")[2]
    return files


def blobs(folder: Path, ids: list[str]) -> Iterator[bytes]:
    """The bytes of blobs, in the order asked, by one process of git."""
    done = subprocess.run(
        ["git", "cat-file", "--batch"],
        cwd=folder,
        input="\n".join(ids).encode() + b"\n",
        capture_output=True,
        timeout=MAX_WAIT,
        check=True,
        env=quiet(),
    )
    at = 0
    for _ in ids:
        end = done.stdout.index(b"\n", at)
        size = int(done.stdout[at:end].split()[2])
        yield done.stdout[end + 1 : end + 1 + size]
        at = end + size + 2


def prefix_of(folder: Path) -> str:
    """The path of a folder from the root of its repository; empty at the root."""
    return (ask(folder, "rev-parse", "--show-prefix") or "").rstrip("\n")


def ask(folder: Path, *question: str) -> str | None:
    """What git answers; None where there is no git, no repository, or no answer."""
    try:
        done = subprocess.run(
            ["git", *question],
            cwd=folder,
            capture_output=True,
            timeout=MAX_WAIT,
            check=False,
            env=quiet(),
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "surrogateescape") if done.returncode == 0 else None


def quiet() -> dict[str, str]:
    """An environment in which git writes nothing, not even its index, and speaks no language."""
    return {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
