"""Lines of a sheet that was filled in, and those that a record has: the same question once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from smmkit.documents import Information
from smmkit.intake.result import Result
from smmkit.words import Message, say
from smmkit.yaml_text.edit import appended
from smmkit.yaml_text.items import with_fields

Fields = dict[str, Any]


@dataclass(frozen=True)
class Merging:
    """Where the lines stand, which field they all have in one line, which ones a sheet fills in."""

    key: str
    anchor: str
    filled: tuple[str, ...]
    same: Callable[[Fields], tuple[str, ...]]
    """By what the same question is known again."""

    def into(
        self,
        result: Result,
        document: Information,
        there: Sequence[Fields],
        found: Sequence[Fields],
    ) -> list[tuple[Fields, Message]]:
        """Put the lines into the file of a record; each with whether it is new, changed or known."""
        known = {self.same(one): n for n, one in enumerate(there)}
        changes: dict[int, Fields] = {}
        new: list[Fields] = []
        shown: list[tuple[Fields, Message]] = []
        for one in found:
            at = known.get(self.same(one))
            if at is None:
                new.append(one)
                shown.append((one, say("new")))
                continue
            before = there[at]
            other = {n: v for n, v in one.items() if n in self.filled and v != before.get(n)}
            changes |= {at: other} if other else {}
            shown.append((one, say("changed") if other else say("known already")))
        path = document.path
        data = read = result.changed.get(path) or result.qms.tree.read(path)
        data = with_fields(path, data, self.key, self.anchor, changes) if changes else data
        data = appended(path, data, self.key, *new) if new else data
        if data != read:
            result.changed[path] = data
        return shown


def plain(part: Any, names: Sequence[str]) -> Fields:
    """The fields of a part that say something, each as one line of text."""
    values = {name: getattr(part, name) for name in names}
    return {n: " ".join(str(v).split()) for n, v in values.items() if v}
