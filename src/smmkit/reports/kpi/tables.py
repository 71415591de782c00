"""What all pages about KPIs share: the table, its cells, the charts, the formulas."""

from __future__ import annotations

from decimal import Decimal

from smmkit.analyses.kpis.history import Measured, history
from smmkit.analyses.kpis.periods import named
from smmkit.analyses.kpis.printed import as_set, told_aim, told_number, told_share
from smmkit.analyses.kpis.result import Progress, Result
from smmkit.analyses.kpis.smart import Judged
from smmkit.documents.objective import Kpi
from smmkit.page import Block, Cell, Figure, Heading, Shape, Table, Text, Tone
from smmkit.page.figures import Line, Lines
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.words import Message, say

MISSING = Cell("-", Tone.MUTED)


def holding(one: Judged) -> Cell:
    """Whether a letter of SMART holds; a dash where that cannot be told."""
    return MISSING if one.holds is None else Cell(one.holds, Tone.GOOD if one.holds else Tone.WARN)


def table(found: list[Result]) -> Table:
    """One row for each KPI."""
    return table_of(say("Indicators"), COLUMNS, found)


def full_table(found: list[Result]) -> Table:
    """One row for each KPI, with everything that is known of it."""
    return table_of(say("Indicators"), (*COLUMNS, *MORE), found)


def over_time(qms: Qms, found: list[Result]) -> list[Block]:
    """A chart for each KPI that has at least two values until the end of the period."""
    charts = [(one, history(qms, one.kpi, one.period)) for one in found]
    figures = [chart(one.kpi, measured) for one, measured in charts if len(measured) > 1]
    return [Heading(say("Over time")), *figures] if figures else []


def chart(kpi: Kpi, measured: list[Measured]) -> Figure:
    """The values of a KPI over time, and what it was to reach."""
    lines = [Line(say("Actual"), tuple(one.value for one in measured))]
    low, high = (tuple(getattr(one, end) for one in measured) for end in ("target", "target_up_to"))
    is_range = any(target is not None for target in high)
    if any(target is not None for target in low):
        name = say("Target, lower end") if is_range else say("Target")
        lines.append(Line(name, low, is_target=True))
    if is_range:
        lines.append(Line(say("Target, upper end"), high, is_target=True))
    first, last = measured[0], measured[-1]
    return Figure(
        title_of(kpi, measured),
        say(
            "From {first} in {start} to {last} in {end}; the dashed line is the target.",
            first=first.word or as_set(first.value),
            start=named(first.period),
            last=last.word or as_set(last.value),
            end=named(last.period),
        ),
        Lines(tuple(named(one.period) for one in measured), tuple(lines), kpi.measured_in or ""),
    )


def title_of(kpi: Kpi, measured: list[Measured]) -> Message:
    """What a chart is called; where words were measured, with the number that is drawn for each."""
    title = say("{id}: {title}", id=kpi.id, title=kpi.title)
    drawn = {one.value: one.word for one in measured if one.word}
    if not drawn:
        return title
    words = ", ".join(f"{word} = {value.normalize():f}" for value, word in sorted(drawn.items()))
    return say("{title} ({words})", title=title, words=words)


def amount(number: Decimal | None, word: str | None = None, *marks: Decimal | None) -> Cell:
    """A value in its own measure, as it is beside what it is held against; a dash where it is missing."""
    return MISSING if number is None else Cell(word or told_number(number, *marks))


def reached(share: Decimal | None) -> Cell:
    """What share was reached; a dash where it is missing."""
    return MISSING if share is None else Cell(told_share(share))


def measured(result: Result) -> Cell:
    """The actual value, with as many places as are true beside the target."""
    if result.printed_actual is None:
        return MISSING
    return Cell(result.actual_word or result.printed_actual)


def achieved(result: Result) -> Cell:
    """The achievement, with as many places as are true beside the status."""
    return MISSING if result.printed_achievement is None else Cell(result.printed_achievement)


def wanted(one: Result | Measured) -> Cell:
    """The target; of a range both ends."""
    return aimed(one.target, one.target_up_to, one.target_word)


def aimed(low: Decimal | None, high: Decimal | None, word: str | None) -> Cell:
    """What was to be reached, as it is said."""
    said = told_aim(low, high, word)
    return MISSING if said is None else Cell(said)


def not_measured(found: list[Result]) -> list[Block]:
    """The periods that can have no value, each with the reason."""
    rows = [(one.kpi.id, *each) for one in found for each in one.not_measured.items()]
    readings: list[Reading[tuple[str, str, Message | str]]] = [
        Reading(say("Id"), lambda row: row[0], Shape.CODE),
        Reading(say("Period"), lambda row: named(row[1])),
        Reading(say("Reason"), lambda row: row[2], width=5),
    ]
    title = say("Cannot be measured")
    return [Heading(title), table_of(title, readings, rows)] if rows else []


def status(result: Result) -> tuple[Text, Tone]:
    """The label of the scale; without one, how far the measuring has come; from and until when it holds."""
    text, tone = state(result)
    if result.since and not result.last_complete:
        text = say("{status} (from {period})", status=text, period=named(result.since))
    if result.last_complete:
        last = named(result.last_complete)
        text = say("{status} (last complete: {period})", status=text, period=last)
    return text, tone


def state(result: Result) -> tuple[Text, Tone]:
    """The label of the scale; without one, how far the measuring has come."""
    if result.band:
        return result.band.label, result.band.tone
    word = result.progress.label
    if result.progress is Progress.INCOMPLETE:
        text = say(
            "{word}: {n} of {m}, missing {missing}",
            word=word,
            n=result.measured,
            m=result.due,
            missing=[*map(named, result.missing)],
        )
        return text, Tone.WARN
    if result.is_part_of_sum:
        return say("still under way"), Tone.PLAIN
    return word, Tone.PLAIN if result.progress is Progress.MEASURED else Tone.WARN


def formula_table(found: list[Result]) -> Table:
    """Every formula that is used, as it is written, with its source and version."""
    readings: list[Reading[Result]] = [
        Reading(say("Formula"), lambda one: one.kpi.formula.label, width=3),
        Reading(say("As written"), lambda one: one.formula.written, width=5),
        Reading(say("Source"), sources_of, width=3),
        Reading(say("Version"), lambda one: one.formula.version, Shape.CODE),
    ]
    used = {result.kpi.formula: result for result in found}
    return table_of(say("Formulas"), readings, [used[formula] for formula in sorted(used)])


def sources_of(result: Result) -> Message | str:
    """Where a formula is written down, as far as that was there on the day."""
    return "; ".join(result.sources) or say("agreed here; no rule of that day is known")


COLUMNS: tuple[Reading[Result], ...] = (
    Reading(say("Id"), lambda one: one.kpi.id, Shape.CODE),
    Reading(say("Indicator"), lambda one: one.kpi.title, width=5),
    Reading(say("Unit of measure"), lambda one: one.kpi.measured_in, width=2),
    Reading(say("Target"), wanted, Shape.NUMBER, 2),
    Reading(say("Actual"), measured, Shape.NUMBER, 2),
    Reading(say("Formula"), lambda one: one.kpi.formula.label, width=2),
    Reading(say("Achievement"), achieved, Shape.NUMBER, 2),
    Reading(say("Status"), lambda one: Cell(*status(one)), width=3),
)
"""The columns of the table."""

MORE: tuple[Reading[Result], ...] = (
    Reading(say("Objective"), lambda one: one.objective.id, Shape.CODE),
    Reading(
        say("Perspective"),
        lambda one: one.objective.perspective.label if one.objective.perspective else "",
    ),
    Reading(say("Units"), lambda one: one.objective.units),
    Reading(say("Over the year"), lambda one: one.kpi.aggregation.label),
    Reading(say("Period"), lambda one: named(one.last_complete or one.period)),
    Reading(say("Measured"), lambda one: one.measured, Shape.NUMBER),
    Reading(say("Due"), lambda one: one.due, Shape.NUMBER),
    Reading(say("Name of the value"), lambda one: one.value_status or ""),
)
"""What stands behind them in a file for counting on."""
