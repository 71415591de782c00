"""Text with blanks, to be filled with what is known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from string import Template
from typing import Final

from smmkit.calendar_ends import moved
from smmkit.words import Words
from smmkit.yaml_text.scalars import Yaml

FILL_IN: Final = Words(en="(fill in)", id="(isi)")
"""What stands in a form where something is to be written."""


class Placeholders(Template):
    """Text with blanks: `$unit`; `${title|A title}` says what stands there if nothing is known."""

    idpattern = "[a-z_]+"
    braceidpattern = r"[a-z_]+(?:\|[^}\n]*)?"
    flags = re.NOFLAG


class UnknownPlaceholderError(LookupError):
    """A blank that nothing fills; `name` is its name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def filled(text: str, values: Mapping[str, str]) -> str:
    """A text with its blanks filled.

    Raises:
        UnknownPlaceholderError: nothing is known for one, and it says nothing itself.
    """
    blanks, known = Placeholders(text), {}
    for blank in blanks.get_identifiers():
        name, bar, otherwise = blank.partition("|")
        if name not in values and not bar:
            raise UnknownPlaceholderError(name)
        known[blank] = values.get(name, otherwise)
    return blanks.safe_substitute(known)


def days(day: date) -> dict[str, str]:
    """The blanks for days."""
    later = moved(day, 365)
    return {
        "day": day.isoformat(),
        "next_year": later.isoformat(),
        "first_day": day.isoformat(),
        "last_day": later.isoformat(),
        "year": str(day.year),
        "this_year": Yaml(day.year),
    }
