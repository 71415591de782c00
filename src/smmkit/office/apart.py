"""Files that could hang or burst their reader are read in a process of its own, within limits.

Why a process: a reader of PDF is a program of millions of lines, and a file that breaks it, or keeps it
busy for ever, must cost no more than that file.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from smmkit.office.zipped import OfficeError
from smmkit.words import Message, say

CPU, PATIENCE = 4, 30
"""Seconds of work for a file, and seconds until it is given up, also where it only waits."""

MEMORY = 256 * 2**20
"""Bytes that the reader may take, where the system can limit that."""

SLOW = say("it takes too long or too much memory to read")

LENGTH = struct.Struct("<QB")
"""What stands before a file on its way: how many bytes it has, and which question is asked."""

ANSWERING = "smmkit.office.answering"
"""The module that reads in the other process; it imports the readers, which ask here."""

QUESTIONS = (
    *("pdf", "pdf pages", "docx", "docx tables", "xlsx", "xlsx tables"),
    *("all pdf", "all office", "all zip", "all eml", "pdf author", "pdf untouched"),
)


class _Reader:
    """The process that reads; it is started with the first file, and again when a file has ended it."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.lock = threading.Lock()
        self.answers: Callable[[str, bytes], Any] | None = None
        """What answers, in the process that reads."""
        self.slow: set[bytes] = set()
        """The fingerprints of files that have ended it; another question about them would end it again."""

    def ask(self, question: str, data: bytes) -> Any:
        """What the process answers; it is ended if it does not within the limits.

        Raises:
            OfficeError: the file cannot be read, or would take too long or too much memory.
        """
        if self.slow and hashlib.sha256(data).digest() in self.slow:
            raise OfficeError(SLOW)
        with self.lock:
            process = self.process or self.started()
            self.process = process
            watch = threading.Timer(PATIENCE, process.kill)
            watch.start()
            try:
                answer = self.exchanged(process, question, data)
            finally:
                watch.cancel()
        if answer is None:
            self.end()
            self.slow.add(hashlib.sha256(data).digest())
            raise OfficeError(SLOW)
        return answer

    def exchanged(self, process: subprocess.Popen[bytes], question: str, data: bytes) -> Any:
        """The answer to a question; None where the process has ended over it."""
        assert process.stdin  # noqa: S101 - both are pipes
        assert process.stdout  # noqa: S101
        with suppress(OSError, ValueError):
            process.stdin.write(LENGTH.pack(len(data), QUESTIONS.index(question)))
            process.stdin.write(data)
            process.stdin.flush()
            return json.loads(process.stdout.readline())
        return None

    def started(self) -> subprocess.Popen[bytes]:
        """A new process: this interpreter, which looks for nothing in the current folder."""
        atexit.register(self.end)
        return subprocess.Popen(
            [sys.executable, "-P", "-m", ANSWERING],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def end(self) -> None:
        """End the process, if there is one."""
        if self.process:
            self.process.kill()
            self.process.communicate()
            self.process = None


READER = _Reader()


def ask(question: str, data: bytes) -> Any:
    """What is in a file, as JSON knows it; of a file within another, that process itself is asked.

    Raises:
        OfficeError: it cannot be read.
    """
    if READER.answers:
        return READER.answers(question, data)
    answer = READER.ask(question, data)
    if "why" in answer:
        raise OfficeError(Message(answer["why"], answer["values"]))
    return answer["found"]
