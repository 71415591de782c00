"""SMM699 all-done-said."""

from __future__ import annotations

from datetime import date

from smmkit.analyses.audits import NONCONFORMITIES, WRITTEN_WITHIN, internal, settled
from smmkit.analyses.lifecycle.state import standings
from smmkit.analyses.organization.units import with_owners
from smmkit.analyses.texts.claims import all_claimed
from smmkit.calendar_ends import moved
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.finding import AuditFinding
from smmkit.documents.resources import ExternalProviders, ProviderEntry
from smmkit.documents.review import ManagementReview, ReviewInput
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

YEAR = 366
"""So many days a review looks back on that does not say since when."""


@rule(
    "SMM699",
    "all-done-said",
    of=ManagementReview,
    severity=Severity.WARNING,
    source="ISO 9001, 9.3.2",
    clause="9.3.2",
    filled=True,
    whole=(AuditFinding, ManagementReview, ExternalProviders),
)
def all_done_said(review: ManagementReview, qms: Qms) -> Problems:
    """What a review calls done of all findings, decisions, providers or units was done of all of them.

    Why: the records beside it say otherwise, and top management decides nothing on what it takes for done.
    """
    for index, item in enumerate(review.inputs):
        for what, many, named in all_claimed(item.what, (*MEANT,), qms):
            meant = MEANT[what](review, item, named, qms)
            left = dict.fromkeys(id_ for id_, is_done in meant if not is_done)
            if left and (many is None or sum(is_done for _, is_done in meant) < many):
                yield problem(
                    review,
                    "inputs",
                    index,
                    "what",
                    message=say(
                        "not all of that was done on {day}: {ids}", day=review.date, ids=[*left]
                    ),
                    hint=say("write which are done, and which are open since when"),
                )


Meant = list[tuple[str, bool]]
"""The id of each that is meant, and whether it is done."""


def findings(review: ManagementReview, item: ReviewInput, named: str, qms: Qms) -> Meant:
    """The nonconformities, and whether they were closed when the minutes were written."""
    by, audits = moved(review.date, WRITTEN_WITHIN), audits_of(item, named, qms)
    return [
        (one.id, (day := settled(one)) is not None and day <= by)
        for one in qms.of(AuditFinding)
        if one.grade in NONCONFORMITIES
        and one.date <= review.date
        and (audits is None or one.audit in audits)
    ]


def audits_of(item: ReviewInput, named: str, qms: Qms) -> set[str] | None:
    """The audits that are meant: the one that is named, those before the meeting; None for all."""
    if named.casefold() == AuditType.INTERNAL.value:
        return {one.id for one in qms.of(Audit) if one.audit_type is AuditType.INTERNAL}
    names = (named,) if named else item.about
    audits = {one.id for one in (qms.get(name, Audit) for name in names) if one}
    return audits if audits or named else None


def decisions(review: ManagementReview, item: ReviewInput, named: str, qms: Qms) -> Meant:
    """The decisions of an earlier review, and whether they were carried out when the minutes were written."""
    by = moved(review.date, WRITTEN_WITHIN)
    names = (named,) if named else item.about
    meant = [one for one in (qms.get(name, ManagementReview) for name in names) if one]
    if not meant and not named:
        before = [one for one in qms.of(ManagementReview) if one.date < review.date]
        meant = sorted(before, key=lambda one: (one.date, one.id))[-1:]
    return [
        (one.id, decision.done is not None and decision.done <= by)
        for one in meant
        if one.id != review.id
        for decision in one.decisions
    ]


def providers(review: ManagementReview, item: ReviewInput, named: str, qms: Qms) -> Meant:
    """The providers that were there, and whether they were evaluated in the time that is looked back on."""
    since = review.since or moved(review.date, -YEAR)
    by = moved(review.date, WRITTEN_WITHIN)
    aimed = {id_ for id_ in item.about if qms.get(id_, ProviderEntry)}
    return [
        (one.id, any(since <= seen.on <= by for seen in one.evaluations))
        for register in qms.of(ExternalProviders)
        for one in (register.entries if not named else ())
        if (not aimed or one.id in aimed)
        and was_there(one, qms.fact(standings)[register.id].since, review.date)
    ]


def was_there(provider: ProviderEntry, held_since: date | None, day: date) -> bool:
    """Whether a provider surely was one on a day: seen before, or in a register that held then as it is."""
    is_of_then = held_since is not None and held_since <= day
    ended = provider.until is not None and provider.until < day
    return not ended and (is_of_then or any(one.on <= day for one in provider.evaluations))


def units(review: ManagementReview, item: ReviewInput, named: str, qms: Qms) -> Meant:
    """The units that were there, and whether an audit covered them in the time that is looked back on."""
    since = review.since or moved(review.date, -YEAR)
    is_internal = AuditType.INTERNAL.value in f"{item.what} {named}".casefold()
    audits = (internal(qms) if is_internal else qms.of(Audit)) if not named or is_internal else []
    held = [one for one in audits if since <= one.date <= review.date]
    covered = with_owners(qms, (each for one in held for each in (*one.units, *one.processes)))
    above = {unit.part_of for unit in qms.settings.units} if qms.settings and audits else set()
    return [
        (unit.id, unit.id in covered or unit.part_of in covered)
        for unit in (qms.settings.units if qms.settings and audits else ())
        if unit.id not in above and unit.exists_on(review.date)
    ]


MEANT = {"units": units, "findings": findings, "decisions": decisions, "providers": providers}
"""Where each stands of which the vocabulary has the words."""
