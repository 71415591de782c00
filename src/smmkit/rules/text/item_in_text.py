"""SMM119 item-in-text."""

from __future__ import annotations

from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, rule
from smmkit.words import say
from smmkit.yaml_text.misread import swallowed

MOST = 60
"""Of a longer text the beginning is enough to find it."""


@rule(
    "SMM119",
    "item-in-text",
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.1",
    clause="7.5.3.1",
)
def item_in_text(qms: Qms) -> Problems:
    """No line that looks like an item of a list has become part of the text above it.

    Why: one space too many before its hyphen, and two items are one, whose name is both.
    """
    for path, source in qms.sources.items():
        for at, text in swallowed(path, source.yaml):
            shown = text if len(text) <= MOST else f"{text[:MOST]}..."
            yield Problem(
                path,
                (),
                say("this line is read as part of the text above it: {text}", text=shown),
                say(
                    "let each `- ` of a list begin in the same column, below the name of the field; a "
                    "text of several lines stands behind `|`"
                ),
                at=at,
            )
