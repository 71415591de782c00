"""What looks like an id among the words of a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from smmkit.analyses.texts.own_words import with_digits
from smmkit.documents import Information
from smmkit.location import Path
from smmkit.qms import Qms

ID = re.compile(r"(?<![\w.-])[A-Z][A-Za-z0-9.-]{0,62}[0-9](?![\w-])")
"""What may be an id in a sentence."""

NUMBER = re.compile(r"[0-9]+")


def made_like(id_: str) -> str:
    """How an id is made: its letters, with 0 for each number."""
    return NUMBER.sub("0", id_)


def strange_ids(ids: Iterable[str], qms: Qms) -> list[str]:
    """Those of some ids that are made like those of this folder, and are none of them."""
    known, families = qms.fact(ids_known)
    return [one for one in ids if made_like(one) in families and one.casefold() not in known]


def ids_known(qms: Qms) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of a folder, and how they are made; a letter alone before a number is a room or a box, too."""
    known = {*qms.things, *(one.id for one in qms.documents)}
    made = Counter(made_like(one) for one in known if "-" in one)
    families = frozenset(like for like, n in made.items() if n > 1 or like[1:2].isalpha())
    return frozenset(one.casefold() for one in known), families


def ids_said(document: Information) -> list[tuple[Path, list[str]]]:
    """The texts of a document that name something by an id among other words: key path, ids."""
    found = []
    for steps, text in with_digits(document):
        if ids := list(dict.fromkeys(ID.findall(text))) if " " in text else []:
            found.append((steps, ids))
    return found
