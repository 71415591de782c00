"""Files that could hang or burst their reader are read in a process of its own, within limits.

Why a process: a reader of PDF is a program of millions of lines, and a file that breaks it, or keeps it
busy for ever, must cost no more than that file.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import os
import struct
import subprocess
import sys
import threading
from contextlib import suppress
from typing import IO, Any

from smmkit.office.zipped import OfficeError
from smmkit.words import Message, say

CPU, PATIENCE = 4, 30
"""Seconds of work for a file, and seconds until it is given up, also where it only waits."""

MEMORY = 256 * 2**20
"""Bytes that the reader may take, where the system can limit that."""

SLOW = say("it takes too long or too much memory to read")

LENGTH = struct.Struct("<QB")
"""What stands before a file on its way: how many bytes it has, and which question is asked."""

QUESTIONS = (
    *("pdf", "pdf pages", "docx", "docx tables", "xlsx", "xlsx tables"),
    *("all pdf", "all office"),
)


class _Reader:
    """The process that reads; it is started with the first file, and again when a file has ended it."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.lock = threading.Lock()
        self.slow: set[bytes] = set()
        """The fingerprints of files that have ended it; another question about them would end it again."""

    def ask(self, question: str, data: bytes) -> Any:
        """What the process answers; it is ended if it does not within the limits.

        Raises:
            OfficeError: the file cannot be read, or would take too long or too much memory.
        """
        fingerprint = hashlib.sha256(data).digest()
        if fingerprint in self.slow:
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
            self.slow.add(fingerprint)
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
            [sys.executable, "-P", "-m", __name__],
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
    """What is in a file, as JSON knows it.

    Raises:
        OfficeError: it cannot be read.
    """
    answer = READER.ask(question, data)
    if "why" in answer:
        raise OfficeError(Message(answer["why"], answer["values"]))
    return answer["found"]


def serve(asked: IO[bytes], told: IO[bytes]) -> None:
    """Answer until nobody asks any more."""
    while len(head := asked.read(LENGTH.size)) == LENGTH.size:
        length, question = LENGTH.unpack(head)
        limit()
        try:
            answer = {"found": answered(QUESTIONS[question], asked.read(length))}
        except OfficeError as error:
            answer = {"why": error.message.text, "values": dict(error.message.values)}
        except MemoryError:
            os._exit(1)  # what is left of the memory would not do for an answer
        except Exception:  # noqa: BLE001 - a reader may stumble in any way over bytes
            answer = {"why": "it is damaged, or no file of this sort", "values": {}}
        told.write(json.dumps(answer).encode() + b"\n")
        told.flush()


def answered(question: str, data: bytes) -> Any:
    """What a question finds in a file."""
    from smmkit.office import reading

    match question.split():
        case ["pdf"]:
            from smmkit.office import pdf

            return pdf.first_lines(data)
        case ["pdf", "pages"]:
            from smmkit.office import pdf

            return pdf.page_texts(data)
        case ["all", "pdf"]:
            from smmkit.office import pdf_texts

            return pdf_texts.pdf_texts(data)
        case ["all", "office"]:
            from smmkit.office import parts

            return parts.office_texts(data)
        case [kind, "tables"]:
            grids, hidden = reading.tables_in(kind, data)
            return [[grid.name, grid.rows, grid.is_sheet, grid.above] for grid in grids], hidden
        case [kind]:
            return reading.lines_in(kind, data)
    raise ValueError(question)


def limit() -> None:
    """Limit the memory of this process, and its time from now on, where the system can."""
    try:
        import resource
    except ImportError:  # pragma: no cover - Windows has none; there the patience is the limit
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + CPU
    for what, most in (
        (resource.RLIMIT_CPU, until),
        (resource.RLIMIT_DATA, MEMORY),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(OSError, ValueError):
            resource.setrlimit(what, (most, resource.getrlimit(what)[1]))


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
