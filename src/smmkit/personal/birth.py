"""Days of birth: a day behind `lahir`, or below such a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from smmkit.personal.hit import Certainty, Data, Hit

LABEL: Final = re.compile(
    r"(?<![^\W_])(?:tempat\b.{0,12}?\b)?(?:(?:tanggal|tgl\.?|tahun)[\s_]{0,3})?(?:kelahiran|lahir|ttl|t\.t\.l|born|birth|dob)(?![^\W_])",
    re.I,
)
HEARD: Final = ("lahir", "ttl", "t.t.l", "born", "birth", "dob")
"""One of these stands in every label; to look for plain words is the cheapest question there is."""

NOT: Final = re.compile(r"(?<![^\W_])(?:hari|hut|akta|akte)\s{0,3}\Z", re.I)
"""Before `lahir` these speak of no person's day."""

MONTHS: Final = (
    "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember"
    "|january|february|march|may|june|july|august|october|december"
    "|jan|feb|peb|mar|apr|jun|jul|agu|agt|ags|aug|sep|sept|okt|oct|nov|nop|des|dec"
)
BIRTHDAY: Final = re.compile(
    r"(?<!\d)(?:(?:0?[1-9]|[12]\d|3[01])(?:[ \t]{0,2}[-/. ][ \t]{0,2})"
    rf"(?:(?:0?[1-9]|1[0-2])|(?:{MONTHS}))(?:[ \t]{{0,2}}[-/. ][ \t]{{0,2}})(?:19|20)\d\d"
    r"|(?:19|20)\d\d[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01]))(?!\d)",
    re.I,
)
REACH: Final = 48
"""So many letters behind the word the day stands, with the place between."""

BIRTHPLACE: Final = re.compile(r"[\s:|,;./()\-]*+([^\W\d_][\w .'\-]{0,40}?)\s{0,3},?\s{0,3}\Z")


def births(text: str, context: str) -> Iterator[Hit]:
    """Every day of birth in a plain text, with its place."""
    if context and is_label(context):
        for match in BIRTHDAY.finditer(text):
            yield Hit(Data.BIRTH, match.span(), Certainty.SURE)
        return
    if not is_heard(text.lower()):
        return
    behind = 0
    for label in LABEL.finditer(text):
        if NOT.search(text, max(0, label.start() - 12), label.start()):
            continue
        day = BIRTHDAY.search(text, max(label.end(), behind), min(label.end() + REACH, len(text)))
        if day is None:
            continue
        behind = day.end()
        place = BIRTHPLACE.match(text, label.end(), day.start())
        start = place.start(1) if place else day.start()
        yield Hit(Data.BIRTH, (start, day.end()), Certainty.SURE)


def is_heard(text: str) -> bool:
    """Whether a text in small letters may have a label."""
    for word in HEARD:  # noqa: SIM110 - twice as fast as `any`, and asked of every text
        if word in text:
            return True
    return False


def is_label(text: str) -> bool:
    """Whether a heading is that of days of birth."""
    found = LABEL.search(text)
    return found is not None and NOT.search(text, 0, found.start()) is None
