"""The status file that a bundle carries, as bytes: in a folder, in a zip, or by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from smmkit.errors import SmmError
from smmkit.files import archives
from smmkit.rollup.places import bagged
from smmkit.rollup.status_file import LARGEST, NAME
from smmkit.words import Message, say


def status_in(place: Path) -> bytes:
    """The bytes of the status file that a bundle carries, or that a place is.

    Raises:
        OSError: it cannot be read.
        SmmError: the place has none.
    """
    if place.is_dir():
        inside = bagged(place)
        if not inside:
            raise SmmError(none_in(place))
        return first_bytes(inside[0])
    if place.suffix == ".zip":
        return zipped(place)
    return first_bytes(place)


def first_bytes(file: Path) -> bytes:
    """As many bytes as a status file may have, and one more.

    Raises:
        SmmError: it is no ordinary file.
    """
    check_ordinary(file)
    with file.open("rb") as stream:
        return stream.read(LARGEST + 1)


def zipped(file: Path) -> bytes:
    """The status file in a zip."""
    check_ordinary(file)
    with file.open("rb") as stream, archives.opened(stream) as archive:
        there = [one for one in archive.infolist() if one.filename.endswith(f"data/{NAME}")]
        if len(there) > 1:
            raise SmmError(say("{path} holds {name} more than once", path=str(file), name=NAME))
        if there:
            return b"".join(limited(archives.blocks(archive, there[0])))
    raise SmmError(none_in(file))


def check_ordinary(file: Path) -> None:
    """Refuse what is no file, though it is there: to open a pipe waits for ever.

    Raises:
        SmmError: it is none.
    """
    if file.exists() and not file.is_file():
        raise SmmError(say("{path} is no ordinary file", path=str(file)))


def limited(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """Blocks until a status file would be too large."""
    left = LARGEST + 1
    for block in blocks:
        yield block[:left]
        left -= len(block)
        if left <= 0:
            return


def none_in(place: Path) -> Message:
    """That a place is neither a QMS nor has a status."""
    return say("{path} is no QMS, and has no {name}", path=str(place), name=NAME)
