"""A bundle in parts that an e-mail takes: split, told how to join, and read as one again."""

from __future__ import annotations

import io
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import accumulate
from pathlib import Path
from typing import IO

from smmkit.bundle.age import ENDING
from smmkit.bundle.instructions import for_notepad, in_both
from smmkit.errors import SmmError, reason
from smmkit.words import Language, say
from smmkit.writing import drafted

SIZE = re.compile(r"([1-9][0-9]{0,5})\s*(K|M|G)B?", re.IGNORECASE)
UNITS = {"K": 2**10, "M": 2**20, "G": 2**30}
SMALLEST, MOST = 2**16, 500
"""Bytes of a part, and how many parts there may be: each is a file that is open while they are read."""

FIRST = ".001"
BLOCK = 2**20


def size_of(text: str) -> int:
    """How many bytes a part may have: 10M, 7500K.

    Raises:
        SmmError: it is no size, or one that is too small.
    """
    found = SIZE.fullmatch(text.strip())
    size = int(found[1]) * UNITS[found[2].upper()] if found else 0
    if size < SMALLEST:
        raise SmmError(
            say("{text} is no size of a part; write 10M or 500K, at least 64K", text=text)
        )
    return size


def folder_of(bundle: Path) -> Path:
    """Where the parts of a bundle lie: submission-parts, whether or not age has encrypted it."""
    return bundle.with_name(f"{Path(bundle.name.removesuffix(ENDING)).stem}-parts")


def split(bundle: Path, size: int, speech: Language) -> int:
    """Put a zip in parts into a folder beside it, with what is to be done with them; how many they are.

    Raises:
        SmmError: there would be too many, or they cannot be written.
    """
    count = -(-bundle.stat().st_size // size)
    if count > MOST:
        raise SmmError(say("that would be {n} parts; name a larger size", n=count))
    try:
        with drafted(folder_of(bundle)) as draft, bundle.open("rb") as stream:
            draft.mkdir()
            for number in range(1, count + 1):
                with (draft / f"{bundle.name}.{number:03}").open("xb") as part:
                    left = size
                    while left and (block := stream.read(min(BLOCK, left))):
                        part.write(block)
                        left -= len(block)
            (draft / "JOIN.txt").write_bytes(instructions(bundle.name, count, speech))
    except OSError as error:
        raise SmmError(
            say(
                "{path} cannot be written: {reason}",
                path=str(folder_of(bundle)),
                reason=reason(error),
            )
        ) from error
    return count


def instructions(name: str, count: int, speech: Language) -> bytes:
    """How the parts are joined without smmkit, on Windows, macOS and Linux."""
    parts = [f"{name}.{number:03}" for number in range(1, count + 1)]
    text = in_both("JOIN.txt", speech)
    for word, said in (
        ("COUNT", str(count)),
        ("PARTS", "\n".join(f"  {part}" for part in parts)),
        ("PLUS", "+".join(f'"{part}"' for part in parts)),
        ("SPACED", " ".join(f'"{part}"' for part in parts)),
        ("NAME", f'"{name}"'),
    ):
        text = text.replace(f"@{word}@", said)
    return for_notepad(text)


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """A zip to be read; the first of several parts stands for all of them.

    Raises:
        OSError: it cannot be opened.
        SmmError: a part in between is missing.
    """
    with ExitStack() as stack:
        streams = [stack.enter_context(one.open("rb")) for one in parts_of(path)]
        if len(streams) == 1:
            yield streams[0]
        else:
            yield io.BufferedReader(Joined(streams))


def first_in(path: Path) -> Path:
    """A bundle as a person names it: the folder in which its parts lie stands for the first of them."""
    found = list(path.glob(f"*{FIRST}")) if path.is_dir() else []
    return found[0] if len(found) == 1 and not (path / "bagit.txt").exists() else path


def parts_of(path: Path) -> list[Path]:
    """The parts of which this is the first, in order; a file that is no first part is alone.

    Raises:
        SmmError: one in between is missing, or is no ordinary file.
    """
    if path.suffix != FIRST:
        return [path]
    found = [path]
    for number in range(2, MOST + 1):
        part = path.with_suffix(f".{number:03}")
        if part.is_file():
            if len(found) != number - 1:
                missing = path.with_suffix(f".{len(found) + 1:03}")
                raise SmmError(say("{path} is missing; ask for this part again", path=str(missing)))
            found.append(part)
    return found


class Joined(io.RawIOBase):
    """Several files, read as one."""

    def __init__(self, streams: Sequence[IO[bytes]]) -> None:
        self._streams = streams
        self._starts = [0, *accumulate(stream.seek(0, 2) for stream in streams)]
        self._at = 0

    @property
    def size(self) -> int:
        """The bytes of all."""
        return self._starts[-1]

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        base = {0: 0, 1: self._at, 2: self.size}[whence]
        if base + offset < 0:
            raise OSError(22, "before the beginning")
        self._at = base + offset
        return self._at

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        index = bisect_right(self._starts, self._at) - 1
        if index >= len(self._streams) or not len(view):
            return 0
        stream = self._streams[index]
        stream.seek(self._at - self._starts[index])
        data = stream.read(min(len(view), self._starts[index + 1] - self._at))
        view[: len(data)] = data
        self._at += len(data)
        return len(data)
