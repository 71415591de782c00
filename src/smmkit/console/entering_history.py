"""Before something is saved: which numbers of people would be in the history with it, for ever."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from smmkit.console.opening import Opened
from smmkit.few import FEW
from smmkit.words import Message, say, say_n

RULE = "SMM970"
"""The rule that tells of personal data in what is new."""


def personal_data_since(found: Opened, revision: str) -> Iterator[str | Message]:
    """What the rule tells of a folder against a revision of it: a few with their places, how many more."""
    from smmkit.git.revision import Revision
    from smmkit.loading.folder import load
    from smmkit.rules import judge

    before = load(Revision(found.root, revision), found.qms.as_of)
    beside = replace(found.qms, before=before, _facts={})
    found_now = judge(beside, only=frozenset({RULE})).diagnostics
    told = [one for one in found_now if one.rule.code == RULE]
    for one in told[:FEW]:
        yield say(
            "{path}:{line}: {message}",
            path=one.at.path,
            line=str(one.at.line),
            message=one.problem.message,
        )
    if len(told) > FEW:
        yield say_n("and {n} more", "and {n} more", len(told) - FEW)
