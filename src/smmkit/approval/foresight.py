"""What would be wrong in a folder once some approvals are written: asked in memory, before they are."""

from __future__ import annotations

from collections import Counter

from smmkit.approval.sealing import Sealed
from smmkit.errors import SmmError
from smmkit.files.tree import Memory
from smmkit.loading.folder import load
from smmkit.problem import Diagnostic, Severity
from smmkit.qms import Qms
from smmkit.rules import examine, judge
from smmkit.words import Message, say


def foreseen(seals: list[Sealed], qms: Qms) -> list[Diagnostic]:
    """What is wrong in these files with the approvals, and is not without them."""
    texts = {sealed.document.path: sealed.after for sealed in seals}
    kept = {path: data for sealed in seals for path, data in sealed.kept.items()}
    after = load(Memory({**kept, **texts}, qms.tree), qms.as_of)
    found = [one for one in examine(after) if one.at.path in texts]
    codes = frozenset(one.rule.code for one in found)
    known = Counter(map(sort, judge(qms, only=codes).diagnostics)) if codes else Counter()
    new = list[Diagnostic]()
    for one in found:
        known[sort(one)] -= 1
        if known[sort(one)] < 0:
            new.append(one)
    return new


def sort(one: Diagnostic) -> tuple[str, str]:
    """By what a problem is known again, though lines have moved."""
    return one.rule.code, one.at.path


def check_foreseen(found: list[Diagnostic]) -> None:
    """See that an approval brings no error.

    Raises:
        SmmError: it does, and a sealed text can be put right by a new version alone.
    """
    for one in found:
        if one.rule.severity is Severity.ERROR:
            raise SmmError(
                say(
                    "nothing was approved, for this would be an error: {fault} ({code}); {hint}",
                    fault=one.problem.message,
                    code=one.rule.code,
                    hint=one.problem.hint or say("more of it: smm rule {code}", code=one.rule.code),
                )
            )


MOST = 5
"""So many warnings are told."""


def foreseen_notes(found: list[Diagnostic]) -> list[Message]:
    """What is warned of from the approval on, and how it can still be mended under the same version."""
    if not found:
        return []
    told = [
        say(
            "{path}: {fault} ({code})",
            path=one.at.path,
            fault=one.problem.message,
            code=one.rule.code,
        )
        for one in found[:MOST]
    ]
    return [
        say(
            "With this approval {n} more warnings hold. To mend them under the same version: smm undo, "
            "mend, approve again. All of them: smm validate",
            n=len(found),
        ),
        *told,
    ]
