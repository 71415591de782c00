"""SMM116 personal-data-in-file."""

from __future__ import annotations

from smmkit.analyses.privacy.acceptances import open_in
from smmkit.analyses.privacy.personal_data import documents_of, in_names, in_tables
from smmkit.problem import Problem
from smmkit.qms import Qms
from smmkit.rules.base import Problems, rule
from smmkit.words import say


@rule("SMM116", "personal-data-in-file", source="UU 27/2022; juknis II.B2")
def personal_data_in_file(qms: Qms) -> Problems:
    """A table that may leave, and the name of a file that may, hold no data of a person unaccepted.

    Why: a table of a few hundred rows is sent whole, and nobody reads each of them. PDF, Word and Excel files
    are looked through by `smm screen`, and before a bundle is made.
    """
    traces = [*qms.fact(in_names), *qms.fact(in_tables)]
    for trace, document in documents_of(open_in(traces, qms), qms):
        said = say("personal data: {kind} {text}", kind=trace.kind.label, text=trace.shown)
        if trace.at is None:
            said = say(
                "personal data in the name of the file {file}: {kind} {text}",
                file=trace.path,
                kind=trace.kind.label,
                text=trace.shown,
            )
        yield Problem(
            trace.path if trace.at else document.path,
            (),
            said,
            say(
                "take it out or mask it; where it has to leave, accept it in the submission under "
                "`accepted_data:` (smm screen shows how)"
            ),
            document.id,
            trace.at,
        )
