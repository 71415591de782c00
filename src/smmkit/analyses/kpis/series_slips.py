"""What was meant in a table of measured values that is written as offices write it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from smmkit.analyses.kpis.rates import percent
from smmkit.corrections.nothing_yet import is_nothing
from smmkit.corrections.officials import comparable, data, meanings, nearest
from smmkit.corrections.spoken_values import period_meant
from smmkit.documents.objective import Kpi
from smmkit.period_days import is_period
from smmkit.small_words import small_words
from smmkit.words import Message, say

Hint = Message | Callable[[], Message | None] | None
"""What to write instead: said, or looked for only where it is told."""

KNOWN = (
    *("period", "value", "numerator", "denominator", "reason"),
    *("note", "recorded_by", "recorded_on", "evidence"),
)
"""The columns that a series may have; `period` and `value` it must have, or both parts of a rate."""

COLUMNS: Final = "columns"
"""The list of words in which offices name the columns."""

COUNTING: Final = "counting"
"""How a column is called that only counts the lines."""

SHARE: Final = re.compile(rf"(\d{{1,12}}) ?(?:/|{small_words('of')}) ?(\d{{1,12}})")


def renamed(heading: Sequence[str], known: Sequence[str]) -> set[str]:
    """The columns that stand in a heading as offices call them; each is told."""
    return {meant[0] for name in heading if (meant := column_meant(name, known))}


def column_meant(name: str, known: Sequence[str]) -> tuple[str, ...]:
    """The columns that a heading means, also with what it counts: Nilai (kasus), jumlah kasus."""
    bare = name.partition("(")[0].strip()
    first, _, rest = bare.partition(" ")
    return next(
        filter(None, (meanings(one, COLUMNS, known) for one in (name, bare, rest, first))), ()
    )


def is_column(name: str) -> bool:
    """Whether a heading names a column, as it is written or as offices call it."""
    return name in KNOWN or bool(meanings(name, COLUMNS, KNOWN))


def column_hint(name: str, known: Sequence[str]) -> Message:
    """The column that a heading means; or all that is possible."""
    if found := column_meant(name, known) or tuple(filter(None, [nearest(name, known)])):
        return say("write {words}", words=f"`{found[0]}`")
    if comparable(name).rstrip(".") in data()[COUNTING]:
        return say("delete this column: lines need no numbers")
    return say("write one of: {words}", words=list(known))


def lacks_heading(heading: Sequence[str], delimiter: str) -> tuple[Message, Message] | None:
    """What to say where the first line names no columns, and begins with a period."""
    if any(map(is_column, heading)) or not is_period(period_meant(heading[0]) or ""):
        return None
    line = f"`{delimiter.join(KNOWN[: len(heading)])}`"
    message = say("the first line has values, and does not name the columns")
    return message, say("write a line above it: {line}", line=line)


PARTS: Final = ("numerator", "denominator")
"""The columns of what a rate is counted from."""

UNIT = re.compile(r"[-+]?\d[\d.,]*\s*([^\W\d_][^\d]{0,30}|%)")
"""A number and what it is measured in: 85 menit."""


def told_of(kpi: Kpi, column: str, text: str, message: Message) -> tuple[Message, Message | None]:
    """What to say of a cell that is no number: of another unit than its KPI's, that it is one."""
    found = UNIT.fullmatch(text.strip())
    said = found[1].strip().casefold() if found else ""
    own = kpi.measured_in.strip().casefold()
    if found and column in PARTS:  # they have a unit of their own
        return message, say("write {words}", words=text[: found.start(1)].strip())
    if not said or {said, own} <= percent() or said in own or own in said:
        return message, number_hint(text)
    message = say("{text}: the KPI is measured in {unit}", text=text, unit=kpi.measured_in)
    return message, say("write the number alone, in {unit}", unit=kpi.measured_in)


def no_word(kpi: Kpi, text: str, words: Iterable[str]) -> tuple[Message, Message]:
    """What to say of a cell that is no word of the scale of its KPI."""
    message = say("{text} is no word of the scale {scale}", text=text, scale=kpi.words or "?")
    return message, say("write one of: {words}", words=list(words))


def lone_part(
    row: Mapping[str, str], heading: Sequence[str]
) -> tuple[int, Message, Message] | None:
    """Of a line that has one of the two parts of a rate: where the other lacks, and what to say."""
    for name, other in (PARTS, PARTS[::-1]):
        if row.get(name) and not row.get(other):
            message = say(
                "{period} has a `{name}` and no `{other}`",
                period=row["period"],
                name=name,
                other=other,
            )
            at = heading.index(other if other in heading else name)
            return at, message, say("write both; a rate is counted from the two")
    return None


NONE_OF_THEM: Final = "none_of_them"
"""The words for nought in a table of numbers."""

NO_VALUE: Final = "no_value"
"""How a cell begins that says in words that there is no value."""


def number_hint(text: str) -> Message | None:
    """What to write instead of a number that is none."""
    said = text.strip()
    if share := SHARE.fullmatch(said):
        return say(
            "write {above} in the column `numerator` and {below} in `denominator`, and leave `value` empty",
            above=share[1],
            below=share[2],
        )
    if said.casefold() in data()[NONE_OF_THEM]:
        return say(
            "write 0 where there were none; leave it empty where nobody has counted, with a `reason`"
        )
    if is_nothing(said) or said.casefold().startswith(tuple(data()[NO_VALUE])):
        return say("leave the cell empty, and write in the column `reason` why there is no value")
    if said.startswith("#"):
        return say("Excel could not count this cell; write the number that it has to be")
    if said.startswith("="):
        return say("write what the formula comes to, not the formula")
    return None
