"""The report of an auditor as text: its findings are taken, and what it tells beside them is shown."""

from __future__ import annotations

from datetime import date

from smmkit.intake import days
from smmkit.intake.forms import findings
from smmkit.intake.forms.audit_labels import labelled
from smmkit.intake.forms.audit_text import told_in
from smmkit.intake.forms.audit_told import Told
from smmkit.intake.forms.base import Row
from smmkit.intake.forms.finding_audits import audit_among
from smmkit.intake.result import Result, UnknownPaperError
from smmkit.intake.units import unit_of, unit_within, units_in
from smmkit.office.reading import paragraphs_of, text_of
from smmkit.qms import Qms
from smmkit.words import say

SHOWN = 240
"""So many letters of lines that were not taken are shown."""


def read(result: Result, pages: list[list[str]], headings: frozenset[str] | None = None) -> bool:
    """A finding from each that the text tells; what belongs to none is told; whether there was any."""
    told, others = told_in(pages, units_in(result.qms), headings)
    if not told:
        return False
    take(result, told, pages)
    why = say("no part of a finding; not taken")
    result.unread += [(place, text[:SHOWN], why) for place, text in others]
    return True


def read_beside(result: Result, lines: list[str], headings: frozenset[str]) -> None:
    """The same of the text around the tables of a report, of which others tell what was not taken."""
    take(result, told_in([lines], units_in(result.qms), headings)[0], [lines])


def take(result: Result, told: list[Told], pages: list[list[str]]) -> None:
    """A finding from each that was told."""
    day = day_of(result, pages)
    audit = audit_among(result.qms, days.named(line for page in pages for line in page))
    for one in told:
        if audit:
            one.texts["audit"] = audit.id
        if one.is_item and not one.texts.get("unit"):
            one.texts["unit"] = unit_within(result.qms, one.texts["statement"]) or ""
        elif not one.texts.get("unit"):
            one.texts["unit"] = unit_within(result.qms, one.lead) or ""
        else:
            place_of_work(result, one)
    findings.take(result, [(Row(result, one.texts, {}, one.place), day) for one in told])


def tells(pages: list[list[str]], qms: Qms) -> bool:
    """Whether a text tells any finding."""
    return bool(told_in(pages, units_in(qms))[0])


def told_alone(result: Result, name: str, data: bytes) -> bool:
    """Read the findings that a text tells; of a Word file its paragraphs, else all that its tables say."""
    lines, heads = paragraphs_of(name, data)
    return read(result, [lines], heads) or read(result, text_of(name, data))


def day_of(result: Result, pages: list[list[str]]) -> date | None:
    """The first day that a report names which is over, and by which nothing is to be done."""
    lines = (
        line for page in pages for line in page if labelled(line)[0] not in {"response", "due"}
    )
    named = (first for line in lines if (first := days.first(line)))
    return next((day for day in named if day <= result.qms.today), None)


def read_alone(result: Result, name: str, pages: list[list[str]]) -> None:
    """The same of a paper that can be nothing else.

    Raises:
        UnknownPaperError: it tells no findings.
    """
    if not read(result, pages):
        raise UnknownPaperError(say("{path} tells no findings of an audit", path=name))


def place_of_work(result: Result, one: Told) -> None:
    """The unit that a location means; where it says more than the unit, that goes to the evidence."""
    said = one.texts.get("unit", "")
    settings = result.qms.settings
    if not said or unit_of(result.qms, said) or settings is None:
        return
    low = f" {' '.join(said.lower().replace(',', ' ').split())} "
    # a part of it may call the unit as the house does: `Mutasi, loket 2`, `Loket 2 (Bid. Mutasi)`
    part = unit_within(result.qms, said)
    inside = [
        unit.id
        for unit in settings.units
        if f" {unit.title.lower()} " in low
        or unit.id in said.replace(",", " ").split()
        or unit.id == part
    ]
    if len(inside) == 1:
        one.texts["unit"] = inside[0]
        result.assumed.append((inside[0], say("the unit of {text}", text=said)))
    where = say("Location: {text}", text=said.rstrip("."))
    seen = one.texts.get("observed", "")
    one.texts["observed"] = f"{result.speech.say(where)}. {seen}".strip()
