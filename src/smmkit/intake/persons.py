"""Who of the register of people is meant by a name on a paper."""

from __future__ import annotations

import re

from smmkit.documents.people import PersonEntry
from smmkit.intake.table import is_blank
from smmkit.intake.words import NEAR, comparable, data
from smmkit.qms import Qms

BEFORE = re.compile(
    r"^(?:(?:prof|dr|dra|drs|drg|ir|h|hj|apt|ns|tn|ny|bpk|bapak|ibu|sdr|sdri|kh|r|rr)\.?\s+)+", re.I
)
"""Titles before a name."""


AFTER = re.compile(r"\n|/(?=\s|\d|$)|\(?\b(?:nip|nik|nrp|lahir|ttl)\b|\d", re.I)
"""What ends a name in a cell that says more: a birth day, a number."""


def only_name(text: str) -> str:
    """The name alone in a cell that also says where and when somebody was born, or a number."""
    first, *rest = AFTER.split(text.strip(), maxsplit=1)
    found = " ".join(first.split()).rstrip(" ,-:;(/") if rest and re.search(r"\d", text) else ""
    name = found or " ".join(text.split())
    return "" if is_blank(name) or comparable(name) in data()["nobody"] else name


def bare(name: str) -> str:
    """A name without titles: `Drs. Budi Rekaan, M.Si.` is `budi rekaan`."""
    first = " ".join(name.split()).partition(",")[0].replace(".", ". ")
    return comparable(BEFORE.sub("", " ".join(first.split()))) or comparable(name)


def person_of(qms: Qms, text: str) -> str | None:
    """The id of the person with this name, whatever the titles; None where nobody, or several, is meant."""
    from rapidfuzz import fuzz, process

    if not comparable(text):
        return None
    people = {i: t.title for i, t in qms.things.items() if isinstance(t, PersonEntry)}
    if text.strip() in people:
        return text.strip()
    wanted, names = bare(text), {id_: bare(name) for id_, name in people.items()}
    same = [id_ for id_, name in names.items() if name == wanted]
    if same:
        return same[0] if len(same) == 1 else None
    near = process.extract(wanted, names, scorer=fuzz.ratio, score_cutoff=NEAR, limit=2)
    if len(near) != 1:
        return None
    return str(near[0][2])
