"""What became of findings and suggestions, and what is sent otherwise than the last time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from smmkit.analyses.leaving.audit_trail import Difference, Outcome, Trail
from smmkit.analyses.leaving.for_the_auditor import (
    ANSWER,
    AUDIT,
    CLAUSE,
    FINDING,
    GRADE,
    ID,
    OF_FINDINGS,
    STATE,
    SUGGESTIONS,
    VERIFICATION,
    WHAT_BECAME,
)
from smmkit.analyses.leaving.places import Places
from smmkit.document_view import joined, listed
from smmkit.documents.audit import AuditType
from smmkit.documents.submission import Submission
from smmkit.git import Origin
from smmkit.page import Block, Cell, Fields, Heading, Page, Prose, Shape, Table, Text, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.reports import stamp
from smmkit.words import Message, say

TONES = {
    Outcome.LATE: Tone.BAD,
    Outcome.OPEN: Tone.WARN,
    Outcome.ANSWERED: Tone.WARN,
    Outcome.ACCEPTED: Tone.WARN,
    Outcome.FOLLOWED: Tone.GOOD,
    Outcome.DECLINED: Tone.PLAIN,
    Outcome.CLOSED: Tone.GOOD,
}


def page(
    qms: Qms,
    sent: Submission,
    trails: Sequence[Trail],
    changed: Difference | None,
    places: Places,
    commit: Origin,
    kept: Collection[str] = (),
) -> Page:
    """Every finding with what was done, then what is new since the last submission.

    Of the findings that are `kept` back there is no word of what they say.
    """
    blocks: list[Block] = [
        Prose(say("{id}: {title}", id=sent.id, title=sent.title)),
        Fields(tuple(counts(trails))),
        Heading(SUGGESTIONS),
        Prose(OF_FINDINGS),
        findings(trails, places, kept),
        *differences(changed, places),
    ]
    return Page(WHAT_BECAME, stamp(qms, commit), tuple(blocks))


def counts(trails: Sequence[Trail]) -> Iterator[tuple[Text, Cell]]:
    """How many there are of each outcome."""
    found = Counter(one.outcome for one in trails)
    yield SUGGESTIONS, Cell(len(trails))
    for outcome in Outcome:
        if found[outcome]:
            yield outcome.label, Cell(found[outcome], TONES[outcome])


def summary(trails: Sequence[Trail]) -> Prose | None:
    """What the cover says of them; None where there are none."""
    if not trails:
        return None
    found = Counter(one.outcome for one in trails)
    said = [
        say("{n} {outcome}", outcome=outcome.label, n=found[outcome])
        for outcome in Outcome
        if found[outcome]
    ]
    is_open = any(found[one] for one in (Outcome.LATE, Outcome.OPEN))
    text = say("Findings and suggestions of audits: {counts}", counts=joined("; ", said))
    return Prose(text, Tone.WARN if is_open else Tone.PLAIN)


def findings(trails: Sequence[Trail], places: Places, kept: Collection[str]) -> Table:
    """One row for each finding."""

    def at(one: Trail) -> object:
        place = places.documents.get(one.finding.id)
        return place.in_binder(one.finding.id) if place else one.finding.id

    def unless_kept(one: Trail, value: object) -> object:
        return Cell(say("shown on site only"), Tone.MUTED) if one.finding.id in kept else value

    readings: list[Reading[Trail]] = [
        Reading(ID, at, Shape.CODE),
        Reading(AUDIT, audit_of, width=2),
        Reading(GRADE, lambda one: one.finding.grade.label, width=2),
        Reading(CLAUSE, lambda one: one.finding.clause, Shape.CODE),
        Reading(FINDING, lambda one: unless_kept(one, one.finding.statement), width=5),
        Reading(ANSWER, lambda one: unless_kept(one, listed(list(answer(one)))), width=5),
        Reading(say("Due"), lambda one: one.due or "", Shape.CODE),
        Reading(STATE, lambda one: Cell(one.outcome.label, TONES[one.outcome]), width=2),
        Reading(VERIFICATION, lambda _: "", Shape.FREE, 3),
    ]
    return table_of(say("Findings"), readings, trails, say("No audit has found anything yet."))


def audit_of(one: Trail) -> Text:
    """The audit of a finding, and whose it was."""
    if one.audit is None:
        return one.finding.audit
    kind: AuditType = one.audit.audit_type
    return say("{id} ({kind})", id=one.audit.id, kind=kind.label)


def answer(one: Trail) -> Iterator[Message]:
    """What the organization did, in sentences."""
    finding = one.finding
    if finding.cause:
        yield say("Cause: {cause}", cause=finding.cause)
    for task in (finding.correction, finding.action):
        if task and task.done:
            yield say("{what} (done on {day})", what=task.what, day=task.done)
        elif task:
            yield say("{what} (not done yet)", what=task.what)
    if finding.decision:
        said = say("followed") if finding.decision.accepted else say("not followed")
        yield say(
            "Decision of {day}: {said}. {reason}",
            day=finding.decision.on,
            said=said,
            reason=finding.decision.reason or "",
        )
    if effect := finding.effectiveness:
        yield (
            say("Effect seen on {day}: it helped", day=effect.checked_on)
            if effect.effective
            else say("Effect seen on {day}: it did not help", day=effect.checked_on)
        )
    if finding.accepted:
        yield say("Accepted by the auditor on {day}", day=finding.accepted)
    if finding.closed:
        yield say("Closed by the organization on {day}", day=finding.closed)


def differences(changed: Difference | None, places: Places) -> Iterator[Block]:
    """What is new, newer or gone since the last submission."""
    if changed is None:
        return
    rows: list[tuple[str, str, Message | str]] = [
        (one.document.id, one.document.title, say("new")) for one in changed.new
    ]
    rows += [
        (
            one.document.id,
            one.document.title,
            say("version {now}, was {then}", now=one.edition, then=then),
        )
        for one, then in changed.newer
    ]
    rows += [
        (one.document.id, one.document.title, say("not sent any more")) for one in changed.gone
    ]

    def at(row: tuple[str, str, Message | str]) -> object:
        place = places.documents.get(row[0])
        return place.in_binder(row[0]) if place else row[0]

    readings: list[Reading[tuple[str, str, Message | str]]] = [
        Reading(say("Id"), at, Shape.CODE),
        Reading(say("Title"), lambda row: row[1], width=5),
        Reading(say("Change"), lambda row: row[2], width=3),
    ]
    before = changed.before
    yield Heading(say("Changes since {id} of {day}", id=before.id, day=before.date))
    yield table_of(say("Changes"), readings, rows, say("The same documents in the same versions."))
