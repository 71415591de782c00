"""SMM402 kpi-cannot-be-counted."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.kpis.formulas import formulas
from smmkit.analyses.kpis.scales import scale_of
from smmkit.documents.objective import Formula, Kpi, Objective
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say


@rule("SMM402", "kpi-cannot-be-counted", of=Objective, source="ISO 9001, 6.2.1 b", clause="6.2.1")
def kpi_cannot_be_counted(objective: Objective, qms: Qms) -> Problems:
    """A KPI has what its formula needs: a target that is not zero, a worst value, a scale of words."""
    for index, kpi in enumerate(objective.kpis):
        for what, hint in uncountable(kpi, qms):
            yield problem(objective, "kpis", index, "formula", message=what, hint=hint)


def uncountable(kpi: Kpi, qms: Qms) -> Iterator[tuple[Message, Message]]:
    """What a KPI lacks for its formula, and what to write."""
    if kpi.formula is Formula.ORDINAL:
        yield from unworded(kpi, qms)
        return
    values = [target.value for target in kpi.targets if target.value is not None]
    if len(values) < len(kpi.targets):
        yield (
            say("{id} has a target that is no number", id=kpi.id),
            say("write `value:` in each target"),
        )
    elif kpi.formula is Formula.MINIMIZE_TO_ZERO:
        if any(values) or any(target.up_to for target in kpi.targets):
            yield (
                say("{id} has a target other than 0", id=kpi.id),
                say("write the target 0, or use the formula minimize"),
            )
        if not kpi.worst:
            yield without_worst(kpi)
    elif kpi.formula is Formula.MAXIMIZE_NEGATIVE:
        if any(value >= 0 for value in values):
            yield (
                say("{id} has a target that is not below zero", id=kpi.id),
                say("use the formula maximize"),
            )
    elif min(values) == 0 and qms.fact(formulas)[kpi.formula].data.at_target_zero:
        if not kpi.worst:
            yield without_worst(kpi)
    elif any(value <= 0 for value in values):
        yield (
            say(
                "{id} has a target of zero or less; {formula} needs one above zero",
                id=kpi.id,
                formula=kpi.formula.value,
            ),
            say("use minimize-to-zero, or maximize-negative"),
        )


def without_worst(kpi: Kpi) -> tuple[Message, Message]:
    """That a target of 0 has nothing to count from."""
    return (
        say("{id} has the target 0 and no worst value to count from", id=kpi.id),
        say("write `worst:` with the worst possible value"),
    )


def unworded(kpi: Kpi, qms: Qms) -> Iterator[tuple[Message, Message]]:
    """What a KPI that is measured in words lacks; a scale that is not there is told elsewhere."""
    scale = scale_of(qms, kpi.words)
    if kpi.words and scale is None:
        return
    known = [word.word for word in scale.words] if scale else []
    if not known:
        yield (
            say("{id} is measured in words and names no scale of words", id=kpi.id),
            say("write `words:` with the id of a scale"),
        )
    for target in kpi.targets:
        if known and target.word not in known:
            yield (
                say(
                    "{word} is no word of the scale {scale}",
                    word=target.word or "?",
                    scale=kpi.words or "?",
                ),
                say("write one of: {words}", words=known),
            )
