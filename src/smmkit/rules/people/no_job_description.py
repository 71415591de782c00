"""SMM535 no-job-description."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live, live
from smmkit.analyses.texts import squeezed
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.people import JobDescription, Roles
from smmkit.documents.procedure import Procedure
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import say


@rule(
    "SMM535",
    "no-job-description",
    of=Procedure,
    severity=Severity.WARNING,
    source="ISO 9001, 5.3 and 7.2; juknis II.A7",
    clause="5.3",
    whole=(JobDescription, Roles),
)
def no_job_description(procedure: Procedure, qms: Qms) -> Problems:
    """Whoever carries out a step of a procedure has a job description, or a role that says it.

    Why: who does the work must be able to read that it is his or hers.
    """
    known = qms.fact(described)
    if not known or not is_live(procedure, qms):
        return
    acting = dict.fromkeys(step.actor for step in procedure.steps)
    words = qms.fact(vocabulary)
    others, behind = pattern_of(words.no_post), pattern_of(words.any_such)
    posts = {one: behind.sub("", squeezed(one)).strip() for one in acting if not others.match(one)}
    missing = [one for one, post in posts.items() if not any(post in title for title in known)]
    if missing:
        yield problem(
            procedure,
            "steps",
            message=say("no job description says what these do: {missing}", missing=missing),
            hint=say("write one whose title names the position: `smm new job-description`"),
        )


def described(qms: Qms) -> list[str]:
    """The titles of job descriptions, and of roles where there is any job description; else none."""
    jobs = [squeezed(job.title) for job in live(qms, JobDescription)]
    roles = [squeezed(role.title) for one in live(qms, Roles) for role in one.entries]
    return [*jobs, *roles] if jobs else []
