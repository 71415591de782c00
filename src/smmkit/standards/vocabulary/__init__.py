"""Words that rules look for in what an organization says, as data."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from smmkit.model.part import Part, Text
from smmkit.standards import SHIPPED
from smmkit.words import Words
from smmkit.yaml_text.reading import read_ours


class Trade(Part):
    """A line of work, by its words."""

    speaks: tuple[Text, ...]
    """Whom and what it speaks of."""
    called: tuple[Text, ...]
    """Words in the name of an organization, or of a unit, that is of it."""


class Topic(Part):
    """Something that an audit asks about."""

    what: Words
    clauses: tuple[Text, ...]
    """The clauses where it is asked."""
    words: tuple[Text, ...]
    """Words of a question that asks for it."""


class Vocabulary(Part):
    """The words of all that."""

    kind: Literal["vocabulary"]
    id: Text
    bodies: tuple[Text, ...]
    """How the name of a body begins."""
    any_trade: tuple[Text, ...]
    """Words in the name of an organization that speaks of every trade."""
    trades: tuple[Trade, ...]
    commonplace: tuple[Text, ...] = ()
    """Words that stand in any policy, and say nothing of the organization."""
    refusals: tuple[Text, ...] = ()
    """How the conclusion of an audit says that no certificate can be given."""
    surveillance: tuple[Topic, ...]
    """What each surveillance audit looks at."""


@cache
def shipped_vocabulary() -> Vocabulary:
    """The words where a folder says nothing else."""
    text = (SHIPPED / "vocabulary" / "vocabulary.yaml").read_text("utf-8")
    return Vocabulary.model_validate(read_ours(text))


@cache
def pattern_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of some words, whole; a `*` stands for any end of one."""
    ways = (re.escape(word.removesuffix("*")) + r"\w*" * word.endswith("*") for word in words)
    return re.compile(rf"\b(?:{'|'.join(ways)})\b", re.IGNORECASE)
