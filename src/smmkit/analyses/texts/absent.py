"""Texts by which a field says that there is nothing, or only that all is well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from smmkit.analyses.texts.wording import first_word, words_of
from smmkit.model.fields import Field


def words(listed: str) -> frozenset[str]:
    """What stands in a list, with commas between."""
    return frozenset(listed.split(", "))


SHORT: Final = 24
LONGEST: Final = 140
"""No word that says nothing is longer, and no sentence; most texts are, and need no closer look."""

SIGNS: Final = frozenset("%‰°€$£¥Ωµ+√✓✔")
"""Signs that say something by themselves, such as the unit of a number."""

MAY_BE_SHORT: Final = words(
    "word, target_word, actual_word, number, version, target, answer, level, level_held, provider_class, "
    "category, priority, rated, rated_after, new_ids, language, paper, seed"
)
"""Fields in which one letter may be all that there is to say."""

MAY_BE_NONE: Final = frozenset({"fee", "answer", "note", "change_note"})
"""Fields in which "none" is an answer."""

NAMES: Final = MAY_BE_SHORT.union(words("title, fee, note, change_note")) - {"answer"}
"""Fields that name something; there "Complete" may be its name."""


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
        if field.name not in MAY_BE_NONE:
            if not any(sign.isalnum() or sign in SIGNS for sign in bare):
                return True
            if len(bare) <= SHORT and low in self.words:
                return True
        if field.name in NAMES or is_state(field):
            return False
        return first_word(low) in self.anywhere and self.is_form(low)

    def is_form(self, low: str) -> bool:
        """Whether a text is made of words that stand in any form, and says with them that all is well."""
        said = words_of(low)
        return self.anywhere.issuperset(said) and not self.formal.isdisjoint(said)


def is_state(field: Field) -> bool:
    """Whether a field asks for the state of a thing, of which "good" is one beside "worn" and "broken"."""
    return field.name == "condition" and field.owner.__name__ != "Verdict"
