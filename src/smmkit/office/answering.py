"""The process that reads what could hang or burst a reader: it answers `apart` until nobody asks any more."""

from __future__ import annotations

import gc
import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from smmkit.files.archives import ArchiveError
from smmkit.office.apart import CPU, LENGTH, MEMORY, QUESTIONS, READER
from smmkit.office.zipped import OfficeError


def serve(asked: IO[bytes], told: IO[bytes]) -> None:
    """Answer until nobody asks any more.

    What a file has left behind is given back before the next: its parts point at each other in rings.
    """
    READER.answers = answered
    while len(head := asked.read(LENGTH.size)) == LENGTH.size:
        length, question = LENGTH.unpack(head)
        limit()
        try:
            answer = {"found": answered(QUESTIONS[question], asked.read(length))}
        except (OfficeError, ArchiveError) as error:
            answer = {"why": error.message.text, "values": dict(error.message.values)}
        except MemoryError:
            os._exit(1)  # what is left of the memory would not do for an answer
        except Exception:  # noqa: BLE001 - a reader may stumble in any way over bytes
            answer = {"why": "it is damaged, or no file of this sort", "values": {}}
        told.write(json.dumps(answer).encode() + b"\n")
        told.flush()
        del answer
        gc.collect()
        gc.freeze()


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
        case ["all", "zip" | "eml" as end]:
            from smmkit.office import pieces

            return pieces.as_json(pieces.within(data, f".{end}"))
        case ["pdf", "author"]:
            from smmkit.office import pdf_cleaning

            return pdf_cleaning.written_anew(data) is not None
        case ["pdf", "untouched"]:
            from smmkit.office import pdf_untouched

            return pdf_untouched.untouched(data)
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
        (resource.RLIMIT_DATA, MEMORY + asked_and_unused()),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(OSError, ValueError):
            resource.setrlimit(what, (most, resource.getrlimit(what)[1]))


def asked_and_unused() -> int:
    """Bytes that this process has asked the system for and never touched, as libraries do when they begin."""
    with suppress(OSError):
        pages = [int(word) for word in Path("/proc/self/statm").read_text("ascii").split()]
        _, resident, shared, _, _, data, *_ = pages
        return max(data - (resident - shared), 0) * os.sysconf("SC_PAGESIZE")
    return 0


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
