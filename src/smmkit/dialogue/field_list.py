"""The fields of a kind, as a person reads them who fills in a form."""

from __future__ import annotations

from textwrap import wrap

from pydantic import BaseModel

from smmkit.documents import class_of
from smmkit.model.fields import Field, fields_of
from smmkit.words import Language, say

MARGIN, NARROW = "    ", 30
"""How much further in the fields of a part stand; and the least that a line has room for."""

NEEDED = say("must be there")
"""What is said of a field that cannot be left out."""


def list_of_fields(kind: str, speech: Language, width: int) -> list[str]:
    """Each field of a kind: what it is, which words it takes; below it the fields of what it is made of."""
    return lines_of(class_of(kind), speech, width, ())


def lines_of(
    part: type[BaseModel], speech: Language, width: int, above: tuple[type[BaseModel], ...]
) -> list[str]:
    """The fields of a part; what stands in itself is not told again."""
    lines: list[str] = []
    room = max(NARROW, width - len(MARGIN) * len(above))
    for field in fields_of(part).values():
        lines += wrap(
            in_one_sentence(field, speech), room, subsequent_indent=MARGIN, break_on_hyphens=False
        )
        if field.part and field.part not in above:
            hyphen = "  - " if field.many else MARGIN
            first, *more = lines_of(field.part, speech, width, (*above, field.part))
            lines += [hyphen + first, *(MARGIN + line for line in more)]
    return lines


def in_one_sentence(field: Field, speech: Language) -> str:
    """A field in one sentence."""
    needed = f" ({speech.say(NEEDED)})" if field.required else ""
    words = " | ".join(map(str, field.choices))
    return f"{field.name}:{needed} {speech.say(field.meaning)}{f' {words}' if words else ''}"
