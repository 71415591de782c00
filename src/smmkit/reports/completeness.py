"""What a bundle would hold: what stops it, what is there by juknis II.A7 and by clause, what stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from smmkit.analyses.leaving.clause_answers import ClauseAnswer
from smmkit.analyses.leaving.selection import Omitted, Selection
from smmkit.analyses.proof.claims import exclusions
from smmkit.documents import kind_label
from smmkit.git import Origin
from smmkit.page import Block, Cell, Fields, Heading, Page, Shape, Table, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.reports import Report, stamp
from smmkit.standards import Standard, StandardClause
from smmkit.words import Message, say, say_n


@dataclass(frozen=True)
class Hindrance:
    """Something that stops the bundle, and the word by which it can be let pass; empty where it cannot."""

    word: str
    said: Message | str
    reason: str = ""
    """Why it is let pass."""

    FOR_PROGRAMS: ClassVar = {"allow": "word", "message": "said", "reason": "reason"}


@dataclass(frozen=True)
class KindSent:
    """A kind that juknis II.A7 asks for: how many are sent, and why others stay."""

    kind: str
    sent: int
    omitted: tuple[Omitted, ...]

    FOR_PROGRAMS: ClassVar = {"kind": "kind", "sent": "sent", "omitted": "omitted"}


@dataclass(frozen=True)
class ClauseSent:
    """A clause: how much evidence and how many findings are sent."""

    clause: StandardClause
    answer: ClauseAnswer

    FOR_PROGRAMS: ClassVar = {"clause": "clause.id", "evidence": "evidence", "findings": "findings"}

    @property
    def evidence(self) -> int:
        """Documents that answer this clause, not only its group."""
        return sum(not one.indirect for one in self.answer.evidence)

    @property
    def findings(self) -> int:
        """Findings about it."""
        return len(self.answer.findings)


@dataclass(frozen=True)
class Completeness(Report):
    """The dry run of a bundle."""

    selection: Selection
    standard: Standard
    answers: Mapping[str, ClauseAnswer]
    hindrances: tuple[Hindrance, ...]
    wanted: tuple[str, ...]
    """The kinds that are asked for by the juknis; none where nobody answers to it."""

    schema: ClassVar = "smmkit-bundle-check/1"
    FOR_PROGRAMS: ClassVar[dict[str, Any]] = {
        "schema": "schema",
        "submission": "selection.submission.id",
        "as_of": "as_of",
        "stops": "hindrances",
        "documents": "sent",
        "omitted": "selection.omitted",
        "a7": "kinds",
        "clauses": "clauses",
        "left_out": "unread",
    }

    @property
    def sent(self) -> list[str]:
        """The ids of what would go."""
        return [chosen.document.id for chosen in self.selection.chosen]

    @cached_property
    def kinds(self) -> list[KindSent]:
        """What there is of each kind that is asked for."""
        return [
            KindSent(
                kind,
                sum(one.document.kind == kind for one in self.selection.chosen),
                tuple(one for one in self.selection.omitted if one.document.kind == kind),
            )
            for kind in self.wanted
        ]

    @cached_property
    def clauses(self) -> list[ClauseSent]:
        """What there is for each clause."""
        return [ClauseSent(clause, self.answers[clause.id]) for clause in self.standard.clauses]

    def page(self, commit: Origin) -> Page:
        """What stops it first, then what is complete and what is not."""
        stopping = [one for one in self.hindrances if not one.reason]
        verdict = (
            Cell(say_n("no: {n} reason below", "no: {n} reasons below", len(stopping)), Tone.BAD)
            if stopping
            else Cell(say("yes"), Tone.GOOD)
        )
        asked: list[Block] = [Heading(say("By juknis II.A7")), self._by_kind()]
        blocks: list[Block] = [
            Fields(
                (
                    (say("Submission"), Cell(self.selection.submission.id)),
                    (say("Can be made"), verdict),
                    (say("Documents"), Cell(len(self.selection.chosen))),
                    (say("Left out"), Cell(len(self.selection.omitted))),
                )
            ),
            Heading(say("What stops it")),
            self._stops(),
            *(asked if self.wanted else ()),
            Heading(say("By clause")),
            self._by_clause(),
            Heading(say("Left out, and why")),
            self._omitted(),
        ]
        return Page(say("Check of the bundle"), stamp(self.qms, commit), tuple(blocks))

    def _stops(self) -> Table:
        readings: list[Reading[Hindrance]] = [
            Reading(
                say("What"),
                lambda one: Cell(one.said, Tone.PLAIN if one.reason else Tone.BAD),
                width=6,
            ),
            Reading(say("To let it pass"), let_pass, width=3),
        ]
        return table_of(say("Stops"), readings, self.hindrances, say("Nothing stops it."))

    def _by_kind(self) -> Table:
        readings: list[Reading[KindSent]] = [
            Reading(say("Kind"), lambda one: kind_label(one.kind), width=3),
            Reading(
                say("Sent"),
                lambda one: Cell(one.sent, Tone.PLAIN if one.sent or one.omitted else Tone.WARN),
                Shape.NUMBER,
            ),
            Reading(
                say("Left out"),
                lambda one: [
                    say("{id}: {reason}", id=o.document.id, reason=o.reason) for o in one.omitted
                ],
                width=6,
            ),
        ]
        return table_of(say("Kinds"), readings, self.kinds)

    def _by_clause(self) -> Table:
        excluded = exclusions(self.qms, self.standard)

        def evidence(one: ClauseSent) -> Cell:
            if one.clause.id in excluded:
                return Cell(say("not applicable"), Tone.MUTED)
            return Cell(one.evidence, Tone.PLAIN if one.evidence else Tone.WARN)

        readings: list[Reading[ClauseSent]] = [
            Reading(say("Clause"), lambda one: one.clause.id, Shape.CODE),
            Reading(say("Requirement"), lambda one: one.clause.title, width=5),
            Reading(
                say("Evidence"),
                evidence,
                Shape.NUMBER,
            ),
            Reading(say("Findings"), lambda one: one.findings, Shape.NUMBER),
        ]
        return table_of(say("Clauses"), readings, self.clauses)

    def _omitted(self) -> Table:
        readings: list[Reading[Omitted]] = [
            Reading(say("Id"), lambda one: one.document.id, Shape.CODE),
            Reading(say("Title"), lambda one: one.document.title, width=4),
            Reading(say("Reason"), lambda one: one.reason, width=4),
        ]
        return table_of(
            say("Omissions"), readings, self.selection.omitted, say("Nothing is left out.")
        )


def let_pass(one: Hindrance) -> Message | str:
    """How a person lets something pass, or why it was."""
    if one.reason:
        return say("accepted: {reason}", reason=one.reason)
    return f"--allow {one.word}=..." if one.word else say("mend it, or leave it out with a reason")
