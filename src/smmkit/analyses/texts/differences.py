"""What two texts of a document say differently: field by field, entry by entry, paragraph by paragraph."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, ClassVar

from smmkit.documents import Document
from smmkit.location import Path
from smmkit.problem import dotted
from smmkit.qms import Qms
from smmkit.seals import UNSEALED, attached_hash

PROSE = "text"
"""How the prose below the fields is called."""

APART = UNSEALED | {"version"}
"""What differs by nature."""

MOST = 4_000_000
"""Lists whose lengths make more than this are only counted: to hold them together would take too long."""

KEYS = ("id", "name", "criterion")
"""By what an entry of a list is known again."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that differs: where, what was there, what is there now; None where it was not there."""

    steps: Path
    before: str | None
    after: str | None

    FOR_PROGRAMS: ClassVar = {"field": "field", "before": "before", "after": "after"}

    @property
    def field(self) -> str:
        """Where, as a person says it."""
        return dotted(self.steps)


def differences(old: Document, new: Document) -> list[Difference]:
    """What a text says otherwise than an earlier one; the prose comes last, by paragraphs."""
    before, after = values_of(old), values_of(new)
    found = list(in_mappings(before, after, ()))
    lines = in_lists(prose_of(old), prose_of(new), (PROSE,))
    return [*found, *(Difference((PROSE,), one.before, one.after) for one in lines)]


def attached(qms: Qms, old: Document, new: Document, kept: str, now: str) -> Iterator[Difference]:
    """The attached files whose bytes differ, by the folders where they are kept with each text."""
    for file in new.attached:
        if file in old.attached:
            sums = [
                attached_hash(qms.tree, one, file, at)[:12] for one, at in ((old, kept), (new, now))
            ]
            if sums[0] != sums[1]:
                yield Difference(("attached", file), sums[0] or None, sums[1] or None)


def values_of(document: Document) -> dict[str, Any]:
    """The fields that an approval seals."""
    return {name: v for name, v in document.source.values.items() if name not in APART}


def prose_of(document: Document) -> list[Any]:
    """The paragraphs of the prose; where its lines break says nothing."""
    parts = re.split(r"\n[ \t]*\n", document.source.prose.replace("\r", ""))
    return [text for part in parts if (text := " ".join(part.split()))]


def compared(old: Any, new: Any, steps: Path) -> Iterator[Difference]:
    """What two values say differently."""
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from in_mappings(old, new, steps)
    elif isinstance(old, list) and isinstance(new, list):
        yield from in_lists(old, new, steps)
    else:
        yield Difference(steps, value_in_a_line(old), value_in_a_line(new))


def in_mappings(
    old: Mapping[str, Any], new: Mapping[str, Any], steps: Path
) -> Iterator[Difference]:
    """What two sets of fields say differently, in the order of the newer one."""
    for name in dict.fromkeys([*new, *old]):
        yield from compared(old.get(name), new.get(name), (*steps, name))


def in_lists(old: list[Any], new: list[Any], steps: Path) -> Iterator[Difference]:
    """What two lists say differently: entries are known again by their id, else by what they say."""
    keys = [key_of(one) for one in new]
    if all(keys) and all(map(key_of, old)) and len(set(keys)) == len(keys):
        known = {key_of(one): one for one in old}
        now = {key_of(one): one for one in new}
        for key in dict.fromkeys([*now, *known]):
            yield from compared(known.get(key), now.get(key), (*steps, str(key)))
        return
    if len(old) * len(new) > MOST:
        yield Difference(steps, str(len(old)), str(len(new)))
        return
    texts = [json.dumps(one, sort_keys=True, default=str) for one in old]
    others = [json.dumps(one, sort_keys=True, default=str) for one in new]
    for tag, a, b, c, d in SequenceMatcher(None, texts, others, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for n in range(max(b - a, d - c)):
            was = old[a + n] if a + n < b else None
            now_ = new[c + n] if c + n < d else None
            at = (*steps, c + n if now_ is not None else a + n)
            yield from compared(was, now_, at)


def key_of(entry: Any) -> str | None:
    """By what an entry is known again, if by anything."""
    if isinstance(entry, Mapping):
        return next((str(entry[key]) for key in KEYS if key in entry), None)
    return None


def value_in_a_line(value: Any) -> str | None:
    """A value in one line."""
    match value:
        case None:
            return None
        case str():
            return value
        case Mapping():
            return "; ".join(f"{name}: {value_in_a_line(part)}" for name, part in value.items())
        case list():
            return ", ".join(str(value_in_a_line(part)) for part in value)
    return str(value)
