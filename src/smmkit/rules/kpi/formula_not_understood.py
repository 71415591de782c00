"""SMM439 formula-not-understood."""

from __future__ import annotations

from smmkit.analyses.kpis.expressions import FormulaError, formula
from smmkit.documents.objective import Formula
from smmkit.location import Step
from smmkit.problem import Problem
from smmkit.qms import Qms
from smmkit.rules.base import Problems, rule
from smmkit.words import say


@rule("SMM439", "formula-not-understood", source="own rule", clause="9.1.1")
def formula_not_understood(qms: Qms) -> Problems:
    """What a folder says of formulas in its own pack of measures can be counted.

    Why: a formula that is not understood counts nothing, and every KPI that has it falls silent.
    """
    for source in qms.sources.values():
        pack = qms.measures.get(str(source.values.get("id")))
        if source.values.get("kind") != "measures" or pack is None:
            continue
        for n, one in enumerate(pack.formulas):
            texts: list[tuple[tuple[Step, ...], str]] = [
                (("needs", k), text) for k, text in enumerate(one.needs)
            ]
            for k, case in enumerate(one.cases):
                texts.append((("cases", k, "result"), case.result))
                texts += [(("cases", k, "when"), case.when)] if case.when else []
            if one.id not in set(Formula):
                known = say("write one of: {words}", words=[word.value for word in Formula])
                wrong = say("there is no formula {id}", id=one.id)
                yield Problem(source.path, ("formulas", n, "id"), wrong, known, pack.id)
            for steps, text in texts:
                if not is_formula(text):
                    wrong = say("{text} is no formula", text=text)
                    yield Problem(source.path, ("formulas", n, *steps), wrong, HINT, pack.id)


HINT = say("write numbers, R, T, W, + - * / and brackets, as in: R / T * 100")


def is_formula(text: str) -> bool:
    """Whether it can be counted by a text."""
    try:
        formula(text)
    except FormulaError:
        return False
    return True
