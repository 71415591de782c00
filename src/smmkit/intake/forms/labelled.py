"""Forms of words at the left and what they say at the right: job descriptions and service standards."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

from smmkit.documents.context import RegulationEntry
from smmkit.documents.services import ServiceEntry
from smmkit.intake.forms.base import titled
from smmkit.intake.forms.parts import NUMBERING
from smmkit.intake.numbers import duration, number
from smmkit.intake.result import NO_OWNER, Result, items
from smmkit.intake.words import comparable, meaning
from smmkit.office.grid import Grid
from smmkit.qms import Qms
from smmkit.words import Message, say
from smmkit.yaml_text.emit import Quoted

NEEDED: Final = {
    "service-standard": ("requirements", "procedure", "time_limit", "fee", "product"),
    "job-description": ("title", "purpose", "duties"),
}
FEWEST: Final = {"service-standard": 4, "job-description": 2}
"""So many of these words make a form of its sort."""

MOST_HEADS: Final = len(("no", "component", "text"))
"""A form has no more columns with a heading than this, beside one for notes."""

BEFORE: Final = re.compile(r"^(?:\d{1,2}|[a-z])[.)]\s*+", re.I)
NAMES: Final = re.compile(
    r"^(?:standar (?:pelayanan|layanan)|service standard)(?: publik)?[\s:]*+(?=\S)", re.I
)


@dataclass
class Form:
    """What the words of a form say, and where; the lines that no word heads; the grids that it has used."""

    lines: dict[str, tuple[str, Message]] = field(default_factory=dict)
    others: list[tuple[Message, str]] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)

    def text(self, role: str) -> str:
        """What stands at a word."""
        return self.lines.get(role, ("", None))[0]

    def line(self, role: str) -> str:
        """The same in one line."""
        return " ".join(self.text(role).split())

    def many(self, role: str) -> list[str]:
        """The same as items."""
        return items(self.text(role))


def form_of(grids: list[Grid], kind: str) -> Form | None:
    """A form of a kind among the tables of a file; None where there is none."""
    found = Form()
    for grid in grids:
        before = len(found.lines)
        if not is_list(grid, kind):
            take(found, grid, kind)
        if len(found.lines) > before:
            found.grids.append(grid)
    known = set(NEEDED[kind]) & set(found.lines)
    return found if len(known) >= FEWEST[kind] and NEEDED[kind][0] in found.lines else None


def is_list(grid: Grid, kind: str) -> bool:
    """Whether a heading of many columns says that a table is a list, where a form has one text for a word."""
    heads = grid.rows[0] if grid.rows else ()
    said = {text for text in heads if text and meaning(text, "register") != "note"}
    return kind == "service-standard" and is_number(heads[0]) and len(said) > MOST_HEADS


def take(found: Form, grid: Grid, kind: str) -> None:
    """The lines of one table: those of a form, or a list below the heading that names it."""
    column = next((c for row in grid.rows[:2] if (c := listed(row)) is not None), None)
    if kind == "job-description" and column is not None:
        rows_below(found, grid, "duties", column)
        return
    role = meaning(grid.above[-1], kind) if grid.above else None
    if role and len(grid.rows[0]) == len(("no", "text")) and is_number(grid.rows[0][0]):
        rows_below(found, grid, role, 1)
        return
    for n, cells in enumerate(grid.rows):
        said = [text for text in dict.fromkeys(cells) if text.strip(" :")]
        if len(said) > 1 and NUMBERING.fullmatch(said[0].strip()):
            said = said[1:]
        if not said:
            continue
        head, colon, rest = said[0].partition(":")
        label = BEFORE.sub("", (head if colon else said[0]).strip())
        role = meaning(label, kind)
        value = "\n".join(filter(None, (rest.strip(), *(t.lstrip(": ") for t in said[1:]))))
        place = grid.place_of(n, min(1, len(cells) - 1))
        if role and value and role not in found.lines:
            found.lines[role] = (value, place)
        elif len(said) > 1 and n:
            found.others.append((place, " | ".join(said)))


def rows_below(found: Form, grid: Grid, role: str, column: int) -> None:
    """The items of a table with a heading: its numbered rows; all else that stands in it is told."""
    texts = [row[column] for row in grid.rows if NUMBERING.fullmatch(row[0].strip())]
    if texts:
        found.lines.setdefault(role, ("\n".join(texts), grid.place_of(0, column)))
    for n, row in enumerate(grid.rows):
        rest = [text for m, text in enumerate(row) if m not in {0, column} and text]
        if n and not NUMBERING.fullmatch(row[0].strip()):
            rest = [text for text in row if text]
        if n and rest:
            found.others.append((grid.place_of(n, column), " | ".join(dict.fromkeys(rest))))


def is_number(text: str) -> bool:
    """Whether a heading is that of the numbers of the rows."""
    return comparable(text) in {"no", "nomor"}


def listed(cells: tuple[str, ...]) -> int | None:
    """The column of duties in a heading of several columns: No, Uraian Tugas, Hasil Kerja."""
    said = [text for text in cells if text.strip()]
    known = [n for n, text in enumerate(cells) if meaning(text, "job-description") == "duties"]
    is_heading = len(set(said)) > len(("no", "tugas")) and is_number(cells[0])
    return known[0] if known and is_heading else None


def read(result: Result, form: Form, kind: str) -> None:
    """One document from a form; the lines that no word heads are told."""
    above = [line for grid in form.grids for line in (*grid.above, *grid.rows[0][:1], grid.name)]
    reader = service_standard if kind == "service-standard" else job_description
    values = reader(result, form, above)
    result.add(kind, values)
    for place, text in form.others:
        result.unread.append((place, text, say("this line of the form was not taken")))
    if values["owner"] is None:
        result.blanks.append((values["id"], NO_OWNER))
    heads = (say("Where"), say("Text"))
    rows = [(place, " ".join(text.split())) for text, place in form.lines.values()]
    result.show(say("{id}: {title}", id=values["id"], title=values["title"]), heads, rows)


def job_description(result: Result, form: Form, _: list[str]) -> dict[str, Any]:
    """A post with its duties."""
    id_ = result.fresh("UT")
    place = form.lines.get("unit", ("", say("unit")))[1]
    unit = result.unit(place, form.line("unit"))
    if text := form.line("responsibility"):
        why = say("no field takes it; write it among the duties")
        result.unread.append((form.lines["responsibility"][1], text, why))
    return {
        "kind": "job-description",
        "id": id_,
        "title": titled(form.line("title")),
        "version": Quoted("1"),
        "owner": unit,
        "clauses": [Quoted("5.3"), Quoted("7.2")],
        "classification": result.class_,
        "unit": unit or result.blank(id_, say("unit")),
        "purpose": form.line("purpose") or None,
        "duties": form.many("duties") or [result.blank(id_, say("duties"))],
        "authority": form.many("authority"),
        "qualifications": form.many("qualifications"),
    }


def service_standard(result: Result, form: Form, above: list[str]) -> dict[str, Any]:
    """A standard of a service, with its fourteen components."""
    id_ = result.fresh("SP")
    named = form.line("title") or next(
        (NAMES.sub("", line) for line in above if NAMES.match(line)), ""
    )
    service, entry = service_named(result.qms, named)
    owner = entry.owner if entry else result.owner
    return components(result, form, id_, (named, service, owner))


def service_named(qms: Qms, name: str) -> tuple[str, ServiceEntry] | tuple[None, None]:
    """The service of the register that a name means."""
    found = [
        (i, t)
        for i, t in qms.things.items()
        if isinstance(t, ServiceEntry) and comparable(name) in {comparable(t.title), comparable(i)}
    ]
    return found[0] if len(found) == 1 else (None, None)


def components(
    result: Result, form: Form, id_: str, of: tuple[str, str | None, str | None]
) -> dict[str, Any]:
    """The standard of a service, of which the name, the id and the unit are known: what is promised."""
    named, service, owner = of
    time, people = duration(form.line("time_limit")), number(form.line("staff").split(" ")[0])
    days = int(time[0]) if time and time[1] == "day" and time[0] == int(time[0]) else None
    if days:
        what = say("{text} is taken as {n} working days", text=form.line("time_limit"), n=days)
        result.assumed.append((id_, what))
    needed = {
        name: form.many(name) or [result.blank(id_, say("a component of the service standard"))]
        for name in ("requirements", "procedure", "complaint_channels")
    }
    said = {
        name: form.line(name) or result.blank(id_, say("a component of the service standard"))
        for name in ("time_limit", "fee", "product")
    }
    more = ("supervision", "guarantee", "safety", "evaluation", "proclamation")
    return {
        "kind": "service-standard",
        "id": id_,
        "title": titled(named) if named else result.blank(id_, say("title")),
        "version": Quoted("1"),
        "owner": owner,
        "clauses": [Quoted("8.2.1"), Quoted("8.2.2")],
        "classification": result.class_,
        "service": service or result.blank(id_, say("the service that it is about")),
        **needed,
        **said,
        "promised_days": days,
        "legal_basis": laws(result, form),
        "facilities": form.many("facilities"),
        "competence": form.many("competence"),
        "staff": int(people) if people and people == int(people) else None,
        **{name: form.line(name) or None for name in more},
    }


def laws(result: Result, form: Form) -> list[str]:
    """The regulations of the register that a form names; who is not there, is told."""
    known = {comparable(t.title): i for i, t in result.qms.things.items() if is_law(t)}
    known |= {comparable(i): i for i in known.values()}
    found = []
    for text in form.many("legal_basis"):
        if id_ := known.get(comparable(text)):
            found.append(id_)
        else:
            why = say("this is no regulation of the register")
            result.unread.append((form.lines["legal_basis"][1], text, why))
    return found


def is_law(thing: object) -> bool:
    """Whether something is a regulation of the register."""
    return isinstance(thing, RegulationEntry)
