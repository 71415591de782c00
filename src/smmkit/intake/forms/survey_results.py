"""What a survey came to, element by element, where a paper has no answers: `Persyaratan | 3,45 | B`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from smmkit.intake.forms.survey_columns import DEEPEST, Columns, ids_of, meant
from smmkit.intake.forms.surveys import COUNTED, asked, printed, question, title_of
from smmkit.intake.numbers import number, plain
from smmkit.intake.result import NO_OWNER, Result
from smmkit.intake.words import begins, data, meaning
from smmkit.office.grid import Grid
from smmkit.words import say

FEWEST: Final = 5
"""So many elements make it a table of results."""

BOUNDS: Final = (1, 4)
"""Between what the average of the answers to an element lies."""

RESPONDENTS: Final = re.compile(
    r"(?:jumlah|total|number of)?\s?(?:responden|respondents)"
    r"(?: (?:yang|diambil|terkumpul|mengisi|sebanyak|adalah|berjumlah|survei|pada|ini)){0,6}"
    r"\s{0,3}[:=]?\s{0,3}(\d{1,6})\b",
    re.I,
)


@dataclass(frozen=True)
class Results:
    """A table of results: the rows of its elements, and the column of their averages."""

    grid: Grid
    top: int
    mean: int
    rows: dict[int, tuple[str, str, Decimal]]
    """By row: the element as it is written, its key, its average."""


def among(grids: list[Grid]) -> Iterator[Results]:
    """The tables of results of a file."""
    for grid in grids:
        if found := results_of(grid):
            yield found


def results_of(grid: Grid) -> Results | None:
    """A grid as results of a survey; None where too few elements have an average."""
    for top in range(min(DEEPEST, len(grid.rows))):
        roles = [meaning(text, "survey_results") for text in grid.rows[top]]
        if "element" not in roles:
            continue
        for mean in (n for n, role in enumerate(roles) if role == "mean"):
            rows = dict(averages(grid, top, roles.index("element"), mean))
            if len(rows) >= FEWEST:
                return Results(grid, top, mean, rows)
    return None


def averages(
    grid: Grid, top: int, element: int, mean: int
) -> Iterator[tuple[int, tuple[str, str, Decimal]]]:
    """The rows of a column that say the average of an element, each once."""
    seen: set[str] = set()
    for row in range(top + 1, len(grid.rows)):
        text, value = grid.cell(row, element), number(grid.cell(row, mean))
        key = meant(text)
        is_known = key.startswith("=") and key not in seen
        if value is not None and is_known and BOUNDS[0] <= value <= BOUNDS[1]:
            seen.add(key)
            yield row, (text, key[1:], value)


def read(result: Result, found: list[Results], name: str) -> None:
    """A survey of each table of results."""
    for one in found:
        survey(result, one, name)


def survey(result: Result, found: Results, name: str) -> None:
    """One survey: its questions, what came out for each, and how many answered."""
    id_, rows = result.fresh("SKM"), list(found.rows.values())
    ids = ids_of([(head_of(found, n), key) for n, (_, key, _) in found.rows.items()])
    title = title_of(result, name)
    result.add(
        "survey",
        {
            "kind": "survey",
            "id": id_,
            "title": title,
            **asked(result, Columns(found.grid, found.top, {}), id_),
            "owner": result.owner,
            "classification": result.class_,
            "clauses": ["9.1.2"],
            "respondents": respondents(result, found, id_),
            "questions": [
                {"id": id_, "title": question(text), "element": key}
                for id_, (text, key, _) in zip(ids, rows, strict=True)
            ],
            "averages": [
                {"question": id_, "average": value}
                for id_, (_, _, value) in zip(ids, rows, strict=True)
            ],
            "findings": printed(result, found.grid, (key for _, key, _ in rows)),
        },
    )
    if result.owner is None:
        result.blanks.append((id_, NO_OWNER))
    result.blanks.append((id_, say("population: how many customers there were in that time")))
    tell(result, found)
    heads = (say("Id"), say("Element"), say("Average"))
    shown = [(one, key, plain(value)) for one, (_, key, value) in zip(ids, rows, strict=True)]
    result.show(say("{id}: {title}", id=id_, title=title), heads, shown)


def head_of(found: Results, row: int) -> str:
    """What numbers an element: the cell of a column for that, else what stands before its name."""
    roles = [meaning(text, "survey_results") for text in found.grid.rows[found.top]]
    own = found.grid.cell(row, roles.index("row")) if "row" in roles else ""
    return own or found.rows[row][0]


def respondents(result: Result, found: Results, id_: str) -> int | None:
    """How many answered, as a line of the paper says."""
    cells = (text for row in found.grid.rows for text in dict.fromkeys(row))
    for line in (*result.lines, *found.grid.above, *cells):
        if said := RESPONDENTS.search(line):
            return int(said[1])
    result.blanks.append((id_, say("how many answered")))
    return None


def tell(result: Result, found: Results) -> None:
    """Tell the other columns, and the rows that are no element: sums are counted again."""
    grid = found.grid
    for column, text in enumerate(grid.rows[found.top]):
        role = meaning(text, "survey_results")
        if text and column != found.mean and role not in {"row", "element"}:
            says_something = any(grid.cell(row, column) for row in found.rows)
            if says_something:
                result.told.append((grid.place_of(found.top, column), text, COUNTED))
    for row in range(found.top + 1, len(grid.rows)):
        texts = [text for text in dict.fromkeys(grid.rows[row]) if text]
        if row in found.rows or not texts:
            continue
        is_total = any(begins(text, data()["survey_totals"]) for text in texts)
        why = COUNTED if is_total else say("this is no element with an average from 1 to 4")
        (result.told if is_total else result.unread).append(
            (grid.place_of(row, 0), " | ".join(texts), why)
        )
