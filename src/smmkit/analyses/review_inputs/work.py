"""Inputs c 6 and c 7, d and e: audits, providers, resources, what was done about risks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from smmkit.analyses.audits import audits as held_audits
from smmkit.analyses.audits import (
    done_plans,
    findings_by_audit,
    is_called_off,
    last_day,
    planned_days,
)
from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.review_inputs.fact import Fact, Time, bad_if, tally
from smmkit.analyses.risks.profile import risk_profile
from smmkit.calendar_ends import missed
from smmkit.documents.audit import AuditProgramme
from smmkit.documents.competence import Competences
from smmkit.documents.resources import ExternalProviders, Resources
from smmkit.documents.risk import Sort
from smmkit.page import Tone
from smmkit.qms import Qms
from smmkit.words import rounded, say


def audits(qms: Qms, time: Time) -> Iterator[Fact]:
    """Each audit with what it found, and those that were planned and not held."""
    found = qms.fact(findings_by_audit)
    for audit in qms.fact(held_audits):
        if not time.has(last_day(audit)):
            continue
        counts = Counter(one.grade for one in found.get(audit.id, ()))
        told = [
            say("{grade} {n}", grade=grade.label, n=n)
            for grade, n in sorted(counts.items(), key=lambda pair: pair[0].value)
        ]
        text = say(
            "{id} {title} ({sort}, {day}): {findings}",
            id=audit.id,
            title=audit.title,
            sort=audit.audit_type.label,
            day=last_day(audit),
            findings=told or say("no finding"),
        )
        yield Fact(text, (audit.id,))
    done = qms.fact(done_plans)
    due = [
        one
        for programme in qms.of(AuditProgramme)
        if not is_gone(programme, qms)
        for one in programme.entries
        if (days := planned_days(one)) and time.has(days[1])
    ]
    if missed := [one.id for one in due if one.id not in done]:
        text = say("Planned and not held: {n}", n=tally(missed))
        yield Fact(text, tuple(missed), Tone.BAD)
    for one in due:
        if one.cancelled and is_called_off(one, qms.as_of):
            text = say("Called off: {id} ({reason})", id=one.id, reason=one.cancelled.reason)
            yield Fact(text, (one.id,), Tone.WARN)


def providers(qms: Qms, time: Time) -> Iterator[Fact]:
    """Each evaluation of a provider, and those that are overdue."""
    overdue = []
    for register in qms.of(ExternalProviders):
        if is_gone(register, qms):
            continue
        for entry in register.entries:
            for one in entry.evaluations:
                if time.has(one.on):
                    score = "-" if one.score is None else rounded(one.score)
                    text = say(
                        "{id} {title}: {result} (score {score}, {day})",
                        id=entry.id,
                        title=entry.title,
                        result=one.result,
                        score=score,
                        day=one.on,
                    )
                    yield Fact(text, (entry.id,), Tone.GOOD if one.stays else Tone.BAD)
            last = max((one.on for one in entry.evaluations if one.on <= qms.as_of), default=None)
            due = entry.next_review
            if due and due < qms.as_of and (last is None or last < due):
                overdue.append(entry.id)
    if overdue:
        text = say("Evaluation overdue: {n}", n=tally(overdue))
        yield Fact(text, tuple(overdue), Tone.BAD)


def resources(qms: Qms, _: Time) -> Iterator[Fact]:
    """What there is too little of, whose care is overdue, and which competence is not enough."""
    for register in qms.of(Resources):
        if is_gone(register, qms):
            continue
        short = [
            one
            for one in register.entries
            if one.needed is not None and one.available is not None and one.available < one.needed
        ]
        late = [
            one.id
            for one in register.entries
            if any(missed(c.due, c.done, qms.as_of) for c in one.care)
        ]
        text = say(
            "{id}: {n} resources, too little of {m}, care overdue for {late}",
            id=register.id,
            n=len(register.entries),
            m=len(short),
            late=len(late),
        )
        yield Fact(text, (register.id,), bad_if(short or late))
        for one in short:
            text = say(
                "{id} {title}: {n} of {m}",
                id=one.id,
                title=one.title,
                n=rounded(one.available, 0) if one.available is not None else "-",
                m=rounded(one.needed, 0) if one.needed is not None else "-",
            )
            yield Fact(text, (one.id,), Tone.BAD)
    for known in qms.of(Competences):
        lacking = [one.id for one in known.entries if not one.sufficient]
        if not is_gone(known, qms):
            text = say(
                "{id}: {n} of {m} competences are enough; not enough: {left}",
                id=known.id,
                n=len(known.entries) - len(lacking),
                m=len(known.entries),
                left=tally(lacking),
            )
            yield Fact(text, (known.id,), bad_if(lacking))


def risks(qms: Qms, time: Time) -> Iterator[Fact]:
    """What was done about risks and opportunities, and whether it helped."""
    found = qms.fact(risk_profile)
    if not found:
        return
    registers = tuple(dict.fromkeys(one.register.id for one in found))
    done = [t for one in found for t in one.risk.treatments if time.has(t.done)]
    late = [one.risk.id for one in found if one.late]
    text = say(
        "Treatments done: {n}; risks with a treatment that is late: {late}",
        n=len(done),
        late=tally(late),
    )
    yield Fact(text, registers, bad_if(late))
    above = [one.risk.id for one in found if one.above]
    text = say("Risks above appetite: {n}", n=tally(above))
    yield Fact(text, registers, bad_if(above))
    treated = [
        one
        for one in found
        if one.risk.sort is Sort.RISK
        and one.risk.treatments
        and all(t.done and t.done <= qms.as_of for t in one.risk.treatments)
        and one.now.level is not None
        and one.residual.level is not None
    ]
    if treated:
        not_yet = [
            one.risk.id
            for one in treated
            if one.now.level is not None
            and one.residual.level is not None
            and one.now.level > one.residual.level
        ]
        text = say(
            "Risks whose treatments are all done: {n}; still above the level that was meant: {left}",
            n=len(treated),
            left=tally(not_yet),
        )
        yield Fact(text, tuple(one.risk.id for one in treated), bad_if(not_yet))
