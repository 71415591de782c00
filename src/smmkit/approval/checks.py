"""What may get an approval: each refusal says who may give it, and which line is to be mended."""

from __future__ import annotations

from collections.abc import Mapping

from smmkit.analyses.lifecycle.signatures import lacking, together, unproved, wanted
from smmkit.analyses.lifecycle.state import GONE, standings
from smmkit.analyses.lifecycle.timeline import sealing, seals
from smmkit.analyses.references.nearest import why_missing
from smmkit.analyses.texts.unfilled import blank_in
from smmkit.approval.days import check_days, where_it_stands
from smmkit.approval.posts import who_may
from smmkit.approval.sealing import Given
from smmkit.documents import Document, Record
from smmkit.documents.base import Approval
from smmkit.errors import SmmError
from smmkit.layout import HOME
from smmkit.problem import Diagnostic
from smmkit.qms import Qms
from smmkit.rules import errors_of
from smmkit.words import Message, say


def first_errors(qms: Qms) -> dict[str, Diagnostic]:
    """The first error of each file that has one; a broken approval is none, a new one is to mend it."""
    found: dict[str, Diagnostic] = {}
    for one in errors_of(qms):
        if one.rule.code != "SMM302":
            found.setdefault(one.problem.path, one)
    return found


def approvable(id_: str, qms: Qms, bad: Mapping[str, Diagnostic], given: Given) -> Document:
    """The document with this id, if it can be given this approval.

    Raises:
        SmmError: there is no such document, it has faults, or this version is approved already.
    """
    check_needs(qms)
    document = document_of(id_, qms)
    check_whole(document, bad)
    check_days(document, qms, given)
    check_role(document, qms, given)
    if before := sealing(document):
        check_again(document, qms, given, before)
    return document


SAY_WHO = ("signatories", "approval_needs")
"""The fields of qms.yaml that say whose approval is needed, and of what sort."""


def check_needs(qms: Qms) -> None:
    """See that qms.yaml says without fault whose approval is needed.

    Raises:
        SmmError: it has a fault there: what has the fault is not read, and one person might do for two.
    """
    for _, one in qms.found:
        if one.path == HOME and one.steps and one.steps[0] in SAY_WHO:
            raise SmmError(
                say(
                    "{path} has a fault in `{field}`, and so it is not known whose approval is needed; "
                    "first: smm validate",
                    path=HOME,
                    field=str(one.steps[0]),
                )
            )


def printable(id_: str, qms: Qms, bad: Mapping[str, Diagnostic]) -> Document | Record:
    """The document or record with this id, if it can be printed to be signed.

    Raises:
        SmmError: there is no such document, it has faults, is gone, or was changed since its approval.
    """
    thing = qms.things.get(id_)
    if isinstance(thing, Record):
        check_whole(thing, bad)
        return thing
    document = document_of(id_, qms)
    check_whole(document, bad)
    standing = qms.fact(standings)[document.id]
    if standing.state in GONE:
        raise SmmError(
            say(
                "{id} is no longer in force ({state}); what is to hold gets a new version or a new id",
                id=document.id,
                state=standing.state.label,
            )
        )
    before = sealing(document)
    if before and not seals(before, document, qms):
        raise SmmError(changed(document, before))
    return document


def check_whole(document: Document | Record, bad: Mapping[str, Diagnostic]) -> None:
    """See that a document is filled in, and that its file has no error.

    Raises:
        SmmError: a blank is left, or there is an error.
    """
    if blank := blank_in(document):
        at = blank.at
        raise SmmError(
            say(
                "{path}:{line}:{column}: {id} has a blank that is still to be filled in",
                path=at.path,
                line=str(at.line),
                column=str(at.column),
                id=document.id,
            )
        )
    if error := bad.get(document.path):
        raise SmmError(
            say(
                "{path} has faults, so it is neither approved nor printed; the first, in line {line}: "
                "{fault} ({code}). All of them: smm validate",
                path=document.path,
                line=str(error.at.line),
                fault=error.problem.message,
                code=error.rule.code,
            )
        )


def document_of(id_: str, qms: Qms) -> Document:
    """The document with this id.

    Raises:
        SmmError: it cannot be read, or is nothing that is approved.
    """
    thing = qms.things.get(id_)
    if thing is None:
        raise SmmError(why_missing(id_, qms))
    if isinstance(thing, Document):
        return thing
    home, steps = qms.homes[id_]
    if thing is not home and isinstance(home, Document):
        at = home.at(*steps)
        raise SmmError(
            say(
                "{id} stands in {home} ({path}:{line}), and is approved with it: name {home}",
                id=id_,
                home=home.id,
                path=at.path,
                line=str(at.line),
            )
        )
    raise SmmError(
        say("{id} is not a kind of document that needs approval ({path})", id=id_, path=home.path)
    )


def check_role(document: Document, qms: Qms, given: Given) -> None:
    """See that a role is one of those that approve such a document, where qms.yaml names them.

    Raises:
        SmmError: it is none of them.
    """
    roles = wanted(qms, document, given.on)
    if roles and given.role not in roles:
        raise SmmError(
            say(
                "{id} is approved by {roles}, not by {role}. {who}",
                id=document.id,
                roles=roles,
                role=given.role,
                who=who_may(document, qms, given.on),
            )
        )


def check_again(document: Document, qms: Qms, given: Given, before: Approval) -> None:
    """See that a version that has an approval lacks the one that is given, or what shows it.

    Raises:
        SmmError: it does not, its text was changed since, or one person would approve for two.
    """
    if not seals(before, document, qms):
        raise SmmError(changed(document, before))
    left, own = lacking(qms, document, before), together(document, before)
    is_own = any(one.by == given.by for one in own)
    need = unproved(qms, document, before)
    if is_own and need and given.has(need):
        return
    if given.role in left and not is_own:
        return
    if given.role in left:
        raise SmmError(
            say(
                "{by} approved {id} already; another person has to. {who}",
                by=given.by,
                id=document.id,
                who=who_may(document, qms, given.on),
            )
        )
    raise SmmError(
        say(
            "version {version} of {id} has an approval already, by {by} ({path}:{line}). {advice}",
            by=before.by,
            advice=advice(document, before, left, need is not None),
            **where_it_stands(document, "approvals", document.approvals.index(before)),
        )
    )


def changed(document: Document, before: Approval) -> Message:
    """That a text is no longer the one that was approved under its version."""
    return say(
        "version {version} of {id} was approved on {day}, and its text was changed since; give it a new "
        "version at {path}:{line}",
        day=before.on,
        **where_it_stands(document, "version"),
    )


def advice(document: Document, before: Approval, left: list[str], is_unproved: bool) -> Message:
    """What may be done with a version that has an approval."""
    if left:
        return say("The approval of these posts is missing: {roles}", roles=left)
    if is_unproved:
        return say(
            "What shows it is missing: smm approve with --by {by} and --signed FILE or --proof NUMBER",
            by=before.by,
        )
    return say(
        "Give a changed text a new version at {path}:{line}", **where_it_stands(document, "version")
    )
