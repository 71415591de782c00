"""What `smm finding` and `smm action` share: the list, and closing one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from smmkit.console.completion import refresh_ids
from smmkit.console.language import reader
from smmkit.console.meant import check_act, may_be_id
from smmkit.console.opening import opened, opened_qms
from smmkit.console.options import PAGE_FORMS
from smmkit.console.output import form_of, show_lines, show_report
from smmkit.console.verb import check_word
from smmkit.errors import SmmError
from smmkit.words import Message, say

if TYPE_CHECKING:
    from smmkit.analyses.cycle.followed import Followed
    from smmkit.qms import Qms

Drawn = tuple[str | None, Path | None]
"""The format that was asked for, and the file."""


def follow(
    kind: str,
    words: Sequence[str],
    on: date | None,
    drawn: Drawn,
    as_of: date | None,
    lang: str | None,
) -> int:
    """Do what the words say with the findings, or with the corrective actions.

    Raises:
        SmmError: the words say nothing that is known, or it cannot be done.
    """
    check_act(VERBS[kind], words, ("list", "new", "close ID"))
    match words:
        case ["close", id_, *rest] if len(rest) <= 1:
            check_word(id_, f"smm {VERBS[kind]} close", "ID")
            return close(kind, id_, Path(*rest), on or as_of, lang)
        case ["list", *rest] if len(rest) <= 1:
            return show_all(kind, Path(*rest), drawn, as_of, lang)
        case [] | [_]:
            return show_all(kind, Path(*words), drawn, as_of, lang)
        case [id_, folder] if may_be_id(id_):
            meant = say(
                "to see {id}: smm show {id} {folder}; to close it: smm {verb} close {id} {folder}",
                id=id_,
                folder=folder,
                verb=VERBS[kind],
            )
            raise SmmError(meant)
    raise SmmError(say("write `list`, `new`, or `close` with an id; and the folder behind it"))


def show_all(kind: str, folder: Path, drawn: Drawn, as_of: date | None, lang: str | None) -> int:
    """The list with ages and rates."""
    from smmkit.reports.findings.followed import FollowedReport

    form, output = drawn
    found = opened(folder, as_of=as_of)
    rows, title, empty = LISTS[kind]
    report = FollowedReport(found.qms, rows(found.qms), title, empty)
    return show_report(found, report, form_of(form, output, PAGE_FORMS), output, lang)


def findings(qms: Qms) -> list[Followed]:
    """Every finding with what became of it."""
    from smmkit.analyses.cycle.followed import followed_findings

    return followed_findings(qms)


def actions(qms: Qms) -> list[Followed]:
    """Every corrective action with what became of it."""
    from smmkit.analyses.cycle.followed import followed_actions

    return followed_actions(qms)


VERBS = {"finding": "finding", "corrective-action": "action"}

LISTS: dict[str, tuple[Callable[[Qms], list[Followed]], Message, Message]] = {
    "finding": (findings, say("Findings"), say("no finding")),
    "corrective-action": (actions, say("Corrective actions"), say("no corrective action")),
}


def close(kind: str, id_: str, folder: Path, on: date | None, lang: str | None) -> int:
    """Close one, if nothing speaks against it."""
    from smmkit.closing import closed
    from smmkit.documents.finding import AuditFinding, CorrectiveAction
    from smmkit.writing import exchange

    found = opened_qms(folder)
    class_ = AuditFinding if kind == "finding" else CorrectiveAction
    done = closed(id_, found.qms, class_, on or found.qms.as_of)
    exchange(found.root, {done.path: done.before}, {done.path: done.after}, "close")
    refresh_ids(found.root)
    told = say("{id} is closed in {path}; smm undo puts it back", id=id_, path=done.path)
    show_lines([told], reader(lang, found.qms))
    return 0
