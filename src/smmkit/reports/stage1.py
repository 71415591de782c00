"""The auditor's table: every clause, where the bundle answers it, and room to write."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from smmkit.analyses.leaving.clause_answers import ClauseAnswer, Reference
from smmkit.analyses.leaving.for_the_auditor import (
    BY_AUDITOR,
    CLAUSE,
    OF_CLAUSES,
    RECOMMENDATION,
    REFERENCE,
    REQUIREMENT,
    VERIFICATION,
    recommendations,
)
from smmkit.analyses.leaving.places import Places
from smmkit.analyses.leaving.selection import Chosen, Omitted, Selection
from smmkit.analyses.proof.claims import exclusions
from smmkit.documents import kind_label
from smmkit.documents.audit import Audit, AuditType
from smmkit.git import Origin
from smmkit.page import Block, Cell, Heading, Link, Page, Prose, Shape, Table, Text, Tone, link
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.reports import stamp
from smmkit.standards import Standard, StandardClause
from smmkit.words import Message, say

TITLES = {
    AuditType.STAGE_1: say("Document review (stage 1)"),
    AuditType.STAGE_2: say("Documents for the audit on site (stage 2)"),
    AuditType.SURVEILLANCE: say("Documents for the surveillance audit"),
    AuditType.RECERTIFICATION: say("Documents for the recertification audit"),
    AuditType.SPECIAL: say("Documents for the special audit"),
    AuditType.INTERNAL: say("Documents for the internal audit"),
}
"""What the table is called, by the audit that the submission is for."""


def row_of(clause: str) -> str:
    """The mark of the row in which all that answers a clause stands."""
    return re.sub(r"\W", "_", f"clause_{clause}")


def page(
    qms: Qms,
    selection: Selection,
    standard: Standard,
    answers: Mapping[str, ClauseAnswer],
    places: Places,
    commit: Origin,
    criteria: Sequence[Block] = (),
) -> Page:
    """The table, its column of verification left empty for the auditor; `criteria` stand before it."""
    audit = qms.get(selection.submission.audit or "", Audit)
    kind = audit.audit_type if audit else AuditType.STAGE_1
    sent = selection.submission
    blocks: list[Block] = [
        Prose(say("{id}: {title}", id=sent.id, title=sent.title)),
        *criteria,
        Heading(say("Clauses")),
        Prose(OF_CLAUSES),
        clauses(qms, standard, answers, places),
        Heading(BY_AUDITOR),
        recommended(recommendations(kind)),
        Prose(standard.disclaimer, Tone.MUTED),
    ]
    title = say("{kind}: {standard}", kind=TITLES[kind], standard=standard.title)
    return Page(title, stamp(qms, commit), tuple(blocks))


def clauses(
    qms: Qms, standard: Standard, answers: Mapping[str, ClauseAnswer], places: Places
) -> Table:
    """One row for each clause: what it is about, where the bundle speaks of it, an empty cell."""
    excluded = exclusions(qms, standard)

    def reference(clause: StandardClause) -> Cell:
        if clause.id in excluded:
            return Cell([say("not applicable, see above")])
        return answer_of(answers[clause.id], places)

    def number(clause: StandardClause) -> Cell:
        evidence = answers[clause.id].evidence
        said: Text = clause.id
        if clause.id not in excluded and evidence:
            said = places.documents[evidence[0].chosen.document.id].alone(clause.id)
        return Cell(said, mark=row_of(clause.id))

    readings: list[Reading[StandardClause]] = [
        Reading(CLAUSE, number, Shape.CODE),
        Reading(REQUIREMENT, lambda clause: clause.title, width=3),
        Reading(REFERENCE, reference, width=6),
        Reading(VERIFICATION, lambda _: "", Shape.FREE, 4),
    ]
    return table_of(say("Stage 1"), readings, standard.clauses)


def recommended(words: Sequence[Message]) -> Table:
    """What the auditor may recommend, with room for a mark or for what has to be settled."""
    readings: list[Reading[Message]] = [
        Reading(RECOMMENDATION, lambda one: one, width=3),
        Reading(VERIFICATION, lambda _: "", Shape.FREE, 4),
    ]
    return table_of(BY_AUDITOR, readings, words)


def answer_of(answer: ClauseAnswer, places: Places) -> Cell:
    """What the bundle has for a clause, line by line: evidence, then findings, then what stays."""
    lines: list[Text] = [of_evidence(one, places) for one in answer.evidence]
    lines += [of_finding(one, places) for one in answer.findings]
    lines += [of_omission(one) for one in answer.omitted]
    if any(not one.indirect for one in answer.evidence):
        return Cell(lines)
    if not lines:
        return Cell([say("nothing in this bundle")], Tone.WARN)
    return Cell(lines) if answer.omitted else Cell(lines, Tone.WARN)


def of_evidence(reference: Reference, places: Places) -> Link:
    """A document by its id, title, kind, version and page."""
    place = places.documents[reference.chosen.document.id]
    said = described(reference.chosen, place.page)
    if reference.indirect:
        said = say("{document} (for the group above)", document=said)
    return place.in_binder(said)


def of_finding(chosen: Chosen, places: Places) -> Link:
    """A finding, which is no evidence that the clause is met."""
    place = places.documents[chosen.document.id]
    return place.in_binder(say("Finding: {document}", document=described(chosen, place.page)))


def of_omission(omitted: Omitted) -> Message:
    """What would stand here, but is not sent."""
    return say("Not sent: {id}: {reason}", id=omitted.document.id, reason=omitted.reason)


def described(chosen: Chosen, number: int) -> Message:
    """A document in a line."""
    document = chosen.document
    values: dict[str, object] = {
        "id": document.id,
        "title": document.title,
        "kind": kind_label(document.kind),
        "version": chosen.edition,
    }
    if number:
        return say("{id} {title} ({kind}, {version}), page {page}", page=str(number), **values)
    return say("{id} {title} ({kind}, {version})", **values)


def shortest(
    qms: Qms,
    standard: Standard,
    answers: Mapping[str, ClauseAnswer],
    places: Places,
    mark: str = "",
) -> Table:
    """One row for each clause, which leads to the best that is sent for it: the way of the fewest steps.

    What the name of the table of clauses in the same language ends in is its `mark`.
    """
    excluded = exclusions(qms, standard)

    def number(clause: StandardClause) -> Text:
        evidence = answers[clause.id].evidence
        if clause.id in excluded or not evidence:
            return clause.id
        return places.documents[evidence[0].chosen.document.id].in_binder(clause.id)

    def first(clause: StandardClause) -> Cell:
        if clause.id in excluded:
            return Cell(say("not applicable: {reason}", reason=excluded[clause.id]), Tone.MUTED)
        return best(answers[clause.id], places)

    def besides(clause: StandardClause) -> Cell:
        return Cell(
            []
            if clause.id in excluded
            else others(answers[clause.id], f"02-clauses{mark}.html#{row_of(clause.id)}")
        )

    readings: list[Reading[StandardClause]] = [
        Reading(say("Clause"), number, Shape.CODE),
        Reading(say("Requirement"), lambda clause: clause.title, width=3),
        Reading(say("Look here first"), first, width=5),
        Reading(say("Besides"), besides, width=3),
    ]
    return table_of(say("By clause"), readings, standard.clauses)


def best(answer: ClauseAnswer, places: Places) -> Cell:
    """The best evidence with its page; where there is none, what comes nearest, marked."""
    if answer.evidence:
        shown = answer.evidence[0]
        return Cell(of_evidence(shown, places), Tone.WARN if shown.indirect else Tone.PLAIN)
    if answer.findings:
        return Cell(of_finding(answer.findings[0], places), Tone.WARN)
    if answer.omitted:
        return Cell(of_omission(answer.omitted[0]), Tone.WARN)
    return Cell(say("nothing in this bundle"), Tone.WARN)


def others(answer: ClauseAnswer, all_: str) -> list[Text]:
    """How much more there is, with the way to all of it, and what stays."""
    rest: tuple[object, ...] = (*answer.evidence, *answer.findings)[1:]
    count = sum(isinstance(one, Reference) for one in rest)
    told: list[Text] = []
    if count:
        told.append(link(say("further documents: {n}", n=count), all_))
    if len(rest) > count:
        told.append(link(say("findings: {n}", n=len(rest) - count), all_))
    begins = 0 if answer.evidence or answer.findings else 1
    return [*told, *(of_omission(one) for one in answer.omitted[begins:])]
