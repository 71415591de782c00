"""What a form, or a list of people, tells of somebody behind a label: a creed, an illness, a password."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from smmkit.personal.hit import Certainty, Data, Hit
from smmkit.personal.labels import Labels
from smmkit.personal.things import persons
from smmkit.personal.words import word_set, word_ways

TRAITS: Final = ("told_creeds", "told_bloods", "told_freely")
SECRETS: Final = ("secrets", "secret_numbers")
EMPTY: Final = word_set("told_nothing")

LABEL: Final = re.compile(
    rf"(?<![^\W_])(?:(?P<creed>{word_ways('told_creeds')})|(?P<blood>{word_ways('told_bloods')})"
    rf"|(?P<free>{word_ways('told_freely')}))(?![^\W_])"
    r"(?P<whose>(?:[ ][^\W\d_]{2,12}){0,2})[ \t\"'*]{0,3}[:=|][ \t|:*\"']{0,4}",
    re.I,
)
"""What is told, whose it is, and a colon or the end of a cell."""

OTHER: Final = r"(?![^\W_]|[ \t]{0,2}(?:\|?[ \t]{0,2}\d|[/%(+]|dan |atau |or |and ))"
"""Behind a value none of these stands: it would be one of several, or counted."""

UNSAID: Final = re.compile(
    rf"(?<![^\W_])(?:(?P<mother>{word_ways('told_mothers')})(?:nya)?"
    rf"|(?:(?P<creed>{word_ways('told_creeds')})|(?P<blood>{word_ways('told_bloods')}))"
    r"(?:nya|[ ](?P<whose>[^\W\d_]{2,12})))"
    rf"(?:[ ](?:{word_ways('before_told')}))?[ \t]{{1,2}}(?=(?-i:[A-Z]))",
    re.I,
)
"""The same without a colon: before a name, or of somebody."""

MOTHER: Final = re.compile(r"[A-Z][^\W\d_]{2,20}(?: [A-Z][\w'.]{0,20}){0,3}(?![^\W_])")
HEADINGS: Final = word_set("columns", "telling_columns")
VALUES: Final = {
    "creed": re.compile(rf"(?:{word_ways('creeds')}){OTHER}", re.I),
    "blood": re.compile(rf"(?:{word_ways('bloods')}){OTHER}", re.I),
    "free": re.compile(
        rf"[^\W\d_][\w'.\-]{{1,24}}(?: [^\W_][\w'.\-]{{0,24}}){{0,3}}"
        rf"(?=[ \t]{{0,2}}(?:[,;|\n\r\"']|\Z)){OTHER}"
    ),
}
TRAIT: Final = re.compile(rf"\W*(?:{'|'.join(map(word_ways, TRAITS))})\W*", re.I)
"""A heading that is such a label, and nothing else."""

SECRET: Final = re.compile(
    rf"(?<![^\W_])(?:(?P<word>{word_ways('secrets')})|(?:{word_ways('secret_numbers')}))(?:nya)?(?![^\W_])",
    re.I,
)
TRAITS_TOLD: Final = Labels(TRAITS, LABEL)
UNSAID_TOLD: Final = Labels(("told_mothers", "told_creeds", "told_bloods"), UNSAID)
SECRETS_TOLD: Final = Labels(SECRETS, SECRET)
REACH: Final = 64
"""So many letters behind the word for it a password ends."""

MOST: Final = 5
"""So many words from it on one may be it."""

CLAUSE: Final = re.compile(r"\n|;|\.\s|\Z")
TOKEN: Final = re.compile(r"[^\s|,\"'`()]{1,40}")
SAID: Final = re.compile(rf"(?:{word_ways('before_secrets')})[ \t\"'`|]{{0,3}}\Z", re.I)
CODE: Final = re.compile(
    r"[A-Z]{2,8}[\-/.]?\d[\dA-Z.\-/]*|[\d.\-/]+|\w+\.\w{2,4}|https?\W.*|[^@]{1,40}@[\w.\-]{1,40}|v?\d+(?:\.\d+)+|\d+-\w+"
)
"""The number of a document, a figure, a file or an address is no password."""

DIGITS: Final = re.compile(r"\d{4,8}|\d{3}-\d{3}")
YEAR: Final = re.compile(r"(?:19|20)\d\d")


def may_be_told(low: str) -> bool:
    """Whether a text in small letters has such a label."""
    return bool(TRAITS_TOLD.there(low) or SECRETS_TOLD.there(low))


def labelled_values(text: str, context: str = "") -> Iterator[Hit]:
    """Every value behind its label, or below it in a list of people."""
    yield from traits(text)
    yield from secrets(text)
    above, _, beside = context.partition("\n")
    for label in (above, beside) if may_be_told(context.lower()) else ():
        head = f"{label.strip(' :*')}: "
        is_trait = bool(beside) and TRAIT.fullmatch(label) is not None
        behind = f"{head}{text.strip()}"
        for hit in (*(traits(behind) if is_trait else ()), *secrets(behind)):
            start, end = (place - len(head) + text.index(text.strip()) for place in hit.span)
            if start >= 0:
                yield Hit(hit.kind, (start, end), hit.certainty)


def traits(text: str) -> Iterator[Hit]:
    """What is told of somebody's body, belief or family."""
    for label in TRAITS_TOLD.found(text):
        name = next(name for name in VALUES if label[name])
        value = VALUES[name].match(text, label.end())
        is_ones = persons().issuperset(label["whose"].lower().split())
        if value and is_ones and (name != "free" or EMPTY.isdisjoint(value[0].lower().split())):
            yield Hit(Data.SENSITIVE, value.span(), Certainty.LIKELY)

    for label in UNSAID_TOLD.found(text):
        name = next(name for name in ("mother", "creed", "blood") if label[name])
        value = (MOTHER if name == "mother" else VALUES[name]).match(text, label.end())
        said = frozenset(value[0].lower().split()) if value else EMPTY
        is_ones = not label["whose"] or label["whose"].lower() in persons()
        if value and is_ones and said.isdisjoint(EMPTY | HEADINGS | persons()):
            yield Hit(Data.SENSITIVE, value.span(), Certainty.LIKELY)


def secrets(text: str) -> Iterator[Hit]:
    """Every password behind the word for it, in the same part of a sentence."""
    for label in SECRETS_TOLD.found(text):
        end = CLAUSE.search(text, label.end(), min(len(text), label.end() + REACH))
        stop = end.start() if end else label.end() + REACH
        for count, token in enumerate(TOKEN.finditer(text, label.end(), stop)):
            value = token[0].strip(":=.")
            start = token.start() + token[0].find(value)
            is_said = SAID.search(text, max(0, start - 12), start) is not None
            form = is_password if label["word"] else is_number
            if form(value, is_said=is_said):
                yield Hit(Data.SECRET, (start, start + len(value)), Certainty.LIKELY)
                break
            if count >= MOST:
                break


def is_password(value: str, *, is_said: bool) -> bool:
    """Whether a word is none that people write: letters with digits, or with signs."""
    if len(value) < 4 or CODE.fullmatch(value) or not any(map(str.isalpha, value)):
        return False
    signs = sum(not sign.isalnum() for sign in value)
    is_odd = signs > 1 or any(sign in "!@#$%^&*" for sign in value)
    return any(map(str.isdigit, value)) or (is_said and is_odd)


def is_number(value: str, *, is_said: bool) -> bool:
    """Whether a word is a number that somebody keeps in mind."""
    return DIGITS.fullmatch(value) is not None and (is_said or YEAR.fullmatch(value) is None)
