"""Fields of two documents or entries of one sort that stand in each other's place.

Each fits word by word, and has more to do with the rest of the other one than with what it stands in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import chain
from math import fsum
from typing import Final, NamedTuple

from smmkit.analyses.references.exchangeable import SORTS_OF_ANYTHING, asked_of
from smmkit.analyses.references.told import Told, told_in
from smmkit.analyses.texts.seen import seen_with
from smmkit.analyses.texts.stems import commonplaces, roots
from smmkit.documents import Information
from smmkit.location import Path
from smmkit.problem import dotted
from smmkit.qms import Qms

SHARED, EACH, MUCH, BETTER = 3, 0.4, 2.0, 4.0
"""So many words two fields share with each other's place; so much each of them, unless they share nothing
with their own; so much both together, and so many times more than with their own. Of a word that several
have each has a part.
"""

MOST: Final = 40
"""Of so many that speak of a word the first are looked at; what half of them speak of tells nothing."""

FEW, RARE = 3, 100
"""So many exchanges there may be, or one in so many documents and entries; where more are, the words of the
folder are so much alike that people simply write so.
"""


class Member(NamedTuple):
    """A document or an entry, with what each of its fields speaks of."""

    document: Information
    steps: Path
    id: str
    words: Mapping[str, set[str]]
    names: Mapping[str, list[str]]
    """The ids in each field."""
    often: Counter[str]
    """In how many of its fields each word is."""

    def says(self, field: str) -> set[str]:
        """What a field speaks of."""
        return self.words.get(field, set())

    def heard(self, words: Set[str], field: str) -> set[str]:
        """Those of some words of which another field than this one speaks."""
        said, often = self.says(field), self.often
        return {word for word in words if often[word] > (word in said)}


class Exchange(NamedTuple):
    """A field of two documents or entries that each fit the other one."""

    field: str
    is_text: bool
    here: Member
    other: Member

    @property
    def both(self) -> tuple[Member, Member]:
        """The two of them."""
        return self.here, self.other

    @property
    def elsewhere(self) -> str:
        """Where the other one is: its id, else the place in its document."""
        return self.other.id or dotted((*self.other.steps, self.field))


Titles = Mapping[str, tuple[str, set[str]]]
"""What things are, and what their titles speak of, by their ids."""


class Heard:
    """What is heard in a document: itself and all parts of its lists."""

    def __init__(self, told: list[Told]) -> None:
        self.told = told
        names = (said.names for one in told for said in one.fields.values())
        self.names = {one.id for one in told}.union(*names)
        self.kept: tuple[Titles, list[Exchange]] | None = None

    def within(self, document: Information, titles: Titles) -> list[Exchange]:
        """The entries of one list; the same as before while what they name is called the same."""
        named = {name: titles[name] for name in self.names if name in titles}
        if self.kept is None or self.kept[0] != named:
            lists: dict[Path, list[tuple[Information, Told]]] = defaultdict(list)
            for one in self.told[1:]:
                lists[one.steps[:-1]].append((document, one))
            self.kept = named, [one for parts in lists.values() for one in among(parts, named)]
        return self.kept[1]


def exchanged(qms: Qms) -> list[Exchange]:
    """The fields of two documents of a kind, or two entries of a list, that stand in each other's place."""
    kinds: dict[str, list[tuple[Information, Told]]] = defaultdict(list)
    found: list[Exchange] = []
    total = 0
    for document in qms.documents:
        heard = seen_with(qms, document, hear, qms.fact(commonplaces))
        kinds[document.kind].append((document, heard.told[0]))
        total += len(heard.told)
        found += heard.within(document, qms.fact(called))
    for parts in kinds.values():
        found += among(parts, qms.fact(called))
    return found if len(found) <= max(FEW, total // RARE) else []


def called(qms: Qms) -> dict[str, tuple[str, set[str]]]:
    """What each thing is, and what its title speaks of."""
    return {
        id_: (
            thing.is_a,
            set() if thing.is_a in SORTS_OF_ANYTHING else roots(thing.title, qms),
        )
        for id_, thing in qms.things.items()
    }


def hear(document: Information, common: frozenset[str]) -> Heard:
    """A document and all parts of its lists, with what their fields speak of."""
    return Heard(told_in(document.source.values, type(document), (), common))


def among(parts: Sequence[tuple[Information, Told]], titles: Titles) -> Iterator[Exchange]:
    """The fields of two of these parts that stand in each other's place."""
    if len(parts) < 2:
        return
    ids = {told.id for _, told in parts}
    sorts = {titles[one][0] for one in ids if one in titles}
    members = [member(document, told, titles, sorts) for document, told in parts]
    for name, is_text in asked_of(parts[0][1].class_).items():
        for here, other in pairs(members, name):
            yield Exchange(name, is_text, here, other)


def member(document: Information, told: Told, titles: Titles, sorts: set[str]) -> Member:
    """A part with what its fields speak of: in own words, and by what they name that is of other sorts."""
    known = {
        name: [titles[one] for one in said.names if one in titles]
        for name, said in told.fields.items()
    }
    words = {
        name: said.words.union(*(title for sort, title in known[name] if sort not in sorts))
        for name, said in told.fields.items()
    }
    names = {name: said.names for name, said in told.fields.items()}
    return Member(
        document, told.steps, told.id, words, names, Counter(chain.from_iterable(words.values()))
    )


def pairs(members: Sequence[Member], name: str) -> Iterator[tuple[Member, Member]]:
    """The members of a group of which a field fits the other one each."""
    wanted = set().union(*(one.says(name) for one in members))
    speakers: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(members):
        for word in one.heard(wanted & one.often.keys(), name):
            speakers[word].append(n)
    most = min(MOST, max(2, len(members) // 2))
    weight = {word: len(them) ** -0.5 for word, them in speakers.items() if len(them) <= most}

    def fit(field: int, place: int) -> set[str]:
        return members[place].heard(weight.keys() & members[field].says(name), name)

    def much(words: set[str]) -> float:
        return fsum(weight[word] for word in words)

    for n, one in enumerate(members):
        others = {k for word in weight.keys() & one.says(name) for k in speakers[word]}
        for k in sorted(others - {n}):
            there = much(fit(n, k))
            if 2 * there < MUCH or not members[k].says(name):
                continue  # what fits the other way round is no more
            back = much(fit(k, n))
            if there < back or (there == back and k < n):
                continue
            ours = much(fit(n, n)) + much(fit(k, k))
            if (
                there + back >= max(MUCH, BETTER * ours)
                and (min(there, back) >= EACH or not ours)
                and len(fit(n, k)) + len(fit(k, n)) >= SHARED
            ):
                yield one, members[k]
