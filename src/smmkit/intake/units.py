"""The unit of the QMS that a name in somebody's table means."""

from __future__ import annotations

import re
from typing import Final

from smmkit.intake.words import NEAR, comparable
from smmkit.qms import Qms

SHORT: Final = {
    "bid": "bidang",
    "bag": "bagian",
    "subbid": "subbidang",
    "subbag": "subbagian",
    "sek": "sekretariat",
    "set": "sekretariat",
}
"""How offices shorten what their units are called."""

SORTS: Final = frozenset(("bidang", "bagian", "subbidang", "subbagian", "seksi", "unit"))
"""What the name of a unit may begin with, and need not."""

PARTS: Final = re.compile(r"[,;:/()]|\s[-\u2013\u2014]\s|\.\s")
"""What stands between the parts of a place: the unit, the counter, the room."""

HEAD: Final = re.compile(
    r"(?:kepala|ka\.?|plt\.?(?: kepala)?)\s+(?=\S)|ka(?=(?:sub)?(?:bid|bag)\b)", re.I
)
"""How the post of who heads a unit begins: Kepala Bidang, Kabid."""


def written_out(text: str) -> str:
    """The name of a unit, its short words written out, ready to be compared."""
    return " ".join(SHORT.get(word, word) for word in comparable(text).split())


SECRETARY: Final = re.compile(
    r"sekretaris(?:\s+(?:dinas|badan|kantor|inspektorat|kecamatan)\b.{0,60})?|sek(?:dis|ban|cam)",
    re.I,
)
"""Who heads the secretariat of an agency."""


def headed_by(text: str) -> str:
    """The name of the unit that somebody heads, from the name of the post: `Kepala Bidang Mutasi`."""
    if SECRETARY.fullmatch(text.strip()):
        return SHORT["sek"]
    rest, count = HEAD.subn("", text.strip(), count=1)
    return rest if count and HEAD.match(text.strip()) else ""


def unit_of(qms: Qms, text: str) -> str | None:
    """The id of the unit with this code, or with nearly this title; None where none is near."""
    from rapidfuzz import fuzz, process

    if qms.settings is None or not comparable(text):
        return None
    sort, _, rest = written_out(text).partition(" ")
    codes = {comparable(text), rest if sort in SORTS else ""}  # MUT, Bidang MUT
    for unit in qms.settings.units:
        if comparable(unit.id) in codes:
            return unit.id
    titles = {unit.id: written_out(unit.title) for unit in qms.settings.units}
    near = process.extract(written_out(text), titles, scorer=fuzz.ratio, score_cutoff=NEAR, limit=2)
    if len(near) == 2 and near[0][1] == near[1][1]:
        return None
    return str(near[0][2]) if near else plainly_called(titles, written_out(text))


def unit_within(qms: Qms, text: str) -> str | None:
    """The only unit that a part of a text means: `Mutasi, loket 2`; None where it names none, or several."""
    found = {unit_of(qms, part) for part in PARTS.split(text) if part.strip()} - {None}
    return found.pop() if len(found) == 1 else None


def plainly_called(titles: dict[str, str], name: str) -> str | None:
    """The only unit whose title says its sort where the name does not, or the other way round."""
    sort, _, rest = name.partition(" ")
    found = [
        id_
        for id_, title in titles.items()
        if (sort in SORTS and title == rest)
        or (title.partition(" ")[0] in SORTS and title.partition(" ")[2] == name)
    ]
    return found[0] if len(found) == 1 else None


def units_in(qms: Qms) -> frozenset[str]:
    """The ids of the units."""
    return frozenset(unit.id for unit in qms.settings.units) if qms.settings else frozenset()
