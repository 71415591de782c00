"""Lists on their way out and back: which one a word asks for, and what becomes of one that came back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from smmkit.documents import KINDS, entry_kinds, kind_label
from smmkit.errors import SmmError
from smmkit.lists.back import Back, Reading, kind_in, signed
from smmkit.lists.gap import gap_listing
from smmkit.lists.kpi import KPI, kpi_listing, recorded
from smmkit.lists.listing import Listing, Refusal, listing_of
from smmkit.lists.written import with_changes, with_fresh
from smmkit.office.grid import Grid
from smmkit.qms import Qms
from smmkit.words import say

GAP, CHECKLIST = "gap", "checklist"
YEAR = re.compile("(?:19|20|21)[0-9]{2}")

WORDS = (GAP, KPI, CHECKLIST)
"""The lists that are no kind."""


@dataclass
class Taken:
    """What a list that came back makes of the files, and all that is to be told of it."""

    back: Back
    files: dict[str, bytes] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)


def list_for(qms: Qms, word: str, unit: str | None) -> Listing:
    """The list that a word asks for: gap, kpi, checklist or a kind.

    Raises:
        SmmError: there is nothing to fill in.
    """
    if word in {GAP, CHECKLIST}:
        return gap_listing(qms, unit, asked=word == CHECKLIST)
    if word == KPI:
        return kpi_listing(qms, unit)
    return listing_of(qms, word, unit, kind_label(word))


def list_again(qms: Qms, kind: str) -> Listing:
    """The list that came back, as it would go out now.

    Raises:
        SmmError: it is none that can be taken in, or an older one.
    """
    word, _, of = kind.partition("/")
    if word == KPI and YEAR.fullmatch(of):
        return kpi_listing(qms, None, int(of))
    if word in {GAP, CHECKLIST}:
        found = gap_listing(qms, None, asked=word == CHECKLIST)
        if found.kind.casefold() != kind.casefold():  # CSV headings are read in small letters
            new = found.kind.partition("/")[2]
            raise SmmError(
                say("the list is of {id}; {new} is newer: export it again", id=of, new=new)
            )
        return found
    if word != "qms" and (word in KINDS or word in entry_kinds()):
        return listing_of(qms, word, None, kind_label(word))
    raise SmmError(say("{word} is no list that smm export makes", word=kind))


def lists_among(grids: list[Grid]) -> list[Grid]:
    """The tables of a file that are lists of ours."""
    return [grid for grid in grids if signed(grid)]


def take(qms: Qms, grid: Grid) -> Taken:
    """What a list says that the files do not, and the files with it.

    Raises:
        SmmError: it is none that can be taken in.
    """
    listing = list_again(qms, kind_in(grid))
    taken = Taken(Reading(qms, grid, listing).read())
    if kind_in(grid).startswith(KPI + "/"):
        taken.files, told = recorded(qms, taken.back.changes)
        places = [one.place for one in told]
        lost = {one.row.id for one in taken.back.changes if one.place in places}
        taken.back.changes = [one for one in taken.back.changes if one.row.id not in lost]
    else:
        taken.files, told = with_changes(qms, taken.back.changes)
        told += with_fresh(qms, listing, taken.back.fresh, taken.files)
    taken.refused = [*taken.back.refused, *told]
    return taken
