"""The answers of a survey (Google Forms and others): a table of answers, and the survey that counts it."""

from __future__ import annotations

import posixpath
import re
from datetime import date

from smmkit.intake import days
from smmkit.intake.forms.survey_columns import (
    CODE,
    MAPPING,
    ONLY,
    Columns,
    answer,
    as_csv,
    by_words,
    ids_of,
    save_mapping,
    stamp,
)
from smmkit.intake.forms.survey_rule import printed, told_rule
from smmkit.intake.named_services import service_named
from smmkit.intake.numbers import number
from smmkit.intake.result import NO_OWNER, Place, Result
from smmkit.intake.words import begins, data
from smmkit.names import folder_of, names_in
from smmkit.office.grid import Grid
from smmkit.small_words import small_words
from smmkit.words import Message, say

Told = tuple[Place, str, Message]

COUNTED = say("it is counted from the others; not taken")

PERIOD = re.compile(r"\bperiode\b\s{0,3}:?\s{0,3}([^,;()|]{4,50})", re.I)
HALF = re.compile(rf"\b((?:{small_words('half', 'quarter')})\s[^,;()|]{{4,40}})", re.I)
"""How a line says of which time the answers are."""


def read(result: Result, found: list[Columns], name: str) -> None:
    """A survey of each table of answers."""
    for columns in found:
        survey(result, columns, name)


def survey(result: Result, columns: Columns, name: str) -> None:
    """One survey: its questions, its table, and the days of the first and the last answer."""
    grid, id_ = columns.grid, result.fresh("SKM")
    elements, groups, remarks = columns.of("="), columns.of("+"), columns.of("~")
    heads_of = [(grid.cell(columns.top, place), key) for place, key in elements.items()]
    ids = dict(zip(elements, ids_of(result, id_, heads_of), strict=True))
    table, services = answers(result, columns)
    told_columns(result, columns)
    if all(ONLY.match(grid.cell(columns.top, place)) for place in elements):
        why = say(
            "U1 to U9 are in the order of PermenPANRB 14/2017: 8 complaints, 9 facilities; many"
            " forms ask the other way round; look, and correct {file}",
            file=MAPPING,
        )
        result.assumed.append((id_, why))
    if words := by_words(columns):
        result.assumed.append((id_, say("the answers in words: {words}", words=words)))
    at = columns.one("service")
    for text, known in services.items():
        if text and known is None:
            why = say("this is no service of the register; it stays a word")
            tell(result.unread, columns, (grid.place_of(columns.top, at or 0), text, why))
    unknown = None in services.values()
    service_head = [] if at is None else ["layanan" if unknown else "service"]
    folder = folder_of("survey", names_in(result.qms))
    file = f"{id_.lower()}.csv"
    heads = [*service_head, *ids.values(), *groups.values(), *remarks.values()]
    result.files[posixpath.join(folder, file)] = as_csv([heads, *table])
    save_mapping(result, columns, folder)
    title = title_of(result, name)
    if columns.elsewhere and columns.counted_by:
        title = f"{title}: {columns.counted_by.upper()}"
    questions = [
        {"id": ids[p], "title": question(grid.cell(columns.top, p)), "element": key or None}
        for p, key in elements.items()
    ]
    values = {"kind": "survey", "id": id_, "title": title, **asked(result, columns, id_)}
    values |= {"owner": result.owner, "classification": result.class_, "clauses": ["9.1.2"]}
    known_ids = sorted({one for one in services.values() if one}) if not unknown else []
    values |= {"services": known_ids, "questions": questions, "answers": file}
    values |= {"counted_by": columns.counted_by, "remarks": [*remarks.values()]}
    told_rule(result, id_, values, elements.values())
    values["findings"] = printed(result, grid, elements.values())
    result.add("survey", values | {"groups": [*(["layanan"] if unknown else []), *groups.values()]})
    if result.owner is None:
        result.blanks.append((id_, NO_OWNER))
    result.blanks.append((id_, say("population: how many customers there were in that time")))
    rows = [(ids[p], grid.cell(columns.top, p), key, len(table)) for p, key in elements.items()]
    shown = (say("Id"), say("Heading"), say("Element"), say("Answers"))
    result.show(say("{id}: {title}", id=id_, title=title), shown, rows)


def answers(result: Result, columns: Columns) -> tuple[list[list[str]], dict[str, str | None]]:
    """The rows that hold an answer, and the services that they name."""
    grid, at = columns.grid, columns.one("service")
    beside = columns.of("+") | columns.of("~")
    table: list[list[str]] = []
    seen: set[tuple[str, ...]] = set()
    services: dict[str, str | None] = {}
    serials = numbered(columns)
    for line in range(columns.top + 1, len(grid.rows)):
        if total := total_in(columns, line, serials):
            tell(result.told, columns, (grid.place_of(line, 0), total, COUNTED))
            continue
        cells = [answered(result, grid, line, place) for place in columns.of("=")]
        if any(cells):
            if grid.rows[line] in seen:
                why = say("the same answers at the same time as above; were they sent twice? taken")
                tell(result.unread, columns, (grid.place_of(line, 0), grid.rows[line][0], why))
            seen |= {grid.rows[line]} if columns.one("time") is not None else set()
            service = [] if at is None else [named(result, grid.cell(line, at), services)]
            texts = (" ".join(grid.cell(line, place).split()) for place in beside)
            table.append([*service, *cells, *texts])
    return table, services


def tell(told: list[Told], columns: Columns, one: Told) -> None:
    """Tell something of a table, where no other survey of it does."""
    if not columns.is_beside:
        told.append(one)


def numbered(columns: Columns) -> set[int]:
    """The columns that number those who answered from 1 on; a word in them heads no answer."""
    first = next(iter(columns.grid.rows[columns.top + 1 :]), ())
    return {n for n, text in enumerate(first) if n not in columns.means and text.lstrip("0") == "1"}


def total_in(columns: Columns, line: int, serials: set[int]) -> str:
    """What a row is called that is counted from the answers: Jumlah nilai, NRR per unsur; else nothing.

    Where the answers are numbered, a word in place of the number heads no answer.
    """
    beside = (
        (place, text)
        for place, text in enumerate(columns.grid.rows[line])
        if text and place not in columns.means
    )
    is_total = (
        text
        for place, text in beside
        if begins(text, data()["survey_totals"]) or (place in serials and number(text) is None)
    )
    return next(is_total, "")


def asked(result: Result, columns: Columns, id_: str) -> dict[str, object]:
    """The first and the last day of asking, as the answers say."""
    time = columns.one("time")
    lines = range(columns.top + 1, len(columns.grid.rows))
    days_ = [] if time is None else [stamp(columns.grid.cell(line, time)) for line in lines]
    whens = sorted(day for day in days_ if day)
    if not whens and (said := period_above(columns)):
        text, first_day, end = said
        why = say(
            "asked from {day} to {other}, as {text} says", day=first_day, other=end, text=text
        )
        result.assumed.append((id_, why))
        return {"date": first_day, "until": end}
    if not whens:
        last = result.blank(id_, say("the last day of asking"))
        return {"date": result.blank(id_, say("date")), "until": last}
    first, last_day = whens[0], whens[-1]
    why = say("asked from {day} to {other}, as its answers say", day=first, other=last_day)
    result.assumed.append((id_, why))
    return {"date": first, "until": last_day}


def period_above(columns: Columns) -> tuple[str, date, date] | None:
    """The period that a line above the answers says, with its first and its last day."""
    rows = columns.grid.rows[: columns.top]
    for line in (*columns.grid.above, *(text for row in rows for text in row if text)):
        for found in filter(None, (PERIOD.search(line), HALF.search(line))):
            text = found[1].strip(" .")
            first, last = days.meant(text, last=False)[0], days.meant(text)[0]
            if first and last:
                return text, first, last
    return None


def told_columns(result: Result, columns: Columns) -> None:
    """Tell the columns that are not taken."""
    for place, text in enumerate(columns.grid.rows[columns.top]):
        if text and place not in columns.means and place not in columns.elsewhere:
            why = say("this column was not taken; say which it is in {file}", file=MAPPING)
            result.unread.append((columns.grid.place_of(columns.top, place), text, why))


def question(heading: str) -> str:
    """A heading as a question, without its number."""
    return " ".join(CODE.sub("", heading).split())


def title_of(result: Result, name: str) -> str:
    """What a survey is called: as its file, without what the program adds."""
    bare = re.sub(r"\((?:jawaban|responses)\)|-\s*+form responses.*+", " ", name, flags=re.I)
    return " ".join(bare.split()) or result.speech.say(say("Survey"))


def answered(result: Result, grid: Grid, line: int, place: int) -> str:
    """An answer as a number; what is none is told, and left empty."""
    text = grid.cell(line, place)
    if not text:
        return ""
    if (value := answer(text)) is None:
        result.unread.append(
            (grid.place_of(line, place), text, say("this is no answer; left empty"))
        )
        return ""
    return value


def named(result: Result, text: str, services: dict[str, str | None]) -> str:
    """The service that an answer is about, by its id; else the word itself."""
    if text not in services:
        services[text] = service_named(result.qms, text)
    return services[text] or text
