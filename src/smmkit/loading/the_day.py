"""The day that qms.yaml means, where it cannot be read as it stands."""

from __future__ import annotations

import re
from collections.abc import MutableSequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from smmkit.corrections.put_right import day
from smmkit.problem import Problem, Rule
from smmkit.words import say
from smmkit.yaml_text.source import Source

AS_OF: Final = "as_of"
LINE: Final = re.compile(
    r"^[ \t]*as[ _-]?of{1,2}\b[ \t]*[:=]?[ \t]*([^\n#]{1,40})", re.MULTILINE | re.IGNORECASE
)


def day_said(value: Any) -> date | None:
    """The day that a value names: 30 Juni 2021; None where nobody can know."""
    meant = day(str(value).strip(" \r\"'")) if isinstance(value, str | int) else None
    return date.fromisoformat(meant.yaml) if meant else None


def day_meant(
    source: Source | None, unread: str, found: MutableSequence[tuple[Rule, Problem]]
) -> date | None:
    """The day that a qms.yaml names that cannot be taken as it stands, or is unread altogether.

    Where nobody can know it, what was found in the file says that today is taken for it.
    """
    value, text = (source.values.get(AS_OF), source.yaml) if source else (None, unread)
    line = LINE.search(text)
    meant = day_said(value) or (day_said(line[1]) if line else None)
    if line and not meant and found:
        at = next((at for at, (_, each) in enumerate(found) if each.steps == (AS_OF,)), 0)
        rule, problem = found[at]
        until = say("until then everything is judged as of today")
        hint = say("{message}; {hint}", message=problem.hint, hint=until) if problem.hint else until
        found[at] = rule, replace(problem, hint=hint)
    return meant
