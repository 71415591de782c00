"""The words that rules look for, as a folder has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smmkit.qms import Qms
from smmkit.standards.vocabulary import Vocabulary, pattern_of, shipped_vocabulary


def vocabulary(qms: Qms) -> Vocabulary:
    """The vocabulary of a folder, or the one that comes with smmkit."""
    return next(iter(qms.vocabularies.values()), None) or shipped_vocabulary()


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
