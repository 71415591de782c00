"""Whether a paper is a list of people, whose data must not leave; or names a number of one by the way."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from smmkit.documents.settings import Class
from smmkit.intake.words import any_of
from smmkit.office.grid import Grid
from smmkit.office.pieces import pieces
from smmkit.office.reading import grids
from smmkit.office.zipped import OfficeError
from smmkit.personal import Data, hits
from smmkit.qms import Qms
from smmkit.words import Message, say

HEADING: Final = re.compile(
    r"(?:nip|nipppk|ni ?(?:pppk|p3k)|nik|nisn?|nrp|npwp"
    r"|no(?:mor|\.)? ?(?:kk|rm|rekam medis|(?:kartu )?bpjs)"
    r"|no(?:mor|\.)? ?(?:ktp|hp|telp(?:on)?|telepon|wa|whatsapp|rekening)"
    r"|(?:no(?:mor)?\.? )?(?:hp|handphone|ponsel)"
    r"|(?:tempat,? ?(?:/ ?)?)?(?:dan )?(?:tanggal|tgl\.?) ?lahir|ttl"
    r"|(?:alamat )?e-?mail|phone|date of birth|employee (?:no\.?|number))(?: ?[/(].{0,20})?",
    re.I,
)
"""The heading of a column with data of people."""

NAMES: Final = re.compile(
    rf"nama(?: (?:{any_of('names_of')})(?: \w{{1,20}})?)?",
    re.I,
)
TRAITS: Final = re.compile(
    rf"l ?/ ?p|{any_of('traits_of_people')}",
    re.I,
)
"""What makes a list of names one of people, though no number stands in it."""

NOBODY: Final = re.compile(
    rf"(?:{any_of('bodies')}|rs\w{{0,3}}|sd\w?|smp\w?|sm[ak]\w?)\b",
    re.I,
)
"""How the name of a firm or of an office begins, which has an address and is nobody."""

VALUE: Final = re.compile(r"\d(?:\D{0,3}\d){5}|@|\d [a-z]{3,9} \d{4}", re.I)
FEWEST, SEVERAL = 2, 3
"""So many rows below such a heading, or so many numbers of people anywhere, make a list."""

TOPS: Final = 30
"""In one of the first rows of a table its heading stands."""

SIGNERS: Final = 3
"""So many numbers behind the word NIP are those of who signed."""

LABEL: Final = re.compile(r"nip[^\w]{0,4}\Z", re.I)

OWN: Final = frozenset(Data) - {
    Data.NAME,
    Data.AUTHOR,
    Data.PLACE,
    Data.PLATE,
    Data.LIST,
    Data.SENSITIVE,
}
CLOSED: Final = ("rahasia", "confidential", "secret")


def people_in(name: str, data: bytes) -> tuple[bool, list[Data]]:
    """Whether a paper is a list of people, and which data of people stand in it."""
    below: Counter[str] = Counter()
    kept: Counter[bool] = Counter()
    heads: dict[bool, bool] = {}
    found: dict[str, Data] = {}
    signing: set[str] = set()
    for piece in pieces(name, data).found:
        text = " ".join(piece.text.split())
        above = piece.context.partition("\n")[0].strip(" :*")
        if HEADING.fullmatch(above) and VALUE.search(text):
            below[above.lower()] += 1
        elif NAMES.fullmatch(text) or TRAITS.fullmatch(text):
            heads[NAMES.fullmatch(text) is None] = True
        elif text and NAMES.fullmatch(above):
            kept[False] += not NOBODY.match(text)
        elif text and TRAITS.fullmatch(above):
            kept[True] += 1
        for hit in hits(piece.text, piece.context):
            if hit.kind not in OWN:
                continue
            number = "".join(filter(str.isalnum, piece.text[slice(*hit.span)]))
            found[number] = hit.kind
            if LABEL.search(piece.text[max(0, hit.span[0] - 8) : hit.span[0]]):
                signing.add(number)
    count = len(found) - min(len(signing), SIGNERS)
    is_list = max(below.values(), default=0) >= FEWEST or count >= SEVERAL
    is_named = kept[False] > 0 and kept[True] >= FEWEST
    is_list = is_list or is_named or (len(heads) > 1 and has_names(name, data))
    return is_list, list(dict.fromkeys(found.values()))


def has_names(name: str, data: bytes) -> bool:
    """Whether a table has names of people, and beside them what tells of each."""
    try:
        tables = grids(name, data)[0]
    except OfficeError:
        return False
    return any(
        named_below(grid, top) >= FEWEST for grid in tables for top in range(len(grid.rows[:TOPS]))
    )


def named_below(grid: Grid, top: int) -> int:
    """How many people are named below a row that heads names and what tells of each."""
    heads = [" ".join(text.split()).strip(" :*") for text in grid.rows[top]]
    names = [n for n, text in enumerate(heads) if NAMES.fullmatch(text)]
    traits = [n for n, text in enumerate(heads) if TRAITS.fullmatch(text)]
    if not names or not traits:
        return 0
    below = grid.rows[top + 1 :]
    said = [row for row in below if any(row[n] for n in traits)]
    return sum(bool(row[names[0]].strip()) and not NOBODY.match(row[names[0]]) for row in said)


def people_notes(is_list: bool, kinds: list[Data], class_: str | None) -> list[Message]:
    """What a person has to know of it before it is registered."""
    labels = [kind.label for kind in kinds]
    if is_list and class_ and not labels:
        return [say("is a list of people, so its class is {id}", id=class_)]
    if is_list and class_:
        return [
            say(
                "is a list of people ({kinds}), so its class is {id}",
                kinds=labels or ["-"],
                id=class_,
            )
        ]
    if is_list:
        return [
            say("is a list of people; qms.yaml has no class that stays, so it gets none, and stays")
        ]
    if labels:
        return [
            say("holds data of a person ({kinds}); see whether its class may leave", kinds=labels)
        ]
    return []


def closed_class(qms: Qms) -> str | None:
    """The class of what must not leave: that which is called so, else the last that stays."""
    classes: tuple[Class, ...] = qms.settings.classes if qms.settings else ()
    staying = [one for one in classes if not one.outside]
    called = [one for one in staying if any(w in f"{one.id} {one.title}".lower() for w in CLOSED)]
    return next((one.id for one in (*called, *reversed(staying))), None)
