"""Days of birth: a day behind `lahir`, or below such a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from smmkit.personal.columns import MONTHS, in_column
from smmkit.personal.hit import Certainty, Data, Hit
from smmkit.personal.runs import WORD
from smmkit.personal.things import is_by_thing, persons
from smmkit.personal.weights import weights
from smmkit.personal.words import word_list, word_set, word_ways
from smmkit.small_words import small_words

THINGS: Final = word_ways("born_things")
"""Right behind `lahir` these speak of no person's day."""

OF_THINGS: Final = word_ways("birth_things")
"""The same right behind `birth`."""

LABEL: Final = re.compile(
    r"(?<![^\W_])(?:tempat\b.{0,12}?\b)?(?:(?:tanggal|tgl\.?|tahun)[\s_]{0,3})?"
    r"(?:(?:lahirnya(?:(?<=tanggal lahirnya)|(?=[ :]{1,3}(?:tgl\.? |tanggal )?\d))|"
    rf"(?:ke)?[l1i]ah[il1]r(?:an)?(?: di)?)(?![\s,]{{1,3}}(?:{THINGS})\b)"
    rf"|dilahirkan(?: di)?|{word_ways('born_letters')}"
    rf"|(?:{word_ways('birthdays')})(?:nya|(?=\s{{0,2}}[:=(]|\s{{1,2}}(?:[^\W\d_]{{1,16}}:?\s){{0,4}}\d))"
    rf"|born(?!\s{{1,3}}(?:{THINGS})\b)"
    rf"|(?:(?:date)? ?of ?)?birth ?(?:day|date)?(?!\s{{1,2}}(?:{OF_THINGS})\b)"
    rf"|(?:{word_ways('aged')})[ :]{{1,3}}\d{{1,2}}"
    rf"(?: ?(?:{small_words('year')}|years)(?= ?[(,/])|(?= ?\()))(?![^\W_])",
    re.I,
)
VERB: Final = re.compile(r"(?:di)?lahir(?:kan)?(?: di)?|born", re.I)
"""What things do, too."""

SHOWN: Final = word_set("born_shown")
"""Between a label and a day these speak of what has been named, and where it is no person, of a thing."""

HEARD: Final = word_list("born_heard")
"""One of these stands in every label; to look for plain words is the cheapest question there is."""

HEARD_AT: Final = re.compile(word_ways("born_heard"))

NOT: Final = re.compile(
    rf"(?<![^\W_])(?:{word_ways('before_births')}"
    rf"|(?:{word_ways('born_bodies')})(?: (?:{word_ways('this_one')})| (?-i:[A-Z])\w{{1,20}})?)"
    r"\s{0,3}\Z",
    re.I,
)
"""Before `lahir` these speak of no person's day."""

UNIT: Final = word_ways("ones")
SPOKEN: Final = rf"sepuluh|sebelas|(?:{UNIT})(?: belas| puluh(?: (?:{UNIT}))?)?"
DAY: Final = rf"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?|{SPOKEN}"
MONTH: Final = rf"0?[1-9]|1[0-2]|{MONTHS}|[iv]{{1,4}}|i?xi{{0,2}}"
YEAR: Final = rf"(?:19|20|')?\d\d|(?:{word_ways('thousands')})(?: (?:{UNIT}|{word_ways('tens')}))*"
CUT: Final = (
    rf"(?:\s{{0,2}}[-/.,]\s{{0,3}}|\s{{1,3}}(?:(?:{small_words('month', 'year', 'of')})\s{{1,3}})?)"
)
BIRTHDAY: Final = re.compile(
    rf"(?<![^\W_])(?:(?:{DAY}){CUT}(?:{MONTH}){CUT}(?:{YEAR})"
    rf"|(?:0?[1-9]|[12]\d|3[01])(?:{MONTHS})(?:19|20)\d\d"
    rf"|(?:{MONTHS})[ \t]{{1,2}}(?:{DAY}){CUT}(?:19|20)\d\d"
    rf"|(?:19|20)\d\d(?:[-/.]|[ \t])(?:0?[1-9]|1[0-2]|{MONTHS})(?:[-/.]|[ \t])(?:0?[1-9]|[12]\d|3[01])"
    r"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|1[0-2])[-/.](?:1[3-9]|2\d|3[01])[-/.](?:19|20)\d\d)(?![^\W_])",
    re.I,
)
"""A day in figures or words, as stands behind its label; elsewhere much else looks like it."""

AROUND: Final = 48
"""So many letters before and behind its part a label ends."""

REACH: Final = 48
"""So many letters behind the word the day stands, with the place between."""

FAR: Final = 110
"""So many where the word is that for place and day, which speaks of nothing else."""

LONGEST: Final = 72
"""So many letters has a day in words, besides those of one in figures."""

SENTENCE: Final = re.compile(r"[a-z]{4}\.\s{1,3}[A-Z]")
"""Where another begins, which speaks of another day."""

LISTED: Final = re.compile(
    rf"(?<![^\W_])(?:{word_ways('beside_births')}"
    rf"|(?-i:di(?!{word_ways('written_down')})[a-z]{{4,}}))(?![^\W_])"
    r"[^:]*\Z",
    re.I,
)
"""Where other things are named beside the day of birth, or something has happened, the next day is none."""

OTHER_FIELD: Final = re.compile(rf"(?<![^\W_])(?:{word_ways('other_fields')}):\s")
"""Where another field of the document begins."""

BIRTHPLACE: Final = re.compile(r"[\s:|,;./()\-]*+([^\W\d_][\w .'\-]{0,40}?)\s{0,3},?\s{0,3}\Z")


def births(text: str, context: str) -> Iterator[Hit]:
    """Every day of birth in a plain text, with its place."""
    if context and is_label(context):
        for match in BIRTHDAY.finditer(text):
            yield Hit(Data.BIRTH, match.span(), Certainty.SURE)
        return
    behind = below = 0
    for label in labels(text):
        if NOT.search(text, max(0, label.start() - 32), label.start()):
            continue
        if VERB.fullmatch(label[0]) and is_by_thing(text, label):
            continue
        if day := said_before(text, label):
            yield Hit(Data.BIRTH, day.span(), Certainty.SURE)
            continue
        reach = FAR if label[0].lower().startswith(("t", "lahir di")) else REACH
        day = first_day(text, max(label.end(), behind), label.end() + reach)
        if label.start() >= below and (day is None or "\n" in text[label.end() : day.start()]):
            for hit in in_column(text, label.start()):
                yield hit
                below = hit.span[1]
        if day is None or SENTENCE.search(text, label.end(), day.start()):
            continue
        if OTHER_FIELD.search(text, label.end(), day.start()):
            continue
        if LISTED.search(text, label.end(), day.start()):
            continue
        between = frozenset(WORD.findall(text[label.end() : day.start()].lower()))
        if label[0].lower().startswith("ul") and is_of_town(between):
            continue
        if between & SHOWN and between.isdisjoint(persons()):
            continue  # the birth day of our school
        behind = day.end()
        place = BIRTHPLACE.match(text, label.end(), day.start())
        start = place.start(1) if place else day.start()
        yield Hit(Data.BIRTH, (start, day.end()), Certainty.SURE)


def labels(text: str) -> Iterator[re.Match[str]]:
    """Every label in a text, in its order, looked for only around the parts by which they are heard."""
    low = text.lower()
    if len(low) != len(text):  # a letter has moved
        yield from LABEL.finditer(text)
        return
    if not is_heard(low):
        return
    start = end = 0
    for heard in HEARD_AT.finditer(low):
        at = heard.start()
        if at - AROUND > end:
            yield from LABEL.finditer(text, start, end)
            start = at - AROUND
        end = at + AROUND
    yield from LABEL.finditer(text, start, end)


def is_of_town(between: frozenset[str]) -> bool:
    """Whether the words between a birthday and its day speak of no person, but of a town or an office."""
    told = between - weights().lists["plain"]
    return bool(told) and told.isdisjoint(persons())


def first_day(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first day that begins at a place, or before another; one in words may run on behind that."""
    day = BIRTHDAY.search(text, start, min(end + LONGEST, len(text)))
    is_near = day is not None and (
        day.end() <= end or (day.start() < end and not day[0][0].isdigit())
    )
    return day if is_near else None


def said_before(text: str, label: re.Match[str]) -> re.Match[str] | None:
    """The day right before a label in brackets: 5 Agustus 1985 (tanggal lahir)."""
    end = text.rfind("(", max(0, label.start() - REACH), label.start())
    is_right_before = end >= 0 and not text[end + 1 : label.start()].strip(" ")
    if not is_right_before or text[label.end() : label.end() + 1] != ")":
        return None
    days = BIRTHDAY.finditer(text, max(0, end - REACH), end)
    return next((day for day in days if not text[day.end() : end].strip()), None)


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
