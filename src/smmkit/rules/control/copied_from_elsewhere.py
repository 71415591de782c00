"""SMM899 copied-from-elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator
from itertools import combinations
from typing import Any, Final, NamedTuple

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.references.beside import parts_around
from smmkit.analyses.references.links import links
from smmkit.analyses.texts.own_words import own_words
from smmkit.analyses.texts.stems import roots
from smmkit.analyses.texts.wording import words
from smmkit.documents import Document, Information
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.rules.control.text_of_another import Own
from smmkit.words import say
from smmkit.yaml_text.source import strings_in

FEWEST: Final = 4
"""So many words two do not hit upon by chance."""

LONG: Final = 6
"""So many are not only what the other is called."""

CALLED: Final = words(
    "actor, address, audience, belongs_to, body, channel, coach, competence, complaint_channels, "
    "criteria, customers, data_source, decree, disposal, equipment, fee, first_party, found_by, "
    "indicator, issuer, legal_basis, method, needs, number, output, place, programme, provides, "
    "qualifications, recipient, records, requirements, resources, retention, role, scope, second_party, "
    "sites, source, title, trainer, verifier, what"
)
"""Fields that call a thing, a paper or somebody by its name, which is the same wherever it is named."""

DONE: Final = words("activity, duties, authority")
"""What a position does, as its job description, its role and the procedures tell it alike."""

TWO, TELLING = 2, 3
"""What stands in more places is how things are said here; so many words of a sentence tell where it fits."""

OWN: Final = frozenset(Own().fields)
"""Fields of which another rule tells that they say the same."""

OF_SEVERAL: Final = (CALLED - words("what")) | words("required, held, sampling")
"""Fields of which the same may be true of two that are of one sort."""

STATED: Final = words("statement")
"""What happened, as a complaint, a case and a finding may tell it alike."""

SHARED: Final = frozenset({"service", "process", "finding", "audit", "objective", "kpi"})
"""Two documents that name one of these have to do with each other."""


OF_ALL: Final = frozenset({"unit", "person", "role", "class", "scale"})
"""What every document names, and so brings no two of them together."""


class Place(NamedTuple):
    """Where a text stands."""

    document: Information
    steps: Path
    way: str
    """The fields that lead there."""

    @property
    def part(self) -> Path:
        """The way to the entry in which it stands; none to the document itself."""
        return self.steps[:2] if len(self.steps) > 2 else ()

    @property
    def values(self) -> dict[str, Any]:
        """What the entry says, or the document."""
        values: Any = self.document.source.values
        for step in self.part:
            values = values[step]
        return values if isinstance(values, dict) else {}

    @property
    def called(self) -> str:
        """The id of the entry, or of the document."""
        return str(self.values.get("id", self.document.id))


@rule(
    "SMM899",
    "copied-from-elsewhere",
    severity=Severity.WARNING,
    source="own rule",
    clause="7.5.2",
    filled=True,
    whole=(Information,),
)
def copied_from_elsewhere(qms: Qms) -> Problems:
    """A sentence is not word for word that of an unrelated document, or of another entry.

    Why: it was copied, and tells of something else. What a folder says twice in the same fields more than
    once is its habit, and a name is the same wherever it stands. In the same field of two it is told where
    it has more to do with one of them.
    """
    twice = said_twice(qms)
    found = [pair for text, ways in twice.items() for pair in pairs(text, ways)]
    often = Counter(ways for ways, _ in {between(*pair) for pair in found})
    near = neighbours(qms) if found else {}
    told: set[tuple[str, str]] = set()
    for text, one, other in found:
        if often[frozenset({one.way, other.way})] > 1:
            continue
        if one.way == other.way:
            if not fits_one_better(text, one, other, qms):
                continue
        elif are_near(one.document, other.document, near, qms):
            continue
        strange, home = sorted((one, other), key=lambda place: fits(text, place, qms))
        is_carried_on = (names_of(one, other) == STATED or one.way != other.way) and fits(
            text, strange, qms
        )
        if is_carried_on or (text, strange.way) in told:
            continue
        told.add((text, strange.way))
        yield problem(
            strange.document,
            *strange.steps,
            message=say(
                "word for word what {other} says of something else: {text}",
                other=home.called if one.way == other.way else home.document.id,
                text=text,
            ),
            hint=say("write what is true of this one"),
        )


def said_twice(qms: Qms) -> dict[str, list[list[Place]]]:
    """The sentences that stand in several places, with those of each sort of field."""
    there = [d for d in qms.documents if not isinstance(d, Document) or is_live(d, qms)]
    said = Counter(text for one in there for text in one.source.strings)
    several = {text for text, n in said.items() if n != 1 and text.count(" ") >= FEWEST - 1}
    found: dict[str, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for document in there:
        if several.isdisjoint(document.source.strings):
            continue
        for steps, text in own_words(document):
            if text in several:
                way = ".".join((document.kind, *(s for s in steps if isinstance(s, str))))
                found[text][way].append(Place(document, steps, way))
    return {text: [*ways.values()] for text, ways in found.items()}


def pairs(text: str, ways: list[list[Place]]) -> Iterator[tuple[str, Place, Place]]:
    """Two places of a sentence in different documents, not both of which call something by its name; or
    in the same field of two, or of two entries, and of no third.
    """
    for places in ways:
        way = places[0].way
        is_told = way in OWN and isinstance(places[0].steps[-1], str)
        if len(places) == TWO and not is_told and names_of(*places).isdisjoint(OF_SEVERAL):
            one, other = places
            if (one.document, one.part) != (other.document, other.part):
                yield text, one, other
    for one, other in combinations([places[0] for places in ways], 2):
        names = names_of(one, other)
        is_called = not names.isdisjoint(CALLED) and text.count(" ") < LONG - 1
        if one.document is not other.document and not is_called and names - CALLED and names - DONE:
            yield text, one, other


def between(text: str, one: Place, other: Place) -> tuple[frozenset[str], Hashable]:
    """The fields in which a sentence stands, and what makes it one case.

    In one field of two entries, of which a list may have been copied whole, it is these; else the sentence.
    """
    entries = frozenset((each.document.path, each.part) for each in (one, other))
    return frozenset({one.way, other.way}), entries if one.way == other.way else text


def names_of(*places: Place) -> set[str]:
    """The names of the fields in which a text stands."""
    return {place.way.rpartition(".")[2] for place in places}


def neighbours(qms: Qms) -> dict[str, set[str]]:
    """For every document the ids that it names, and those of the documents and entries that name it."""
    found: dict[str, set[str]] = defaultdict(set)
    for link in qms.fact(links):
        home = qms.homes.get(link.target)
        if home and qms.things[link.target].is_a not in OF_ALL:
            naming = (part.get("id") for part in parts_around(link.document, link.steps))
            found[link.document.id].update((link.target, home[0].id))
            found[home[0].id].update((link.document.id, *filter(None, naming)))
    return found


def are_near(one: Information, other: Information, near: dict[str, set[str]], qms: Qms) -> bool:
    """Whether two documents have to do with each other."""
    here, there = near.get(one.id, set()), near.get(other.id, set())
    if other.id in here or one.id in there:
        return True
    return any(qms.things[id_].is_a in SHARED for id_ in here & there if id_ in qms.things)


def fits(text: str, place: Place, qms: Qms) -> int:
    """How many words of a sentence come again in the rest of its entry, or of its document."""
    rest = " ".join(one for one in strings_in(place.values) if one != text)
    prose = "" if place.part else place.document.source.prose or ""
    return len(roots(text, qms) & roots(f"{rest} {prose}", qms))


def fits_one_better(text: str, one: Place, other: Place, qms: Qms) -> bool:
    """Whether a sentence of some length has more to do with one of its places than with the other."""
    differs = fits(text, one, qms) != fits(text, other, qms)
    return differs and len(roots(text, qms)) >= TELLING
