"""The columns of the answers of a survey: by their words, or as a person has said in a kept mapping."""

from __future__ import annotations

import csv
import io
import posixpath
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from smmkit.analyses.surveys.surveys import known_rules
from smmkit.intake import days
from smmkit.intake.numbers import number
from smmkit.intake.result import Result
from smmkit.intake.words import comparable, data, holds, meaning
from smmkit.intake.words import table as word_table
from smmkit.names import folder_of, names_in
from smmkit.office.grid import Grid

FEWEST = 3
"""So many columns must be elements of a survey."""

DEEPEST = 12
"""The headings stand in one of so many rows."""

CODE = re.compile(r"\A\s*+(?:[UQP]\s*+)?([1-9])\s*+[.):]", re.I)
LETTER = re.compile(r"\A\s*+\(?[a-e]\s*+[.)]\s*+", re.I)
"""What stands before a choice: `d. Sangat sesuai`."""

ONLY = re.compile(r"\A\s*+(?:unsur\s*+)?[UQP]?\s*+\.?([1-9])\s*+\Z", re.I)
"""A heading that is only the number of an element: U1."""

MAPPING = "kolom-survei.csv"
"""Which column is which, as a person has said: `heading;column`, beside the surveys."""

SERIAL = (20_000, 80_000)
"""Days as Excel counts them."""

LEFT = "-"
"""What the mapping says of a column that is not taken."""


@dataclass(frozen=True)
class Columns:
    """The columns of a table of answers: which element, group, service or time each of them is."""

    grid: Grid
    top: int
    means: dict[int, str]
    """By place: `time`, `service`, the key of an element behind `=`, a group `+`, remarks `~`."""
    counted_by: str | None = None
    """The rule of a survey with one question, which is no element: nps, csat."""
    elsewhere: frozenset[int] = frozenset()
    """The columns that another survey of the same table takes, or tells."""

    @property
    def is_beside(self) -> bool:
        """Whether it is one question beside the elements of a survey, which tells all else of the table."""
        return len(self.elsewhere) == len(self.grid.rows[0])

    def of(self, sign: str) -> dict[int, str]:
        """The columns of a sort, with what stands behind its sign."""
        return {n: said[1:] for n, said in self.means.items() if said.startswith(sign)}

    def one(self, word: str) -> int | None:
        """The first column that is this."""
        return next((n for n, said in self.means.items() if said == word), None)


def columns_of(result: Result, grid: Grid) -> Columns | None:
    """A grid as answers of a survey; None where its headings name too few elements."""
    saved = mapping(result)
    for top in range(min(DEEPEST, len(grid.rows))):
        means: dict[int, str] = {}
        for place, text in enumerate(grid.rows[top]):
            said = saved.get(comparable(text)) or meant(text)
            if said and said != LEFT and (said not in means.values() or said == "time"):
                means[place] = said
        means = means if any(said[:1] == "=" for said in means.values()) else in_order(grid, top)
        found = Columns(grid, top, means)
        if len(found.of("=")) >= FEWEST and answers_below(found):
            return found
        if not found.of("=") and (alone := next(asked_alone(result, grid, top), None)):
            return alone
    return None


def asked_alone(
    result: Result, grid: Grid, top: int, taken: Container[int] = ()
) -> Iterator[Columns]:
    """The questions of a table that a rule of their own counts, with answers on its scale."""
    rules = known_rules(result.qms)
    for place, text in enumerate(grid.rows[top]):
        if place in taken:
            continue
        word = next((w for w, words in data()["surveys_of_one"].items() if holds(text, words)), "")
        rule = rules.get(word)
        if rule is None or rule.lowest is None or rule.highest is None:
            continue
        said = [cell for row in grid.rows[top + 1 :] if (cell := row[place])]
        numbers = [one for cell in said if (one := number(cell)) is not None]
        on_scale = [one for one in numbers if rule.lowest <= one <= rule.highest]
        if said and len(on_scale) == len(said):
            means = {n: meant(head) for n, head in enumerate(grid.rows[top])}
            means = {n: told for n, told in means.items() if told and told[0] != "="}
            yield Columns(grid, top, means | {place: "="}, rule.id)


def in_order(grid: Grid, top: int) -> dict[int, str]:
    """What headings mean that only number the elements, U1 to U9, in the order of the regulation.

    One before the last may be missing: a survey of what costs nothing asks of no fee.
    """
    keys = list(data()["survey_elements"])
    means = {n: said for n, text in enumerate(grid.rows[top]) if (said := meant(text))}
    found = {n: int(code[1]) for n, text in enumerate(grid.rows[top]) if (code := ONLY.match(text))}
    known = {*found.values()}
    if len(known) < len(found) or len(known) < len(keys) - 1 or len(keys) not in known:
        return {}
    return means | {n: f"={keys[number - 1]}" for n, number in found.items()}


def ids_of(result: Result, survey: str, coded: list[tuple[str, str]]) -> list[str]:
    """The ids of questions, by what heads each and its element: the paper's own numbers where they are
    those of the regulation, else one after the other; behind the id of the survey where another has them.
    """
    keys = list(data()["survey_elements"])
    codes = [ONLY.match(head) or CODE.match(head) for head, _ in coded]
    places = [str(keys.index(key) + 1) if key in keys else "" for _, key in coded]
    is_own = [code[1] if code else None for code in codes] == places
    ids = [f"U{n}" for n in (places if is_own else range(1, len(coded) + 1))]
    if any(one.casefold() in result.used for one in ids):
        ids = [f"{survey}-{one}" for one in ids]
    result.used |= {one.casefold() for one in ids}
    return ids


def answers_below(columns: Columns) -> bool:
    """Whether what stands below the elements are answers, not sums or sentences."""
    places = columns.of("=")
    cells = [
        columns.grid.cell(n, p)
        for n in range(columns.top + 1, len(columns.grid.rows))
        for p in places
    ]
    said = [text for text in cells if text]
    one_line = (text for text in said if "\n" not in text.strip())
    return bool(said) and sum(answer(text) is not None for text in one_line) * 2 > len(said)


def meant(heading: str) -> str:
    """What a heading means: an element, a group, the service, the time; empty where it is none."""
    bare = CODE.sub("", heading)
    if short := word_table("survey_elements_alone").get(comparable(bare)):
        return f"={short}"
    if own := word_table("survey_remarks").get(comparable(bare)):
        return f"~{own}"  # before a slip of the pen is thought of: Saran is no slip of Sarana
    found = meaning(bare, "survey") or ""
    if found in {"time", "service", "left"}:
        return "" if found == "left" else found
    for key, words in data()["survey_elements"].items():
        if meaning(bare, "survey_elements") == key or holds(heading, words):
            return f"={key}"
    if found:
        return f"+{found}"
    remarks = data()["survey_remarks"].items()
    return next((f"~{name}" for name, words in remarks if holds(heading, words)), "")


def answer(text: str) -> str | None:
    """The number of an answer: 4; 4 (sangat baik); sangat baik."""
    if (value := number(text)) is not None:
        return str(int(value)) if value == int(value) else None
    if found := re.match(r"^\(?(\d{1,2})\)?\s*(?:[-.=:)]\s*|\s)(?=\(?[^\W\d])", text.strip()):
        return found[1]
    return meaning(LETTER.sub("", text), "survey_answers")


def by_words(columns: Columns) -> str:
    """Which answers in words were taken for which numbers; nothing where all are numbers."""
    places, cell = columns.of("="), columns.grid.cell
    texts = (cell(n, p) for n in range(columns.top + 1, len(columns.grid.rows)) for p in places)
    said = dict.fromkeys(" ".join(text.split()) for text in texts if not text[:1].isdigit())
    return "; ".join(f"{text} = {value}" for text in said if (value := answer(text)))


def stamp(text: str) -> date | None:
    """The day of an answer, however the program writes its time."""
    value = number(text)
    if value is not None and SERIAL[0] < value < SERIAL[1]:
        return date(1899, 12, 30) + timedelta(days=int(value))
    return days.first(text.replace("T", " "))


def mapping(result: Result) -> dict[str, str]:
    """What a person has said of columns, by their headings: `=waktu`, `+usia`, `~saran`, `service`, `-`."""
    path = posixpath.join(folder_of("survey", names_in(result.qms)), MAPPING)
    if path not in result.qms.tree.paths():
        return {}
    lines = result.qms.tree.read(path).decode("utf-8-sig", "replace").splitlines()
    rows = (row for row in csv.reader(lines[1:], delimiter=";") if len(row) > 1)
    return {comparable(row[0]): row[1].strip() for row in rows}


def save_mapping(result: Result, columns: Columns, folder: str) -> None:
    """Write which column was taken as which, so that a person can correct it, and the next one follows."""
    path = posixpath.join(folder, MAPPING)
    if path in result.qms.tree.paths() or path in result.files:
        return
    rows = [
        [text, columns.means.get(n, LEFT)]
        for n, text in enumerate(columns.grid.rows[columns.top])
        if text
    ]
    result.files[path] = as_csv([["heading", "column"], *rows])


def as_csv(rows: list[list[str]]) -> str:
    """A table as CSV with `;`."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\n").writerows(rows)
    return out.getvalue()


def surveys_among(result: Result, grids: list[Grid]) -> Iterator[Columns]:
    """The tables of answers of a file; what is asked beside the elements of a survey is one of its own."""
    for grid in grids:
        found = columns_of(result, grid)
        if found is None:
            continue
        beside = [] if found.counted_by else asked_alone(result, grid, found.top, found.means)
        others = [replace(one, elsewhere=frozenset(range(len(grid.rows[0])))) for one in beside]
        yield replace(found, elsewhere=frozenset(n for one in others for n in one.of("=")))
        yield from others
