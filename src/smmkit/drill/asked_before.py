"""What rules said of a document of a folder, and whether they would say it again of a changed folder.

Why: a fault changes one document; most rules that look at another one have not asked for anything that
the fault touches.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, cast

from smmkit.analyses.consistency.counts_of_things import totals
from smmkit.analyses.cycle.editions import editions, heads, names, successions
from smmkit.analyses.kpis.formulas import formulas
from smmkit.analyses.kpis.series import series
from smmkit.analyses.kpis.workdays import reporting
from smmkit.analyses.lifecycle.state import standings
from smmkit.analyses.organization import units
from smmkit.analyses.organization.names_of_units import titled
from smmkit.analyses.organization.wishes import is_wished, wishes
from smmkit.analyses.proof.proof import by_kind, missing_files
from smmkit.analyses.proof.wanting import asked_of, seldom_said
from smmkit.analyses.texts.empty_words import doubtful_texts, empty_words
from smmkit.analyses.texts.leftovers import left_texts
from smmkit.analyses.texts.seen import kept_looks
from smmkit.analyses.texts.stems import commonplaces
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.layout import HOME
from smmkit.problem import Problem
from smmkit.qms import Qms
from smmkit.rules import checks, codes
from smmkit.rules.asking import ask, told_before
from smmkit.rules.settings import settings_of_rules

Asked = tuple[Any, Any]
"""What a rule asked a folder for: the whole of something, or an entry of it."""

WHOLE: Final = "whole"

STEADY_FACTS: Final = (
    *(asked_of, wishes, reporting, units.above, units.below, units.heirs, titled),
    *(vocabulary, commonplaces, empty_words, formulas, heads, editions, successions, names),
)
"""The facts that no fault changes but one in qms.yaml."""

STEADY: Final = frozenset(
    {
        *("as_of", "today", "settings", "standard_ids", "standard", "clause", "packs"),
        *(told_before, *kept_looks, *STEADY_FACTS),
    }
)
"""All that no such fault changes; and what was seen in documents by themselves."""


ENTRIES: Final = ("things", "homes", "sources")
"""What of a folder is asked by its entries."""

OF: Final = "of"
"""That all documents of one type were asked for."""

FACTS: Final[Mapping[Any, str]] = {standings: "standings", series: "series", by_kind: "by_kind"}
"""The facts that are asked by their entries, which are compared as they are."""

COMPARED: Final = frozenset({left_texts, doubtful_texts, seldom_said, missing_files, totals})
"""Facts without documents in them, which are compared as they are."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule said of a document."""

    code: str
    path: str
    problems: tuple[Problem, ...]


class Noted(Mapping[Any, Any]):
    """A mapping that notes which of its entries are asked for."""

    def __init__(self, held: Mapping[Any, Any], name: str, asked: set[Asked]) -> None:
        self._held, self._name, self._asked = held, name, asked

    def __getitem__(self, key: Any) -> Any:
        self._asked.add((self._name, key))
        return self._held[key]

    def __iter__(self) -> Iterator[Any]:
        self._asked.add((self._name, WHOLE))
        return iter(self._held)

    def __len__(self) -> int:
        self._asked.add((self._name, WHOLE))
        return len(self._held)


class Watched:
    """A QMS that notes what it is asked for."""

    def __init__(self, qms: Qms) -> None:
        self._qms = qms
        self.asked: set[Asked] = set()

    def __getattr__(self, name: str) -> Any:
        if name in ENTRIES:
            return Noted(getattr(self._qms, name), name, self.asked)
        self.asked.add((name, WHOLE))
        return getattr(self._qms, name)

    def of(self, kind: type[Any]) -> Any:
        self.asked.add((OF, kind))
        return self._qms.of(kind)

    def get(self, id: str, kind: type[Any]) -> Any:
        self.asked.add(("things", id))
        return self._qms.get(id, kind)

    def fact(self, analysis: Callable[[Qms], Any]) -> Any:
        found = self._qms.fact(analysis)
        if name := FACTS.get(analysis):
            return Noted(cast("Mapping[Any, Any]", found), name, self.asked)
        self.asked.add((analysis, WHOLE))
        return found


def answers(qms: Qms) -> dict[frozenset[Asked], list[Answer]]:
    """What the rules say that look at one document at a time, as far as they may say it again: by what
    they asked for.
    """
    settings, _ = settings_of_rules(qms, checks(), codes())
    found: dict[frozenset[Asked], list[Answer]] = {}
    for check in checks():
        if check.of is None or check.compares or not is_wished(qms, check.wish):
            continue
        for document in qms.of(check.of):
            watched: Any = Watched(qms)
            told = list(ask(check, settings, watched, [document]))
            asked = frozenset(watched.asked)
            if all(rule is check.rule for rule, _ in told) and all(map(may_last, asked)):
                problems = tuple(problem for _, problem in told)
                found.setdefault(asked, []).append(Answer(check.rule.code, document.path, problems))
    return found


def may_last(asked: Asked) -> bool:
    """Whether it can be told of a changed folder that it is as it was."""
    what, key = asked
    if key is WHOLE:
        return what in STEADY or what in COMPARED
    return what == OF or what in ENTRIES or what in FACTS.values()


def steady_before(qms: Qms, before: Qms, changed: Collection[str]) -> None:
    """Take the facts that last of another copy of the same folder."""
    for fact in STEADY_FACTS if HOME not in changed else ():
        qms.fact_as(fact, before.fact(fact))


Lasts = Callable[[frozenset[Asked]], bool]
"""Whether all that was asked for is as it was."""


def lasting(before: Qms, now: Qms, changed: Collection[str]) -> Lasts:
    """Whether a changed folder would answer the same, whatever it is asked for; each is looked for once.

    The documents that did not change are the same objects in both.
    """

    @cache
    def lasts(asked: Asked) -> bool:
        return is_as_it_was(asked, before, now)

    @cache
    def all_last(asked: frozenset[Asked]) -> bool:
        return HOME not in changed and all(map(lasts, asked))

    return all_last


def told_still(
    known: Mapping[frozenset[Asked], Sequence[Answer]], lasts: Lasts, changed: Collection[str]
) -> Mapping[str, Mapping[str, Sequence[Problem]]]:
    """The answers that hold in a changed folder, too: of documents that are as they were, where all
    that was asked for is as it was.
    """
    found: dict[str, dict[str, tuple[Problem, ...]]] = {}
    for asked, said in known.items():
        for one in said if lasts(asked) else ():
            if one.path not in changed:
                found.setdefault(one.code, {})[one.path] = one.problems
    return found


def is_as_it_was(asked: Asked, before: Qms, now: Qms) -> bool:
    """Whether a changed folder answers the same."""
    what, key = asked
    if not may_last(asked):
        return False
    if what in STEADY:
        return True
    if what in COMPARED:
        return bool(now.fact(what) == before.fact(what))
    if what in ENTRIES:
        one, other = getattr(now, what).get(key), getattr(before, what).get(key)
        return is_the_same(one, other)
    if what == OF:
        return same_documents(now.of(key), before.of(key))
    [fact] = [fact for fact, name in FACTS.items() if name == what]
    entry, other = now.fact(fact).get(key), before.fact(fact).get(key)
    return same_documents(entry, other) if fact is by_kind else bool(entry == other)


def same_documents(some: Collection[Any] | None, others: Collection[Any] | None) -> bool:
    """Whether these are the same documents, which did not change."""
    return [*map(id, some or ())] == [*map(id, others or ())]


def is_the_same(one: Any, other: Any) -> bool:
    """Whether an entry of a folder is the same; a home is a document, and the way to a place in it."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return one[0] is other[0] and one[1] == other[1]
    return one is other
