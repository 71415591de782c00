"""SMM953 checked-by-oneself."""

from __future__ import annotations

from smmkit.analyses.audits import EXTERNAL
from smmkit.analyses.texts import squeezed
from smmkit.documents import Information
from smmkit.documents.audit import Audit
from smmkit.documents.certification import CertificationBody, Coaching, Verification
from smmkit.documents.people import People, Team
from smmkit.documents.submission import Submission
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM953",
    "checked-by-oneself",
    of=Information,
    severity=Severity.WARNING,
    source="juknis II.B1",
    filled=True,
)
def checked_by_oneself(record: Information, qms: Qms) -> Problems:
    """Who coaches and verifies the organization is neither itself nor who audits or certifies it.

    Why: to find oneself fit for the audit is no verification; who certifies may not advise.
    """
    match record:
        case Verification():
            name, office = "verifier", record.verifier
        case Coaching():
            name, office = "coach", record.coach
        case Submission(consultant=str() as office):
            name = "consultant"
        case _:
            return
    if not qms.settings:
        return
    own = qms.settings.organization
    names = {squeezed(own.name), squeezed(own.short_name or own.name)}
    units = {squeezed(word) for unit in qms.settings.units for word in (unit.id, unit.title)}
    text = squeezed(office)
    words = set(text.split())
    bodies = {*units, *(squeezed(team.title) for team in qms.of(Team))}
    short, in_full = squeezed(own.short_name or "").split(), squeezed(own.name).split()
    own_words = {*short, *(word for one in bodies for word in one.split())}
    is_named = bool(words & {*short[:1], *in_full[:1]})
    if is_named:
        own_words |= {*in_full}  # "Sekretariat BKD Provinsi Contoh", "Tim mutu Badan"
    is_body = words.issubset(own_words) and any(
        words.issuperset(one.split())
        or (len(words) > 1 and words.issubset([*one.split(), *(in_full if is_named else ())]))
        for one in bodies
    )
    is_shortened = len(words) > 1 and text.split()[0] == in_full[0] and words.issubset(in_full)
    certifiers = {
        squeezed(title)
        for body in qms.of(CertificationBody)
        for title in (body.title, body.title.partition("(")[0])
    } - {""}
    auditors = {squeezed(one) for one in external_auditors(qms)}
    is_own = is_body or is_shortened or text in qms.fact(people_and_roles)
    if is_own or any(f" {one} " in f" {text} " for one in names | certifiers | auditors):
        yield problem(
            record,
            name,
            message=say(
                "{office} certifies, or is of the organization that it is to look at", office=office
            ),
            hint=say("write the office outside that did it, such as the inspectorate"),
        )


def external_auditors(qms: Qms) -> set[str]:
    """The people who audited for the certificate, by their names."""
    held = [one for one in qms.of(Audit) if one.audit_type in EXTERNAL]
    return {one.name for audit in held for one in audit.auditors if one.name}


def people_and_roles(qms: Qms) -> set[str]:
    """How the people of the house are called, and what they hold."""
    people = [person for register in qms.of(People) for person in register.entries]
    called = {squeezed(word) for one in people for word in (one.id, one.title)}
    return called | {squeezed(held.role) for one in people for held in one.assignments}
