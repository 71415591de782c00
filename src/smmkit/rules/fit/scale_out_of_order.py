"""SMM894 scale-out-of-order."""

from __future__ import annotations

from smmkit.analyses.kpis.scales import hidden
from smmkit.analyses.kpis.turns import turns
from smmkit.documents.settings import Settings
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM894",
    "scale-out-of-order",
    of=Settings,
    severity=Severity.WARNING,
    source="ISO 9001, 9.1.1",
    clause="9.1.1",
)
def scale_out_of_order(home: Settings, qms: Qms) -> Problems:  # noqa: ARG001
    """A scale runs one way: every band can be reached, and words count more, or less, from first to last.

    Why: one number mistyped, and a value takes the name of the first band that holds it: "high"
    for 20 percent.
    """
    for index, scale in enumerate(home.scales):
        for n, above in hidden(scale):
            yield problem(
                home,
                "scales",
                index,
                "bands",
                n,
                message=say(
                    "{id}: nothing is ever called {label}; all of it is called {other} before",
                    id=scale.id,
                    label=scale.bands[n].label,
                    other=above.label,
                ),
                hint=say("write the bands from the highest down, and look at their numbers"),
            )
        for n in turns((n, one.value) for n, one in enumerate(scale.words)):
            one, before = scale.words[n], scale.words[n - 1]
            yield problem(
                home,
                "scales",
                index,
                "words",
                n,
                message=say(
                    "{id}: {word} counts {n} and {other} before it {m}; the others run the other way",
                    id=scale.id,
                    word=one.word,
                    n=one.value,
                    other=before.word,
                    m=before.value,
                ),
                hint=say("write the words in their order, each with what it counts"),
            )
