"""The day that qms.yaml means, where it cannot be read as it stands."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any, Final

from smmkit.corrections.put_right import day
from smmkit.problem import Problem, Rule
from smmkit.words import say

AS_OF: Final = "as_of"
LINE: Final = re.compile(rb"^as_of *[:=]? *([^\n#]{1,40})", re.MULTILINE)


def day_said(value: Any) -> date | None:
    """The day that a value names: 30 Juni 2021; None where nobody can know."""
    meant = day(str(value).strip(" \r\"'")) if isinstance(value, str | int) else None
    return date.fromisoformat(meant.yaml) if meant else None


def day_in_text(data: bytes) -> date | None:
    """The day in a text that cannot be read, as far as can be seen."""
    found = LINE.search(data)
    return day_said(found[1].decode(errors="replace")) if found else None


def told_of_today(rule: Rule, problem: Problem) -> tuple[Rule, Problem]:
    """A problem; one of the day with the word that until it is mended today is taken for it."""
    if problem.steps != (AS_OF,):
        return rule, problem
    until = say("until then everything is judged as of today")
    hint = say("{message}; {hint}", message=problem.hint, hint=until) if problem.hint else until
    return rule, replace(problem, hint=hint)
