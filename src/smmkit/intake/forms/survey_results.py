"""What a survey came to, element by element, where a paper has no answers: `Persyaratan | 3,45 | B`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from smmkit.intake.forms.survey_columns import DEEPEST, Columns, ids_of, in_order, meant
from smmkit.intake.forms.survey_rule import printed
from smmkit.intake.forms.surveys import COUNTED, asked, question, title_of
from smmkit.intake.named_services import service_named
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
    """What came out for each element, in a table of them, or in the row or column of a service."""

    grid: Grid
    top: int
    averages: dict[tuple[int, int], tuple[str, str, Decimal]]
    """By row and column: the element as it is written, its key, its average."""
    service: str = ""
    """What heads its row or column, where a table has several."""
    row: int | None = None
    """The row of a service that has one of its own."""


def among(grids: list[Grid]) -> Iterator[Results]:
    """The results of a file."""
    for grid in grids:
        yield from results_of(grid)


def results_of(grid: Grid) -> list[Results]:
    """The results of a grid; none where too few elements have an average."""
    for top in range(min(DEEPEST, len(grid.rows))):
        roles = [meaning(text, "survey_results") for text in grid.rows[top]]
        if found := by_rows(grid, top):
            return found
        if "element" not in roles:
            continue
        element = roles.index("element")
        several = [down(grid, top, element, n) for n, text in enumerate(grid.rows[top]) if text]
        found = [one for one in several if one]
        if means := [one for one in found if roles[next(iter(one.averages))[1]] == "mean"]:
            return [replace(means[0], service="")]
        if found := [one for one in found if not roles[next(iter(one.averages))[1]]]:
            return found
    return []


def down(grid: Grid, top: int, element: int, column: int) -> Results | None:
    """The column of a table of elements as results; None where it has too few averages."""
    said = averages(grid, ((row, element, column) for row in range(top + 1, len(grid.rows))))
    return Results(grid, top, said, grid.cell(top, column)) if len(said) >= FEWEST else None


def by_rows(grid: Grid, top: int) -> list[Results]:
    """The results of services that have a row each, below a heading that names the elements."""
    means = {n: one for n, text in enumerate(grid.rows[top]) if (one := meant(text))}
    if not any(one.startswith("=") for one in means.values()):
        means = in_order(grid, top)
    places = {n: said[1:] for n, said in means.items() if said.startswith("=")}
    at = next((n for n, said in means.items() if said == "service"), None)
    if at is None or len(places) < FEWEST:
        return []
    found = []
    for row in range(top + 1, len(grid.rows)):
        values = {(row, n): number(grid.cell(row, n)) for n in places}
        name = grid.cell(row, at)
        said = {
            cell: (grid.cell(top, cell[1]), places[cell[1]], value)
            for cell, value in values.items()
            if value is not None and BOUNDS[0] <= value <= BOUNDS[1]
        }
        is_own = name and not begins(name, data()["survey_totals"]) and number(name) is None
        if is_own and len(said) >= FEWEST:
            found.append(Results(grid, top, said, name, row))
    return found


def averages(
    grid: Grid, cells: Iterable[tuple[int, int, int]]
) -> dict[tuple[int, int], tuple[str, str, Decimal]]:
    """What rows say of elements, each once: the row, the column of its name, that of its average."""
    found: dict[tuple[int, int], tuple[str, str, Decimal]] = {}
    seen: set[str] = set()
    for row, element, column in cells:
        text, value = grid.cell(row, element), number(grid.cell(row, column))
        key = meant(text)
        is_known = key.startswith("=") and key not in seen
        if value is not None and is_known and BOUNDS[0] <= value <= BOUNDS[1]:
            seen.add(key)
            found[row, column] = (text, key[1:], value)
    return found


def read(result: Result, found: list[Results], name: str) -> None:
    """A survey of each table of results, or of each service in it."""
    for one in found:
        survey(result, one, name)
    for grid in {id(one.grid): one.grid for one in found}.values():
        tell(result, [one for one in found if one.grid is grid])


def survey(result: Result, found: Results, name: str) -> None:
    """One survey: its questions, what came out for each, and how many answered."""
    id_, said = result.fresh("SKM"), list(found.averages.values())
    coded = [(head_of(found, at), key) for at, (_, key, _) in found.averages.items()]
    ids = ids_of(result, id_, coded)
    title = f"{title_of(result, name)}: {found.service}".rstrip(": ")
    services = service_of(result, found)
    keys = [key for _, key, _ in said]
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
            "services": services,
            "respondents": respondents(result, found, id_),
            "questions": [
                {"id": id_, "title": question(text), "element": key}
                for id_, (text, key, _) in zip(ids, said, strict=True)
            ],
            "averages": [
                {"question": id_, "average": value}
                for id_, (_, _, value) in zip(ids, said, strict=True)
            ],
            "findings": printed(result, own_rows(found), keys),
        },
    )
    if result.owner is None:
        result.blanks.append((id_, NO_OWNER))
    result.blanks.append((id_, say("population: how many customers there were in that time")))
    heads = (say("Id"), say("Element"), say("Average"))
    shown = [(one, key, plain(value)) for one, (_, key, value) in zip(ids, said, strict=True)]
    result.show(say("{id}: {title}", id=id_, title=title), heads, shown)


def own_rows(found: Results) -> Grid:
    """What a paper says of one service: its row, each cell behind its heading; else the whole table."""
    if found.row is None:
        return found.grid
    heads, cells = (found.grid.rows[n] for n in (found.top, found.row))
    return Grid(found.grid.name, tuple(zip(heads, cells, strict=True)))


def service_of(result: Result, found: Results) -> list[str]:
    """The service of the register that a row or column is of; another name is told, and stays a word."""
    service = service_named(result.qms, found.service)
    if found.service and service is None:
        row, column = next(iter(found.averages))
        place = found.grid.place_of(*((found.top, column) if found.row is None else (row, 0)))
        why = say("this is no service of the register; it stays a word")
        result.unread.append((place, found.service, why))
    return [service] if service else []


def head_of(found: Results, at: tuple[int, int]) -> str:
    """What numbers an element: the cell of a column for that, else what stands before its name."""
    if found.row is not None:
        return found.grid.cell(found.top, at[1])
    roles = [meaning(text, "survey_results") for text in found.grid.rows[found.top]]
    own = found.grid.cell(at[0], roles.index("row")) if "row" in roles else ""
    return own or found.averages[at][0]


def respondents(result: Result, found: Results, id_: str) -> int | None:
    """How many answered, as a column or a line of the paper says."""
    roles = [meaning(text, "survey_results") for text in found.grid.rows[found.top]]
    if found.row is not None and "respondents" in roles:
        value = number(found.grid.cell(found.row, roles.index("respondents")))
        if value is not None and value == int(value):
            return int(value)
    cells = (text for row in found.grid.rows for text in dict.fromkeys(row))
    for line in (*result.lines, *found.grid.above, *cells) if not found.service else ():
        if said := RESPONDENTS.search(line):
            return int(said[1])
    result.blanks.append((id_, say("how many answered")))
    return None


def tell(result: Result, found: list[Results]) -> None:
    """Tell the other columns of a table, and its other rows: sums are counted again."""
    grid, top = found[0].grid, found[0].top
    rows, columns = ({at[n] for one in found for at in one.averages} for n in (0, 1))
    names = {one.service for one in found}
    for column, text in enumerate(grid.rows[top]):
        role = meaning(text, "survey_results")
        is_read = role in {"row", "element"} or (role == "respondents" and found[0].service)
        cells = {grid.cell(row, column) for row in rows} - {""}
        if text and column not in columns and not is_read and cells and not cells <= names:
            result.told.append((grid.place_of(top, column), text, COUNTED))
    for row in range(top + 1, len(grid.rows)):
        texts = [text for text in dict.fromkeys(grid.rows[row]) if text]
        if row in rows or not texts:
            continue
        is_total = any(begins(text, data()["survey_totals"]) for text in texts)
        why = COUNTED if is_total else say("this is no element with an average from 1 to 4")
        (result.told if is_total else result.unread).append(
            (grid.place_of(row, 0), " | ".join(texts), why)
        )
