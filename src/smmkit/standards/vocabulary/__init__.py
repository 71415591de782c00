"""Words that rules look for in what an organization says, as data.

Nearly every rule that looks for words asks by `pattern_of`, `ways_of` or `claims`, so these stand beside the
words; what looks for more stands in `patterns`, what the lists are made of in `parts`.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from pydantic import Field

from smmkit.model.part import Part, Text
from smmkit.standards import SHIPPED
from smmkit.standards.vocabulary.of_people import Picked, Readers, Reproach
from smmkit.standards.vocabulary.parts import (
    Claim,
    Commitment,
    Counting,
    Course,
    Done,
    Keeping,
    Meetings,
    NothingFound,
    Offices,
    Present,
    Reached,
    Tally,
    Topic,
    Trade,
)
from smmkit.standards.vocabulary.patterns import claims, pattern_of, ways_of
from smmkit.yaml_text.reading import read_ours

__all__ = [
    "Vocabulary",
    "claims",
    "pattern_of",
    "shipped_vocabulary",
    "ways_of",
    "with_shipped",
]


class Vocabulary(Part):
    """The words of all that; what each list is for stands at the head of the file that is shipped."""

    kind: Literal["vocabulary"]
    id: Text
    adds: bool = False
    """Whether its words stand beside those that come with smmkit, and not in their place."""
    bodies: tuple[Text, ...] = ()
    any_trade: tuple[Text, ...] = ()
    trades: tuple[Trade, ...] = ()
    commonplace: tuple[Text, ...] = ()
    fillers: tuple[Text, ...] = ()
    themes: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    refusals: tuple[Text, ...] = ()
    withdrawals: tuple[Text, ...] = ()
    not_ready: tuple[Text, ...] = ()
    overall: tuple[Text, ...] = ()
    surveillance: tuple[Topic, ...] = ()
    none: tuple[Text, ...] = ()
    hollow: tuple[Text, ...] = ()
    asked: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    sometime: tuple[Text, ...] = ()
    answers: tuple[Text, ...] = ()
    anywhere: tuple[Text, ...] = ()
    goes: tuple[Text, ...] = ()
    formal: tuple[Text, ...] = ()
    promises: tuple[Text, ...] = ()
    ahead: tuple[Text, ...] = ()
    thanks: tuple[Text, ...] = ()
    polite: tuple[Text, ...] = ()
    later: tuple[Text, ...] = ()
    unfinished: tuple[Text, ...] = ()
    secret: tuple[Text, ...] = ()
    explained_by: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    answered_for: Claim = Claim()
    until: tuple[Text, ...] = ()
    numbers: dict[Text, int] = Field(default_factory=dict)
    counted: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    after_counted: tuple[Text, ...] = ()
    uncounted: tuple[Text, ...] = ()
    how_much: tuple[Text, ...] = ()
    keeping: Keeping = Keeping()
    meetings: Meetings = Meetings()
    offices: Offices = Offices()
    ranks: tuple[tuple[Text, ...], ...] = ()
    whole: tuple[Text, ...] = ()
    working_days: tuple[Text, ...] = ()
    money: tuple[Text, ...] = ()
    free: tuple[Text, ...] = ()
    reached: Reached = Reached()
    all_done: dict[Literal["findings", "decisions", "providers", "units", "clauses"], Done] = Field(
        default_factory=dict
    )
    present: Present = Present()
    scores: tuple[Text, ...] = ()
    uses: tuple[Text, ...] = ()
    course: Course = Course()
    counting: Counting = Counting()
    tally: Tally = Tally()
    stops: Claim = Claim()
    advises: Claim = Claim()
    related: Claim = Claim()
    guesses: Claim = Claim()
    only_done: Claim = Claim()
    provider_failed: Claim = Claim()
    breaks_down: Claim = Claim()
    picks_best: Claim = Claim()
    picks_own: Picked = Picked()
    measures: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    joins: tuple[Text, ...] = ()
    seen_outside: tuple[Text, ...] = ()
    plain: tuple[Text, ...] = ()
    equates: tuple[Text, ...] = ()
    served: tuple[Text, ...] = ()
    versions: tuple[Text, ...] = ()
    leaves_out: tuple[Text, ...] = ()
    at_once: tuple[Text, ...] = ()
    vague: tuple[Text, ...] = ()
    at_least: tuple[Text, ...] = ()
    at_most: tuple[Text, ...] = ()
    decides: tuple[Text, ...] = ()
    returns: tuple[Text, ...] = ()
    welcome: tuple[Text, ...] = ()
    lacking: tuple[Text, ...] = ()
    unable: tuple[Text, ...] = ()
    denies: tuple[Text, ...] = ()
    not_so: tuple[Text, ...] = ()
    among: tuple[Text, ...] = ()
    still: tuple[Text, ...] = ()
    closes: tuple[Text, ...] = ()
    stays_open: tuple[Text, ...] = ()
    only_when: tuple[Text, ...] = ()
    to_come: tuple[Text, ...] = ()
    written_down: tuple[Text, ...] = ()
    in_mind: tuple[Text, ...] = ()
    open_questions: tuple[Text, ...] = ()
    taken_back: tuple[Text, ...] = ()
    lost: tuple[Text, ...] = ()
    no_post: tuple[Text, ...] = ()
    any_such: tuple[Text, ...] = ()
    sectors: tuple[Text, ...] = ()
    other_systems: Claim = Claim()
    owner_told: tuple[Text, ...] = ()
    delayed: tuple[Text, ...] = ()
    instruments: tuple[Text, ...] = ()
    deeds: tuple[Text, ...] = ()
    served_by: tuple[Text, ...] = ()
    letters: tuple[Text, ...] = ()
    taught: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    goods: tuple[Text, ...] = ()
    by_mouth: tuple[Text, ...] = ()
    answered: tuple[Text, ...] = ()
    dated: tuple[Text, ...] = ()
    puts_off: tuple[Text, ...] = ()
    formalities: tuple[Text, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    nothing_found: NothingFound = NothingFound()
    keeps: tuple[Text, ...] = ()
    blames: tuple[Text, ...] = ()
    since_when: tuple[Text, ...] = ()
    steps: tuple[Text, ...] = ()
    reproach: Reproach = Reproach()
    readers: Readers = Readers()
    shallow: tuple[Text, ...] = ()
    reminds: tuple[Text, ...] = ()


@cache
def shipped_vocabulary() -> Vocabulary:
    """The words where a folder says nothing else."""
    text = (SHIPPED / "vocabulary" / "vocabulary.yaml").read_text("utf-8")
    return Vocabulary.model_validate(read_ours(text))


def with_shipped(own: Vocabulary) -> Vocabulary:
    """The words of a folder, and where it leaves some out or adds to them, those that are shipped."""
    both: Vocabulary = merged(shipped_vocabulary(), own, adds=own.adds)
    return both


def merged(theirs: Any, ours: Any, *, adds: bool) -> Any:
    """The words of a part: each list that is named in place of the other, or beside it."""
    if isinstance(ours, Part):
        names = ours.model_fields_set
        both = {n: merged(getattr(theirs, n), getattr(ours, n), adds=adds) for n in names}
        return theirs.model_copy(update=both)
    if not adds or isinstance(ours, str | bool):
        return ours
    return {**theirs, **ours} if isinstance(ours, dict) else (*theirs, *ours)
