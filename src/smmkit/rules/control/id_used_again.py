"""SMM329 id-used-again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from smmkit.analyses.texts import texts_in
from smmkit.documents import Document, Information, Thing
from smmkit.errors import SmmError
from smmkit.git.revision import Revision
from smmkit.location import SourceError
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.rules.control.version_goes_back import order
from smmkit.words import say
from smmkit.yaml_text.source import Source

ALIKE = 60
"""Titles that share so many percent of their letters may be one title, misspelt."""

SHARED = 0.3
"""Texts that share so many of their words are one text, reworked."""

SHORT = 3
"""Words of so few letters say nothing of what a text is about."""


class Was(NamedTuple):
    """What had an id before: its kind and what it was called."""

    kind: str
    title: str


@rule("SMM329", "id-used-again", source="ISO 9001, 7.5.2", clause="7.5.2", compares=True)
def id_used_again(qms: Qms) -> Problems:
    """An id means one thing for ever, also when that is gone (seen with `--since`).

    Why: minutes, reports and letters of years name it. Given to something else, all of them say what
    nobody meant.
    """
    if qms.before is None:
        return
    gone = deleted_before(qms, qms.before)
    for id_, (home, steps) in qms.homes.items():
        was = earlier_meaning(qms.things[id_], qms.before, gone)
        if was is None:
            continue
        yield problem(
            home,
            *steps,
            "id",
            message=say(
                "{id} has been something else before: {title} ({kind})",
                id=id_,
                title=was.title,
                kind=was.kind,
            ),
            hint=say(
                "give the new one an id that nothing has had: smm renumber {id} NEW-ID", id=id_
            ),
        )


def earlier_meaning(thing: Thing, before: Qms, gone: Mapping[str, Was]) -> Was | None:
    """What an id meant before, if that was something else; None otherwise."""
    old = before.things.get(thing.id)
    if old is not None:
        return Was(old.is_a, old.title) if is_another(thing, old) else None
    was = gone.get(thing.id)
    if was is None or (was.kind == thing.is_a and are_like(was.title, thing.title)):
        return None
    return was


def is_another(new: Thing, old: Thing) -> bool:
    """Whether one id means another thing now: of another kind, or with neither title nor text in common."""
    if new.is_a != old.is_a:
        return True
    if not isinstance(new, Information) or not isinstance(old, Information):
        return False
    if are_like(new.title, old.title) or is_newer(new, old):
        return False
    return not have_in_common(new, old)


def is_newer(new: Information, old: Information) -> bool:
    """Whether it is a later version of the same document, which may be called otherwise."""
    if not isinstance(new, Document) or not isinstance(old, Document):
        return False
    return order(new.version) > order(old.version)


def are_like(one: str, other: str) -> bool:
    """Whether two titles share a word, or nearly all letters."""
    from rapidfuzz.fuzz import ratio

    return bool(words_in(one) & words_in(other)) or ratio(one.casefold(), other.casefold()) >= ALIKE


def have_in_common(new: Information, old: Information) -> bool:
    """Whether two texts share some of their words."""
    ours, theirs = words_of(new), words_of(old)
    return len(ours & theirs) >= SHARED * min(len(ours), len(theirs))


def words_of(document: Information) -> set[str]:
    """The words that a document says, without the names of its fields and what every one of them has."""
    kept = {"kind", "id", "version", "approvals", "title", "owner", "classification"}
    values = [v for k, v in document.source.values.items() if k not in kept]
    return words_in(" ".join([*(text for _, text in texts_in(values)), document.source.prose]))


def words_in(text: str) -> set[str]:
    """The words of a text that are longer than articles and the like."""
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > SHORT}


def deleted_before(qms: Qms, before: Qms) -> dict[str, Was]:
    """What had an id in the history and is gone, asked only where there are new ids."""
    new = set(qms.things) - set(before.things)
    if not new or not isinstance(before.tree, Revision):
        return {}
    try:
        texts = before.tree.deleted()
    except SmmError:
        return {}  # too long a history, or one that is not whole: what can be seen is told
    found: dict[str, Was] = {}
    for path, data in texts.items():
        values = values_of(path, data)
        id_, kind, title = (values.get(name) for name in ("id", "kind", "title"))
        if isinstance(id_, str) and id_ in new:
            found[id_] = Was(str(kind), str(title))
    return found


def values_of(path: str, data: bytes) -> dict[str, Any]:
    """The values of a text; none where it cannot be read."""
    try:
        return Source.parse(path, data).values
    except SourceError:
        return {}
