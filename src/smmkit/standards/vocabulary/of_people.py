"""What a sentence says of people: whom it blames, who chose, who was asked; and the patterns for it."""

from __future__ import annotations

import re
from functools import cache

from smmkit.model.part import Part, Text
from smmkit.standards.vocabulary.patterns import ways_of


class Reproach(Part):
    """How an answer lays it on who has asked: "the applicant was careless"."""

    askers: tuple[Text, ...] = ()
    faults: tuple[Text, ...] = ()
    """What stands before them: "the fault of"."""
    not_these: tuple[Text, ...] = ()
    """What before a fault takes it back: "not"."""
    reproaches: tuple[Text, ...] = ()
    """What stands behind them."""
    because: tuple[Text, ...] = ()
    """What between the two makes it somebody else's doing."""


class Picked(Part):
    """How a text says that a sample was chosen by those whose work it shows."""

    samples: tuple[Text, ...] = ()
    """What is chosen so; a text of an audit has to name it."""
    picked: tuple[Text, ...] = ()
    by: tuple[Text, ...] = ()
    """What may stand before who chose."""
    doers: tuple[Text, ...] = ()
    but: tuple[Text, ...] = ()
    """What makes it a choice by a rule, or by another."""


class Readers(Part):
    """How a text says who was asked whether something is understood."""

    one: tuple[Text, ...] = ()
    people: tuple[Text, ...] = ()
    several: tuple[Text, ...] = ()


@cache
def laid_on(words: Reproach) -> re.Pattern[str]:
    """A pattern that finds where a text lays it on who has asked."""
    askers, because = ways_of(words.askers), ways_of(words.because)
    before = "".join(rf"(?<!\b{re.escape(one)} )" for one in words.not_these)
    between = rf"(?: (?!(?:{because})\b)[^\W\d_]{{1,20}}){{0,2}}"
    return re.compile(
        rf"\b(?:{askers}){between} (?:{ways_of(words.reproaches)})\b"
        rf"|{before}\b(?:{ways_of(words.faults)}) (?:{askers})\b",
        re.IGNORECASE,
    )


@cache
def picked_by(words: Picked) -> re.Pattern[str]:
    """A pattern that finds who picked something: the first word of it."""
    return re.compile(
        rf"\b(?:{ways_of(words.picked)})(?: (?:{ways_of(words.by)}))? ([\w-]{{1,30}})",
        re.IGNORECASE,
    )
