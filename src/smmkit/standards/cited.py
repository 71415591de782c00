"""Where what a pack says comes from."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from smmkit.words import Words


def in_both(said: object) -> object:
    """A text, as what is said in both languages."""
    return {"en": said, "id": said} if isinstance(said, str) else said


Cited = Annotated[Words, BeforeValidator(in_both)]
"""Where something comes from; a text alone is the same in both languages."""
