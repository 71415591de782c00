"""By which rule a table of answers is counted, and the index that its paper prints."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import dropwhile

from smmkit.analyses.surveys.surveys import usual_rule
from smmkit.intake.numbers import number
from smmkit.intake.result import Result
from smmkit.intake.words import begins, data
from smmkit.office.grid import Grid
from smmkit.words import say

INDEX = re.compile(r"(?<![\d.,])((?:2[5-9]|[3-9]\d|100)[.,]\d{1,4})(?![.,]?\d)")
"""An index of a survey, from 25 to 100, with places behind its comma."""


def told_rule(result: Result, id_: str, values: dict[str, object], keys: Iterable[str]) -> None:
    """Tell by which rule the survey is going to be counted, where no paper says it."""
    until = values["until"] if isinstance(values["until"], date) else result.qms.as_of
    rule = usual_rule(result.qms, [key or None for key in keys], until)
    if not values["counted_by"]:
        why = say("counted by {rule}; if it is another, write it at `counted_by:`", rule=rule.title)
        result.assumed.append((id_, why))


def printed(result: Result, grid: Grid, keys: Iterable[str]) -> list[str]:
    """The index that the paper prints, as a finding that is held to the counted one.

    None where it prints several, or asks about something else: then none is counted from 25 to 100.
    """
    if not {*keys} <= {*data()["survey_elements"]}:
        return []
    lines = ([line] for line in (*result.lines, *grid.above))
    found = {
        number(one[1])
        for cells in (*lines, *grid.rows)
        for text in dropwhile(lambda text: not begins(text, data()["survey_index"]), cells)
        for one in INDEX.finditer(text)
    }
    return [result.speech.say(say("Index {value}", value=one)) for one in found if len(found) == 1]
