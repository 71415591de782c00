"""Whether something stands in a field, or in an entry, that says something."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from smmkit.analyses.texts.absent import Absent
from smmkit.analyses.texts.empty_words import is_own_text, own_texts
from smmkit.analyses.texts.leftovers import leftover
from smmkit.model.fields import Field
from smmkit.new.placeholders import FILL_IN

NOTHING = ("", "-", FILL_IN.en, FILL_IN.id)
"""Texts that say nothing, beside what `leftover` knows."""


def is_filled(value: Any, field: Field | None, absent: Absent) -> bool:
    """Whether something stands there that says something: not what a form left behind, and not "none"."""
    if isinstance(value, str):
        bare = value.strip()
        if bare in NOTHING or leftover(bare):
            return False
        return field is None or not is_own_text(field) or not absent.shown(bare, field)
    return value is not None and value != ()


def tells(part: BaseModel, absent: Absent) -> bool:
    """Whether a part has a text that says something, or needs none."""
    held = ((getattr(part, name), field) for name, field in own_texts(type(part)).items())
    own = [(one, field) for one, field in held if isinstance(one, str)]
    return not own or any(is_filled(one, field, absent) for one, field in own)
