"""What is said to readers elsewhere: without the guide, in English also without the words of Indonesia."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import partial

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
GUIDE = re.compile("juknis")
BRACKETS = re.compile(r" ?\(([^()]*)\)")


def unguided(text: str, code: str) -> str:
    """A text for who does not apply the guide; in English without what only readers in Indonesia know."""
    if code == "en":
        return BRACKETS.sub(partial(_kept, LOCAL), text.replace(", SP4N-LAPOR!", ""))
    return BRACKETS.sub(partial(_kept, GUIDE), text)


def _kept(local: re.Pattern[str], found: re.Match[str]) -> str:
    """What stands in brackets, without the parts that say nothing to the reader."""
    known = [part.strip() for part in found[1].split(";") if not local.search(part)]
    gap = " " if found[0].startswith(" ") else ""
    return f"{gap}({'; '.join(known)})" if known else ""


def spoken(message: Message, speech: Language, wishes: Wishes) -> str:
    """A sentence of a form; unless the guide is asked for, without what is known to its readers alone."""
    text = speech.say(message)
    return text if wishes is None or GUIDED in wishes else unguided(text, speech.code)


def is_asked(field: Field, wishes: Wishes) -> bool:
    """Whether a form has a field: what only some standards ask for, where one of them does."""
    wish = field.mark(Wish)
    return wish is None or wishes is None or wish.name in wishes
