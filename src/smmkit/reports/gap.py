"""The gap report: claim beside proof, from the whole down to each requirement."""

from __future__ import annotations

from typing import Any

from smmkit.analyses.gap import FORMULA, VERSION, Blocking, ClauseGap, Gap, Judged, Totals, gap
from smmkit.analyses.proof import Shown, Strength
from smmkit.documents import Information, kind_label
from smmkit.documents.assessment import Status
from smmkit.git import Commit
from smmkit.page import (
    Bars,
    Block,
    Cell,
    Column,
    Fields,
    Heading,
    Page,
    Prose,
    Shape,
    Table,
    Text,
    Tone,
)
from smmkit.qms import Qms
from smmkit.reports import figure, left_out, percent, stamp
from smmkit.standards import DocumentedInformation, Requirement, Standard
from smmkit.words import Language, Words, say

SCHEMA = "smmkit-gap/1"

TONES = {
    Status.CONFORM: Tone.GOOD,
    Status.PARTIAL: Tone.WARN,
    Status.NONCONFORM: Tone.BAD,
    Status.NOT_ASSESSED: Tone.MUTED,
    Status.NOT_APPLICABLE: Tone.MUTED,
    Status.NOT_TRIGGERED: Tone.MUTED,
    Strength.PROVED: Tone.GOOD,
    Strength.SHORT: Tone.WARN,
    Strength.NONE: Tone.BAD,
    Strength.CLAIM_ONLY: Tone.MUTED,
}


def page(qms: Qms, standard: Standard, commit: Commit | None, detailed: bool = True) -> Page:
    """The report as a Page; `detailed` adds every requirement."""
    found = gap(qms, standard)
    blocks: list[Block] = [
        *overview(found),
        *left_out(qms),
        *blocking_table(found),
        *clause_table(found),
        *mandatory_table(found),
        *checklist_tables(qms, standard),
        *action_table(found, qms),
    ]
    if detailed:
        blocks += requirement_table(found)
    title = say("Gap report: {standard}", standard=standard.title)
    return Page(title, stamp(qms, commit), (*blocks, Prose(standard.disclaimer, Tone.MUTED)))


def overview(found: Gap) -> list[Block]:
    """The three numbers, always together, with their formula; by chapter and by phase."""
    assessment = found.assessment
    source = (
        say("{id} of {day}", id=assessment.id, day=assessment.date)
        if assessment
        else say("there is no assessment of this standard in the folder")
    )
    total = found.totals
    head = Fields(
        (
            (say("Conformity: of what is applicable and assessed"), percent(total.conformity)),
            (say("Coverage: assessed of what is applicable"), percent(total.coverage)),
            (say("Floor: what is not assessed counts as 0"), percent(total.floor)),
            (
                say("Requirements"),
                Cell(say("{n} assessed of {m} that apply", n=total.assessed, m=total.applicable)),
            ),
            (
                say("Formula"),
                Cell(say("{formula} (version {version})", formula=FORMULA, version=VERSION)),
            ),
            (say("Assessment"), Cell(source, Tone.PLAIN if assessment else Tone.BAD)),
        )
    )
    chapters = [(chapter.id, chapter.title, totals) for chapter, totals in found.chapters]
    phases = [(phase.value[0].upper(), phase.label, totals) for phase, totals in found.phases]
    return [
        head,
        bars(found),
        totals_table(say("By chapter"), chapters),
        totals_table(say("By phase of the PDCA circle"), phases),
    ]


def bars(found: Gap) -> Bars:
    """Conformity and what is not assessed, for each chapter."""
    rows = []
    for chapter, totals in found.chapters:
        floor = float(totals.floor or 0)
        unknown = 100 - float(totals.coverage or 0)
        lost = max(100 - floor - unknown, 0.0)
        parts = ((Tone.GOOD, floor), (Tone.BAD, lost), (Tone.MUTED, unknown))
        label = say("{id} {title}", id=chapter.id, title=chapter.title)
        rows.append((label, parts, percent(totals.floor).value))
    return Bars(
        say("Floor by chapter"),
        say(
            "For each chapter: the share that conforms, the share that does not, what is not assessed"
        ),
        tuple(rows),
    )


def totals_table(name: Text, rows: list[tuple[str, Any, Totals]]) -> Table:
    """The three numbers for each row."""
    return Table(
        name,
        (
            Column(say("No."), Shape.CODE),
            Column(say("Title"), width=4),
            Column(say("Applicable"), Shape.NUMBER),
            Column(say("Assessed"), Shape.NUMBER),
            Column(say("Conformity"), Shape.NUMBER),
            Column(say("Coverage"), Shape.NUMBER),
            Column(say("Floor"), Shape.NUMBER),
        ),
        tuple(
            (
                Cell(id_),
                Cell(title),
                Cell(t.applicable),
                Cell(t.assessed),
                percent(t.conformity),
                percent(t.coverage),
                percent(t.floor),
            )
            for id_, title, t in rows
        ),
    )


def blocking_table(found: Gap) -> list[Block]:
    """What must be settled before a certification audit is asked for."""
    rows = tuple(
        (Cell(b.clause), Cell(named(b)), Cell(b.why.label, Tone.BAD)) for b in found.blocking
    )
    columns = (
        Column(say("Clause"), Shape.CODE),
        Column(say("Description"), width=5),
        Column(say("Why"), width=3),
    )
    return [
        Heading(say("Blocking: to be settled before a certification audit")),
        Table(say("Blocking"), columns, rows, say("Nothing blocks.")),
    ]


def named(blocking: Blocking) -> Text:
    """What blocks, in words."""
    match blocking.what:
        case Requirement():
            return blocking.what.text
        case DocumentedInformation():
            return blocking.what.what
        case Information():
            return say("{id}: {title}", id=blocking.what.id, title=blocking.what.title)
    return ""


def clause_table(found: Gap) -> list[Block]:
    """Claim and proof for each clause."""
    rows = tuple(
        (
            Cell(c.clause.id),
            Cell(c.clause.title),
            Cell(c.status.label, TONES[c.status]),
            strength(c.proof, c.status is not Status.NOT_APPLICABLE),
            percent(c.totals.conformity),
            percent(c.totals.coverage),
            percent(c.totals.floor),
            Cell(say("excluded in the scope") if c.excluded else documents(c.proof)),
        )
        for c in found.clauses
    )
    columns = (
        Column(say("Clause"), Shape.CODE),
        Column(say("Title"), width=4),
        Column(say("Claim"), width=2),
        Column(say("Proof"), width=2),
        Column(say("Conformity"), Shape.NUMBER),
        Column(say("Coverage"), Shape.NUMBER),
        Column(say("Floor"), Shape.NUMBER),
        Column(say("Documents"), width=3),
    )
    return [
        Heading(say("Clauses: what is claimed, what is proved")),
        Table(say("Clauses"), columns, rows),
    ]


def strength(proof: Shown, applies: bool = True) -> Cell:
    """How well something is proved, if it applies at all."""
    if not applies:
        return Cell(Status.NOT_APPLICABLE.label, Tone.MUTED)
    return Cell(proof.strength.label, TONES[proof.strength])


def documents(proof: Shown) -> list[Any]:
    """The documents that count, those that do so through a group marked; then what falls short."""
    shown: list[Any] = [
        say("{id} (indirect)", id=e.document.id) if e.indirect else e.document.id
        for e in proof.evidence
    ]
    gone = dict(proof.gone)
    for document, missing in proof.short_of:
        if standing := gone.get(document.id):
            state, day = standing.state.label, standing.since
            shown.append(say("{id} ({state} on {day})", id=document.id, state=state, day=day))
        else:
            conditions = [c.label for c in missing]
            shown.append(say("{id} (not: {conditions})", id=document.id, conditions=conditions))
    if proof.lacking:
        shown.append(say("missing: {kinds}", kinds=[kind_label(kind) for kind in proof.lacking]))
    return shown


def mandatory_table(found: Gap) -> list[Block]:
    """Every document and record that the standard asks for."""
    rows = tuple(
        (
            Cell(m.clause.id),
            Cell(m.item.kind.label),
            Cell(m.item.what),
            strength(m.proof, m.applies),
            Cell(documents(m.proof) if m.applies else ()),
        )
        for m in found.mandatory
    )
    columns = (
        Column(say("Clause"), Shape.CODE),
        Column(say("Maintain or retain"), width=2),
        Column(say("Description"), width=5),
        Column(say("Proof"), width=2),
        Column(say("Documents"), width=3),
    )
    return [
        Heading(say("Documented information that is asked for")),
        Table(say("Documented information"), columns, rows, say("This standard asks for none.")),
    ]


def checklist_tables(qms: Qms, standard: Standard) -> list[Block]:
    """The other standards that the QMS answers to: what of them the folder proves."""
    blocks: list[Block] = []
    for other in others(qms, standard):
        rows = tuple(
            (Cell(id_), Cell(text), strength(proof), Cell(documents(proof)))
            for id_, text, proof in checklist(qms, other)
        )
        columns = (
            Column(say("No."), Shape.CODE),
            Column(say("What is asked for"), width=5),
            Column(say("Proof"), width=2),
            Column(say("Documents"), width=3),
        )
        blocks += [Heading(other.title), Table(other.id, columns, rows)]
    return blocks


def others(qms: Qms, standard: Standard) -> list[Standard]:
    """The standards of the QMS but this one."""
    known = [qms.standard(id_) for id_ in qms.standard_ids]
    return [other for other in known if other is not None and other.id != standard.id]


def checklist(qms: Qms, standard: Standard) -> list[tuple[str, Words, Shown]]:
    """The demands of a standard: each clause, and below it each document that it asks for."""
    found = gap(qms, standard)
    rows: list[tuple[str, Words, Shown]] = []
    for clause in found.clauses:
        rows.append((clause.clause.id, clause.clause.title, clause.proof))
        rows += [
            (m.clause.id, m.item.what, m.proof)
            for m in found.mandatory
            if m.clause is clause.clause
        ]
    return rows


def action_table(found: Gap, qms: Qms) -> list[Block]:
    """What is to be done, by whom, by when."""
    rows = tuple(
        (
            Cell(a.clause),
            Cell(a.what),
            Cell(a.owner),
            Cell(a.due, Tone.BAD if a.late(qms.as_of) else Tone.PLAIN),
            Cell(a.done) if a.done else Cell(say("open"), Tone.WARN),
            Cell(a.source),
        )
        for a in found.actions
    )
    columns = (
        Column(say("Clause"), Shape.CODE),
        Column(say("Action"), width=5),
        Column(say("Owner"), Shape.CODE, 2),
        Column(say("Due"), Shape.CODE, 2),
        Column(say("Done on"), Shape.CODE, 2),
        Column(say("Source document"), Shape.CODE, 2),
    )
    return [
        Heading(say("Actions")),
        Table(say("Actions"), columns, rows, say("No action is planned.")),
    ]


def requirement_table(found: Gap) -> list[Block]:
    """Every requirement with its claim, its proof and what was found."""
    rows = tuple(
        requirement_row(judged) for clause in found.clauses for judged in clause.requirements
    )
    columns = (
        Column(say("No."), Shape.CODE),
        Column(say("Requirement"), width=5),
        Column(say("Claim"), width=2),
        Column(say("Proof"), width=2),
        Column(say("Objective condition and gap"), width=4),
        Column(say("Evidence named"), width=2),
    )
    return [Heading(say("Requirements")), Table(say("Requirements"), columns, rows)]


def requirement_row(judged: Judged) -> tuple[Cell, ...]:
    """One requirement."""
    verdict = judged.verdict
    said = [verdict.condition, verdict.gap, verdict.reason] if verdict else []
    return (
        Cell(judged.requirement.id),
        Cell(judged.requirement.text),
        Cell(judged.status.label, TONES[judged.status]),
        strength(judged.proof, judged.status is not Status.NOT_APPLICABLE),
        Cell(" ".join(text for text in said if text)),
        Cell(verdict.evidence if verdict else ()),
    )


def data(qms: Qms, standard: Standard, language: Language) -> dict[str, Any]:
    """The report for programs, from the same analysis as the Page."""
    found = gap(qms, standard)
    return {
        "schema": SCHEMA,
        "standard": standard.id,
        "standard_title": language.say(standard.title),
        "standard_version": standard.version,
        "as_of": qms.as_of.isoformat(),
        "assessment": found.assessment.id if found.assessment else None,
        "totals": {**numbers(found.totals), "formula": FORMULA, "formula_version": VERSION},
        "chapters": [
            {"id": c.id, "title": language.say(c.title), **numbers(totals)}
            for c, totals in found.chapters
        ],
        "phases": [{"id": phase.value, **numbers(totals)} for phase, totals in found.phases],
        "clauses": [clause_data(c, language) for c in found.clauses],
        "mandatory": [
            {
                "clause": m.clause.id,
                "kind": m.item.kind,
                "what": language.say(m.item.what),
                "applies": m.applies,
                **proof_data(m.proof),
            }
            for m in found.mandatory
        ],
        "checklists": [
            {
                "standard": other.id,
                "items": [
                    {"id": id_, "what": language.say(text), **proof_data(proof)}
                    for id_, text, proof in checklist(qms, other)
                ],
            }
            for other in others(qms, standard)
        ],
        "blocking": [
            {"clause": b.clause, "why": b.why, "what": language.say(named(b))}
            for b in found.blocking
        ],
        "actions": [
            {
                "clause": a.clause,
                "what": a.what,
                "owner": a.owner,
                "due": a.due.isoformat() if a.due else None,
                "done": a.done.isoformat() if a.done else None,
                "source": a.source,
            }
            for a in found.actions
        ],
        "left_out": [stub.path for stub in qms.stubs],
    }


def numbers(totals: Totals) -> dict[str, Any]:
    """The three numbers of a whole, and what they are counted over."""
    return {
        "applicable": totals.applicable,
        "assessed": totals.assessed,
        "conformity": figure(totals.conformity),
        "coverage": figure(totals.coverage),
        "floor": figure(totals.floor),
    }


def clause_data(c: ClauseGap, language: Language) -> dict[str, Any]:
    """One clause; its conformity is its score."""
    return {
        "id": c.clause.id,
        "title": language.say(c.clause.title),
        "phase": c.clause.phase.value,
        "status": c.status.value,
        "score": figure(c.totals.conformity),
        "coverage": figure(c.totals.coverage),
        "floor": figure(c.totals.floor),
        "excluded": c.excluded or None,
        "proof": proof_data(c.proof),
        "requirements": [
            {"id": j.requirement.id, "status": j.status.value, "proof": proof_data(j.proof)}
            for j in c.requirements
        ],
    }


def proof_data(proof: Shown) -> dict[str, Any]:
    """How well something is proved, by which documents, and which fall short of what."""
    return {
        "strength": proof.strength.value,
        "documents": [{"id": e.document.id, "indirect": e.indirect} for e in proof.evidence],
        "short_of": [
            {"id": document.id, "conditions": [c.value for c in missing]}
            for document, missing in proof.short_of
        ],
        "lacking": list(proof.lacking),
    }
