"""The head of a decree: what it is, its number, and what it is about, in capitals at the top of its page."""

from __future__ import annotations

import re
from typing import Final

from smmkit.intake.forms.base import titled
from smmkit.intake.words import any_of, begins, data

FIRST, MOST, LONGEST = 8, 10, 600
"""It begins in one of so many lines, and has at most so many of them, and letters."""

HEAD: Final = re.compile(
    rf"(?P<sort>(?:{any_of('decrees')})\b.{{0,160}}?)\s(?:nomor|no\.?)\s?:?\s?(?P<number>\S.{{0,50}}?)"
    r"\s(?:tentang|perihal)\s(?P<about>\S.{2,200})",
    re.I,
)


def decree_of(lines: tuple[str, ...]) -> tuple[str, str]:
    """The title and the number of a decree; nothing where the page is none."""
    for n, line in enumerate(lines[:FIRST]):
        if not (line.isupper() and begins(line, data()["decrees"])):
            continue
        own: list[str] = []
        for text in lines[n : n + MOST]:
            is_after = begins(text, data()["after_the_head_of_a_decree"]) or text.endswith(",")
            if not text.isupper() or (own and is_after):
                break
            own.append(text)
        if found := HEAD.fullmatch(" ".join(" ".join(own).split())[:LONGEST]):
            sort, about = (titled(found[name]) for name in ("sort", "about"))
            return f"{sort} tentang {about}", found["number"].replace("TAHUN", "Tahun").strip(" .:")
    return "", ""
