"""By what an audit is seen to have come so far: each step held against the facts of the folder on the day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from smmkit.analyses.auditing.asked import unasked
from smmkit.analyses.auditing.plan import belongs
from smmkit.analyses.audits import (
    is_answered,
    is_loose,
    last_day,
    meeting,
)
from smmkit.analyses.audits.auditors import ended_on, was_trained
from smmkit.analyses.audits.case import Case
from smmkit.analyses.cycle.followed import Lack, lacking
from smmkit.analyses.lifecycle.state import standings
from smmkit.analyses.references.files import resolve
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.review import ManagementReview
from smmkit.standards.flows import Sign
from smmkit.standards.vocabulary.parts import Meetings
from smmkit.words import Message, say

TO_ACT: Final = (Lack.DECISION, Lack.CORRECTION, Lack.CAUSE, Lack.ACTION, Lack.DONE)
"""What a finding waits for that the unit itself has to do."""

NO_CONCLUSION: Final = say("what the audit says as a whole is not written down: `conclusion:`")


@dataclass(frozen=True, slots=True)
class Seen:
    """Whether a step is done, by which ids or files that shows, or what is wanting."""

    done: bool
    shown: tuple[str, ...] = ()
    wanting: tuple[Message, ...] = ()
    needed: bool = True
    """Whether there is anything to be done at all."""


def lacks(*wanting: Message) -> Seen:
    """A step that is not done."""
    return Seen(False, wanting=wanting)


def programme(case: Case) -> Seen:
    """It stands in a programme that was approved."""
    if case.planned is None:
        return lacks(say("no entry of an audit programme is named: `planned:`"))
    home, _ = case.qms.homes[case.planned.id]
    standing = case.qms.fact(standings).get(home.id)
    if standing is None or standing.approval is None or standing.approval.on > case.qms.as_of:
        return lacks(say("{id} is not approved", id=home.id))
    return Seen(True, (home.id, case.planned.id))


def team(case: Case) -> Seen:
    """Auditors are named, one leads, all are trained, none belongs to an audited unit."""
    qms, named = case.qms, case.auditors
    guests = [one for one in case.record.auditors if not one.person] if case.record else []
    if not named and not guests:
        return lacks(say("no auditors are named"))
    untrained = [
        one for one in named if not was_trained(qms, one, case.day) or ended_on(qms, one, case.day)
    ]
    if untrained:
        return lacks(say("not trained as auditors on the day: {people}", people=untrained))
    own = [
        one for one in named if any(belongs(qms, one, unit, case.day) for unit in case.audit.units)
    ]
    if own:
        return lacks(say("of a unit that is audited: {people}", people=own))
    if case.record and not any(one.lead for one in case.record.auditors):
        return lacks(say("nobody leads: `lead: true`"))
    return Seen(True, named)


def plan(case: Case) -> Seen:
    """It has an agenda."""
    if case.prepared is None or not case.prepared.agenda:
        return lacks(say("no agenda stands in the audit: `agenda:`"))
    return Seen(True, (case.prepared.id,))


def checklist(case: Case) -> Seen:
    """It has questions."""
    if case.prepared is None or not case.prepared.checklist:
        return lacks(say("no questions stand in the audit: `checklist:`"))
    return Seen(True, (case.prepared.id,))


def opening(case: Case) -> Seen:
    """The agenda has an opening meeting, and its day has come."""
    return met(case, words_for(case).opening, say("the agenda has no opening meeting by this day"))


def closing(case: Case) -> Seen:
    """The agenda has a closing meeting, and its day has come."""
    return met(case, words_for(case).closing, say("the agenda has no closing meeting by this day"))


def words_for(case: Case) -> Meetings:
    """What the folder calls the meetings of an audit."""
    return case.qms.fact(vocabulary).meetings


def met(case: Case, words: Iterable[str], wanting: Message) -> Seen:
    """A meeting of the agenda, by the words that tell it."""
    held = meeting(case.record, words) if case.record else None
    if case.record is None or held is None or held.on > case.qms.as_of:
        return lacks(wanting)
    return Seen(True, (case.record.id,))


def evidence(case: Case) -> Seen:
    """Every question is answered, with what was seen."""
    if case.begun is None:
        return lacks(say("the audit has not begun"))
    asked = case.begun.checklist
    left = sum(not is_answered(one) for one in asked)
    if asked and not left and (passed_by := unasked(case.qms, case.begun)):
        return lacks(say("no question was put to {units}", units=passed_by))
    if left or not asked:
        said = say("{n} of {m} questions are not answered", n=left, m=len(asked))
        return lacks(said if asked else say("no question was asked: `checklist:`"))
    return Seen(True, (case.begun.id,))


def findings(case: Case) -> Seen:
    """Whatever does not conform is a finding, and the audit says something as a whole."""
    if case.over is None:
        return lacks(say("the audit is not over"))
    loose = [one.clause for one in case.over.checklist if is_loose(one)]
    if loose:
        return lacks(say("does not conform, without a finding: {clauses}", clauses=loose))
    ids = tuple(one.id for one in case.findings)
    if not ids and not case.over.conclusion:
        return lacks(say("neither a finding nor a conclusion is written down"))
    return Seen(True, ids or (case.over.id,))


def report(case: Case) -> Seen:
    """The signed report is named."""
    if case.over is None or case.over.report is None:
        unsaid = case.over is not None and not case.over.conclusion
        return lacks(*[NO_CONCLUSION] * unsaid, say("no signed report is named: `report:`"))
    return Seen(True, (resolve(case.over, case.over.report),))


def action(case: Case) -> Seen:
    """No finding waits for what the unit has to do."""
    return answered(case, TO_ACT)


def verification(case: Case) -> Seen:
    """Every finding is closed."""
    return answered(case, tuple(Lack))


def answered(case: Case, meant: Iterable[Lack]) -> Seen:
    """No finding that is open waits for some of these things."""
    made = case.findings
    if not made:
        told = case.over is not None and (case.over.report or case.over.closed)
        return Seen(False, needed=False) if told else lacks(say("no finding is written down yet"))
    day = case.qms.as_of
    waiting = [
        say("{id} waits for {lack}", id=one.id, lack=lack.label)
        for one in made
        if not one.is_closed_on(day) and (lack := lacking(one, day)) in meant
    ]
    if waiting:
        return lacks(*waiting)
    return Seen(True, tuple(one.id for one in made))


def review(case: Case) -> Seen:
    """A management review that came later has looked at it."""
    if case.over is None:
        return lacks(say("the audit is not over"))
    for one in case.qms.of(ManagementReview):
        about = {id_ for given in one.inputs for id_ in given.about}
        if last_day(case.over) <= one.date <= case.qms.as_of and case.over.id in about:
            return Seen(True, (one.id,))
    return lacks(say("no management review has looked at {id} yet", id=case.over.id))


SIGNS: Final[dict[Sign, Callable[[Case], Seen]]] = {
    Sign.PROGRAMME: programme,
    Sign.TEAM: team,
    Sign.PLAN: plan,
    Sign.CHECKLIST: checklist,
    Sign.OPENING: opening,
    Sign.EVIDENCE: evidence,
    Sign.FINDINGS: findings,
    Sign.CLOSING: closing,
    Sign.REPORT: report,
    Sign.ACTION: action,
    Sign.VERIFICATION: verification,
    Sign.REVIEW: review,
}
"""Each sign with what looks for it."""
