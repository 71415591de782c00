"""The risk register: one row for each risk, with its level against the appetite; the map of all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, cast

from smmkit.analyses.risks import level, level_after, level_before, matrix_of
from smmkit.analyses.risks.profile import named
from smmkit.arranging.content import arranged, drawn
from smmkit.arranging.rows import Counted, rows, tables
from smmkit.document_view import DocumentView
from smmkit.documents import Information
from smmkit.documents.risk import Risk, RiskRegister, Sort
from smmkit.documents.settings import RiskCriteria
from smmkit.model.fields import fields_of
from smmkit.page import Cell, Fields, Page, Text, Tone
from smmkit.qms import Qms
from smmkit.words import say

LARGEST = 6
"""A map with more steps than this has no room for ids."""

MOST_IN_A_FIELD = 16
"""So many ids are named in one field of the map; the table names all."""


def risk_register(document: Information, qms: Qms) -> dict[str, Any]:
    """How much is accepted, the register, and the map before and after treatment."""
    register = cast("RiskRegister", document)
    view = DocumentView(qms, register)
    if not register.entries:
        return arranged(view)
    form = rows(
        "id title+category+about owner cause+effect * * response+treatments * *",
        Counted(
            say("Likelihood × impact"),
            lambda _, risk: times(risk.likelihood, risk.impact),
            of="likelihood impact",
        ),
        Counted(say("Level"), lambda qms, risk: level_cell(qms, risk, level_before)),
        Counted(
            say("After treatment"),
            lambda _, risk: times(risk.likelihood_after, risk.impact_after),
            of="likelihood_after impact_after",
        ),
        Counted(say("Level after"), lambda qms, risk: level_cell(qms, risk, level_after)),
        by="sort",
    )
    field = fields_of(RiskRegister)["entries"]
    table = Page("", "", (*appetite(qms), *tables(view, field, ("entries",), form)))
    maps = (
        maps_of(qms, register, say("Before treatment"), lambda r: (r.likelihood, r.impact)),
        maps_of(qms, register, say("After treatment"), after),
    )
    return arranged(
        view, table, *(each for both in maps for each in both), apart="entries", flat=True
    )


def times(likelihood: int | None, impact: int | None) -> Cell:
    """Both scores in one cell; a dash stands for the one that is not there."""
    if (likelihood, impact) == (None, None):
        return Cell("")
    return Cell(f"{likelihood or '–'} × {impact or '–'}")


Level = Callable[[Qms, Risk, RiskCriteria], Decimal | None]


def criteria_of(qms: Qms) -> RiskCriteria | None:
    """The criteria by which risks are judged."""
    return qms.settings.risk if qms.settings else None


def appetite(qms: Qms) -> Iterator[Fields]:
    """What the levels are measured by."""
    if criteria := criteria_of(qms):
        accepted = say("up to {level}, without treatment", level=criteria.appetite)
        matrix = matrix_of(qms, criteria)
        by = matrix.title if matrix else say("there is no matrix of risks {id}", id=criteria.matrix)
        yield Fields(((say("Risk appetite"), Cell(accepted)), (say("Level of risk"), Cell(by))))


def level_cell(qms: Qms, risk: Risk, how: Level) -> Cell:
    """A level with its name on the scale; marked where it is more than is accepted."""
    criteria = criteria_of(qms)
    found = how(qms, risk, criteria) if criteria else None
    if criteria is None or found is None:
        return Cell("")
    known = named(qms, criteria, found)
    value = say("{level} ({name})", level=found, name=known.label) if known.label else found
    over = risk.sort is Sort.RISK and found > criteria.appetite
    return Cell(value, Tone.BAD if over else Tone.PLAIN)


def after(risk: Risk) -> tuple[int | None, int | None]:
    """Likelihood and impact once the treatments are done; what nobody has judged stays as it was."""
    if (risk.likelihood_after, risk.impact_after) == (None, None):
        return None, None
    return risk.likelihood_after or risk.likelihood, risk.impact_after or risk.impact


def maps_of(
    qms: Qms,
    register: RiskRegister,
    title: Text,
    scores: Callable[[Risk], tuple[int | None, int | None]],
) -> Iterator[dict[str, Any]]:
    """The map of likelihood and impact with the ids of the risks; none where none has both."""
    criteria = criteria_of(qms)
    lies: dict[tuple[int, int], list[str]] = defaultdict(list)
    for risk in register.entries:
        up, across = scores(risk)
        if risk.sort is Sort.RISK and up and across:
            lies[up, across].append(risk.id)
    if criteria is None or not lies or criteria.highest > LARGEST:
        return
    steps = range(1, criteria.highest + 1)
    yield drawn(
        "heatmap",
        title=title,
        up=[say("Likelihood {n}", n=n) for n in steps],
        across=[say("Impact {n}", n=n) for n in steps],
        fields=[[field(qms, criteria, lies, up, across) for across in steps] for up in steps],
        note=say("A cross marks levels above the appetite. Opportunities are not on the map."),
    )


def inside(ids: list[str]) -> str:
    """The ids of a field; of more than there is room for, how many more."""
    more = len(ids) - MOST_IN_A_FIELD
    return ", ".join(ids[:MOST_IN_A_FIELD]) + (f" +{more}" if more > 0 else "")


def field(
    qms: Qms,
    criteria: RiskCriteria,
    lies: dict[tuple[int, int], list[str]],
    up: int,
    across: int,
) -> dict[str, Any]:
    """One field: its level, the tone of its band, and which risks lie in it."""
    found = level(qms, up, across, criteria)
    if found is None:
        return {"level": "", "tone": Tone.PLAIN, "text": inside(lies.get((up, across), []))}
    known = named(qms, criteria, Decimal(found))
    tone = Tone.BAD if found > criteria.appetite else known.tone if known.label else Tone.GOOD
    tone = Tone.WARN if tone is Tone.BAD and found <= criteria.appetite else tone
    return {"level": str(found), "tone": tone, "text": inside(lies.get((up, across), []))}
