"""SMM323 ends-before-it-begins."""

from __future__ import annotations

from typing import Any

from smmkit.analyses.texts.spans import spans
from smmkit.documents import Information
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM323", "ends-before-it-begins", of=Information, source="own rule")
def ends_before_it_begins(document: Information, qms: Qms) -> Problems:  # noqa: ARG001
    """Whatever has a first and a last day ends no earlier than it begins.

    Why: a time that ends before it begins holds on no day, and so nothing in it counts.
    """
    for span in spans(document):
        if span.ends < span.begins:
            yield problem(
                document,
                *span.steps,
                message=say(
                    "this ends ({ends}) before it begins ({begins})",
                    ends=spoken_end(span.ends),
                    begins=spoken_end(span.begins),
                ),
                hint=say("correct one of the two days"),
            )


def spoken_end(end: Any) -> Any:
    """An end as it is spoken; a year is no number."""
    return str(end) if isinstance(end, int) else end
