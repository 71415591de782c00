"""Many places to many rows: here, in processes, or over a cluster; the order is always the same."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from smmkit.errors import SmmError, reason
from smmkit.files import archives
from smmkit.files.tree import Disk
from smmkit.layout import HOME
from smmkit.loading.folder import load
from smmkit.loading.recognizing import NO_DOCUMENT, is_document
from smmkit.processes import shared
from smmkit.rollup.row import Broken, Row, row_of
from smmkit.rollup.status_file import LARGEST, NAME, read
from smmkit.words import Message, say

Found = Row | Broken
Clock = Callable[[str], date]
EAST = "Etc/GMT-14"
"""Where a day begins first: nowhere is it later."""

DEEP = 3
"""So many folders deep agencies are looked for in one another: country, province, office."""

FEW = 8
"""So many places are read here: a process of its own takes longer to start."""


@dataclass(frozen=True, slots=True)
class Way:
    """How the rows are made: in how many processes, or by which Dask scheduler."""

    workers: int
    scheduler: str | None = None


def places_in(named: Iterable[Path]) -> list[Path]:
    """Every place that is meant: a folder that is no QMS stands for those that lie in it, by name.

    One that is meant twice, under whatever path, is one.
    """
    found: list[Path] = []
    for place in named:
        inside = [] if is_one(place) else within(place)
        found += inside or [place]
    return list({os.path.realpath(place): place for place in reversed(found)}.values())[::-1]


def is_one(place: Path) -> bool:
    """Whether a place is an agency itself: a QMS, an unpacked bundle, or a file."""
    return not place.is_dir() or (place / HOME).is_file() or bool(bagged(place))


def within(folder: Path, depth: int = DEEP) -> list[Path]:
    """The agencies in a folder: QMS folders, bundles and status files, in the order of their names.

    Beside folders that are one, every other folder is one that has lost its qms.yaml, or stands in its turn
    for the folders and bundles that lie in it: a province for its offices.
    """
    try:
        there = [one for one in folder.iterdir() if not one.name.startswith(".")]
    except OSError:
        return []
    folders = [one for one in there if one.is_dir()]
    files = [one for one in there if one.suffix in {".zip", ".json"} or not one.exists()]
    inside = {one: within(one, depth - 1) for one in folders if depth and holds_agencies(one)}
    meant = folders if any(map(is_one, folders)) or any(inside.values()) else []
    found = [below for one in sorted(meant) for below in inside.get(one) or [one]]
    return sorted([*found, *(one for one in files if not one.is_dir())])


def holds_agencies(folder: Path) -> bool:
    """Whether no document lies in a folder that is no agency; one that has lost its qms.yaml has others."""
    if folder.is_symlink() or is_one(folder):
        return False
    try:
        there = [one.name for one in folder.iterdir() if not one.is_dir()]
    except OSError:
        return False
    return not any(is_document(name, ()) and not NO_DOCUMENT.search(name) for name in there)


def gathered(places: Sequence[Path], as_of: date | None, clock: Clock, way: Way) -> list[Found]:
    """The row of each place, in the order of the places; a place that cannot be read is a Broken.

    Raises:
        SmmError: the scheduler cannot be reached, Dask is not installed, or a process was ended.
    """
    one = partial(row_at, as_of=as_of, clock=clock)
    if way.scheduler:
        return over_cluster(places, one, way.scheduler)
    if way.workers <= 1 or len(places) <= FEW:
        return [one(place) for place in places]
    return list(shared(one, places, way.workers))


def over_cluster(
    places: Sequence[Path], one: Callable[[Path], Found], scheduler: str
) -> list[Found]:
    """The same by the workers of a Dask cluster, which see the places under the same paths."""
    try:
        from distributed import Client
    except ImportError as error:
        raise SmmError(say("for --scheduler Dask is needed: pip install 'smmkit[dask]'")) from error
    try:
        client = Client(scheduler, timeout="5s", set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise SmmError(
            say("the scheduler {address} cannot be reached", address=scheduler)
        ) from error
    with client:
        return list(client.gather(client.map(one, list(places), pure=False)))


def row_at(place: Path, as_of: date | None, clock: Clock) -> Found:
    """The row of one place. Never raises: what goes wrong with one agency is its own row."""
    try:
        if place.is_dir() and (place / HOME).is_file():
            qms = load(Disk(place), as_of, clock)
            return row_of(qms, str(place))
        row = read(status_in(place), str(place))
        if row.as_of > (as_of or clock(EAST)):
            why = say("it was judged by {day}, a day that is still to come", day=row.as_of)
            return Broken(str(place), why)
        return row
    except OSError as error:
        return Broken(str(place), say("it cannot be read: {reason}", reason=reason(error)))
    except zipfile.BadZipFile:
        return Broken(str(place), say("it is no zip, or a damaged one"))
    except (SmmError, archives.ArchiveError) as error:
        return Broken(str(place), error.message)
    except ValueError as error:
        return Broken(
            str(place), say("it is no usable status: {what} is missing or wrong", what=str(error))
        )
    except Exception as error:  # noqa: BLE001 - one agency must not hide the others
        name = f"{type(error).__name__}: {error}"
        return Broken(str(place), say("it failed ({error}); this is a fault of smmkit", error=name))


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


def bagged(folder: Path) -> list[Path]:
    """The status file of an unpacked bundle."""
    try:
        return [one for one in [folder / "data" / NAME] if one.is_file()]
    except OSError:
        return []


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
