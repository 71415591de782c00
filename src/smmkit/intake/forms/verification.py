"""The table of clauses of a bundle as an auditor sends it back: what is written there becomes questions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from smmkit.documents.submission import Submission
from smmkit.intake.result import Result
from smmkit.intake.words import comparable, table
from smmkit.office.grid import UNCOUNTED, Grid
from smmkit.words import UNSEEN, language, say
from smmkit.yaml_text.edit import appended

OURS: Final = (say("Clause"), say("Requirement"), say("Reference"))
FOR_THE_AUDITOR: Final = say("Verification")
HEADINGS: Final = tuple(
    tuple(comparable(language(code).say(one)) for one in (*OURS, FOR_THE_AUDITOR))
    for code in ("en", "id")
)
"""The columns of that table, in both languages; the last is the auditor's."""


WELL: Final = frozenset({"conform", "not-applicable"})


def sheets_of(result: Result, grids: list[Grid]) -> list[Grid]:
    """The tables of clauses among the tables of a file.

    Where the file names a submission, as ours do, one heading may be another than ours.
    """
    found = [grid for grid in grids if columns_of(grid)]
    return found if named_in(result, grids) else [grid for grid in found if has_ours(grid)]


def has_ours(grid: Grid) -> bool:
    """Whether the last two headings of a table are ours."""
    heads = tuple(comparable(text) for text in grid.rows[0] if text)
    return heads[-2:] in {headings[-2:] for headings in HEADINGS}


def columns_of(grid: Grid) -> list[int]:
    """The columns of a table of clauses in which an auditor may have written."""
    heads = [comparable(text) for text in grid.rows[0]] if grid.rows else []
    for headings in HEADINGS:
        if len(set(headings).intersection(heads)) >= len(OURS):
            named = [heads.index(one) for one in headings[:-1] if one in heads]
            renamed = {min(set(range(len(OURS))) - set(named))} if len(named) < len(OURS) else set()
            return [n for n in range(1, len(heads)) if n not in {*named, *renamed}]
    return []


def read(result: Result, grids: list[Grid]) -> None:
    """What stands in the column for the auditor, as questions of the submission that the file names.

    Where it names none, of the one that was sent last.
    """
    sheets = sheets_of(result, grids)
    told = dict.fromkeys(one for sheet in sheets for one in written(sheet))
    content = [f"{clause}: {text}" for clause, text in told if asks_nothing(text)]
    found = [
        f"{clause}: {text}" if clause else text for clause, text in told if not asks_nothing(text)
    ]
    named = named_in(result, grids)
    asked = named or sent_last(result)
    if not (found or content) or not asked:
        why = (
            say("no submission was sent yet, so nobody can have asked about it")
            if found or content
            else say("nothing is written in the column for the auditor")
        )
        result.unread.append((sheets[0].about(), "", why))
        return
    known = {one.question for one in asked.questions}
    new = [text for text in found if text not in known]
    if new:
        day = result.qms.as_of
        items = [{"on": day.isoformat(), "question": text} for text in new]
        data = result.qms.tree.read(asked.path)
        result.changed[asked.path] = appended(asked.path, data, "questions", *items)
        why = say("the day of the questions: {day}", day=day)
        result.assumed.append((asked.id, why))
        if not named:
            why = say("that this submission is meant: the file names none, and it was sent last")
            result.assumed.append((asked.id, why))
    result.show(
        say("{id}: {title}", id=asked.id, title=asked.title),
        (say("Question"), say("State")),
        [
            *((text, say("known already") if text in known else say("new")) for text in found),
            *((text, say("no question")) for text in content),
        ],
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


def written(grid: Grid) -> Iterator[tuple[str, str]]:
    """The clause of each row, and what an auditor wrote there."""
    columns = columns_of(grid)
    for row in grid.rows[1:]:
        texts = (" ".join(UNSEEN.sub(" ", row[column]).split()) for column in columns)
        if text := "; ".join(one for one in texts if one and not one.startswith(UNCOUNTED)):
            yield row[0], text


def asks_nothing(text: str) -> bool:
    """Whether what an auditor wrote says that all is well: a tick, "sesuai", "cukup"."""
    said = comparable(text)
    is_well = (
        not said or table("seen_by_the_auditor").get(said) or table("verdicts").get(said) in WELL
    )
    return bool(is_well) and "?" not in text
