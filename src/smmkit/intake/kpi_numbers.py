"""What numbers of an indicator say of one another: a total of its parts, a value of its targets."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from smmkit.intake.numbers import plain
from smmkit.words import Message, say
from smmkit.words.numbers import certain

ROUNDED = Decimal("0.01")
LARGE_SHARE = 20


def is_share(unit: str) -> bool:
    """Whether an indicator is measured in percent."""
    return unit.strip().lower() in {"%", "persen", "percent", "prosentase", "persentase"}


def is_large_share(unit: str, targets: list[dict[str, Any]]) -> bool:
    """Whether an indicator is to reach many percent, so that 0.9 is hardly nine thousandths."""
    known = [target["value"] for target in targets if target["value"]]
    return is_share(unit) and bool(known) and min(known) >= LARGE_SHARE


def way_of(total: Decimal, parts: list[Decimal]) -> str:
    """How a total comes of its parts, where it comes of them in one way only; else nothing."""
    if len(parts) < len(("two", "parts")):
        return ""
    whole = sum(parts, Decimal(0))
    ways = {"average": whole / len(parts), "sum": whole, "last": parts[-1]}
    found = [way for way, value in ways.items() if abs(total - value) <= ROUNDED]
    return found[0] if len(found) == 1 else ""


def contradicted(total: Decimal, parts: list[Decimal]) -> Message | None:
    """Why a year is not what its parts say: neither their sum, nor their average, nor the last.

    Up to a hundredth, as such tables are rounded.
    """
    if not parts:
        return say("a total without its parts; not taken")
    whole = sum(parts, Decimal(0))
    known = (whole, whole / len(parts), parts[-1])
    if any(abs(total - one) <= ROUNDED for one in known):
        return None
    return say("neither the sum nor the average nor the last of its parts; not taken")


def comes_of(value: Decimal | None, above: Decimal, below: Decimal) -> bool:
    """Whether a value is its numerator over its denominator, as such or in percent, rounded as it is."""
    if value is None or not below:
        return False
    digits = int(value.as_tuple().exponent)
    near = max(ROUNDED, Decimal(1).scaleb(digits) / 2)
    return any(abs(value - above / below * factor) <= near for factor in (1, 100))


def as_table(
    values: Mapping[str, Decimal],
    counted: Mapping[str, tuple[Decimal, Decimal]],
    *,
    comma: bool,
) -> str:
    """Measured values as the text of their table, as Excel writes it in one's country."""
    part = ";" if comma else ","
    heads = ["period", "value", *(("numerator", "denominator") if counted else ())]
    lines = [part.join(heads)]
    for period, value in sorted(values.items()):
        numbers = (value, *counted.get(period, ()))
        texts = (plain(n).replace(".", ",") if comma else certain(plain(n)) for n in numbers)
        lines.append(part.join((period, *texts)) + part * (len(heads) - len(numbers) - 1))
    return "\n".join(lines) + "\n"
