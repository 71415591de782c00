"""The table of clauses of a bundle as an auditor sends it back: what is written there becomes questions,
and what is recommended below it goes into the submission.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from smmkit.analyses.leaving.for_the_auditor import (
    CLAUSE,
    RECOMMENDATION,
    REFERENCE,
    REQUIREMENT,
    TO_STAGE_2,
    TO_THE_AUDIT,
    VERIFICATION,
)
from smmkit.documents.submission import Submission
from smmkit.intake.by_content import TICKS
from smmkit.intake.ours import as_compared, lines_in
from smmkit.intake.ours import sheets_of as sheets_with
from smmkit.intake.result import Result
from smmkit.intake.words import comparable, data, table
from smmkit.office.grid import UNCOUNTED, Grid
from smmkit.words import LANGUAGES, UNSEEN, Message, say
from smmkit.yaml_text.edit import appended
from smmkit.yaml_text.fields import with_value

OURS: Final = (CLAUSE, REQUIREMENT, REFERENCE)
HEADINGS: Final = tuple(
    tuple(as_compared(one, code) for one in (*OURS, VERIFICATION)) for code in LANGUAGES
)
"""The columns of that table, in both languages; the last is the auditor's."""


WELL: Final = frozenset({"conform", "not-applicable"})

WELL_ENOUGH: Final = (TO_STAGE_2[0], TO_THE_AUDIT[0])
"""The recommendations beside which no points have to be settled."""


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
    said = dict.fromkeys(one for sheet in sheets for one in written(sheet))
    advice, points = recommended(grids)
    told = [*((text, f"{clause}: {text}" if clause else text) for clause, text in said), *points]
    asked = named_in(result, grids) or sent_last(result)
    if asked and advice:
        recommend(result, asked, advice)
    if told or not advice:
        ask(result, grids, sheets[0].about(), told)


def ask(result: Result, grids: list[Grid], about: Message, told: Sequence[tuple[str, str]]) -> None:
    """What an auditor wrote, each as the question that it becomes, unless it says that all is well."""
    content = [question for text, question in told if asks_nothing(text)]
    found = [question for text, question in told if not asks_nothing(text)]
    named = named_in(result, grids)
    asked = named or sent_last(result)
    if not told or not asked:
        why = (
            say("no submission was sent yet, so nobody can have asked about it")
            if told
            else say("nothing is written in the column for the auditor")
        )
        result.unread.append((about, "", why))
        return
    known = {one.question for one in asked.questions}
    new = [text for text in found if text not in known]
    if new:
        day = result.qms.as_of
        items = [{"on": day.isoformat(), "question": text} for text in new]
        data = result.changed.get(asked.path) or result.qms.tree.read(asked.path)
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


def recommended(grids: list[Grid]) -> tuple[list[Message], list[tuple[str, str]]]:
    """What the auditor has marked below the table of clauses, and the points that are to be settled first."""
    marked: list[Message] = []
    points: list[tuple[str, str]] = []
    for sheet in sheets_with(grids, (RECOMMENDATION, VERIFICATION)):
        for row in sheet.rows():
            said, text = sheet.text(row, RECOMMENDATION), sheet.text(row, VERIFICATION)
            meant = recommendation_of(said)
            if meant is None or not is_marked(text, is_well=meant in WELL_ENOUGH):
                continue
            marked.append(meant)
            if not asks_nothing(text) and text.casefold() not in TICKS:
                points.append((text, f"{said}: {text}"))
    return marked, points


def recommendation_of(text: str) -> Message | None:
    """Which of our recommendations a cell is, in either language."""
    said = comparable(text)
    every = ((one, code) for one in (*TO_STAGE_2, *TO_THE_AUDIT) for code in LANGUAGES)
    return next((one for one, code in every if as_compared(one, code) == said), None)


def is_marked(text: str, *, is_well: bool) -> bool:
    """Whether something beside a recommendation says that it is meant; "none" are no points to settle."""
    said = comparable(text)
    is_no = table("verdicts").get(said) == "nonconform" or (
        not is_well and said in map(comparable, data()["none_found"])
    )
    return bool(text.strip(" -\u2013")) and not is_no


def recommend(result: Result, asked: Submission, advice: Sequence[Message]) -> None:
    """Put what the auditor recommends into the submission; of two marks at once nothing is taken."""
    said = result.speech.say(advice[0])
    if len(advice) > 1:
        why = say("two recommendations are marked; ask the auditor which one holds")
        result.unread.append((asked.id, "; ".join(map(result.speech.say, advice)), why))
        return
    if said != asked.recommendation:
        data = result.changed.get(asked.path) or result.qms.tree.read(asked.path)
        result.changed[asked.path] = with_value(asked.path, data, "recommendation", said)
    state = say("known already") if said == asked.recommendation else say("new")
    result.show(RECOMMENDATION, (RECOMMENDATION, say("State")), [(said, state)])


def named_in(result: Result, grids: list[Grid]) -> Submission | None:
    """The submission with whose id a line of the file begins, as its first sheet has it."""
    begins = {text.partition(":")[0] for text in (*lines_in(grids), *result.lines) if ":" in text}
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
