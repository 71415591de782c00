"""What is said to readers elsewhere: without the guide, the laws and the words of Indonesia."""

from __future__ import annotations

import re
from collections.abc import Collection

from smmkit.model.fields import Field
from smmkit.model.marks import Wish
from smmkit.words import Language, Message

Wishes = Collection[str] | None
"""What the standards of a QMS wish for; None where nobody knows, and everything is asked for."""

GUIDED = "direction"
"""A wish that only the guide for agencies of Indonesia has: with it, its names say something."""

LOCAL = re.compile(
    r"juknis|UU \d|Permen|Renstra|\bSKM|perjanjian|uraian|kelengkapan|Laporan|WTP|inspectorate"
)
BRACKETS = re.compile(r" ?\(([^()]*)\)")


def abroad(text: str) -> str:
    """A text without what only readers in Indonesia know, which stands in brackets."""
    return BRACKETS.sub(_kept, text.replace(", SP4N-LAPOR!", ""))


def _kept(found: re.Match[str]) -> str:
    """What stands in brackets, without the parts that are known in Indonesia alone."""
    known = [part.strip() for part in found[1].split(";") if not LOCAL.search(part)]
    gap = " " if found[0].startswith(" ") else ""
    return f"{gap}({'; '.join(known)})" if known else ""


def spoken(message: Message, speech: Language, wishes: Wishes) -> str:
    """A sentence of a form; in English, unless the guide is asked for, without what is of Indonesia."""
    text = speech.say(message)
    is_abroad = speech.code == "en" and wishes is not None and GUIDED not in wishes
    return abroad(text) if is_abroad else text


def is_asked(field: Field, wishes: Wishes) -> bool:
    """Whether a form has a field: what only some standards ask for, where one of them does."""
    wish = field.mark(Wish)
    return wish is None or wishes is None or wish.name in wishes
