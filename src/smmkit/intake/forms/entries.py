"""Lists whose rows become entries of a register: providers, planned trainings, instruments, parties."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from smmkit.documents.resources import ProviderEvaluation
from smmkit.intake import days
from smmkit.intake.forms.around import above
from smmkit.intake.forms.base import Row, rows_of, says, titled
from smmkit.intake.needed import UNTOLD
from smmkit.intake.result import Result, items
from smmkit.intake.table import Table, is_blank
from smmkit.intake.units import unit_of
from smmkit.intake.words import begins, comparable, data
from smmkit.words import Message, say


@dataclass(frozen=True)
class Plan:
    """What becomes of a list: the document, its list, what a new one is called, how a row is read."""

    kind: str
    key: str
    title: Message
    clause: str
    prefix: str
    entry: Callable[[Result, Row, str], dict[str, Any]]


def provider(result: Result, row: Row, id_: str) -> dict[str, Any]:
    """An external provider, with its last evaluation."""
    evaluation = None
    day = row.day("evaluated", id_)
    score = row.field(ProviderEvaluation, "score", "score")
    said = [row.line(role) for role in ("decision", "result", "note")]
    stays = next((word for text in said if (word := says(text, "stays"))), None)
    verdict = "; ".join(filter(None, reversed(said[:2]))) or (said[2] if stays else "")
    if day and (verdict or score is not None):
        evaluation = {
            "on": day,
            "score": score,
            "result": verdict or str(score),
            "stays": stays == "yes" if stays else result.blank(id_, say("whether it stays")),
        }
    elif verdict or score is not None:
        for role in ("score", "result", "decision"):
            if row.line(role):
                row.unread(role, say("an evaluation needs its day"))
    return {
        "provides": row.line("provides") or result.blank(id_, say("what it provides")),
        "provider_class": row.line("class") or None,
        "unit": row.unit("unit") or result.blank(id_, say("unit")),
        "contract": row.line("contract") or None,
        "until": row.day("until", id_),
        "evaluations": [evaluation] if evaluation else [],
    }


def planned(result: Result, row: Row, id_: str) -> dict[str, Any]:
    """A training that is planned."""
    return {
        "due": row.day("due", id_)
        or last_mark(row, id_)
        or result.blank(id_, say("the day by which it is held")),
        "audience": row.line("audience") or None,
        "format": row.line("format") or None,
        "owner": row.unit("owner"),
    }


def marks_of(row: Row) -> list[tuple[str, date]]:
    """The months or quarters below which a row has a mark, and their last days."""
    year = row.year or str(row.result.qms.today.year)
    return [(mark, day) for mark in row.marks if (day := days.meant(mark, year=year)[0])]


def last_mark(row: Row, id_: str) -> str | None:
    """The last day that the marks of a row say, which is told."""
    marks = marks_of(row)
    return assumed(row, id_, ", ".join(mark for mark, _ in marks), marks[-1][1]) if marks else None


def assumed(row: Row, id_: str, text: str, day: date) -> str:
    """A day that is taken for a text, which is told."""
    row.result.assumed.append((id_, say("{text} is taken as {day}", text=text, day=day)))
    return day.isoformat()


def instrument(result: Result, row: Row, id_: str) -> dict[str, Any]:
    """A measuring instrument, with its last calibration and the next."""
    what = result.speech.say(say("Calibration"))
    done, due = row.day("calibrated", id_), row.day("due", id_)
    care = [{"what": what, "done": done}] if done else []
    planned = [due] if due else [assumed(row, id_, *one) for one in marks_of(row)]
    care += [{"what": what, "due": day} for day in planned]
    unit = row.unit("unit") if row.line("unit") else unit_of(result.qms, row.line("place"))
    if unit and not row.line("unit"):
        why = say("it is taken for the unit {id}", id=unit)
        result.told.append((row.at("place"), row.line("place"), why))
    return {
        "resource_type": "measuring",
        "unit": unit or row.unit("unit") or result.blank(id_, say("unit")),
        "condition": facts_of(
            result, row, id_, FACTS if not unit or row.line("unit") else FACTS[:-1]
        ),
        "care": care,
    }


FACTS = (
    ("condition", None),
    ("brand", say("brand")),
    ("serial", say("serial number")),
    ("place", say("location")),
)
"""What is said of an instrument in one field, each behind its name."""


def facts_of(
    result: Result, row: Row, id_: str, facts: tuple[tuple[str, Message | None], ...]
) -> str | None:
    """The condition of an instrument, and what no field of its own takes, each behind its name."""
    said = [(name, row.line(role)) for role, name in facts if not is_blank(row.line(role))]
    why = say("brand, serial number and location stand in the condition, behind their names")
    if any(name for name, _ in said) and why not in [one for _, one in result.assumed]:
        result.assumed.append((id_, why))
    words = (f"{result.speech.say(name)}: {text}" if name else text for name, text in said)
    return "; ".join(words) or None


def party(result: Result, row: Row, id_: str) -> dict[str, Any]:
    """An interested party, with what it needs and expects."""
    needs = [*items(row.text("needs")), *items(row.text("expects"))]
    sort = says(row.line("title"), "parties")
    if sort is None:
        sort = row.line("party_type") or "partner"
        result.assumed.append((id_, say("which party it is: {word}", word=sort)))
    elif row.line("party_type") and row.at("party_type") not in [one[0] for one in result.told]:
        why = say("which party it is follows from its name; not taken")
        result.told.append((row.at("party_type"), row.line("party_type"), why))
    told = row.line("monitored") or None
    priority = says(row.line("priority"), "priorities")
    if row.line("priority") and priority is None:
        row.unread("priority", say("this is neither high nor medium nor low"))
    return {
        "party_type": sort,
        "priority": priority,
        "expectations": [{"what": one, "monitored": told} for one in dict.fromkeys(needs)]
        or [{"what": result.blank(id_, say("what it needs or expects"))}],
    }


def tell_held(result: Result, table: Table) -> None:
    """Tell that a list of trainings is one of those that were held, as a line above it says."""
    lines = above(table) if table.kind == "training-plan" else []
    if said := next((line for line in lines if begins(line, data()["lists_of_what_was_held"])), ""):
        why = say("what was held is taken as what was planned; write each with smm new training")
        result.told.append((table.grid.about(), said, why))


def tell_known(result: Result, row: Row, id_: str, there: str) -> None:
    """Tell that there is an entry already, and what the row says that the entry does not."""
    result.known(row.at("title"), row.line("title"), id_)
    for role in (one for one in row.texts if one not in UNTOLD | {"title"}):
        text = row.line(role)
        day = days.meant(text, year=row.year)[0] or ""
        same = {comparable(str(one)) for one in (text, day, unit_of(result.qms, text) or "")} - {""}
        if not is_blank(text) and not any(f" {one} " in f" {there} " for one in same):
            row.unread(role, say("{id} does not say it; write it there", id=id_))


PLANS = {
    "external-providers": Plan(
        "external-providers", "entries", say("External providers"), "8.4.1", "PENYEDIA", provider
    ),
    "training-plan": Plan(
        "competences", "training_plan", say("Competences and training plan"), "7.2", "RP", planned
    ),
    "resources": Plan("resources", "entries", say("Resources"), "7.1.5.1", "ALAT", instrument),
    "interested-parties": Plan(
        "interested-parties", "entries", say("Interested parties"), "4.2", "PIHAK", party
    ),
}
"""For each sort of table what its rows become."""


def read(result: Result, tables: list[Table]) -> None:
    """The rows of all tables of one sort, as entries of the register; what is there already is told."""
    plan = PLANS[tables[0].kind]
    known = {
        comparable(thing.title): (thing.id, comparable(thing.model_dump_json()))
        for document in result.qms.documents
        if document.kind == plan.kind
        for thing in getattr(document, plan.key, ())
    }
    entries: list[dict[str, Any]] = []
    for table in tables:
        tell_held(result, table)
        for row in rows_of(result, table):
            name = row.line("title")
            if not name:
                continue
            if same := known.get(comparable(name)):
                tell_known(result, row, *same)
                continue
            id_ = result.fresh(plan.prefix)
            entries.append({"id": id_, "title": titled(name), **plan.entry(result, row, id_)})
            if plan.kind == "interested-parties":
                known[comparable(name)] = (id_, comparable(str(entries[-1])))
    if not entries:
        return
    title = result.speech.say(plan.title)
    values = {"title": title, "clauses": [plan.clause], "classification": result.class_}
    home = result.extend(plan.kind, plan.key, entries, values)
    shown = [(e["id"], e["title"], str(e.get("unit") or e.get("due") or "-")) for e in entries]
    heads = (say("Id"), say("Title"), say("Unit or day"))
    result.show(say("{id}: {title}", id=home, title=title), heads, shown)
