"""SMM918 id-of-another."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.references.speaking import Speaking
from smmkit.analyses.texts.own_words import own_words
from smmkit.analyses.texts.stems import roots
from smmkit.documents import Document, Information
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

IN_BRACKETS: Final = re.compile(r"\(([A-Z][A-Za-z0-9.-]{0,62}[0-9])\)")
"""An id behind what it is the id of: `pensions (LAY-03)`."""

APART: Final = re.compile(r"[.,;:()]| dan | atau | and | or ")
"""What parts the words before it from those of something else."""

NEAR: Final = 6
"""So many words before it say what it is."""

CALLED: Final = frozenset({"kpi", "service", "process", "procedure", "service-standard"})
"""Sorts of things that are called by what they are about; a risk is often told in other words."""


@rule(
    "SMM918",
    "id-of-another",
    of=Information,
    severity=Severity.WARNING,
    source="own rule",
    clause="7.5.3.1",
    filled=True,
    whole=(Information,),
)
def id_of_another(document: Information, qms: Qms) -> Problems:
    """An id in brackets is that of what the words before it call by its name.

    Why: who follows "pensions (LAY-10)" finds medals. Told only where the thing has not one of these words
    in it, and another of its sort has one in its title.
    """
    if isinstance(document, Document) and not is_live(document, qms):
        return
    for steps, text in own_words(document):
        for id_, other in misnamed(text, qms) if "(" in text else ():
            yield problem(
                document,
                *steps,
                message=say(
                    "the words before {id} have nothing in common with it, but with {other}",
                    id=id_,
                    other=other,
                ),
                hint=say("write the id of what is meant"),
            )


def misnamed(text: str, qms: Qms) -> Iterator[tuple[str, str]]:
    """The ids in brackets before which the words call another thing of the sort, each with that other."""
    for found in IN_BRACKETS.finditer(text):
        thing = qms.things.get(found[1])
        if thing is None or thing.is_a not in CALLED or found[1] not in qms.homes:
            continue
        before = APART.split(text[: found.start()].rstrip())[-1].split()[-NEAR:]
        said = roots(" ".join(before), qms)
        if not said or not said.isdisjoint(qms.fact(Speaking).of(*qms.homes[found[1]])):
            continue
        titles = qms.fact(in_titles)
        shared = Counter(id_ for word in sorted(said) for id_ in titles[thing.is_a].get(word, ()))
        for other, _ in shared.most_common(1):
            yield found[1], other


def in_titles(qms: Qms) -> dict[str, dict[str, list[str]]]:
    """For each sort of things the words of their titles, with the things that have them."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for id_, thing in qms.things.items():
        title = getattr(thing, "title", None)
        for word in roots(title, qms) if title and thing.is_a in CALLED else ():
            found[thing.is_a][word].append(id_)
    return found
