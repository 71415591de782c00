"""SMM705 overdue."""

from __future__ import annotations

from smmkit.analyses.agenda.overdue import Sort, late
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say

DONE = say("write `done:` with the day, or a new day and why")

WORDS = {
    Sort.TASK: (say("a task of {id} was due on {day}"), DONE),
    Sort.CASE: (
        say("a result of {id} was promised for {day}, and is not released"),
        say("write `released:` with the day, or record the nonconforming output"),
    ),
    Sort.RESPONSE: (
        say("the auditor wanted an answer to {id} by {day}"),
        say("answer, and write `accepted:` with the day on which the auditor accepted it"),
    ),
    Sort.COMPETENCE: (
        say("the competence {id} was to be there by {day}"),
        say("write what is held now and `sufficient: true`, or a new day and why"),
    ),
}
"""What is said of each sort, and what is to be done."""

OF_PART = {
    (Sort.TASK, "Care"): (say("care of {id} was due on {day}"), DONE),
    (Sort.RUN_OUT, "ProviderEntry"): (
        say("the contract of {id} ended on {day}"),
        say("renew the contract and write the day, or take the provider out"),
    ),
    (Sort.RUN_OUT, "Contract"): (
        say("{id} ended on {day}"),
        say("agree on a new one, or write the new last day"),
    ),
    (Sort.RUN_OUT, "Accreditation"): (
        say("an accreditation of {id} ended on {day}"),
        say("ask the certification body for the new one and write its last day"),
    ),
    (Sort.RUN_OUT, "CompetenceEntry"): (
        say("the certificate for {id} lapsed on {day}"),
        say("renew it and write the new day, or write `sufficient: false` and an action"),
    ),
}
"""What is said of one sort in some parts: these words go first."""


@rule("SMM705", "overdue", severity=Severity.WARNING, source="ISO 9001, 6.2.2 d, 9.3.3 and 10.2.1")
def overdue(qms: Qms) -> Problems:
    """What is to be done by a day is done by that day, whatever it is.

    Why: a day that has passed without a word is the first thing that an auditor asks about, and the
    quickest to be put right: by doing it, or by a new day with its reason.
    """
    for one in qms.fact(late):
        message, hint = OF_PART.get((one.sort, one.part)) or WORDS[one.sort]
        yield problem(
            one.document,
            *one.steps,
            message=Message(message.text, {"id": one.id, "day": one.day}),
            hint=hint,
        )
