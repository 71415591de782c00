"""What trades and bodies an organization may speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.qms import Qms
from smmkit.standards.vocabulary import pattern_of


def other_trades(qms: Qms) -> Iterator[re.Pattern[str]]:
    """The words of the trades of which this organization is not, by its name and its units."""
    words, settings = qms.fact(vocabulary), qms.settings
    names = [settings.organization.name, *(u.title for u in settings.units)] if settings else []
    if any(pattern_of(words.any_trade).search(name) for name in names[:1]):
        return
    for trade in words.trades:
        if not any(pattern_of(trade.called).search(name) for name in names):
            yield pattern_of(trade.speaks)


def bodies(qms: Qms) -> re.Pattern[str]:
    """How a body stands in a text with its name."""
    begins = "|".join(map(re.escape, qms.fact(vocabulary).bodies))
    return re.compile(rf"\b(?:{begins})(?: [A-Z][\w-]+){{1,4}}")
