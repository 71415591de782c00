"""SMM980 input-without-its-papers."""

from __future__ import annotations

from collections.abc import Sequence

from smmkit.analyses.kpis.targets import last_due
from smmkit.analyses.lifecycle.live import live
from smmkit.analyses.review_inputs.time import looked_back
from smmkit.analyses.texts.said_ids import ID
from smmkit.documents import Document, Information, Record
from smmkit.documents.audit import Audit
from smmkit.documents.customers import Feedback, Survey
from smmkit.documents.direction import PerformanceReport
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.documents.objective import Objective
from smmkit.documents.resources import ExternalProviders
from smmkit.documents.review import ManagementReview, ReviewTopic
from smmkit.documents.risk import RiskRegister
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

OF = {
    ReviewTopic.CUSTOMER_SATISFACTION: (Survey, Feedback),
    ReviewTopic.OBJECTIVES: (Objective,),
    ReviewTopic.NONCONFORMITIES: (AuditFinding, CorrectiveAction),
    ReviewTopic.AUDITS: (Audit,),
    ReviewTopic.PROVIDERS: (ExternalProviders,),
    ReviewTopic.RISKS: (RiskRegister,),
}
"""Of which kinds at least one paper is before the meeting, where there is one."""


@rule(
    "SMM980",
    "input-without-its-papers",
    of=ManagementReview,
    severity=Severity.WARNING,
    source="ISO 9001, 9.3.2",
    clause="9.3.2",
    filled=True,
)
def input_without_its_papers(review: ManagementReview, qms: Qms) -> Problems:
    """What a management review considered names the papers that were before it, and each objective.

    Why: "providers: good" without the evaluation is an opinion. Who reads the minutes wants to look it up.
    """
    for index, item in enumerate(review.inputs):
        kinds = OF.get(item.topic, ())
        there = [d for kind in kinds for d in qms.of(kind) if was_there(d, review)]
        named = (*item.about, *ID.findall(item.what))
        if not there or any(is_of(qms, id_, kinds) for id_ in named):
            if item.topic is ReviewTopic.OBJECTIVES and (ids := left_out(review, named, qms)):
                yield problem(
                    review,
                    "inputs",
                    index,
                    "about" if item.about else "topic",
                    message=say("{topic}: says nothing of {ids}", topic=item.topic.label, ids=ids),
                    hint=say("say of each how it stands, or name it under `about:`"),
                )
            continue
        yield problem(
            review,
            "inputs",
            index,
            "about" if item.about else "topic",
            message=say(
                "{topic}: names nothing of what was there to be looked at, such as {id}",
                topic=item.topic.label,
                id=there[-1].id,
            ),
            hint=say("name it under `about:`"),
        )


def was_there(document: Information, review: ManagementReview) -> bool:
    """Whether a document held, or a record was written in the time looked back on, when they met."""
    if isinstance(document, Record):
        return looked_back(review) <= document.date <= review.date
    approved = document.approvals if isinstance(document, Document) else ()
    return not approved or min(one.on for one in approved) <= review.date


def is_of(qms: Qms, id_: str, kinds: tuple[type, ...]) -> bool:
    """Whether an id is that of such a document, or of an entry of one."""
    home = qms.homes.get(id_)
    return home is not None and isinstance(home[0], kinds)


def left_out(review: ManagementReview, named: Sequence[str], qms: Qms) -> list[str]:
    """The objectives with values that were due by a review of which it names neither them nor a KPI.

    A performance report that is named stands for all of them.
    """
    homes = {home[0].id for id_ in named if (home := qms.homes.get(id_))}
    if any(qms.get(id_, PerformanceReport) for id_ in homes):
        return []
    return [
        one.id
        for one in live(qms, Objective)
        if one.id not in homes and any(last_due(kpi, review.date) for kpi in one.kpis)
    ]
