"""SMM689 linked-to-something-else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.references.beside import parts_around
from smmkit.analyses.references.links import Link, links
from smmkit.analyses.texts.seen import seen_with
from smmkit.analyses.texts.stems import commonplaces, roots
from smmkit.documents import Document, Information
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say
from smmkit.yaml_text.source import strings_in

Look = Callable[[Information, Path], Iterable[str]]
"""What gives the texts at a key path of a document."""

FOLLOWS = frozenset(
    {
        "change-plan.about",
        "communication-plan.entries.records",
        "competences.entries.evidence",
        "corrective-action.about",
        "customer-property.entries.service",
        "external-providers.entries.about",
        "feedback.about",
        "interested-parties.entries.expectations.met_by",
        "interview.items.about",
        "issues.entries.leads_to",
        "knowledge.entries.documents",
        "management-review.inputs.about",
        "nonconforming-output.service",
        "process.kpis",
        "process.procedures",
        "process.risks",
        "spot-check.about",
        "strategic-plan.goals.objectives",
        "swot.strategies.leads_to",
    }
)
"""Fields that name what is about the same matter as the words beside them."""

SAYS, HEARS, ENOUGH = 4, 6, 2
"""So many words are needed beside a link, at its other end, and shared with another thing."""

MOST = 40
"""Of so many things that speak of a word the first are looked at; what all speak of tells nothing."""

OFTEN, AT_LEAST = 8, 4
"""Words that one in so many documents of a folder speaks of, and so many at least, bring no two together."""

CASES = frozenset({"corrective-action", "finding", "feedback"})
"""Kinds by which a competence is shown that was needed for a case, whatever that was about."""


@rule(
    "SMM689",
    "linked-to-something-else",
    severity=Severity.WARNING,
    source="own rule",
    clause="7.5.2",
    filled=True,
    whole=(Information,),
)
def linked_to_something_else(qms: Qms) -> Problems:
    """What is named as answer, proof or source speaks of the same matter, and not another one of its sort.

    Why: an id beside a requirement looks like an answer. The auditor opens it, and it is about something
    else. Told only where none of those that are named together shares a word with those beside them, and
    one that is not named shares several.
    """
    speaking = Speaking(qms)
    together: dict[tuple[str, Path], list[Link]] = defaultdict(list)
    for link in qms.fact(links):
        names = [step for step in link.steps if isinstance(step, str)]
        if ".".join((link.document.kind, *names)) in FOLLOWS and link.target in qms.homes:
            steps = link.steps if isinstance(link.steps[-1], str) else link.steps[:-1]
            together[link.document.path, steps].append(link)
    for (_, steps), found in together.items():
        document = found[0].document
        if isinstance(document, Document) and is_gone(document, qms):
            continue
        said = speaking.beside(document, steps)
        if len(said) < SAYS or not all(speaking.of_something_else(said, one) for one in found):
            continue
        if other := speaking.of_this(said, found):
            yield problem(
                document,
                *steps,
                message=say(
                    "the words beside it have nothing in common with {ids}, but with {other}",
                    ids=[one.target for one in found],
                    other=other,
                ),
                hint=say(
                    "name what is about the same matter, or write here what it has to do with it"
                ),
            )


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
        names_back = link.document.id in home.source.strings or any(
            part.get("id") in home.source.strings
            for part in parts_around(link.document, link.steps)
        )
        return len(heard) >= HEARS and said.isdisjoint(heard) and not names_back

    def of_this(self, said: set[str], found: list[Link]) -> str | None:
        """Another thing of the sort of one that is named, which speaks of what is said here."""
        named = {link.target for link in found} | {link.document.id for link in found}
        named |= {str(part.get("id")) for part in parts_around(found[0].document, found[0].steps)}
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
