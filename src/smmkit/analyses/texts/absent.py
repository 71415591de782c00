"""Texts by which a field says that there is nothing, or only that all is well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from smmkit.analyses.texts.wording import first_word, words_of
from smmkit.model.fields import Field
from smmkit.model.marks import MayBe

SHORT: Final = 24
LONGEST: Final = 140
"""No word that says nothing is longer, and no sentence; most texts are, and need no closer look."""

SIGNS: Final = frozenset("%‰°€$£¥Ωµ+√✓✔")
"""Signs that say something by themselves, such as the unit of a number."""


@dataclass(frozen=True, slots=True)
class Absent:
    """The words by which a text says that there is nothing, that it will come, or only that all is well."""

    words: frozenset[str]
    formal: frozenset[str]
    anywhere: frozenset[str]

    def shown(self, bare: str, field: Field) -> bool:
        """Whether a text is no proof in its field: "-", "not yet", "soon", "as the rules say"."""
        if len(bare) > LONGEST:
            return False
        low = bare.casefold().strip(" .()")
        if not field.may_be(MayBe.NONE):
            if not any(sign.isalnum() or sign in SIGNS for sign in bare):
                return True
            if len(bare) <= SHORT and low in self.words:
                return True
        if field.name == "title" or field.may_be(MayBe.NAME):
            return False
        return first_word(low) in self.anywhere and self.is_form(low)

    def is_form(self, low: str) -> bool:
        """Whether a text is made of words that stand in any form, and says with them that all is well."""
        said = words_of(low)
        return self.anywhere.issuperset(said) and not self.formal.isdisjoint(said)
