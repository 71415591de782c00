"""Labels found in a text: looked for only where their letters are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from smmkit.personal.plain import letters_of
from smmkit.personal.words import first_word, word_list


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of some lists of words, and what finds one of them where it begins."""

    lists: Sequence[str]
    form: re.Pattern[str]
    by_first: dict[str, list[str]] = field(default_factory=dict)
    """The labels by the word that they begin with: few texts have one of these."""

    def __post_init__(self) -> None:
        """Put the labels below their first words."""
        for name in self.lists:
            for label in word_list(name):
                self.by_first.setdefault(first_word(label), []).append(label)

    def there(self, low: str) -> list[str]:
        """Those that may be in a text in small letters."""
        firsts = self.by_first.keys() & letters_of(low)
        return [label for first in sorted(firsts) for label in self.by_first[first] if label in low]

    def found(self, text: str) -> Iterator[re.Match[str]]:
        """Each in a text, none within another."""
        low = text.lower()
        there = self.there(low)
        if len(low) != len(text):  # a letter has become two
            yield from self.form.finditer(text) if there else ()
            return
        end = 0
        for start in sorted({place for label in there for place in places_of(label, low)}):
            label = self.form.match(text, start) if start >= end else None
            if label:
                end = label.end()
                yield label


def places_of(label: str, low: str) -> Iterator[int]:
    """Where the letters of a label begin in a text."""
    at = low.find(label)
    while at >= 0:
        yield at
        at = low.find(label, at + len(label))
