"""Which post may approve a document, who holds it, and where that is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smmkit.analyses.lifecycle.signatures import wanted
from smmkit.analyses.organization.head import head_of, is_office
from smmkit.approval.lookup import person_named, with_title
from smmkit.documents import Document
from smmkit.documents.people import People, PersonEntry
from smmkit.documents.policy import QualityPolicy
from smmkit.errors import SmmError
from smmkit.qms import Qms
from smmkit.words import Message, say


def person_meant(word: str, qms: Qms, day: date) -> tuple[str, str | None]:
    """The person that a word means, and the post if it names one.

    Raises:
        SmmError: there is none, or more than one.
    """
    match = person_named(word, qms, day)
    if match.id and isinstance(qms.things.get(match.id), PersonEntry):
        return match.id, match.role
    if match.id:  # the id of a file that could not be read
        raise SmmError(
            say(
                "{id} stands in {path}, which has faults; run `smm validate`",
                id=match.id,
                path=qms.stub_of[match.id].path,
            )
        )
    if len(match.ids) > 1:
        raise SmmError(
            say(
                "{word} may be one of these: {words}; write the code of the one that is meant",
                word=word,
                words=[with_title(i, qms) for i in match.ids],
            )
        )
    if match.ids:
        raise SmmError(
            say(
                "{by} is not in the register of people; did you mean {word}? Else: {mend}",
                by=word,
                word=with_title(match.ids[0], qms),
                mend=register(qms),
            )
        )
    raise SmmError(
        say("{by} is not in the register of people; {mend}", by=word, mend=register(qms))
    )


def register(qms: Qms) -> Message:
    """Where a person is to be written down."""
    found = qms.of(People)
    if not found:
        return say("there is no such register yet: smm new people")
    return say("write the person, with the post and its first day, into {path}", path=found[0].path)


def holders(role: str, qms: Qms, day: date) -> list[str]:
    """The ids of the people who hold a post on a day."""
    return [
        id_
        for id_, one in qms.things.items()
        if isinstance(one, PersonEntry) and one.held_on(day, role)
    ]


def who_may(document: Document, qms: Qms, day: date) -> Message:
    """Which posts approve such a document, who holds each of them that day, and where that stands."""
    roles = wanted(qms, document, day)
    if roles and qms.settings:
        at = qms.settings.at("signatories")
        return say(
            "These posts approve it: {posts} ({path}:{line}, `signatories`)",
            posts=[post(role, qms, day) for role in roles],
            path=at.path,
            line=str(at.line),
        )
    held = list(dict.fromkeys(role for _, role in posts_on(qms, day)))
    if isinstance(document, QualityPolicy) and (head := head_of(qms)):
        held = [role for role in held if is_office(role, head)] or [head]
    if not held:
        return say("Nobody holds a post on {day}; {mend}", day=day, mend=register(qms))
    return say(
        "These posts may approve it: {posts}", posts=[post(r, qms, day) for r in held[:MANY]]
    )


MANY = 8
"""So many posts are named."""


def posts_on(qms: Qms, day: date) -> Iterator[tuple[str, str]]:
    """Everybody who holds a post on a day, with the post."""
    for id_, one in qms.things.items():
        if isinstance(one, PersonEntry):
            yield from ((id_, held.role) for held in one.held_on(day))


def post(role: str, qms: Qms, day: date) -> Message:
    """A post with the codes of those who hold it on a day."""
    found = holders(role, qms, day)
    if not found:
        return say("{role} (nobody on {day})", role=role, day=day)
    return say("{role} ({codes})", role=role, codes=", ".join(found))


def role_on(qms: Qms, by: str, role: str | None, day: date, among: tuple[str, ...] = ()) -> str:
    """The role in which a person approves on a day: of several that are held, one of those wanted.

    Raises:
        SmmError: the person is not in the register, or held no such role on that day.
    """
    person = qms.get(by, PersonEntry)
    if person is None:
        raise SmmError(
            say("{by} is not in the register of people; {mend}", by=by, mend=register(qms))
        )
    held = [held.role for held in person.held_on(day)]
    meant = next((one for one in held if role and one.casefold() == role.casefold()), None)
    if not held or (role and not meant):
        home, steps = qms.homes[by]
        at = home.at(*steps)
        raise SmmError(
            say(
                "{by} held no such role on {day}; roles held: {roles}. If that is wrong, mend the "
                "`assignments` at {path}:{line}",
                by=by,
                day=day,
                roles=held or say("none"),
                path=at.path,
                line=str(at.line),
            )
        )
    return meant or next((one for one in held if one in among), held[0])
