"""The form of the inspectorate as it comes back: its verdict, what is missing, and what it has advised."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from smmkit.analyses.gap import verification_form as asked
from smmkit.documents.certification import Registration, Verification
from smmkit.intake import days
from smmkit.intake.ours import Sheet, beside, day_at, sheets_of, written_at
from smmkit.intake.result import Result
from smmkit.intake.words import comparable, table
from smmkit.loading.cell_values import CellError, meant
from smmkit.model.fields import fields_of
from smmkit.office.grid import Grid
from smmkit.words import Message, say
from smmkit.yaml_text.emit import Quoted
from smmkit.yaml_text.fields import with_value


def among(grids: list[Grid]) -> list[Sheet]:
    """The lists of criteria among the tables of a file."""
    return sheets_of(grids, (asked.WHAT, asked.FULFILLED, asked.SHORTAGE), (asked.UNIT, asked.DUE))


def read(result: Result, grids: list[Grid], sheets: list[Sheet]) -> None:
    """A verification with its shortages, and a coaching with its advice."""
    shortages = [one for sheet in sheets for one in missing(result, sheet)]
    advice = [
        one
        for sheet in sheets_of(grids, (asked.ADVICE,), (asked.UNIT, asked.DUE))
        for one in advised(result, sheet)
    ]
    verdict, verifier = written_at(grids, asked.VERDICT), written_at(grids, asked.VERIFIER)
    if not (shortages or advice or verdict):
        result.unread.append((sheets[0].grid.about(), "", say("nothing is filled in yet")))
        return
    if shortages or verdict:
        verification(result, grids, verifier, shortages)
    if advice:
        coaching(result, grids, verifier, advice)


def missing(result: Result, sheet: Sheet) -> Iterator[dict[str, Any]]:
    """What is missing, as the verifier says it; a no without words is the criterion itself."""
    for row in sheet.rows():
        text, fulfilled = sheet.text(row, asked.SHORTAGE), sheet.text(row, asked.FULFILLED)
        what = sheet.text(row, asked.WHAT)
        answer = table("verdicts").get(comparable(fulfilled), "")
        place = sheet.place(row, asked.FULFILLED)
        if fulfilled and not answer:
            result.unread.append((place, fulfilled, say("this is neither yes nor no")))
        if text and answer == "conform":
            why = say("fulfilled, and all the same a shortage: taken as a shortage")
            result.told.append((place, text, why))
        if text or answer in {"nonconform", "partial"}:
            if not text:
                result.told.append((place, what, say("a no without words: the criterion is taken")))
            yield task(result, sheet, row, text or what)


def advised(result: Result, sheet: Sheet) -> Iterator[dict[str, Any]]:
    """What was advised."""
    for row in sheet.rows():
        if text := sheet.text(row, asked.ADVICE):
            yield task(result, sheet, row, text)


def task(result: Result, sheet: Sheet, row: int, what: str) -> dict[str, Any]:
    """What is to be done, by which unit, by when."""
    day, unit = sheet.text(row, asked.DUE), sheet.text(row, asked.UNIT)
    due, is_guess = days.meant(day) if day else (None, False)
    if day and due is None:
        result.unread.append((sheet.place(row, asked.DUE), day, say("this is no day")))
    if due and is_guess:
        why = say("{text} is taken as {day}", text=day, day=due)
        result.told.append((sheet.place(row, asked.DUE), day, why))
    return {
        "what": what,
        "owner": result.unit(sheet.place(row, asked.UNIT), unit) if unit else result.owner,
        "due": due.isoformat() if due else None,
    }


def verification(
    result: Result, grids: list[Grid], verifier: str, shortages: list[dict[str, Any]]
) -> None:
    """The verdict of the verifier; the registration that has none yet rests on it."""
    id_ = result.fresh("VER")
    day = day_at(result, grids, asked.VERIFIED, id_)
    for known in result.qms.of(Verification):
        if known.date.isoformat() == day and comparable(known.verifier) == comparable(verifier):
            heads = (say("Id"), say("Title"), say("State"))
            result.show(say("Verification"), heads, [(known.id, known.title, say("known already"))])
            return
    value = {
        "kind": "verification",
        "id": id_,
        "title": result.speech.say(say("Verification before registration")),
        "date": day,
        "owner": result.owner,
        "classification": result.class_,
        "clauses": [Quoted("juknis/B1")] if "juknis" in result.qms.standard_ids else [],
        "verifier": verifier or result.blank(id_, asked.VERIFIER),
        "verdict": verdict(result, grids) or result.blank(id_, asked.VERDICT),
        "reasons": written_at(grids, asked.REASONS) or None,
        "shortages": shortages,
    }
    result.add("verification", value)
    show(result, id_, say("Shortages"), shortages)
    waiting = [
        one
        for one in result.qms.of(Registration)
        if one.verification is None and one.closed is None
    ]
    if len(waiting) == 1:
        path = waiting[0].path
        result.changed[path] = with_value(path, result.qms.tree.read(path), "verification", id_)
        result.assumed.append((waiting[0].id, say("it rests on the verification {id}", id=id_)))


def verdict(result: Result, grids: list[Grid]) -> str | None:
    """The word that the verdict means; another is told."""
    found = beside(grids, asked.VERDICT)
    if not found or not found[0]:
        return None
    text, place = found
    if known := table("eligibility").get(comparable(text)):
        return known
    try:
        return meant(fields_of(Verification)["verdict"], text, result.qms)
    except CellError as error:
        result.unread.append((place, text, error.message))
        return None


def coaching(result: Result, grids: list[Grid], coach: str, advice: list[dict[str, Any]]) -> None:
    """A day of coaching, with what was advised."""
    id_ = result.fresh("BIN")
    topic = written_at(grids, asked.TOPIC)
    title = result.speech.say(say("Coaching before registration"))
    result.add(
        "coaching",
        {
            "kind": "coaching",
            "id": id_,
            "title": title,
            "date": day_at(result, grids, asked.COACHED, id_),
            "owner": result.owner,
            "classification": result.class_,
            "clauses": [Quoted("juknis/B1")] if "juknis" in result.qms.standard_ids else [],
            "coach": coach or result.blank(id_, asked.VERIFIER),
            "topic": topic or title,
            "advice": advice,
        },
    )
    show(result, id_, asked.ADVICE, advice)


def show(result: Result, id_: str, what: Message, tasks: list[dict[str, Any]]) -> None:
    """What was read."""
    heads = (what, asked.UNIT, asked.DUE)
    rows = [(one["what"], one["owner"] or "-", one["due"] or "-") for one in tasks]
    result.show(say("{id}: {title}", id=id_, title=what), heads, rows or [("-", "-", "-")])
