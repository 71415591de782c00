"""The branches and tags of a repository as one list, which git reads in a moment, be they 20,000 files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from smmkit.errors import SmmError
from smmkit.git import plain
from smmkit.words import say

LIST = "packed-refs"

MAX_LIST = 2**26
"""No list of branches is larger than this (bytes)."""

MAX_ODD = 1000
"""No more files than this among the branches say anything but the id of a commit."""

ID = re.compile(rb"([0-9a-f]{40}|[0-9a-f]{64})\s*")
"""What the file of a branch says."""

LINE = re.compile(rb"#.*\n|\^[0-9a-f]+\n|(?:[0-9a-f]{40}|[0-9a-f]{64}) (\S+)\n")
"""A line of the list as git writes it."""

UNFIT = re.compile(r"[\x00-\x20\x7f~^:?*\[\\]|\.\.|@\{|/\.|\.lock(?:/|$)|\.$")
"""What is in no name of a branch."""


def copy_names(source: Path, target: Path) -> None:
    """Write the branches and tags of a repository into another one.

    A list that is damaged stays as it is: git says what is wrong with it.

    Raises:
        SmmError: they cannot be read, or are too many.
    """
    packed = plain.read(source / LIST, MAX_LIST) or b""
    lone: dict[bytes, bytes] = {}
    n_odd = 0
    start = len(str(source)) + 1
    for entry in plain.below(source / "refs"):
        name = entry.path[start:].replace(os.sep, "/")
        seen = entry.stat(follow_symlinks=False)
        data = contents_of(
            entry.path, (seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)
        )
        if data is None or UNFIT.search(name):
            continue
        if found := ID.fullmatch(data):
            lone[os.fsencode(name)] = found[1]
            continue
        n_odd += 1
        if n_odd > MAX_ODD:
            raise SmmError(
                say(
                    "{folder} has more than {n} files that name no commit; clone the repository anew",
                    folder=str(source / "refs"),
                    n=MAX_ODD,
                )
            )
        plain.write(target / name, data)
    with (target / LIST).open("wb") as file:
        file.writelines(lines(packed, lone))


@lru_cache(plain.MAX_REFS)
def contents_of(path: str, _stamp: tuple[int, ...]) -> bytes | None:
    """What a file says, read once as long as it stays as it is."""
    return plain.read(Path(path))


def lines(packed: bytes, lone: dict[bytes, bytes]) -> Iterator[bytes]:
    """The lines of a list with the branches that are files of their own; these are newer."""
    if not all(LINE.fullmatch(line) for line in BytesIO(packed)):
        yield packed
        return
    for line in BytesIO(packed):
        name = line[line.index(b" ") + 1 : -1] if b" " in line else b""
        if line[:1] not in b"#^" and name not in lone:
            yield line
    for name, id_ in lone.items():
        yield id_ + b" " + name + b"\n"
