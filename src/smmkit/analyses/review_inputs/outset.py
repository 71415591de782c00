"""Inputs a, b and f: earlier decisions, changes around the organization, what could become better."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.audits import open_findings
from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.review_inputs.fact import Fact, Time, bad_if, tally
from smmkit.documents.context import InterestedParties, Issues, Swot
from smmkit.documents.customers import Feedback, FeedbackType, Survey
from smmkit.documents.finding import Grade
from smmkit.documents.regulations import Regulations
from smmkit.documents.review import ChangePlan, ManagementReview
from smmkit.documents.risk import RiskRegister, Sort
from smmkit.page import Tone
from smmkit.qms import Qms
from smmkit.words import say

WATCHED = (Issues, InterestedParties, Swot)
"""The documents that say what is around the organization."""


def earlier_actions(qms: Qms, time: Time) -> Iterator[Fact]:
    """What became of the decisions of earlier reviews, as long as one was open in this time."""
    day = qms.as_of
    held = [one for one in qms.of(ManagementReview) if one.date <= day]
    if not held:
        yield Fact(say("this is the first review: there are no earlier decisions"), ())
    for review in sorted(held, key=lambda one: (one.date, one.id)):
        done = [one for one in review.decisions if one.done and one.done <= day]
        left = [one for one in review.decisions if one not in done]
        last = max((one.done for one in done if one.done), default=None)
        if not left and not time.has(review.date) and not time.has(last):
            continue
        late = sum(one.done > one.due for one in done if one.done)
        over = [one for one in left if one.due < day]
        text = say(
            "{id} of {day}: {done} of {n} decisions done, {late} of them after their day; {over} overdue",
            id=review.id,
            day=review.date,
            done=len(done),
            n=len(review.decisions),
            late=late,
            over=len(over),
        )
        yield Fact(text, (review.id,), bad_if(over))
        for one in left:
            text = say("Open: {what} ({owner}, {day})", what=one.what, owner=one.owner, day=one.due)
            yield Fact(text, (review.id,), Tone.BAD if one in over else Tone.PLAIN)


def changes(qms: Qms, time: Time) -> Iterator[Fact]:
    """What has changed around the organization, in laws, and by plan."""
    for document in (one for kind in WATCHED for one in qms.of(kind)):
        given = [one for one in document.approvals if one.on <= time.until]
        last = max(given, key=lambda one: one.on, default=None)
        if last and time.has(last.on):
            text = say(
                "{title}: version {version} of {day}",
                title=document.title,
                version=last.version,
                day=last.on,
            )
            yield Fact(text, (document.id,))
        elif last and not is_gone(document, qms):
            yield Fact(say("{title}: unchanged", title=document.title), (document.id,), Tone.MUTED)
    for register in qms.of(Regulations):
        if is_gone(register, qms):
            continue
        new = [one.id for one in register.entries if time.has(one.in_force)]
        ended = [one.id for one in register.entries if time.has(one.until)]
        text = say("Regulations: new {new}, ended {ended}", new=tally(new), ended=tally(ended))
        yield Fact(text, (register.id,), Tone.WARN if new or ended else Tone.MUTED)
    for plan in qms.of(ChangePlan):
        done = [one for one in plan.steps if one.done and one.done <= qms.as_of]
        is_open = len(done) < len(plan.steps) or time.has(
            max((s.done for s in done if s.done), default=None)
        )
        if is_open and not is_gone(plan, qms):
            text = say(
                "Change {title}: {done} of {n} steps done",
                title=plan.title,
                done=len(done),
                n=len(plan.steps),
            )
            yield Fact(text, (plan.id,))


def improvement(qms: Qms, time: Time) -> Iterator[Fact]:
    """What auditors, customers, surveys and the registers say could become better."""
    open_ = [one for one in qms.fact(open_findings) if one.grade is Grade.IMPROVEMENT]
    if open_:
        ids = [one.id for one in open_]
        undecided = [one.id for one in open_ if one.decision is None]
        text = say(
            "Open suggestions of auditors: {n}; without a decision: {m}",
            n=tally(ids),
            m=len(undecided),
        )
        yield Fact(text, tuple(ids), Tone.WARN if undecided else Tone.PLAIN)
    said = [
        one.id
        for one in qms.of(Feedback)
        if one.feedback_type is FeedbackType.SUGGESTION and time.has(one.date)
    ]
    if said:
        yield Fact(say("Suggestions of customers: {n}", n=tally(said)), tuple(said))
    for survey in qms.of(Survey):
        if time.has(survey.until):
            for text_ in survey.findings:
                yield Fact(say("{id}: {text}", id=survey.id, text=text_), (survey.id,))
    for register in qms.of(RiskRegister):
        ids = [one.id for one in register.entries if one.sort is Sort.OPPORTUNITY]
        if ids and not is_gone(register, qms):
            text = say("Opportunities in {id}: {n}", id=register.id, n=tally(ids))
            yield Fact(text, (register.id,))
