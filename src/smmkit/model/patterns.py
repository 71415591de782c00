"""How some texts have to be written: the pattern, what is said where one is not, and what to write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from smmkit.words import Message, say


@dataclass(frozen=True, slots=True)
class Pattern:
    """A way of writing; `wrong` has blanks for `name` and `value`."""

    regex: str
    wrong: Message
    advice: Message
    says_how: bool = False
    """Whether `wrong` says already what to write."""


DAY: Final = Pattern(
    r"^[1-9]\d{3}-\d{2}-\d{2}$",
    say("{name} is no date: {value}"),
    say("write year, month and day: 2019-12-31"),
)
PERIOD: Final = Pattern(
    r"^[1-9][0-9]{3}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$",
    say("{name} is no period: {value}"),
    say(
        'write a year, a half-year, a quarter or a month in quotes: "2019", "2019-S2", "2019-Q3", "2019-07"'
    ),
)
FINGERPRINT: Final = Pattern(
    r"^sha256:[0-9a-f]{64}$",
    say("{name} is no fingerprint"),
    say("let `smm approve` write it"),
)
ID: Final = Pattern(
    r"^[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$",
    say(
        "{name} may hold only letters, digits and, between them, `.`, `_` and `-`; at most 64: {value}"
    ),
    say("letters and digits, between them `.`, `_` and `-` as well; at most 64"),
    says_how=True,
)

PATTERNS: Final = {pattern.regex: pattern for pattern in (DAY, PERIOD, FINGERPRINT, ID)}
"""Every way of writing that a field asks for, by its regular expression."""
