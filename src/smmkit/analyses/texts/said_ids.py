"""What looks like an id among the words of a sentence."""

from __future__ import annotations

import re
from collections import Counter

from smmkit.qms import Qms

ID = re.compile(r"(?<![\w.-])[A-Z][A-Za-z0-9.-]{0,62}[0-9](?![\w-])")
"""What may be an id in a sentence."""

NUMBER = re.compile(r"[0-9]+")

FAMILY = 3
"""So many things whose ids are made alike are a family, in which a stranger is told."""


def made_like(id_: str) -> str:
    """How an id is made: its letters, with 0 for each number."""
    return NUMBER.sub("0", id_)


def strange_ids(text: str, qms: Qms) -> list[str]:
    """What a text names by an id that is made like several of this folder, and is none of them."""
    known, families = qms.fact(ids_known)
    return [
        one
        for one in dict.fromkeys(ID.findall(text))
        if made_like(one) in families and one.casefold() not in known
    ]


def ids_known(qms: Qms) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of a folder, and how those are made of which it has several."""
    known = {*qms.things, *(one.id for one in qms.documents)}
    made = Counter(map(made_like, known))
    several = frozenset(like for like, n in made.items() if n >= FAMILY and "-" in like)
    return frozenset(one.casefold() for one in known), several
