"""Many places to many rows: here, in processes, or over a cluster; the order is always the same."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from smmkit.errors import SmmError, reason
from smmkit.files import archives
from smmkit.files.tree import Disk
from smmkit.layout import HOME
from smmkit.loading.folder import load
from smmkit.processes import shared
from smmkit.rollup.carried import status_in
from smmkit.rollup.row import Broken, Row, row_of
from smmkit.rollup.status_file import read
from smmkit.words import say

Found = Row | Broken
Clock = Callable[[str], date]
EAST = "Etc/GMT-14"
"""Where a day begins first: nowhere is it later."""

FEW = 8
"""So many places are read here: a process of its own takes longer to start."""


@dataclass(frozen=True, slots=True)
class Way:
    """How the rows are made: in how many processes, or by which Dask scheduler."""

    workers: int
    scheduler: str | None = None


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
