"""Which edition is the one to cite on a day, and what papers cite."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from smmkit.analyses.texts import texts_in
from smmkit.analyses.texts.laws import CITED
from smmkit.analyses.texts.seen import seen_in_texts
from smmkit.documents import Document, Information, Record
from smmkit.location import Path
from smmkit.qms import Qms
from smmkit.standards.editions import Edition, Transition
from smmkit.standards.heads import Head, shipped_heads

YEAR = re.compile(r"hun\s+(?:19|20)\d\d")
"""What a text that cites a law in that way has somewhere in it, over however many lines it is written."""


class Cited(NamedTuple):
    """Where a paper cites something: in a value, by its key path, or at a letter of its prose."""

    words: str
    steps: Path
    offset: int | None
    edition: Edition | None
    """The edition; None for a law, of which only the year is known."""
    year: int = 0


def heads(qms: Qms) -> dict[str, Head]:
    """What every pack says of editions; one of the folder's own goes before the shipped one."""
    own = {id_: Head(pack.editions, pack.transition) for id_, pack in qms.packs.items()}
    return shipped_heads() | own


def editions(qms: Qms) -> dict[str, Edition]:
    """Every edition that a pack knows, by its name."""
    return {one.name: one for head in qms.fact(heads).values() for one in head.editions}


def successions(qms: Qms) -> dict[str, tuple[str, Transition]]:
    """For each standard that another has taken the place of, which, and the days of the change."""
    return {
        head.transition.replaces: (id_, head.transition)
        for id_, head in qms.fact(heads).items()
        if head.transition
    }


def paper_day(document: Information) -> date | None:
    """The day of a paper: of a record its own, else that from which it holds, or was approved."""
    if isinstance(document, Record):
        return document.date
    if isinstance(document, Document):
        given = [one.on for one in document.approvals if one.version == document.version]
        return document.effective or max(given, default=None)
    return None


class Names(NamedTuple):
    """The ways in which papers cite editions, as one pattern, and what each means."""

    pattern: re.Pattern[str]
    meant: dict[str, Edition]
    ends: re.Pattern[str]
    """How each ends, from its last number but one: a text that has none of these cites nothing."""


def names(qms: Qms) -> Names:
    """Every way in which an edition is cited, the longest first: a part of a name is none."""
    meant = {plain(way): one for one in qms.fact(editions).values() for way in one.cited_as}
    known = {squeezed(way): one for way, one in meant.items()}
    pattern, ends = patterns_of(tuple(sorted(meant, key=len, reverse=True)))
    return Names(pattern, known, ends)


@lru_cache(4)
def patterns_of(ways: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds the ways in which editions are cited, and how they end; most folders know the same."""
    # a blank where one stands, or none: "ISO9001:2015"; and what a typist makes of the colon
    spelled = (
        re.escape(way).replace(r"\ ", r"\s{0,3}").replace(":", r"\s?[:-]\s?") for way in ways
    )
    pattern = rf"(?<!\w)(?:{'|'.join(spelled)})(?!\w)" if ways else r"(?!)"
    ends = "|".join({end_of(way) for way in ways}) or r"(?!)"
    return re.compile(pattern, re.IGNORECASE), re.compile(ends)


def end_of(way: str) -> str:
    """A pattern for the end of a name in small letters, from its last number but one, over any lines."""
    numbers = [match.start() for match in re.finditer(r"\d+", way)]
    end = re.escape(way[numbers[-2:][0] if numbers else 0 :].lower())
    return end.replace(r"\ ", r"\s*").replace(":", r"\s*[:-]\s*")


def plain(way: str) -> str:
    """A name with single blanks."""
    return " ".join(way.split())


def squeezed(words: str) -> str:
    """A name as it is told from others, however it is spaced."""
    return re.sub(r"\s", "", words).replace("-", ":").casefold()


def cited(qms: Qms, document: Information) -> Iterator[Cited]:
    """What a paper cites in words; the ids of packs are none, whoever names them has a field for it."""
    source, citing = document.source, qms.fact(citing_texts)
    if not citing.isdisjoint(source.strings):
        for steps, text in texts_in(source.values, of=citing):
            for match, edition, year in citations(qms, text):
                yield Cited(match[0], steps, None, edition, year)
    for match, edition, year in citations(qms, source.prose):
        yield Cited(match[0], (), match.start(), edition, year)


def citing_texts(qms: Qms) -> frozenset[str]:
    """The texts among the values of all documents that cite something."""
    return frozenset(seen_in_texts(qms, citing_among, qms.fact(names), qms.fact(heads)))


def citing_among(texts: Iterable[str], known: Names, packs: Container[str]) -> dict[str, bool]:
    """Those of some texts that cite something."""
    lowered = ((text, text.lower()) for text in texts)
    near = [text for text, low in lowered if known.ends.search(low) or YEAR.search(low)]
    return {text: True for text in near if any(cited_in(text, known, packs))}


def citations(qms: Qms, text: str) -> Iterator[tuple[re.Match[str], Edition | None, int]]:
    """What a text cites: the words, and the edition; of a law the year. Most texts are done with at once."""
    return cited_in(text, qms.fact(names), qms.fact(heads))


def cited_in(
    text: str, known: Names, packs: Container[str]
) -> Iterator[tuple[re.Match[str], Edition | None, int]]:
    """What a text cites, where these names and packs are known."""
    low = text.lower()
    if known.ends.search(low):
        for match in known.pattern.finditer(text):
            if match[0] not in packs:
                yield match, known.meant.get(squeezed(match[0])), 0
    if YEAR.search(low):
        for match in CITED.finditer(text):
            yield match, None, int(match[2])
