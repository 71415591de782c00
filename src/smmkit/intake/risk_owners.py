"""Who owns a risk of a sheet: as its column says, the paper around it, who treats it, else --owner; told."""

from __future__ import annotations

from smmkit.intake.forms.around import unit_around
from smmkit.intake.result import Result
from smmkit.intake.table import Table
from smmkit.intake.units import headed_by, unit_of
from smmkit.words import Message, say


def owner_of(
    result: Result, table: Table, id: str, said: tuple[Message, str], treated_by: str
) -> str | None:
    """The unit that owns a risk, whose row says this of its owner, and of who treats it."""
    place, text = said
    if text:
        return result.unit(place, text)
    around, line = unit_around(result, table)
    unit = around or treating(result, table, treated_by)
    if around:
        result.assumed.append((id, say("owned by {unit}, as {text} says", unit=unit, text=line)))
    elif unit:
        result.assumed.append((id, say("owned by {unit}, who treats it", unit=unit)))
    elif result.owner:
        result.assumed.append((id, say("owned by {unit}, as --owner says", unit=result.owner)))
    return unit or result.owner


def treating(result: Result, table: Table, text: str) -> str | None:
    """The unit that a row names as the one that treats the risk, or whose head it names.

    None where a column is there for owners: what is left empty in it stays so.
    """
    if table.columns("owner"):
        return None
    return unit_of(result.qms, text) or unit_of(result.qms, headed_by(text))
