"""The words of the gap report."""

from datetime import date

from smmkit.analyses.proof import Evidence, ShortOf, Shown, Strength
from smmkit.analyses.state import Standing, State
from smmkit.reports.gap.proofs import documents
from smmkit.standards import Condition
from smmkit.words import language

ENGLISH = language("en")
PROCEDURE = "---\nkind: procedure\nid: {}\ntitle: T\nversion: '1'\nsteps: [{{activity: A, actor: B}}]\n---\n"


def test_what_no_longer_holds_is_named_as_such_and_what_falls_short_by_what_it_lacks(folder):
    names = ("GONE", "DRAFT", "GROUP")
    qms = folder({f"{name}.md": PROCEDURE.format(name) for name in names})
    gone, draft, group = (qms.things[name] for name in names)
    lacks = (Condition.APPROVED, Condition.CURRENT)
    proof = Shown(
        Strength.SHORT,
        (Evidence(group, indirect=True),),
        (
            ShortOf(gone, lacks, Standing(State.WITHDRAWN, since=date(2021, 3, 1))),
            ShortOf(draft, lacks),
        ),
    )
    assert [ENGLISH.say(text) for text in documents(proof)] == [
        "GROUP (indirect)",
        "GONE (withdrawn on 1 March 2021)",
        "DRAFT (not: approved, review not overdue)",
    ]
