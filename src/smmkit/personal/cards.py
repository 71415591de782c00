"""Numbers that an authority, an insurer or a school has given to a person: of cards, policies, permits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from smmkit.personal.columns import DAY
from smmkit.personal.hit import Data, Hit
from smmkit.personal.labels import Labels
from smmkit.personal.phones import MOBILE, THOUSANDS
from smmkit.personal.runs import WORD, Window
from smmkit.personal.things import CLAUSE, persons, saying_nothing
from smmkit.personal.weights import weights
from smmkit.personal.words import word_list, word_set, word_ways

SORTS: Final = ("officials", "certain", "mostly", "devices", "permits", "seldom")
"""How much a label says that a number is a person's, as weights.yaml calls it."""

KINDS: Final = {"officials": Data.NIP, "devices": Data.DEVICE}
LABELS: Final = {label: sort for sort in SORTS for label in word_list(f"cards_{sort}")}
PERMITS: Final = frozenset(label.upper() for label in word_list("cards_permits"))
LABEL: Final = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(word_ways(f'cards_{sort}') for sort in SORTS)})(?![^\W_]|[\-/]\d)",
    re.I,
)
KNOWN: Final = Labels([f"cards_{sort}" for sort in SORTS], LABEL)
NUMBER: Final = re.compile(
    r"(?: ?[|;])?(?:[^\d\n;|]|(?<= [A-Z])\d(?= )){0,48}?(?<![^\W_])"
    r"(?P<number>(?:[A-Z][. ]{0,2}|[A-Z]{2}(?:-(?=\d))?|(?:[A-Z]{2,8}/){1,2})?"
    r"\d(?:[ .\-/_]?[0-9A-Z]){5,30})(?![^\W_])"
)
"""Behind a label: letters and digits with little between."""

LONGEST: Final = 96
"""So far behind a label its number ends."""

FEWEST: Final = 6
"""Digits of a number."""

BESIDE: Final = 32
"""So many letters before a label, and behind its number, are looked at."""

YEAR: Final = re.compile(r"(?:19|20)\d\d(?!\d)")
YEARS: Final = re.compile(r"(?:(?:19|20)\d\d[ \-/]{1,3}){1,4}(?:19|20)\d\d")
DATED: Final = re.compile(r"[/.\-](?:19|20)\d\d\Z")
RANGE: Final = re.compile(r" (?:s\.?d\.?|sampai|hingga|to) \S{0,4}\d")
COUNTED: Final = re.compile(rf" (?:{word_ways('counted')})(?![^\W_])", re.I)
BEHIND: Final = re.compile(r"(?:[^.;|\n]|\.(?=\w)){0,32}")
SAYING_NUMBER: Final = word_set("cards_beside")
THINGS: Final = word_set("cards_of_things")
HOLDERS: Final = word_set("cards_holders", "holders")


@cache
def known() -> frozenset[str]:
    """The words that name no other thing beside such a label."""
    return saying_nothing() | persons() | weights().lists["numbered"] | SAYING_NUMBER | HOLDERS


def cards(text: str, context: str = "") -> Iterator[Hit]:
    """The numbers behind their labels, and those in a cell below one."""
    for heading in context.splitlines() if KNOWN.there(context.lower()) else ():
        if not known().issuperset(WORD.findall(LABEL.sub(" ", heading).lower())):
            continue  # what is asked for with a card, what it costs: another thing stands below
        before = f"no {heading}: "
        for hit in cards(before + text):
            start, end = hit.span
            if start >= len(before):
                yield Hit(hit.kind, (start - len(before), end - len(before)), hit.certainty)
    for label in KNOWN.found(text):
        number = NUMBER.match(text, label.end(), label.end() + LONGEST)
        if number is None:
            continue
        sort = LABELS[label[0].lower()]
        if certainty := weights().certainty("labelled", (sort, *signs(text, label, number))):
            yield Hit(KINDS.get(sort, Data.CARD), number.span("number"), certainty)


def signs(text: str, label: re.Match[str], number: re.Match[str]) -> Iterator[str]:
    """What speaks for the number of a person behind a label, and what against it."""
    lists = weights().lists
    written = number["number"]
    between = WORD.findall(text[label.end() : number.start("number")])
    said = text[max(0, label.start() - BESIDE) : label.start()].rstrip(". ")
    before = WORD.findall(CLAUSE.sub("", said))
    behind = BEHIND.match(text, number.end())
    beside = [*before, *between, *WORD.findall(behind[0] if behind else "")]
    around = frozenset(word.lower() for word in beside)
    if lists["numbered"] & (around | set(WORD.findall(label[0].lower()))):
        yield "number"
    if around & (persons() | HOLDERS):
        yield "person"
    if around & THINGS:
        yield "thing"
    if any(word.islower() and word not in known() for word in between):
        yield "unknown"
    if any(permit in written for permit in PERMITS):
        yield "coded"
    if sum(map(str.isdigit, written)) < FEWEST:
        yield "short"
    if written[0].isalpha():
        yield "letter"
    if THOUSANDS.fullmatch(written):
        yield "money"
    if DAY.fullmatch(written) or YEARS.fullmatch(written):
        yield "day"
    if COUNTED.match(text, number.end()):
        yield "counted"
    if RANGE.match(text, number.end()):
        yield "range"
    if DATED.search(written) and LABELS[label[0].lower()] != "permits":
        yield "dated"


def card(window: Window, near: frozenset[str]) -> Iterator[str]:
    """A number behind the word for a card whose numbers have so many digits."""
    labels = weights().lists.get(f"cards of {len(window.digits)}", frozenset())
    if labels.isdisjoint(near) or (len(window.digits) > 10 and MOBILE.fullmatch(window.digits)):
        return
    yield from ("whole", "strong")
    if window.is_boxed:
        yield "odd"
    if "\n" in window.written:
        yield "broken"
    if THOUSANDS.fullmatch(window.written):
        yield "money"
    if DAY.fullmatch(window.written):
        yield "day"
    if window.cuts and YEAR.match(window.written):
        yield "year"
