"""SMM628 answers-by-another-day."""

from __future__ import annotations

from smmkit.analyses.audits import findings_by_audit, last_day
from smmkit.analyses.texts.days import days_by_sentence
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.audit import Audit
from smmkit.documents.finding import AuditFinding
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import say


@rule(
    "SMM628",
    "answers-by-another-day",
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 e",
    clause="9.2.2",
    whole=(AuditFinding,),
    filled=True,
)
def answers_by_another_day(qms: Qms) -> Problems:
    """The day by which the conclusion of an audit wants answers is the one that its findings name.

    Why: the agenda goes by the findings; who answers by the later of two days finds the certificate in
    danger.
    """
    words = qms.fact(vocabulary)
    answers, to_come = pattern_of(words.answered), pattern_of(words.to_come)
    for audit in qms.of(Audit):
        wanted = [one for one in qms.fact(findings_by_audit).get(audit.id, ()) if one.response_due]
        named = {one.response_due for one in wanted}
        for sentence, days in days_by_sentence(audit.conclusion or "") if wanted else ():
            slips = {(one.month, one.day) for one in named if one}
            other = [
                day
                for day in days
                if (day > last_day(audit) or (day.month, day.day) in slips) and day not in named
            ]
            if other and answers.search(sentence) and to_come.search(sentence):
                yield problem(
                    audit,
                    "conclusion",
                    message=say(
                        "this wants answers by {day}; {id} wants one by {other}",
                        day=other[0],
                        id=wanted[0].id,
                        other=wanted[0].response_due,
                    ),
                    hint=say("write the day of the report in both places"),
                )
