"""SMM894 scale-out-of-order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from smmkit.analyses.kpis.scales import hidden
from smmkit.documents.settings import Scale, Settings
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
        for n in turns(scale):
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


def turns(scale: Scale) -> Iterator[int]:
    """The words, by their places, at which a scale turns against most of its steps."""
    steps = [(n, two.value - one.value) for n, (one, two) in enumerate(pairwise(scale.words), 1)]
    rises = [n for n, step in steps if step > 0]
    falls = [n for n, step in steps if step < 0]
    if rises and falls and len(rises) != len(falls):
        yield from min(rises, falls, key=len)
