"""What a person calls a document or a person, and which one is meant: by id, title, name or post."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from smmkit.analyses.references.nearest import by_bare_id, by_file, by_title
from smmkit.analyses.references.spelling import bare_name, closest
from smmkit.analyses.texts import squeezed
from smmkit.corrections.by_id import bare_id
from smmkit.documents.people import PersonEntry
from smmkit.qms import Qms
from smmkit.words import Message, say

SHORTEST = 3
"""A word of fewer letters is looked for at the begin of ids and titles only."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a word means: the one id, or those that it may mean; `sure` where it says one of them in full."""

    word: str
    ids: tuple[str, ...] = ()
    sure: bool = False
    role: str | None = None
    """The post by which a person was named."""

    @property
    def id(self) -> str | None:
        """The one that is meant beyond doubt."""
        return self.ids[0] if self.sure and len(self.ids) == 1 else None


def thing_named(word: str, qms: Qms, kinds: Iterable[type] = (object,)) -> Match:
    """Which thing of these types is meant: its id, title or file in any case; else those near it."""
    types = tuple(kinds)
    ids = [id_ for id_, thing in qms.things.items() if isinstance(thing, types)]
    if word in ids or word in qms.stub_of:
        return Match(word, (word,), sure=True)
    said = squeezed(word)
    if same := [id_ for id_ in qms.fact(by_bare_id).get(bare_id(word), ()) if id_ in ids]:
        return Match(word, tuple(same), sure=True)
    for read in (id_of, title_of):
        if found := [id_ for id_ in ids if read(id_, qms) == said]:
            return Match(word, tuple(found), sure=True)
    if (home := qms.fact(by_file).get(word.rpartition("/")[2].casefold())) in ids:
        return Match(word, (str(home),), sure=True)
    stubs = [id_ for id_ in qms.stub_of if squeezed(id_) == said]
    return Match(word, tuple(stubs), sure=True) if stubs else Match(word, near(word, qms, ids))


def id_of(id_: str, _: Qms) -> str:
    """An id, without what makes no difference."""
    return squeezed(id_)


def title_of(id_: str, qms: Qms) -> str:
    """A title, without what makes no difference."""
    return squeezed(qms.things[id_].title)


def near(word: str, qms: Qms, ids: list[str]) -> tuple[str, ...]:
    """The ids that a word may mean: it begins them or their titles, stands in these, or is nearly one."""
    said = squeezed(word)
    if not said:
        return ()
    begun = [i for i in ids if id_of(i, qms).startswith(said) or title_of(i, qms).startswith(said)]
    folded: Mapping[str, str] = {squeezed(i): i for i in ids}
    found = closest(said, list(folded))
    slip = [folded[found]] if found else []
    words = set(bare_name(word).split()) if len(said) >= SHORTEST else set()
    held = [i for i in ids if words and words <= set(bare_name(qms.things[i].title).split())]
    return tuple(dict.fromkeys([*slip, *begun, *held, *by_title(qms, word, ids)]))


def person_named(word: str, qms: Qms, day: date) -> Match:
    """Which person is meant: by id, name with or without degrees, or the post that is held on a day."""
    known = {i: t for i, t in qms.things.items() if isinstance(t, PersonEntry)}
    match = thing_named(word, qms, (PersonEntry,))
    if match.sure:
        return match
    said, bare = squeezed(word), bare_name(word)
    if named := [i for i, one in known.items() if bare and bare_name(one.title) == bare]:
        return Match(word, tuple(named), sure=True)
    posts: dict[str, str] = {}
    for id_, one in known.items():
        for held in one.held_on(day):
            if squeezed(held.role) == said:
                posts.setdefault(id_, held.role)
    if posts:
        return Match(word, tuple(posts), sure=True, role=next(iter(posts.values())))
    return match


def with_title(id_: str, qms: Qms) -> Message | str:
    """An id with its title, and the file where it stands."""
    thing = qms.things.get(id_)
    if thing is None:
        return id_
    return say("{id} ({title})", id=id_, title=thing.title)
