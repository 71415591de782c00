"""What documents and entries speak of, and which of them speak of what is said beside a link."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from smmkit.analyses.references.beside import parts_around
from smmkit.analyses.references.links import Link
from smmkit.analyses.texts.seen import seen_with
from smmkit.analyses.texts.stems import commonplaces, roots
from smmkit.documents import Information
from smmkit.location import Path
from smmkit.qms import Qms
from smmkit.yaml_text.source import strings_in

Look = Callable[[Information, Path], Iterable[str]]
"""What gives the texts at a key path of a document."""

HEARS, ENOUGH = 6, 2
"""So many words are needed at the other end of a link, and shared with another thing."""

MOST = 40
"""Of so many things that speak of a word the first are looked at; what all speak of tells nothing."""

MUCH, BETTER = 3.0, 4.0
"""So much another thing has in common, and so many times more than what is named; of a word that several
things have each has a part.
"""

OFTEN, AT_LEAST = 8, 4
"""Words that one in so many documents of a folder speaks of, and so many at least, bring no two together."""

CASES = frozenset({"corrective-action", "finding", "feedback"})
"""Kinds by which a competence is shown that was needed for a case, whatever that was about."""


class Speaking:
    """What documents and entries speak of."""

    def __init__(self, qms: Qms) -> None:
        self.qms = qms
        self.speakers: dict[str, dict[str, list[str]]] = {}
        self.often: Counter[str] = Counter()

    def heard(self, document: Information, look: Look, steps: Path) -> set[str]:
        """What the texts that a look gives of a document speak of."""
        known = seen_with(self.qms, document, spoken_of, self.qms.fact(commonplaces))
        if (look, steps) not in known:
            known[look, steps] = roots(" ".join(look(document, steps)), self.qms)
        return known[look, steps]

    def beside(self, document: Information, steps: Path) -> set[str]:
        """What the words beside a link speak of: those of its part, and of the entry that it is in."""
        return self.heard(document, texts_beside, steps)

    def of_something_else(self, said: set[str], link: Link) -> bool:
        """Whether what is named tells enough, and nothing of what is said here, nor names this."""
        home, steps = self.qms.homes[link.target]
        if link.document.kind == "competences" and home.kind in CASES:
            return False
        heard = self.of(home, steps)
        return len(heard) >= HEARS and said.isdisjoint(heard) and not self.names_back(link)

    def of_this(self, said: set[str], found: list[Link]) -> str | None:
        """Another thing of the sort of one that is named, which speaks of what is said here."""
        named = named_by(found)
        sorts = sorted({self.qms.things[link.target].is_a for link in found})

        def nearest(words: Iterable[str]) -> str | None:
            shared = Counter(
                id_
                for sort in sorts
                for word in words
                for id_ in self.speaking_of(sort).get(word, ())[:MOST]
                if id_ not in named
            )
            best = shared.most_common(1)
            return best[0][0] if best and best[0][1] >= ENOUGH else None

        return (
            nearest(word for word in sorted(said) if not self.is_often(word))
            if nearest(said)
            else None
        )

    def is_often(self, word: str) -> bool:
        """Whether many documents of the folder speak of a word, whatever they are about."""
        if not self.often:
            self.often = Counter(w for one in self.qms.documents for w in self.of(one, ()))
        return self.often[word] > max(AT_LEAST, len(self.qms.documents) // OFTEN)

    def far_better(self, said: set[str], found: list[Link]) -> str | None:
        """Another thing of the one sort that is named, which has far more to do with what is said here."""
        sorts = {self.qms.things[link.target].is_a for link in found}
        heard = [self.of(*self.qms.homes[link.target]) for link in found]
        is_short = any(len(one) < HEARS for one in heard)
        if len(sorts) > 1 or is_short or any(self.names_back(link) for link in found):
            return None
        shared: dict[str, float] = defaultdict(float)
        for word in sorted(said):
            speakers = self.speaking_of(*sorts).get(word, ())
            for id_ in speakers[:MOST]:
                shared[id_] += len(speakers) ** -0.5
        named = named_by(found)
        ours = max(shared[link.target] for link in found)
        others = {id_: much for id_, much in shared.items() if id_ not in named}
        best = max(others, key=lambda id_: others[id_], default="")
        return best if others.get(best, 0) >= max(MUCH, ours * BETTER) else None

    def names_back(self, link: Link) -> bool:
        """Whether what is named names this."""
        strings = self.qms.homes[link.target][0].source.strings
        return link.document.id in strings or any(
            part.get("id") in strings for part in parts_around(link.document, link.steps)
        )

    def speaking_of(self, sort: str) -> dict[str, list[str]]:
        """For each word the things of a sort that speak of it."""
        if sort not in self.speakers:
            found: dict[str, list[str]] = defaultdict(list)
            for id_, thing in self.qms.things.items():
                if thing.is_a == sort and id_ in self.qms.homes:
                    for word in self.of(*self.qms.homes[id_]):
                        found[word].append(id_)
            self.speakers[sort] = dict(found)
        return self.speakers[sort]

    def of(self, home: Information, steps: Path) -> set[str]:
        """What a document or an entry speaks of."""
        return self.heard(home, texts_of, steps)


def named_by(found: list[Link]) -> set[str]:
    """What some links of one place name, and that place."""
    named = {link.target for link in found} | {link.document.id for link in found}
    return named | {str(part.get("id")) for part in parts_around(found[0].document, found[0].steps)}


def spoken_of(_: Information, _common: frozenset[str]) -> dict[tuple[Look, Path], set[str]]:
    """What was heard already in a document, but for the words that stand in any text."""
    return {}


def texts_beside(document: Information, steps: Path) -> Iterator[str]:
    """The texts beside what a document names."""
    return (text for part in parts_around(document, steps) for text in strings_in(part))


def texts_of(home: Information, steps: Path) -> list[str]:
    """The texts of a document, or of an entry in it."""
    inner: Any = home.source.values
    for step in steps:
        inner = inner[step]
    return [*strings_in(inner), "" if steps else home.source.prose or ""]
