"""An objective that was read from a table, as its document, and shown."""

from __future__ import annotations

from typing import Any

from smmkit.documents.policy import PolicyPoint
from smmkit.intake.forms.around import unit_around
from smmkit.intake.kpi_again import Indicator, values
from smmkit.intake.result import NO_OWNER, Result
from smmkit.intake.table import Table
from smmkit.intake.words import meaning
from smmkit.words import say
from smmkit.yaml_text.emit import NOTHING, Quoted


def write(
    result: Result, table: Table, id: str, statement: str, rows: list[int], found: list[Indicator]
) -> None:
    """The objective that stands in these rows, with its indicators."""
    kpis = [one.fields for one in found]
    around, line = (None, "") if table.columns("owner") else unit_around(result, table)
    if around:
        what = say("owned by {unit}, as {text} says", unit=around, text=line)
        result.assumed.append((id, what))
        owners: set[str | None] = {around}
    else:
        owners = {result.unit(table.place_of(r, "owner"), table.line(r, "owner")) for r in rows}
    units = sorted(filter(None, owners))
    if not units:
        result.blanks.append((id, NO_OWNER))
    text = table.line(rows[0], "perspective")
    perspective = meaning(text, "perspectives") if text else None
    if perspective is None:
        result.assumed.append((id, say("the perspective: customer")))
    result.add(
        "objective",
        {
            "kind": "objective",
            "id": id,
            "title": statement,
            "version": Quoted("1"),
            "owner": units[0] if len(units) == 1 else result.owner,
            "clauses": [Quoted("6.2.1"), Quoted("9.1.1")],
            "classification": result.class_,
            "statement": statement,
            "policy_point": policy_point(result, id),
            "perspective": perspective or "customer",
            "units": units or NOTHING,
            "kpis": kpis,
        },
    )
    result.show(
        say("{id}: {title}", id=id, title=statement),
        (say("Id"), say("KPI"), say("Unit of measure"), say("Target"), say("Values")),
        [
            (one.id, k["title"], k["measured_in"], aims(k), len(values(result, one)))
            for one, k in zip(found, kpis, strict=True)
        ],
    )


def policy_point(result: Result, id: str) -> str:
    """The only point of the policy; which of several is meant, a person must say."""
    points = [t.id for t in result.qms.things.values() if isinstance(t, PolicyPoint)]
    if len(points) == 1:
        result.assumed.append((id, say("the point of the quality policy: {id}", id=points[0])))
        return points[0]
    return result.blank(id, say("point of the quality policy"))


def aims(kpi: dict[str, Any]) -> list[Any]:
    """The targets of an indicator, for showing."""
    return [target.get("word") or target.get("value") for target in kpi["targets"]]
