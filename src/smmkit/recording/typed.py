"""What a person types for a value: PERIOD=VALUE, numbers as Indonesia or England writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from smmkit.analyses.kpis.periods import frequency_of, period_hint
from smmkit.analyses.kpis.rates import agrees, factor_of
from smmkit.analyses.kpis.scales import scale_of
from smmkit.corrections.spoken_values import period_meant
from smmkit.documents.objective import Aggregation, Formula, Kpi
from smmkit.errors import SmmError
from smmkit.period_days import is_period, last_day
from smmkit.qms import Qms
from smmkit.words import rounded, say

PLAIN = re.compile(r"[+-]?[0-9]+")
WHOLE_GROUPS = re.compile(r"([+-]?[0-9]{1,3})((?:[.,][0-9]{3})+)")
ONE_SIGN = re.compile(r"([+-]?[0-9]+)[.,]([0-9]+)")
BOTH = re.compile(r"([+-]?[0-9]{1,3}(?:([.,])[0-9]{3})+)([.,])([0-9]+)")


@dataclass(frozen=True, slots=True)
class Typed:
    """A value of a period: a number or a word, or what it is a share of."""

    period: str
    value: Decimal | None = None
    word: str | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None


def number(text: str) -> Decimal:
    """A number whose decimal sign is certain: 82,5 and 82.5, 1.234,5 and 1,234.5; never 1.234.

    Raises:
        SmmError: it is none, or can be read in two ways.
    """
    said = text.strip().removesuffix("%").strip()
    if PLAIN.fullmatch(said):
        return Decimal(said)
    if (both := BOTH.fullmatch(said)) and both[2] != both[3]:
        return Decimal(re.sub("[.,]", "", both[1]) + "." + both[4])
    groups = WHOLE_GROUPS.fullmatch(said)
    if groups and len({*re.findall("[.,]", groups[2])}) == 1:
        if len(groups[2]) > len(".000"):
            return Decimal(re.sub("[.,]", "", said))
        if groups[1].lstrip("+-") != "0":
            whole = re.sub("[.,]", "", said)
            exact = re.sub("[.,]", ",", said) + "0"
            raise SmmError(
                say(
                    "{text} can be read in two ways; write {first} or {second}",
                    text=text,
                    first=whole,
                    second=exact,
                )
            )
    if one := ONE_SIGN.fullmatch(said):
        return Decimal(f"{one[1]}.{one[2]}")
    raise SmmError(say("{text} is no number; write it as 82,5 or 82.5", text=text or "?"))


def typed(
    qms: Qms, kpi: Kpi, text: str, numerator: str | None = None, denominator: str | None = None
) -> Typed:
    """What one PERIOD=VALUE says of a KPI; a VALUE of 9/10 is a numerator over a denominator.

    Raises:
        SmmError: it says something else, or something that cannot be.
    """
    said, equal, value = text.partition("=")
    if not equal:
        raise SmmError(say("{text}: write PERIOD=VALUE, as in 2026-03=82,5", text=text))
    period = period_of(qms, kpi, said.strip())
    if kpi.formula is Formula.ORDINAL:
        return Typed(period, word=word_of(qms, kpi, value.strip()))
    if re.fullmatch(r"[^/]+/[^/]+", value) and numerator is None:
        numerator, _, denominator = value.partition("/")
        value = ""
    above, below = (None if one is None else number(one) for one in (numerator, denominator))
    if (above is None) != (below is None):
        raise SmmError(say("--numerator and --denominator go together"))
    whole = number(value) if value.strip() else None
    if whole is None and above is None:
        raise SmmError(say("{text}: the value is missing", text=text))
    if above is None and kpi.aggregation is Aggregation.RATIO:
        raise SmmError(
            say(
                "{id} is counted from all its cases: write {period}=9/10, numerator and denominator",
                id=kpi.id,
                period=period,
            )
        )
    check_parts(kpi, whole, above, below)
    return Typed(period, whole, None, above, below)


def check_parts(
    kpi: Kpi, whole: Decimal | None, above: Decimal | None, below: Decimal | None
) -> None:
    """See that a value is its numerator over its denominator.

    Raises:
        SmmError: it is not, or there is nothing to divide by.
    """
    if above is None or below is None:
        return
    if below == 0:
        raise SmmError(
            say("the denominator is 0: write no value, but a `reason` in the table of the KPI")
        )
    counted = above / below * factor_of(kpi)
    if whole is not None and not agrees(whole, counted):
        raise SmmError(
            say(
                "{above} of {below} is {counted}, not {value}",
                above=above,
                below=below,
                counted=rounded(counted),
                value=whole,
            )
        )


def period_of(qms: Qms, kpi: Kpi, said: str) -> str:
    """The period that is named: 2026-03, 2026-Q1, and as offices say it, TW I 2026, Maret 2026.

    Raises:
        SmmError: it is none of the KPI, or not over.
    """
    period = said if is_period(said) else period_meant(said)
    if period is None or not is_period(period) or frequency_of(period) is not kpi.frequency:
        raise SmmError(
            say(
                "{period} is no period of {id}, which is measured {frequency}: {hint}",
                period=said or "?",
                id=kpi.id,
                frequency=kpi.frequency.label,
                hint=period_hint(said, kpi.frequency),
            )
        )
    if last_day(period) > qms.today:
        raise SmmError(say("{period} is not over on {today}", period=period, today=qms.today))
    return period


def word_of(qms: Qms, kpi: Kpi, said: str) -> str:
    """The word of the scale that is meant, however it is written.

    Raises:
        SmmError: there is none.
    """
    scale = scale_of(qms, kpi.words)
    words = [one.word for one in scale.words] if scale else []
    for word in words:
        if word.casefold() == said.casefold():
            return word
    raise SmmError(
        say("{text} is no word of the scale {scale}", text=said or "?", scale=kpi.words or "?")
        if not words
        else say(
            "{text} is no word of the scale {scale}; it has: {words}",
            text=said or "?",
            scale=kpi.words or "?",
            words=words,
        )
    )
