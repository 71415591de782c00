"""What a bundle is made of: which submission, what blocks it, what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from smmkit import __version__
from smmkit.analyses.leaving.selection import Selection
from smmkit.analyses.references.nearest import why_missing
from smmkit.analyses.texts.unfilled import blank_in
from smmkit.documents import Document
from smmkit.documents.submission import Submission
from smmkit.errors import SmmError
from smmkit.git import Commit, Origin
from smmkit.layout import HOME, ISSUED
from smmkit.problem import Diagnostic, Problem, Rule, Severity
from smmkit.qms import Qms
from smmkit.rules import placed, problems_of
from smmkit.rules.control.issued_copy_missing import issued_copy_missing
from smmkit.rules.control.left_by_a_template import left, left_by_a_template
from smmkit.rules.control.still_to_be_filled_in import still_to_be_filled_in, unfilled
from smmkit.rules.control.words_say_nothing import Allowed, words_say_nothing
from smmkit.rules.submission.omission_without_reason import omission_without_reason
from smmkit.rules.submission.recipient_differs import recipient_differs
from smmkit.words import say


def submission_to_send(qms: Qms, id: str | None) -> Submission:
    """The submission that is asked for, or the only one that was not sent yet.

    Raises:
        SmmError: there is no such submission, none to send, or more than one.
    """
    if id is not None:
        asked = qms.get(id, Submission)
        if asked is None:
            raise SmmError(
                say("{id} is no submission", id=id) if id in qms.things else why_missing(id, qms)
            )
        return asked
    unsent = [s for s in qms.of(Submission) if s.sent is None]
    if not unsent:
        unread = [id_ for stub in qms.stubs if stub.kind in {"submission", ""} for id_ in stub.ids]
        if unread:
            raise SmmError(why_missing(unread[0], qms))
        raise SmmError(
            say("there is no submission that is still to be sent; `smm new submission` writes one")
        )
    if len(unsent) > 1:
        ids = [s.id for s in unsent]
        raise SmmError(
            say(
                "several submissions are still to be sent; choose one with --submission: {ids}",
                ids=ids,
            )
        )
    return unsent[0]


def blocking_errors(qms: Qms, selection: Selection) -> list[Diagnostic]:
    """The errors that block: in what is meant to go, in qms.yaml, in what could not be read."""
    paths = {chosen.current.path for chosen in selection.chosen}
    paths |= {stub.path for stub in qms.stubs} | {selection.submission.path, HOME}
    paths |= {omitted.document.path for omitted in selection.omitted if omitted.unready}
    ids = {chosen.document.id for chosen in selection.chosen}
    firm = [one for one in qms.fact(problems_of) if one[0].severity is Severity.ERROR]
    errors = [d for d in placed(firm, qms) if d.at.path in paths or d.problem.document in ids]
    meant = [selection.submission, *(chosen.document for chosen in selection.chosen)]
    unready = [
        Diagnostic(still_to_be_filled_in.rule, blank.at, unfilled(blank))
        for blank in map(blank_in, meant)
        if blank
    ]
    unfinished = [(left_by_a_template.rule, told) for told in map(left, meant) if told]
    graver = [
        (replace(rule, severity=Severity.ERROR), told) for rule, told in warned(qms, selection)
    ]
    unready += placed([*unfinished, *graver], qms)
    told = {(d.rule.code, d.at.path) for d in errors}
    return sorted(
        errors + [d for d in unready if (d.rule.code, d.at.path) not in told],
        key=lambda diagnostic: diagnostic.order,
    )


def warned(qms: Qms, selection: Selection) -> Iterator[tuple[Rule, Problem]]:
    """What only warns in a folder but blocks what leaves it: no kept copy of what goes, an empty reason,
    and a recipient who is nobody or another.

    Why not the reasons of what was sent: its reader has them already. Why not a folder without any kept
    copy: it has lost none, and each text that leaves is the one that its seal holds.
    """
    keeps_copies = any(path.startswith(ISSUED) for path in qms.tree.paths())
    sealed = {
        (chosen.current.path, ("approvals", chosen.current.approvals.index(held)))
        for chosen in selection.chosen
        if isinstance(chosen.current, Document)
        and (held := chosen.standing.approval if chosen.standing else None)
    }
    for told in issued_copy_missing.look(qms) if keeps_copies else ():
        if (told.path, told.steps) in sealed:
            yield issued_copy_missing.rule, told
    if not selection.submission.sent:
        for told in omission_without_reason.look(selection.submission, qms):
            yield omission_without_reason.rule, told
        for check, more in ((recipient_differs, ()), (words_say_nothing, (Allowed(),))):
            for told in check.look(selection.submission, qms, *more):
                if told.steps == ("recipient",):
                    yield check.rule, told


def refuse_empty(selection: Selection) -> None:
    """See that there is something to send.

    Raises:
        SmmError: no document may leave; it says what to do.
    """
    if not selection.chosen:
        raise SmmError(
            say(
                "no document may leave, so there is nothing to send: {n} are left out; a document leaves "
                "when it is approved (`smm approve`) and has a class of qms.yaml with `outside: true`",
                n=len(selection.omitted),
            )
        )


def bag_info(qms: Qms, asked: Submission, commit: Origin) -> list[tuple[str, str]]:
    """The lines of bag-info.txt: who, what, when (the day of the submission), from which commit."""
    settings = qms.settings
    lines = [
        ("Source-Organization", settings.organization.name if settings else ""),
        ("External-Identifier", asked.id),
        ("External-Description", asked.title),
        ("Bagging-Date", asked.date.isoformat()),
        ("Bag-Software-Agent", f"smmkit {__version__}"),
    ]
    if isinstance(commit, Commit):
        lines += [("Source-Commit", commit.id), ("Source-Clean", "yes" if commit.clean else "no")]
    return lines
