"""SMM899 copied-from-elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final, NamedTuple

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.references.beside import parts_around
from smmkit.analyses.references.links import links
from smmkit.analyses.texts.absent import words
from smmkit.analyses.texts.own_words import own_words
from smmkit.analyses.texts.stems import roots
from smmkit.documents import Document, Information
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
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
    """A sentence is not word for word that of another field of a document with which it has nothing to do.

    Why: it was copied, and tells of something else. What a folder says twice in the same two fields more
    than once is its habit, and a name is the same wherever it stands.
    """
    found = [pair for text, places in said_twice(qms).items() for pair in pairs(text, places)]
    often = Counter(frozenset({one.way, other.way}) for _, one, other in found)
    near = neighbours(qms) if found else {}
    told: set[tuple[str, str]] = set()
    for text, one, other in found:
        is_habit = often[frozenset({one.way, other.way})] > 1
        if is_habit or are_near(one.document, other.document, near, qms):
            continue
        strange, home = sorted((one, other), key=lambda place: fits(text, place, qms))
        is_carried_on = names_of(one, other) == STATED and fits(text, strange, qms)
        if is_carried_on or (text, strange.way) in told:
            continue
        told.add((text, strange.way))
        yield problem(
            strange.document,
            *strange.steps,
            message=say(
                "word for word what {other} says of something else: {text}",
                other=home.document.id,
                text=text,
            ),
            hint=say("write what is true of this one"),
        )


def said_twice(qms: Qms) -> dict[str, list[Place]]:
    """The sentences that stand in several documents, with the first place in each sort of field."""
    there = [d for d in qms.documents if not isinstance(d, Document) or is_live(d, qms)]
    said = Counter(text for one in there for text in one.source.strings)
    several = {text for text, n in said.items() if n > 1 and text.count(" ") >= FEWEST - 1}
    found: dict[str, dict[str, Place]] = defaultdict(dict)
    for document in there:
        if several.isdisjoint(document.source.strings):
            continue
        for steps, text in own_words(qms, document):
            if text in several:
                way = ".".join((document.kind, *(s for s in steps if isinstance(s, str))))
                found[text].setdefault(way, Place(document, steps, way))
    return {text: [*places.values()] for text, places in found.items() if len(places) > 1}


def pairs(text: str, places: list[Place]) -> Iterator[tuple[str, Place, Place]]:
    """Two places of a sentence in different documents, not both of which call something by its name."""
    for one, other in combinations(places, 2):
        names = names_of(one, other)
        is_called = not names.isdisjoint(CALLED) and text.count(" ") < LONG - 1
        if (
            one.document is not other.document
            and not is_called
            and not (names <= CALLED or names <= DONE)
        ):
            yield text, one, other


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
    """How many words of a sentence come again in the rest of its document."""
    rest = " ".join(one for one in strings_in(place.document.source.values) if one != text)
    return len(roots(text, qms) & roots(f"{rest} {place.document.source.prose or ''}", qms))
