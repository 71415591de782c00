"""How ids and titles are compared: without what makes no difference, and by their letters."""

from __future__ import annotations

import re

from smmkit.analyses.texts import squeezed
from smmkit.corrections.by_id import bare_id
from smmkit.corrections.officials import ENTRIES, comparable, kinds_by_word, table

SHORT = 3
"""In so short a word only one letter may be wrong."""

LONGEST_TEXT = 200
"""So many letters of a text are looked through for ids."""


def without_sort(words: str) -> str:
    """A title without the word before it that says what sort of thing it is: `SOP Kenaikan Pangkat`."""
    first, _, rest = words.strip().partition(" ")
    sort = comparable(first).rstrip(".")
    return rest if sort in kinds_by_word() or sort in table(ENTRIES) else ""


def may_be_slip(id: str, other: str) -> bool:
    """Whether one id may be a slip of the pen for another: SOP-01 is none for P-01."""
    if not (id[-1:].isdecimal() and other[-1:].isdecimal()):
        return True
    letters, others = (re.split(r"[\W\d_]", one, maxsplit=1)[0].casefold() for one in (id, other))
    return letters == others or closest(letters, [others], 1) is not None


def named_in(text: str, ids: list[str]) -> list[str]:
    """The ids that stand in a text as they are, with other words: `SEK, CAPIL`, `Sekretariat (SEK)`."""
    words = re.findall(r"[\w.-]{1,64}", text[:LONGEST_TEXT])
    known = {one.casefold(): one for one in ids} if len(words) > 1 else {}
    named = (known.get(word.strip(".-_").casefold()) for word in words)
    return [*dict.fromkeys(filter(None, named))]


def alike(text: str, id: str) -> bool:
    """Whether a text is an id but for its signs, or a slip or two."""
    return bare_id(text) == bare_id(id) or closest(text, [id]) is not None


CALLED = re.compile(r"^(?:yth\.? )?(?:bpk|bapak|pak|ibu|bu|sdri?|saudar[ai]|mrs?|ms)\b\.? +")
"""How people are addressed."""


DEGREE = re.compile(
    r",.*|\b(?:drs|dra|dr|ir|prof|h|hj|kh|st|se|sh|mm|m\.?si|s\.?sos)\b\.?", re.IGNORECASE
)


def bare_name(text: str) -> str:
    """A name without degrees and other signs: `Budi Rekaan` of `Drs. Budi Rekaan, M.Si.`."""
    return " ".join(re.findall(r"[^\W_]+", DEGREE.sub(" ", CALLED.sub("", squeezed(text)))))


def closest(word: str, known: list[str], slips: int = 2) -> str | None:
    """The word at most so many slips of the pen away."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    most = slips if len(word) > SHORT else min(slips, len(word) // SHORT)
    found = process.extractOne(word, known, scorer=OSA.distance, score_cutoff=most)
    return found[0] if found else None
