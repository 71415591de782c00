"""Programs that a person asks for, to sign and to encrypt: found, started once, and what they complain of."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from smmkit.errors import SmmError, reason
from smmkit.git.process import program
from smmkit.words import Message, harmless, say

WAIT = 300
"""Seconds; a person may have to type a passphrase or touch a key."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A program of this machine, and what is said where it is not there."""

    name: str
    missing: Message

    def path(self) -> str:
        """Where it lies, in an absolute folder of PATH that is not below the current one.

        Raises:
            SmmError: it is not installed.
        """
        here = Path.cwd().resolve()
        found = program(here if here != here.parent else None, self.name)
        if found is None:
            raise SmmError(self.missing)
        return found

    def ran(self, words: list[str], stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """The program, once.

        Raises:
            SmmError: it is not installed, cannot be started, or does not end.
        """
        try:
            return subprocess.run(  # noqa: S603 - the one program, by its full path
                [self.path(), *words], input=stdin, capture_output=True, timeout=WAIT, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise SmmError(
                say("{name} has not answered within {n} seconds", name=self.name, n=WAIT)
            ) from error
        except OSError as error:
            raise SmmError(
                say("{name} cannot be started: {what}", name=self.name, what=reason(error))
            ) from error


def complaint(done: subprocess.CompletedProcess[bytes], which: int = -1) -> str:
    """What a program has said, the last of its lines or another."""
    lines = done.stderr.decode("utf-8", "replace").split("\n")
    return harmless(([line.strip() for line in lines if line.strip()] or ["?"])[which])
