"""The table of clauses of a bundle as an auditor sends it back: what is written there becomes questions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from smmkit.documents.submission import Submission
from smmkit.intake.result import Result
from smmkit.office.grid import UNCOUNTED, Grid
from smmkit.words import UNSEEN, language, say
from smmkit.yaml_text.edit import appended

HEADINGS: Final = frozenset(
    tuple(language(code).say(one) for one in (say("Reference"), say("Verification")))
    for code in ("en", "id")
)
"""The last two columns of that table, in both languages."""


def sheets_of(grids: list[Grid]) -> list[Grid]:
    """The tables of clauses among the tables of a file."""
    return [g for g in grids if g.rows and tuple(filter(None, g.rows[0]))[-2:] in HEADINGS]


def read(result: Result, grids: list[Grid]) -> None:
    """What stands in the column for the auditor, as questions of the submission that the file names.

    Where it names none, of the one that was sent last.
    """
    sheets = sheets_of(grids)
    found = [one for sheet in sheets for one in written(sheet)]
    asked = named_in(result, grids) or sent_last(result)
    if not found or not asked:
        why = (
            say("no submission was sent yet, so nobody can have asked about it")
            if found
            else say("nothing is written in the column for the auditor")
        )
        result.unread.append((sheets[0].about(), "", why))
        return
    known = {one.question for one in asked.questions}
    new = [text for text in dict.fromkeys(found) if text not in known]
    if new:
        day = result.qms.as_of
        items = [{"on": day.isoformat(), "question": text} for text in new]
        data = result.qms.tree.read(asked.path)
        result.changed[asked.path] = appended(asked.path, data, "questions", *items)
        why = say("the day of the questions: {day}", day=day)
        result.assumed.append((asked.id, why))
    result.show(
        say("{id}: {title}", id=asked.id, title=asked.title),
        (say("Question"), say("State")),
        [(text, say("known already") if text in known else say("new")) for text in found],
    )


def named_in(result: Result, grids: list[Grid]) -> Submission | None:
    """The submission with whose id a line of the file begins, as its first sheet has it."""
    begins = {
        text.partition(":")[0] for grid in grids for row in grid.rows for text in row if ":" in text
    }
    named = [one for one in result.qms.of(Submission) if one.id in begins]
    return named[0] if len(named) == 1 else None


def sent_last(result: Result) -> Submission | None:
    """The submission that was sent last."""
    sent = [one for one in result.qms.of(Submission) if one.sent and one.sent <= result.qms.as_of]
    return max(sent, key=lambda one: (one.sent or one.date, one.id), default=None)


def written(grid: Grid) -> Iterator[str]:
    """What an auditor wrote in each row, with the clause before it."""
    column = max(n for n, text in enumerate(grid.rows[0]) if text)
    for row in grid.rows[1:]:
        text = " ".join(UNSEEN.sub(" ", row[column]).split())
        if text and not text.startswith(UNCOUNTED):
            yield f"{row[0]}: {text}" if row[0] else text
