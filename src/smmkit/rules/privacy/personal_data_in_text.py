"""SMM115 personal-data-in-text."""

from __future__ import annotations

from smmkit.analyses.privacy.acceptances import open_in
from smmkit.analyses.privacy.personal_data import crowded, documents_of, in_texts
from smmkit.analyses.references.links import every_link
from smmkit.model.marks import RefersTo
from smmkit.personal import CROWD, Data
from smmkit.problem import Problem
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM115", "personal-data-in-text", source="UU 27/2022; juknis II.B2")
def personal_data_in_text(qms: Qms) -> Problems:
    """A document that may leave holds no data of a person that nobody has accepted.

    Why: what is sent cannot be called back, and a number in a sentence is easily overlooked.
    """
    for path in crowded(qms.fact(in_texts)):
        yield Problem(
            path,
            (),
            say(
                "more than {n} data of persons stand in this text; the rest was not looked at",
                n=CROWD,
            ),
            say("keep such a list in a system of its own, and out of the QMS"),
        )
    for trace, document in documents_of(open_in(qms.fact(in_texts), qms), qms):
        if (
            trace.kind is Data.NAME
            and trace.at
            and (trace.path, trace.at.line) in qms.fact(no_codes)
        ):
            continue
        yield problem(
            document,
            at=trace.at,
            message=say("personal data: {kind} {text}", kind=trace.kind.label, text=trace.shown),
            hint=say(
                "take it out, or give the document a class that stays; where it has to leave, accept it in "
                "the submission under `accepted_data:` (smm screen shows how)"
            ),
        )


def no_codes(qms: Qms) -> frozenset[tuple[str, int]]:
    """The lines where a name stands in place of a code; that is told there, and the name goes with it."""
    return frozenset(
        (link.document.path, link.document.source.at(*link.steps).line)
        for link in qms.fact(every_link)
        if isinstance(link.mark, RefersTo) and not qms.may_be_there(link.target)
    )
