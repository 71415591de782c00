"""The scores of a sheet of risks: before controls, now, after treatment; of a FMEA detection, too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from smmkit.analyses.risks import level
from smmkit.intake.numbers import number
from smmkit.intake.result import Result
from smmkit.intake.table import Table, is_blank
from smmkit.intake.words import comparable, data, holds, meaning
from smmkit.words import Message, say

PAIR: Final = ("likelihood", "impact")
USUAL, FMEA = 5, 10
"""The highest score, and that of a failure mode and effect analysis."""


class Scores:
    """The columns of scores of one table, and what a row says in them."""

    def __init__(self, result: Result, table: Table) -> None:
        self.result, self.table = result, table
        self.is_fmea = "detection" in table.roles or self.letters() >= {"s", "o", "d"}
        criteria = result.qms.settings.risk if result.qms.settings else None
        self.highest = max(FMEA if self.is_fmea else USUAL, criteria.highest if criteria else 0)
        self.of: dict[str, list[int]] = {"detection": self.detecting()}
        self.is_net = False
        """Whether the residual scores are those of today: what is done stands to their right."""
        self.is_after = False
        """Whether scores that no word says are those after treatment stand to the right of what is done."""
        self.words: dict[str, dict[str, int]] = {role: {} for role in PAIR}
        """The words that were taken for scores."""
        for role in PAIR:
            self.sort_out(role)

    @property
    def are_there(self) -> bool:
        """Whether the table has a column of scores at all."""
        return any(self.of[role] for role in PAIR)

    def letters(self) -> set[str]:
        """The headings of one letter."""
        return {comparable(path[-1]) for path in self.table.paths if path}

    def detecting(self) -> list[int]:
        """The columns that say how hard it is to notice: by their name, in a FMEA also `D`."""
        letter = [
            n for n, path in enumerate(self.table.paths) if path and comparable(path[-1]) == "d"
        ]
        return self.table.columns("detection") or (letter if self.is_fmea else [])

    def sort_out(self, role: str) -> None:
        """The columns of likelihood or of impact, by what they are scores of."""
        scores = [
            n
            for n in self.table.columns(role)
            if n not in self.of["detection"] and self.is_score(n, role)
        ]
        after = [n for n in scores if self.is_under("after", n)]
        inherent = [n for n in scores if self.is_under("inherent", n) and n not in after]
        plain = [n for n in scores if n not in {*after, *inherent}]
        treated = self.table.columns("treatment")
        if treated and not after and plain and plain[0] < max(treated) < plain[-1]:
            after = [n for n in plain if n > max(treated)]
            plain, self.is_after = [n for n in plain if n not in after], True
        if not plain and after and treated and max(after) < min(treated):
            plain, after, self.is_net = after, [], True
        elif not plain:
            plain, inherent = inherent, []
        self.of[role], self.of[f"{role}_inherent"] = plain, inherent
        self.of[f"{role}_after"] = after + self.table.columns(f"{role}_after")

    def is_under(self, words: str, column: int) -> bool:
        """Whether a heading of a column has one of these words."""
        return any(holds(text, data()[words]) for text in self.table.paths[column])

    def is_score(self, column: int, role: str) -> bool:
        """Whether a column holds scores, and not sentences: `Dampak` is the name of both."""
        cells = [self.table.grid.cell(row, column) for row in self.table.below()]
        said = [text for text in cells if not is_blank(text)]
        scores = [text for text in said if score(text, role, self.highest)]
        return not said or len(scores) * 2 >= len(said)

    def texts(self) -> list[int]:
        """The columns of impacts that hold sentences."""
        return [n for n in self.table.columns("impact") if n not in {*self.all()}]

    def all(self) -> Iterator[int]:
        """Every column of scores."""
        return (n for columns in self.of.values() for n in columns)

    def is_same(self, row: int) -> bool:
        """Whether a row goes on with the risk above: its scores are the same cells, or empty."""
        cell = self.table.grid.cell
        columns = [n for role in PAIR for n in self.of[role]]
        return all(is_blank(cell(row, n)) or cell(row, n) == cell(row - 1, n) for n in columns)

    def score(self, row: int, name: str) -> int | None:
        """A score, written as a number or as a word; what is neither is told."""
        kept: int | None = None
        for column in self.of[name]:
            text = self.table.grid.cell(row, column)
            if is_blank(text):
                continue
            role = name.partition("_")[0]
            found = score(text, role, self.highest)
            if found and not re.search(r"\d", text):
                self.words[role][" ".join(text.split())] = found
            if found and kept in {None, found}:
                kept = found
                continue
            why = say(
                "this is no score from 1 to {highest}, nor a word for one", highest=self.highest
            )
            if found:
                why = say("the row has {value} for this already; not taken", value=kept)
            self.result.unread.append((self.table.grid.place_of(row, column), text, why))
        return kept

    def tell(self, id: str) -> None:
        """Tell which words were taken for which scores, and the levels that the sheet counts otherwise."""
        words = {text: value for role in PAIR for text, value in self.words[role].items()}
        said = "; ".join(f"{text} = {value}" for text, value in words.items())
        if said:
            self.result.assumed.append((id, say("the scores of words: {words}", words=said)))
        self.tell_levels()

    def tell_levels(self) -> None:
        """Tell the levels that the sheet says where its own scores make others."""
        for column in self.table.columns("level"):
            others = [(row, one) for row in self.table.below() if (one := self.other(row, column))]
            if others:
                cell = self.table.grid.cell
                text = "; ".join(cell(row, column) for row, _ in others)
                made = ", ".join(str(one) for _, one in others)
                why = say("by likelihood and impact it is {levels}; not taken", levels=made)
                place = self.table.grid.place_of(others[0][0], column)
                self.result.unread.append((place, text, why))

    def other(self, row: int, column: int) -> int | None:
        """The level that the scores to the left of a level make, where it is not that one."""
        said, qms = number(self.table.grid.cell(row, column)), self.result.qms
        scores = [self.nearest(row, column, role) for role in PAIR]
        if said is None or None in scores:
            return None
        likelihood, impact = (one or 0 for one in scores)
        criteria = qms.settings.risk if qms.settings else None
        found = level(qms, likelihood, impact, criteria) if criteria else likelihood * impact
        detection = self.nearest(row, column, "detection")
        found = likelihood * impact * detection if detection else found
        return found if found and found != said else None

    def nearest(self, row: int, column: int, role: str) -> int | None:
        """The score of a role in the nearest of its columns to the left of one."""
        columns = [n for name, those in self.of.items() if name.startswith(role) for n in those]
        left = max((n for n in columns if n < column), default=None)
        text = self.table.grid.cell(row, left) if left is not None else ""
        return score(text, role, self.highest)

    def lacking(self) -> Message:
        """Why a row without its scores is left out."""
        return say(
            "no likelihood or no impact from 1 to {highest}; the row was left out",
            highest=self.highest,
        )


def score(text: str, role: str, highest: int = USUAL) -> int | None:
    """The score that a text says: 4; 4 (sering); sering."""
    if (value := number(text)) is not None:
        return int(value) if value == int(value) and 1 <= value <= highest else None
    if found := re.match(r"^\(?([1-5])\)?\s*+(?:[-.=:(]\s*+)?(?=[^\W\d])", text.strip()):
        return int(found[1])
    if found := re.search(r"[(\s]([1-5])\)?$", text.strip()):
        return int(found[1])
    word = meaning(text, "scores", role) if comparable(text) and role in PAIR else None
    return int(word) if word else None
