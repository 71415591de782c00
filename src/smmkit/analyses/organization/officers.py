"""Who signs in office: a name below the role that the person holds, and the NIP below the name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from smmkit.documents.people import PersonEntry
from smmkit.personal import Data, Hit, Names, hits, name_in, names_of, parts, words_of
from smmkit.personal.plain import plain
from smmkit.personal.spellings import spellings
from smmkit.qms import Qms

NEAR: Final = 120
"""So many letters before a name the role stands, and before a NIP the name."""

SIGNED: Final = re.compile(
    r"(?<![^\W_])(?:ditandatangani|tanda tangan|tertanda|ttd|signed)(?![^\W_])", re.I
)


@dataclass(frozen=True, slots=True)
class Officers:
    """The names of who holds or held a role, and the roles of each, in small letters."""

    names: Names
    roles: Mapping[tuple[str, ...], frozenset[str]]


def officers(qms: Qms) -> Officers:
    """The people of the register who hold or held a role."""
    roles: dict[tuple[str, ...], set[str]] = defaultdict(set)
    titles = []
    for entry in qms.things.values():
        if isinstance(entry, PersonEntry) and entry.assignments:
            titles.append(entry.title)
            held = {one.role.lower() for one in entry.assignments}
            for spelling in spellings(name_in(entry.title)):
                roles[spelling.words] |= held
    return Officers(names_of(titles), {name: frozenset(held) for name, held in roles.items()})


def with_officers(
    text: str, names: Names, known: Officers, before: str = "", context: str = ""
) -> Iterator[tuple[Hit, bool]]:
    """The hits in a text, and whether each is of somebody who signs in office.

    `before` is what stands before the text in its file, `context` the heading of its column.
    """
    for start, end in parts(text):
        above = text[max(0, start - NEAR) : start] or before
        for hit, signs_it in in_part(text[start:end], names, known, above, context):
            yield replace(hit, span=(hit.span[0] + start, hit.span[1] + start)), signs_it


def in_part(
    text: str, names: Names, known: Officers, before: str, context: str
) -> Iterator[tuple[Hit, bool]]:
    """The same of one part of a text."""
    found = hits(text, context, names)
    if not any(hit.kind in {Data.NIP, Data.NAME} for hit in found):
        yield from ((hit, False) for hit in found)
        return
    whole, shift = before + text, len(before)
    signing = {
        (hit.span[0] - shift, hit.span[1] - shift)
        for hit in hits(whole, "", known.names)
        if hit.kind is Data.NAME and signs(whole, hit, known)
    }
    ends = sorted(end for _, end in signing)
    for hit in found:
        last = bisect_right(ends, hit.span[0])
        is_below = hit.kind is Data.NIP and last and hit.span[0] - ends[last - 1] <= NEAR
        yield hit, bool(is_below) or (hit.kind is Data.NAME and hit.span in signing)


def signs(text: str, hit: Hit, known: Officers) -> bool:
    """Whether a name stands below a role that the person holds, or below the word that it is signed."""
    start, end = hit.span
    above = " ".join(text[max(0, start - NEAR) : start].lower().split())
    own = known.roles.get(words_of(plain(text[start:end])), frozenset())
    return any(role in above for role in own) or SIGNED.search(above) is not None
