"""The answers of a survey (Google Forms and others): a table of answers, and the survey that counts it."""

from __future__ import annotations

import csv
import io
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from smmkit.documents.services import ServiceEntry
from smmkit.intake import days
from smmkit.intake.numbers import number
from smmkit.intake.result import Result
from smmkit.intake.words import comparable, data, holds, meaning
from smmkit.names import folder_of, names_in
from smmkit.office.grid import Grid
from smmkit.words import say

FEWEST = 3
"""So many columns must be elements of a survey."""

CODE = re.compile(r"^\s*(?:U|Q|P)?\s*([1-9])\s*[.):]", re.I)
MAPPING = "kolom-survei.csv"
"""Which column is which, as a person has said: `heading;column`, beside the surveys."""

SERIAL = (20_000, 80_000)
LEFT = "-"
"""What the mapping says of a column that is not taken."""


@dataclass(frozen=True)
class Columns:
    """The columns of a table of answers: which element, group, service or time each of them is."""

    grid: Grid
    top: int
    means: dict[int, str]
    """By place: `time`, `service`, the key of an element behind `=`, a group behind `+`."""

    def of(self, sign: str) -> dict[int, str]:
        """The columns of a sort, with what stands behind its sign."""
        return {n: said[1:] for n, said in self.means.items() if said.startswith(sign)}

    def one(self, word: str) -> int | None:
        """The first column that is this."""
        return next((n for n, said in self.means.items() if said == word), None)


def columns_of(result: Result, grid: Grid) -> Columns | None:
    """A grid as answers of a survey; None where its headings name too few elements."""
    saved = mapping(result)
    for top in range(min(5, len(grid.rows))):
        means: dict[int, str] = {}
        for place, text in enumerate(grid.rows[top]):
            said = saved.get(comparable(text)) or meant(text)
            if said and said != LEFT and (said not in means.values() or said == "time"):
                means[place] = said
        found = Columns(grid, top, means)
        if len(found.of("=")) >= FEWEST and answers_below(found):
            return found
    return None


def answers_below(columns: Columns) -> bool:
    """Whether what stands below the elements are answers, not sums or sentences."""
    places = columns.of("=")
    cells = [columns.grid.cell(n, p) for n in range(columns.top + 1, len(columns.grid.rows)) for p in places]
    said = [text for text in cells if text]
    return bool(said) and sum(answer(text) is not None for text in said) * 2 > len(said)


def meant(heading: str) -> str:
    """What a heading means: an element, a group, the service, the time; empty where it is none."""
    found = meaning(CODE.sub("", heading), "survey") or ""
    if found in {"time", "service", "left"}:
        return "" if found == "left" else found
    for key, words in data()["survey_elements"].items():
        if meaning(CODE.sub("", heading), "survey_elements") == key or holds(heading, words):
            return f"={key}"
    return f"+{found}" if found else ""


def read(result: Result, found: list[Columns], name: str) -> None:
    """A survey of each table of answers."""
    for columns in found:
        survey(result, columns, name)


def survey(result: Result, columns: Columns, name: str) -> None:
    """One survey: its questions, its table, and the days of the first and the last answer."""
    grid, id_ = columns.grid, result.fresh("SKM")
    elements, groups = columns.of("="), columns.of("+")
    ids = {place: f"U{n}" for n, place in enumerate(elements, start=1)}
    whens: list[date] = []
    table: list[list[str]] = []
    services: dict[str, str | None] = {}
    at = columns.one("service")
    for line in range(columns.top + 1, len(grid.rows)):
        cells = [answered(result, grid, line, place) for place in elements]
        if not any(cells):
            continue
        service = named(result, grid.cell(line, at), services) if at is not None else ""
        table.append([*([service] if at is not None else []), *cells, *(grid.cell(line, p) for p in groups)])
        time = columns.one("time")
        if time is not None and (day := stamp(grid.cell(line, time))):
            whens.append(day)
    for text, known in services.items():
        if text and known is None:
            place = grid.place_of(columns.top, at or 0)
            result.unread.append((place, text, say("this is no service of the register; it stays a word")))
    told_columns(result, columns)
    unknown = None in services.values()
    service_head = [] if at is None else ["layanan" if unknown else "service"]
    heads = [*service_head, *ids.values(), *groups.values()]
    folder = folder_of("survey", names_in(result.qms))
    file = f"{id_.lower()}.csv"
    result.files[posixpath.join(folder, file)] = as_csv([heads, *table])
    save_mapping(result, columns, folder)
    known_ids = sorted({one for one in services.values() if one}) if not unknown else []
    whens.sort()
    if whens:
        result.assumed.append((id_, say("asked from {day} to {other}, as its answers say", day=whens[0], other=whens[-1])))
    title = title_of(result, name)
    result.add(
        "survey",
        {
            "kind": "survey",
            "id": id_,
            "title": title,
            "date": whens[0] if whens else result.blank(id_, say("date")),
            "until": whens[-1] if whens else result.blank(id_, say("the last day of asking")),
            "owner": result.owner,
            "classification": result.class_,
            "clauses": ["9.1.2"],
            "services": known_ids,
            "questions": [
                {"id": ids[p], "title": question(grid.cell(columns.top, p)), "element": key}
                for p, key in elements.items()
            ],
            "answers": file,
            "groups": [*(["layanan"] if unknown else []), *groups.values()],
        },
    )
    if result.owner is None:
        result.blanks.append((id_, say("owner: the file names no unit; name one by --owner")))
    result.blanks.append((id_, say("population: how many customers there were in that time")))
    rows = [(ids[p], grid.cell(columns.top, p), key, len(table)) for p, key in elements.items()]
    heads_shown = (say("Id"), say("Heading"), say("Element"), say("Answers"))
    result.show(say("{id}: {title}", id=id_, title=title), heads_shown, rows)


def told_columns(result: Result, columns: Columns) -> None:
    """Tell the columns that are not taken."""
    for place, text in enumerate(columns.grid.rows[columns.top]):
        if text and place not in columns.means:
            why = say("this column was not taken; say which it is in {file}", file=MAPPING)
            result.unread.append((columns.grid.place_of(columns.top, place), text, why))


def question(heading: str) -> str:
    """A heading as a question, without its number."""
    return " ".join(CODE.sub("", heading).split())


def title_of(result: Result, name: str) -> str:
    """What a survey is called: as its file, without what the program adds."""
    bare = re.sub(r"\s*\((?:jawaban|responses)\)\s*|\s*-\s*form responses.*$", " ", name, flags=re.I)
    return " ".join(bare.split()) or result.speech.say(say("Survey"))


def answered(result: Result, grid: Grid, line: int, place: int) -> str:
    """An answer as a number; what is none is told, and left empty."""
    text = grid.cell(line, place)
    if not text:
        return ""
    if (value := answer(text)) is None:
        result.unread.append((grid.place_of(line, place), text, say("this is no answer; left empty")))
        return ""
    return value


def answer(text: str) -> str | None:
    """The number of an answer: 4; 4 (sangat baik); sangat baik."""
    if (value := number(text)) is not None:
        return str(int(value)) if value == int(value) else None
    if found := re.match(r"^\(?(\d{1,2})\)?\s*(?:[-.=:)]\s*|\s)(?=[^\W\d])", text.strip()):
        return found[1]
    return meaning(text, "survey_answers")


def stamp(text: str) -> date | None:
    """The day of an answer, however the program writes its time."""
    value = number(text)
    if value is not None and SERIAL[0] < value < SERIAL[1]:
        return date(1899, 12, 30) + timedelta(days=int(value))
    return days.first(text.replace("T", " "))


def named(result: Result, text: str, services: dict[str, str | None]) -> str:
    """The service that an answer is about, by its id; else the word itself."""
    if text not in services:
        wanted = comparable(text)
        things = result.qms.things.items()
        known = {i: comparable(t.title) for i, t in things if isinstance(t, ServiceEntry)}
        same = [i for i, title in known.items() if wanted and wanted in {title, comparable(i)}]
        services[text] = same[0] if len(same) == 1 else None
    return services[text] or text


def as_csv(rows: list[list[str]]) -> str:
    """A table as CSV with `;`."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\n").writerows(rows)
    return out.getvalue()


def mapping(result: Result) -> dict[str, str]:
    """What a person has said of columns, by their headings: `=waktu`, `+usia`, `service`, `time`, `-`."""
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
    rows = [[text, columns.means.get(n, LEFT)] for n, text in enumerate(columns.grid.rows[columns.top]) if text]
    result.files[path] = as_csv([["heading", "column"], *rows])


def surveys_among(result: Result, grids: list[Grid]) -> Iterator[Columns]:
    """The tables of answers of a file."""
    for grid in grids:
        if found := columns_of(result, grid):
            yield found
