"""SMM117 acceptance-does-not-hold."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.privacy.acceptances import why_not
from smmkit.documents.people import PersonEntry
from smmkit.documents.submission import Submission
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say


@rule("SMM117", "acceptance-does-not-hold", of=Submission, source="UU 27/2022; juknis II.B2")
def acceptance_does_not_hold(submission: Submission, qms: Qms) -> Problems:
    """Who accepts personal data names one file that is there, a reason, a person and a day.

    Why: a decision for all files at once is none; nobody has looked at what they hold.
    """
    for index, one in enumerate(submission.accepted_data):
        for why in (*no_file(one.file, qms), *filter(None, [why_not(one, one.count, qms)])):
            yield problem(
                submission,
                "accepted_data",
                index,
                message=say("this acceptance does not hold: {why}", why=why),
                hint=say(
                    "write what smm screen shows, and a reason that the person concerned would accept"
                ),
            )
    for index, seen in enumerate(submission.seen):
        for why in (*no_file(seen.file, qms), *no_person(seen.by, qms)):
            yield problem(
                submission,
                "seen",
                index,
                message=say("this entry does not hold: {why}", why=why),
                hint=say("write what smm screen shows for the file, after looking at it"),
            )


def no_file(path: str, qms: Qms) -> Iterator[Message]:
    """Why a path is not that of one file."""
    if any(sign in path for sign in "*?"):
        yield say("{file} stands for several files; name each", file=path)
    elif path not in qms.tree.paths():
        yield say("there is no file {file} in the folder", file=path)


def no_person(id: str, qms: Qms) -> Iterator[Message]:
    """Why an id is not that of a person."""
    if qms.get(id, PersonEntry) is None and id not in qms.stub_of:
        yield say("{id} is no person of the register", id=id)
